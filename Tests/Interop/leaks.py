#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Looks for the token in whatever the program writes when the mock fails in every way it knows.

usage: leaks.py PROGRAM
"""

import json
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

FORMATS = ["text", "json", "junit", "sarif", "md", "gitlab", "github", "html"]
# This one puts the token into its answers, which shows that there is something to find.
PARROT = "jobs-400-repeats-token"


def main(program):
    faults = json.loads(output(program, "mock", "--list-faults", "--json"))["faults"]
    names = [fault["name"] for fault in faults]
    lists = [fault["operation"] for fault in faults]
    assert PARROT in names and len(names) > 500
    token = the_token(program)
    with ThreadPoolExecutor(2) as pool:
        written = list(pool.map(lambda *fault: texts(program, *fault), names, lists))
    leaks = [f"{name}: {place}" for name, parts in zip(names, written)
             for place, text in parts.items() if token in text]
    assert not leaks, "\n".join(["the token is in"] + leaks)
    parrot = written[names.index(PARROT)]
    assert "redacted-by-swr-conformance" in parrot["recording"], "no answer repeated the token"
    count = sum(len(parts) for parts in written)
    print(f"{len(names)} faults, {count} texts, and the token in none")


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
