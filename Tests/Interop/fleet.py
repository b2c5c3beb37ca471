#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Has GNU parallel spread 8 shards over 40 targets, one dead, one slow, one broken, one locked.

    Tests/Interop/fleet.py PROGRAM

The mocks are served on loopback. What the shards say together must be what one run says, byte for
byte but for times and for how often a target that answers nothing was knocked at.
"""

import json
import socket
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from subject import clean, mock

SHARDS, TARGETS = 8, 40
ONLY = ["--only", "ListGcTasks", "--only", "ShowInstance", "--only", "ListInstance.shape"]


def main(program):
    with ExitStack() as stack, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        healthy = [stack.enter_context(mock(program)) for _ in range(3)]
        broken = stack.enter_context(mock(program, "--fault", "gc-id-string"))
        slow = stack.enter_context(mock(program, "--disturb", "slow"))
        closed = stack.enter_context(socket.socket())
        closed.bind(("127.0.0.1", 0))
        special = {
            "dead": {**healthy[0], "endpoint": f"http://127.0.0.1:{closed.getsockname()[1]}"},
            "slow": {**slow, "run": {"only": "ShowInstance.shape"}},
            "broken": broken,
            "locked": {**healthy[0], "token": "of-nobody"},
        }
        # Endpoints apart from each other by their path would be one host, so three hosts serve all.
        plain = {f"r{number:02}": healthy[number % len(healthy)]
                 for number in range(TARGETS - len(special))}
        fleet = folder / "fleet.json"
        fleet.write_text(json.dumps({"targets": {**plain, **special}}), encoding="utf-8")

        words = [program, "run", "--targets", str(fleet), *ONLY, "--quiet"]
        whole = folder / "whole.json"
        done = run([*words, "--report", f"json={whole}"])
        assert done.returncode == 1, done
        shards = run([
            "parallel", "--jobs", "2", "--halt", "never", *words, "--shard", "{}/" + str(SHARDS),
            "--report", f"json={folder}/{{}}.json", ":::", *map(str, range(1, SHARDS + 1))])
        assert 0 < shards.returncode <= SHARDS, shards
        files = [str(folder / f"{number}.json") for number in range(1, SHARDS + 1)]
        merged, junit = folder / "merged.json", folder / "merged.xml"
        done = run([program, "merge", *files, "--report", f"json={merged}",
                    "--report", f"junit={junit}", "--report", "text=-"])
        assert done.returncode == 1 and "exit 1" in done.stdout, done
        check(read(whole), read(merged))
        for odd in (files[1:], [*files, str(whole)], [*files[:-1], files[0]]):
            refused = run([program, "merge", *odd])
            assert refused.returncode == 2 and not refused.stdout, refused
        print(f"{TARGETS} targets in {SHARDS} shards: {done.stdout.splitlines()[-1]}")


def check(whole, merged):
    assert steady(whole) == steady(merged), "the shards do not say what one run says"
    codes = {row["name"]: row["exit"] for row in merged["targets"]}
    assert len(codes) == TARGETS
    assert codes.pop("broken") == 1 and codes.pop("dead") == 3 and codes.pop("locked") == 3, codes
    assert set(codes.values()) == {0}, codes


def steady(report):
    report = {**report, "started": None, "seconds": None}
    report["targets"] = [
        {**row, "seconds": None, "requests": row["exit"] != 3 and row["requests"]}
        for row in report["targets"]]
    return json.dumps(report)


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def run(words):
    return subprocess.run(words, capture_output=True, text=True, env=clean(), check=False)


if __name__ == "__main__":
    main(sys.argv[1])
