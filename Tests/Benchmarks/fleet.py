#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Times how many targets one run judges, and prints one line.

usage: fleet.py PROGRAM

200 mocks listen on loopback, and each is asked for one list in one run; TARGETS=N takes another
number of them. The mocks' own work is not in the process time, and is in the time by the clock.
"""

import json
import os
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

import measuring
from subject import mock


def main(program):
    count = int(os.environ.get("TARGETS", "200"))
    with ExitStack() as stack, tempfile.TemporaryDirectory() as folder:
        targets = {f"t{number:03}": stack.enter_context(mock(program)) for number in range(count)}
        fleet = Path(folder) / "fleet.json"
        fleet.write_text(json.dumps({"targets": targets}), encoding="utf-8")
        cost, printed = measuring.cost(
            [program, "run", "--targets", str(fleet), "--only", "ListGcTasks", "--quiet"])
    assert f"targets: {count} as promised" in printed, printed
    print(f"{count} targets: {cost.wall:.2f} s by the clock, {cost.process:.2f} s of processors, "
          f"{cost.peak / (1 << 20):.0f} MiB; {printed.splitlines()[-1]}")


if __name__ == "__main__":
    main(sys.argv[1])
