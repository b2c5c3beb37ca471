# SPDX-License-Identifier: Apache-2.0
# Lets the vendor's SDK speak to the mock through the proxy, which has to see what a recording shows.
"""Usage: sdk_proxy.py PROGRAM; FAULTS=N tries that many faults of the five lists instead of three."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path

from sdk_client import AS_OBJECTS, LISTS, Lost, connect, mock, walk


@contextmanager
def proxy(program, endpoint, folder):
    """The proxy's address; its report and its recording are in the folder behind the block."""
    ready = Path(folder, "ready")
    process = subprocess.Popen(
        [program, "proxy", "--endpoint", endpoint, "--port", "0", "--ready-file", ready,
         "--record", Path(folder, "session.har"), "--report", f"json={folder}/proxy.json"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={"PATH": os.environ["PATH"]})
    try:
        while not ready.exists():
            if process.poll() is not None:
                raise Lost(f"the proxy ended with {process.returncode}")
            time.sleep(0.01)
        yield ready.read_text(encoding="utf-8").strip()
    finally:
        process.send_signal(signal.SIGINT)
        code = process.wait(timeout=20)
    if code not in (0, 1, 4):
        raise Lost(f"the proxy ends in {code}")


def failed(report):
    cases = json.loads(Path(report).read_text(encoding="utf-8"))["cases"]
    return {case["id"] for case in cases if case["outcome"] == "failed"}


def drive(endpoint, facts):
    client = connect(endpoint, facts)
    for operation in LISTS:
        # What the SDK itself makes of a faulty answer is not what is asked here.
        with suppress(Exception):
            walk(client, operation, facts, limit=10)
            walk(client, operation, facts, limit=100)
            for word in operation.words:
                walk(client, operation, facts, limit=10, status=word)


def seen(program, *options):
    """What fails as it passes, and what fails in the recording of the same session."""
    with tempfile.TemporaryDirectory(prefix="swr-proxy-") as folder:
        with mock(program, "--auth", "aksk", *AS_OBJECTS, *options) as facts:
            with proxy(program, facts["endpoint"], folder) as endpoint:
                drive(endpoint, facts)
        recording = Path(folder, "session.har")
        if facts["sk"] in recording.read_text(encoding="utf-8"):
            raise Lost("the recording holds the secret key")
        subprocess.run(
            [program, "judge", recording, "--report", f"json={folder}/judge.json"], check=False,
            stdout=subprocess.DEVNULL, env={"PATH": os.environ["PATH"]})
        return failed(Path(folder, "proxy.json")), failed(Path(folder, "judge.json"))


def faults(program, count):
    printed = subprocess.run([program, "mock", "--list-faults", "--json"], capture_output=True,
                             text=True, check=True).stdout
    core = {operation.model_name for operation in LISTS}
    names = [fault["name"] for fault in json.loads(printed)["faults"]
             if fault["operation"] in core and fault["category"] in ("shape", "paging", "relations")]
    return names[::max(1, len(names) // count)][:count]


def main(program):
    passed, recorded = seen(program)
    if passed or recorded:
        raise Lost(f"a healthy registry fails: {sorted(passed | recorded)}")
    caught = 0
    names = faults(program, int(os.environ.get("FAULTS", "3")))
    for name in names:
        passed, recorded = seen(program, "--fault", name)
        if not passed >= recorded:
            raise Lost(f"{name}: the proxy does not see {sorted(recorded - passed)}")
        caught += bool(passed)
    print(f"proxy: nothing of a healthy session fails; {caught} of {len(names)} faults seen, "
          "each that the recording of the session shows among them")


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except Lost as problem:
        sys.exit(f"sdk_proxy: {problem}")
