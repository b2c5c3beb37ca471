#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Looks for the token in whatever the program writes when the mock fails in every way it knows.

It is looked for in every spelling: escaped, in hexadecimal and in base64, in any case.

usage: leaks.py PROGRAM
"""

import base64
import html
import json
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

FORMATS = ["text", "json", "junit", "sarif", "md", "gitlab", "github", "html"]
# This one puts the token into its answers, which shows that there is something to find.
PARROT = "jobs-400-repeats-token"
# So do these, each in a spelling of its own or where nobody looks.
PARROTS = re.compile("repeats-token-")


def main(program):
    faults = json.loads(output(program, "mock", "--list-faults", "--json"))["faults"]
    # Every parrot, and one in fifty of the others, since each is a run of the program. Late answers
    # are like others, and take minutes.
    faults = [fault for number, fault in enumerate(faults)
              if (number % 50 == 0 and not fault["name"].endswith("-late"))
              or fault["name"] == PARROT or PARROTS.search(fault["name"])]
    names = [fault["name"] for fault in faults]
    lists = [fault["operation"] for fault in faults]
    assert PARROT in names and len(names) > 100
    token = the_token(program)
    with ThreadPoolExecutor(2) as pool:
        written = list(pool.map(lambda *fault: texts(program, *fault), names, lists))
    leaks = [f"{name}: {place}" for name, parts in zip(names, written)
             for place, text in parts.items() if is_leak(token, text)]
    assert not leaks, "\n".join(["the token is in"] + leaks)
    parrot = written[names.index(PARROT)]
    assert "redacted-by-swr-conformance" in parrot["recording"], "no answer repeated the token"
    parrots = [parts["recording"] for name, parts in zip(names, written) if PARROTS.search(name)]
    assert len(parrots) > 10 and all("redacted-by-swr-conformance" in text for text in parrots)
    count = sum(len(parts) for parts in written)
    print(f"{len(names)} faults, {count} texts, and the token in none")


def is_leak(token, text):
    """Whether the text holds the token in any spelling, layers of escapes taken off."""
    wanted = {token.lower(), token.encode().hex()}
    for count in range(3):
        digits = base64.b64encode(b"\0" * count + token.encode()).decode()
        core = digits[(count * 8 + 5) // 6:(count + len(token)) * 8 // 6].lower()
        wanted |= {core, core.replace("+", "-").replace("/", "_")}
    for _ in range(5):
        lower = text.lower()
        if any(word in lower for word in wanted):
            return True
        plain = unescaped(text)
        if plain == text:
            return False
        text = plain
    return False


def unescaped(text):
    """The text without one layer of escapes of JSON, URLs and HTML, and without broken lines."""
    text = re.sub(r"\\+(?:u00|x)([0-9a-fA-F]{2})", lambda match: chr(int(match[1], 16)), text)
    text = re.sub(r"\\+/", "/", re.sub(r"\\+[rn]|[\r\n]", "", text))
    text = re.sub(r"%([0-9a-fA-F]{2})", lambda match: chr(int(match[1], 16)), text)
    return html.unescape(text)


def texts(program, fault, operation):
    """All that a run of the operation that has this fault writes, by its name."""
    with tempfile.TemporaryDirectory() as folder:
        files = {name: Path(folder) / name for name in FORMATS + ["recording"]}
        reports = [word for name in FORMATS for word in ("--report", f"{name}={files[name]}")]
        run = subprocess.run(
            [program, "run", "--fault", fault, "--only", f"{operation}.", "--record", files["recording"],
             *reports],
            capture_output=True, text=True, errors="replace", check=False)
        read = {name: path.read_text(errors="replace") for name, path in files.items()}
        return read | {"stdout": run.stdout, "stderr": run.stderr}


def the_token(program):
    """What the mock inside the program lets in; the one that serves has the same."""
    mock = subprocess.Popen(
        [program, "mock", "--port", "0", "--print-env"], stdout=subprocess.PIPE, text=True)
    lines = []
    while not lines or lines[-1].strip() != "}":
        lines.append(mock.stdout.readline())
    mock.terminate()
    return json.loads("".join(lines))["token"]


def output(*words):
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(str(Path(sys.argv[1]).resolve()))
