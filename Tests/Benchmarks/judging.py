#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Times `judge` on a large recording, beside Python's fastest parser and validator of JSON.

usage: judging.py PROGRAM

The recording is made first: a run against the mock with 100,000 rows. Then `judge`, which looks
at every rule, and judging_peer.py, which looks at the shapes of pages alone, take turns. Both are
timed as whole processes. A peak of memory includes what is mapped of the recording.

PAIRS=N takes N turns instead of 5. The packages of the peer are fetched once from PyPI into
.build/benchmark-peers.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

import measuring
import readers
from measuring import cost, least, middle, peer, show, write_shapes
from subject import mock

ROWS = 100_000
PAIRS = int(os.environ.get("PAIRS", "5"))
# Lists of that length are not read to their end, so that some cases stay undecided.
CODES = (0, 4)


def main(program):
    with tempfile.TemporaryDirectory(prefix="swr-judging-") as scratch:
        recording, shapes = Path(scratch, "recording.har"), Path(scratch, "shapes.json")
        record(program, recording)
        write_shapes(program, shapes)
        os.sync()
        judge = [program, "judge", str(recording), "--report", f"text={recording}.txt"]
        python = peer("judging_peer.py", recording, shapes)
        counts = read_once(judge, python)
        costs = {"judge": [], "peer": []}
        commands = {"judge": (judge, CODES), "peer": (python,)}
        for turn in range(PAIRS):
            # Who goes first changes with each turn.
            for name in sorted(commands, reverse=turn % 2 == 1):
                costs[name].append(cost(*commands[name])[0])
    tell(costs, counts["judged_bytes"])


def record(program, recording):
    """Everything that a run asks a list of 100,000 rows."""
    target = recording.with_name("target.json")
    words = ["--target", str(target), "--record", str(recording),
             "--report", f"text={recording}.txt"]
    with mock(program, "--rows", str(ROWS)) as facts:
        target.write_text(json.dumps(facts), encoding="utf-8")
        taken, _ = cost([program, "run", *words], CODES)
    print(f"recorded in {taken.wall:.1f} s, {recording.stat().st_size / 1e6:.1f} MB", flush=True)


def read_once(judge, python):
    """Lets both read the recording untimed, and shows that the peer did what it should."""
    cost(judge, CODES)
    counts = json.loads(cost(python)[1])
    print("{entries:,} exchanges, {bytes:,} bytes of bodies; the peer takes {judged:,} of them, "
          "{judged_bytes:,} bytes: {valid:,} valid, {invalid:,} not".format(**counts), flush=True)
    if counts["invalid"] or counts["judged"] < counts["entries"] * 0.9:
        sys.exit("the peer does not understand the recording")
    return counts


def tell(costs, size):
    rows = []
    for name, taken in costs.items():
        low, mid = least(taken), middle(taken)
        rows.append([
            name, f"{low.process:.3f}", f"{mid.process:.3f}", f"{low.wall:.3f}", f"{mid.wall:.3f}",
            f"{size / mid.process / 1e6:.0f}", f"{size / mid.wall / 1e6:.0f}",
            f"{low.peak / 2**20:.0f}", f"{mid.peak / 2**20:.0f}",
        ])
    judge, other = middle(costs["judge"]), middle(costs["peer"])
    ratios = [f"{ours / theirs:.2f}" for ours, theirs in zip(judge, other)]
    rows.append(["judge/peer", "", ratios[0], "", ratios[1], "", "", "", ratios[2]])
    print(f"{len(costs['judge'])} turns; process is user and system time of all threads\n")
    show(["", "process s", "median", "wall s", "median", "MB/s process", "MB/s wall",
          "peak MiB", "median"], rows)


if __name__ == "__main__":
    readers.run(main, __doc__, __file__, measuring.PEERS, measuring.PACKAGES)
