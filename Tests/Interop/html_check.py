#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Opens HTML reports in headless Chromium and uses them as a person would.

    Tests/Interop/html_check.py PROGRAM

Four reports, of a healthy run, a run with faults, a target that nobody reached, and 2,000 cases, are
opened from their files at 360 and 1280 pixels, by day and by night. The script of a report filters,
searches, opens and copies; no report may load anything, complain in the console, or be wider than the
screen. Chromium is driven over its DevTools pipe. With SCREENSHOTS=FOLDER what was seen is kept there.
"""

import base64
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WIDTHS = [360, 1280]
SCHEMES = ["light", "dark"]
# Whether a person sees the heading of what an address names, and the bar does not lie over it.
UNCOVERED = """(id => {
  const target = document.getElementById(id);
  const head = (target.closest("details.case") ?? target).querySelector("summary, h2");
  const box = head.getBoundingClientRect();
  return head.contains(document.elementFromPoint(box.left + 8, box.top + 8));
})"""
failures = []


def main(program):
    with tempfile.TemporaryDirectory(prefix="swr-html-") as scratch:
        folder = Path(scratch)
        pages = {name: report(program, folder, name, *run) for name, *run in runs()}
        pages["large"] = large(pages["fault"], folder / "large.html")
        with Browser(folder / "profile") as browser:
            for name, path in pages.items():
                for width in WIDTHS if name != "large" else WIDTHS[:1]:
                    for scheme in SCHEMES if name != "large" else SCHEMES[:1]:
                        looks(browser, name, path, width, scheme)
            works(browser, pages["fault"])
            plain(browser, pages["fault"])
            quick(browser, pages["large"])


def runs():
    # Five operations show all that a page can have; with fifteen the browser takes minutes.
    yield "healthy", ["--only", "core"], {}, 0
    yield "fault", ["--only", "core", "--fault", "jobs-filter-ignored"], {}, 1
    with socket.socket() as unheard:
        unheard.bind(("127.0.0.1", 0))  # bound and not listening: whoever connects is refused
        endpoint = f"http://127.0.0.1:{unheard.getsockname()[1]}"
        environment = {"SWR_ENDPOINT": endpoint, "SWR_PROJECT_ID": "p", "SWR_INSTANCE_ID": "i",
                       "SWR_TOKEN": "t"}
        yield "unreachable", ["--only", "ListGcTasks"], environment, 3


def report(program, folder, name, words, environment, code):
    path = folder / f"{name}.html"
    clean = {key: value for key, value in os.environ.items() if not key.startswith("SWR_")}
    done = subprocess.run([program, "run", *words, "--report", f"html={path}"],
                          env=clean | environment, capture_output=True, text=True, timeout=120)
    check(f"{name}: the run ends with {code}", done.returncode == code, done.stderr + done.stdout)
    return path


def large(source, path):
    """A report of 2,000 cases: those of another one again and again under other names."""
    page = source.read_text(encoding="utf-8")
    cases = re.findall(r'\n<details class="case".*?</details>(?=\n<details class="case"|</section>)',
                       page, re.S)
    first = cases[0]
    copies = [re.sub(r'(id="|href="#)([^"]+)', rf"\g<1>\g<2>-{number}", cases[number % len(cases)])
              for number in range(2000 - len(cases))]
    path.write_text(page.replace(first, first + "".join(copies), 1), encoding="utf-8")
    return path


# What is looked at


def looks(browser, name, path, width, scheme):
    with browser.open(path, width, scheme) as page:
        what = f"{name}, {width} px, {scheme}"
        page.silent(what)
        check(f"{what}: the page is not wider than the screen",
              page("document.documentElement.scrollWidth <= innerWidth"),
              page("[...document.querySelectorAll('body *')].filter(e =>"
                   " e.getBoundingClientRect().right > innerWidth && !e.closest('.scrolled'))"
                   ".slice(0, 5).map(e => e.outerHTML.slice(0, 200))"))
        check(f"{what}: the verdict is in the title and on the first screen",
              page("document.title.startsWith(document.querySelector('h1').textContent)"
                   " && document.querySelector('h1').getBoundingClientRect().bottom < 300"))
        check(f"{what}: headings go down one rank at a time", not page(
            "[...document.querySelectorAll('h1,h2,h3,h4,h5')].map(h => +h.tagName[1])"
            ".filter((rank, i, ranks) => rank - (ranks[i - 1] ?? 0) > 1)"))
        check(f"{what}: no id is there twice", page(
            "(ids => new Set(ids).size == ids.length)"
            "([...document.querySelectorAll('[id]')].map(e => e.id))"))
        check(f"{what}: every link leads somewhere", not page(
            "[...document.querySelectorAll('a')].map(a => a.getAttribute('href'))"
            ".filter(h => h.startsWith('#') ? !document.getElementById(h.slice(1))"
            " : !h.startsWith('https://')).slice(0, 5)"))
        check(f"{what}: words stand out from what is behind them", not page(CONTRAST),
              page(CONTRAST))
        page.keep(f"{name}-{width}-{scheme}")
        if name == "fault":
            page("document.querySelector('.faults a').click()")
            page.wait("document.querySelector('details.case[open]')")
            page.keep(f"finding-{width}-{scheme}")


# Pairs of colours with a contrast under 4.5 to 1, by WCAG 2.2, 1.4.3.
CONTRAST = """(() => {
  const levels = colour => colour.match(/[\\d.]+/g).map(Number);
  const luminance = colour => levels(colour).slice(0, 3).map(value => value / 255)
    .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
    .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
  const ground = element => {
    for (; element; element = element.parentElement) {
      const colour = getComputedStyle(element).backgroundColor;
      if (levels(colour)[3] !== 0) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const kinds = new Map();
  for (const element of document.querySelectorAll("body *:not(script)")) {
    if (![...element.childNodes].some(node => node.nodeType == 3)) continue;
    const kind = element.tagName + element.className + element.parentElement?.className;
    if (!kinds.has(kind)) kinds.set(kind, element);
  }
  return [...kinds.values()].map(element => {
    const pair = [getComputedStyle(element).color, ground(element)];
    const [low, high] = pair.map(luminance).sort((a, b) => a - b);
    return [(high + 0.05) / (low + 0.05), element.tagName, element.className, ...pair];
  }).filter(([contrast]) => contrast < 4.5);
})()"""


# What is done


def works(browser, path):
    with browser.open(path, 1280, "light") as page:
        visible = "[...document.querySelectorAll('.case')].filter(c => !c.hidden)"
        total = page(f"{visible}.length")
        page("document.querySelector('#filter input[value=passed]').click()")
        page.wait(f"{visible}.length < {total}")
        check("a box takes an outcome away",
              page(f"{visible}.every(c => c.dataset.outcome != 'passed')"))
        said = page("document.getElementById('shown').textContent")
        check("the number of cases is told", re.fullmatch(rf"\d+ of {total} cases shown", said), said)
        page("document.querySelector('button[type=reset]').click()")
        page.wait(f"{visible}.length == {total}")
        page("document.querySelector('.counts a[data-only=failed]').click()")
        check("a count shows its outcome alone", page(
            f"{visible}.length > 0 && {visible}.every(c => c.dataset.outcome == 'failed')"))
        page("document.querySelector('button[type=reset]').click()")

        page("document.getElementById('search').focus()")
        page.send("Input.insertText", text="listinstancejobs.filters status")
        page.wait(f"{visible}.length < {total}")
        check("a search keeps what has all the words", page(
            f"{visible}.length > 0 && {visible}.every(c =>"
            " c.lastElementChild.id.startsWith('ListInstanceJobs.filters'))"))

        page("document.querySelector('.faults a').click()")
        page.wait("document.querySelector('details.case[open] .finding')")
        finding = page("document.querySelector('details.case[open] .finding').textContent")
        check("a finding that is opened tells everything", all(
            word in finding for word in ["expected", "received", "clause", "Ask again", "swr-conformance request"]),
            finding)
        check("the spot in the body is marked",
              page("document.querySelector('.case[open] mark')?.textContent.length > 2"))
        copies(page)
        page.silent("after all of it")

        name = page("[...document.querySelectorAll('.case > div')].at(-1).id")
        middle = page("[...document.querySelectorAll('.case > div')].at(300).id")
    with browser.open(path, 360, "light", fragment=name) as page:
        page.wait("document.querySelector('details.case[open]')")
        check("an address with the name of a case opens it",
              page("document.querySelector('details.case[open] > div').id") == name)
        page.wait(f"({UNCOVERED})('{name}')")
    for width in WIDTHS:
        for name in [middle, "quirks"]:
            with browser.open(path, width, "light", fragment=name) as page:
                page.wait(f"({UNCOVERED})('{name}')")


def copies(page):
    curl = page("document.querySelector('.case[open] .repeat code').textContent")
    for state in ["granted", "denied"]:
        page.browser.send("Browser.setPermission", setting=state,
                          permission={"name": "clipboard-write"})
        page("document.execCommand = name => (window.fallback = getSelection().toString(), false)")
        page("document.querySelector('.case[open] .copy').click()")
        page.wait("document.getElementById('told').textContent != ''")
        said = page("document.getElementById('told').textContent")
        if said == "Copied":
            check("the copy button copies", page("window.fallback === undefined"))
        else:
            check("a clipboard that is closed leaves the line selected",
                  page("window.fallback") == curl, said)
        page.wait("document.getElementById('told').textContent == ''")


def plain(browser, path):
    with browser.open(path, 360, "light", scripts=False) as page:
        check("without its script all cases are there, and nothing that needs it", page(
            "[...document.querySelectorAll('.case')].every(c => !c.hidden)"
            " && getComputedStyle(document.getElementById('filter')).display == 'none'"
            " && [...document.querySelectorAll('.copy')]"
            ".every(b => getComputedStyle(b).display == 'none')"))


def quick(browser, path):
    with browser.open(path, 360, "light") as page:
        count = page("document.querySelectorAll('.case').length")
        ready = page("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
        search = page("""(() => {
          const start = performance.now();
          document.getElementById("search").value = "tasks";
          document.getElementById("filter").dispatchEvent(new Event("input"));
          return new Promise(done => setTimeout(() => requestAnimationFrame(() =>
            setTimeout(() => done(performance.now() - start - 80))), 80));
        })()""")
        size = path.stat().st_size // 1024
        print(f"        {count} cases, {size} KiB: ready after {ready:.0f} ms, "
              f"searched and drawn in {search:.0f} ms")
        check("2,000 cases are ready in 3 seconds", count == 2000 and ready < 3000, ready)
        check("2,000 cases are searched in a second", search < 1000, search)


# The browser


class Browser:
    """Chromium behind its DevTools pipe: commands on file 3, answers on file 4."""

    def __init__(self, profile):
        chromium = next(filter(None, map(shutil.which, ["chromium", "chromium-browser",
                                                        "google-chrome"])), None)
        if not chromium:
            sys.exit("there is no chromium; install it")
        here, there = os.pipe(), os.pipe()
        words = [chromium, "--headless", "--remote-debugging-pipe", f"--user-data-dir={profile}",
                 "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                 "--disable-background-networking", "--disable-component-update"]
        words += ["--no-sandbox"] if os.geteuid() == 0 else []
        # The shell gives the pipes their numbers.
        line = f'exec "$@" 3<&{here[0]} 4>&{there[1]}'
        self.process = subprocess.Popen(["bash", "-c", line, "bash", *words],
                                        pass_fds=[here[0], there[1]], stderr=subprocess.DEVNULL,
                                        start_new_session=True)
        os.close(here[0])
        os.close(there[1])
        self.commands = os.fdopen(here[1], "wb", buffering=0)
        self.answers = there[0]
        self.rest, self.number, self.events = b"", 0, []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.send("Browser.close")
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)

    def send(self, method, session=None, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        message |= {"sessionId": session} if session else {}
        self.commands.write(json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def read(self):
        while b"\0" not in self.rest:
            data = os.read(self.answers, 1 << 16)
            if not data:
                raise RuntimeError("Chromium is gone")
            self.rest += data
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def open(self, path, width, scheme, fragment="", scripts=True):
        return Page(self, f"{path.as_uri()}{'#' if fragment else ''}{fragment}", width, scheme,
                    scripts)


class Page:
    """One tab with one report."""

    def __init__(self, browser, address, width, scheme, scripts):
        self.browser, self.address = browser, address
        self.target = browser.send("Target.createTarget", url="about:blank")["targetId"]
        self.session = browser.send("Target.attachToTarget", targetId=self.target,
                                    flatten=True)["sessionId"]
        browser.events.clear()
        for domain in ["Page", "Runtime", "Log", "Network"]:
            self.send(f"{domain}.enable")
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=800,
                  deviceScaleFactor=1, mobile=width < 600)
        self.send("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"}])
        self.send("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.send("Page.navigate", url=address)
        self.wait("document.readyState == 'complete' && location.protocol == 'file:'")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.browser.send("Target.closeTarget", targetId=self.target)

    def send(self, method, **parameters):
        return self.browser.send(method, self.session, **parameters)

    def __call__(self, expression):
        answer = self.send("Runtime.evaluate", expression=expression, returnByValue=True,
                           awaitPromise=True, userGesture=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(f"{expression}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def wait(self, condition):
        end = time.monotonic() + 10
        while not self(f"!!({condition})"):
            if time.monotonic() > end:
                return check(f"this comes true: {condition}", False)
            time.sleep(0.02)

    def silent(self, what):
        """Nothing was loaded but the file, and nothing was said in the console."""
        events = [(event["method"], event["params"]) for event in self.browser.events
                  if event.get("sessionId") == self.session]
        loaded = [told["request"]["url"] for method, told in events
                  if method == "Network.requestWillBeSent"]
        check(f"{what}: nothing but the file is loaded",
              loaded and set(loaded) <= {self.address, "data:,"}, loaded)
        said = [told for method, told in events if method in
                ["Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded"]]
        check(f"{what}: the console is silent", not said, said)

    def keep(self, name):
        if folder := os.environ.get("SCREENSHOTS"):
            image = self.send("Page.captureScreenshot", format="png",
                              captureBeyondViewport=name.startswith(("fault", "unreachable")))["data"]
            Path(folder, f"{name}.png").write_bytes(base64.b64decode(image))


def check(statement, holds, evidence=""):
    if not holds:
        failures.append(statement)
        print(f"FAILED  {statement}\n        {evidence}", flush=True)
    else:
        check.count += 1
    return holds


check.count = 0

if __name__ == "__main__":
    main(str(Path(sys.argv[1]).resolve()) if len(sys.argv) == 2 else sys.exit(__doc__))
    print(f"{check.count} checks hold")
    if failures:
        sys.exit(f"{len(failures)} checks failed: {'; '.join(failures)}")
