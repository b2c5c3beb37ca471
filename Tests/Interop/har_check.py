#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Recordings beyond our own reader: ours is read by haralyzer, and mitmproxy's is judged by us.
"""usage: har_check.py PROGRAM

Installs mitmproxy and haralyzer from PyPI into a virtual environment under .build, once.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import venv
from pathlib import Path

PACKAGES = ["mitmproxy==11.0.2", "haralyzer==2.4.0"]
ENVIRONMENT = Path(__file__).resolve().parents[2] / ".build" / "interop" / "har"


def enter_environment():
    """Goes on with the Python that has the packages."""
    python = ENVIRONMENT / "bin" / "python"
    if Path(sys.prefix) == ENVIRONMENT:
        return
    stamp = ENVIRONMENT / "packages"
    if not stamp.exists() or stamp.read_text() != " ".join(PACKAGES):
        venv.create(ENVIRONMENT, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *PACKAGES], check=True)
        stamp.write_text(" ".join(PACKAGES))
    os.execv(python, [python, *sys.argv])


def run(program, *words, code):
    """Runs the program without what names a target, and expects an exit code."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("SWR_")}
    done = subprocess.run([program, *words], env=environment, capture_output=True, text=True)
    expect(done.returncode == code, f"{words} ends in {done.returncode}: {done.stderr}{done.stdout}")
    return done.stdout


def expect(holds, complaint):
    if not holds:
        sys.exit(f"har_check: {complaint}")


def check_ours(program, folder):
    """Another reader finds in our file what we wrote, and the file gives the verdicts of the run."""
    from haralyzer import HarParser

    recording, run_report, judge_report = (folder / n for n in ("a.har", "run.json", "judge.json"))
    run(program, "run", "--record", recording, "--report", f"json={run_report}", code=0)
    run(program, "judge", recording, "--report", f"json={judge_report}", code=0)
    first, again = (json.loads(p.read_text()) for p in (run_report, judge_report))
    expect(first["cases"] == again["cases"], "judge and run give different verdicts")

    log = HarParser(json.loads(recording.read_text())).har_data
    entries = [haralyzer_entry(e) for e in log["entries"]]
    expect(log["version"] == "1.2" and len(entries) == first["requests"], "entries are missing")
    for entry in entries:
        expect(entry.startTime.tzinfo is not None, "an entry has no instant with a zone")
        expect(entry.request.method and entry.url.startswith("http"), "an entry has no request")
        expect(isinstance(entry.response.status, int), "an entry has no status")
    return len(entries)


def haralyzer_entry(entry):
    from haralyzer import HarEntry

    return HarEntry(entry)


def check_mitmproxy(program, folder):
    """A client's session that mitmproxy recorded is judged, and its faults are found."""
    healthy = judged_session(program, folder / "healthy.har")
    failed = [c["id"] for c in healthy["cases"] if c["outcome"] == "failed"]
    expect(not failed, f"a healthy session is called failed: {failed}")
    passed = [c for c in healthy["cases"] if c["outcome"] in ("passed", "warned")]
    expect(len(passed) > 150, f"only {len(passed)} cases of a session were judged")
    reasons = {c["reason"] for c in healthy["cases"] if c["outcome"] == "inconclusive"}
    expect("not recorded" in reasons, "nothing is said of what was not recorded")

    faulty = judged_session(program, folder / "faulty.har", "--fault", "gc-job-kind-lower-case")
    found = [c["id"] for c in faulty["cases"] if c["outcome"] == "failed"]
    expect(found == ["ListGcTasks.shape.tasks.job_kind"], f"the fault is told as {found}")
    return len(passed)


def judged_session(program, recording, *options):
    """The report on a client that reads every list page by page through mitmproxy."""
    mock = subprocess.Popen(
        [program, "mock", "--port", "0", "--print-env", *options], stdout=subprocess.PIPE)
    facts = json.loads(read_object(mock.stdout))
    port = free_port()
    proxy = subprocess.Popen(
        [ENVIRONMENT / "bin" / "mitmdump", "-q", "--listen-host", "127.0.0.1", "-p", str(port),
         "--set", f"hardump={recording}", "--set", f"confdir={recording.parent / 'mitm'}"])
    try:
        wait_for(port)
        read_everything(facts, f"http://127.0.0.1:{port}")
    finally:
        for process in (proxy, mock):
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=20)
    report = recording.with_suffix(".json")
    words = ["judge", recording, "--report", f"json={report}"]
    code = 1 if options else 4
    run(program, *words, code=code)
    return json.loads(report.read_text())


def read_everything(facts, proxy):
    """Asks as clients do: another order of parameters, other limits, and for other things too."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({"http": proxy}))
    instance = f"/v2/{facts['project_id']}/instances/{facts['instance_id']}"
    policies = f"{instance}/namespaces/{facts['namespace_name']}"
    offset_lists = [
        (f"{policies}/webhook/policies/{facts['webhook_policy_id']}/jobs", "jobs"),
        (f"/v2/{facts['project_id']}/jobs", "jobs"),
        (f"{policies}/retention/policies/{facts['retention_policy_id']}/executions/"
         f"{facts['retention_execution_id']}/tasks", "tasks"),
        (f"{instance}/system/gc", "tasks"),
        (f"{instance}/replication/executions/{facts['replication_execution_id']}/tasks", "tasks"),
    ]

    def get(path):
        request = urllib.request.Request(
            facts["endpoint"] + path, headers={"X-Auth-Token": facts["token"]})
        try:
            with opener.open(request, timeout=10) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            return json.load(error)

    get("/v2/somewhere/else")
    for path, name in offset_lists:
        offset, page = 0, get(f"{path}?limit=20")
        get(f"{path}?limit=20")
        while page.get(name) and ("total" in page or page.get("next_marker")):
            offset += 20
            marker = page.get("next_marker")
            page = get(f"{path}?marker={marker}&limit=20" if marker
                       else f"{path}?offset={offset}&limit=20")
        get(f"{path}?limit=abc")


def read_object(stream):
    """One JSON object from a stream that stays open."""
    text = b""
    while True:
        line = stream.readline()
        expect(line, "the mock ended before it said where it listens")
        text += line
        if line.rstrip() == b"}" or line.strip().startswith(b"{") and line.strip().endswith(b"}"):
            return text


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port):
    for _ in range(300):
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
    expect(False, "mitmdump does not listen")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    enter_environment()
    program = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        count = check_ours(program, folder)
        passed = check_mitmproxy(program, folder)
    print(f"har_check: haralyzer reads {count} entries of ours, and a session that mitmproxy "
          f"recorded keeps {passed} cases")


main()
