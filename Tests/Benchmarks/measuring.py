# SPDX-License-Identifier: Apache-2.0
"""What a process costs from its start to its end, and tables of such costs."""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "Tests" / "Interop"))

from subject import clean, export, operations

PEERS = ROOT / ".build" / "benchmark-peers"
PACKAGES = ["orjson==3.13.0", "jsonschema-rs==0.61.0"]


class Cost(NamedTuple):
    """Seconds of processors, seconds by the clock, and the most memory that was in use at once."""

    process: float
    wall: float
    peak: int


def cost(words, codes=(0,)):
    """Runs a command to its end; gives its cost and what it printed.

    Linux counts the memory of whoever starts a process into that one's peak, so that scripts which
    call this have to stay small: they import no package and read no large file.
    """
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        began = time.perf_counter()
        process = subprocess.Popen(words, env=clean(), stdout=out, stderr=err)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0), err.seek(0)
        printed, complaint = out.read(), err.read()
    if process.returncode not in codes:
        sys.exit(f"{words} ends in {process.returncode}\n{printed[-2000:]}{complaint[-2000:]}")
    in_kibibytes = sys.platform != "darwin"
    peak = usage.ru_maxrss * (1024 if in_kibibytes else 1)
    return Cost(usage.ru_utime + usage.ru_stime, wall, peak), printed


def middle(costs):
    return Cost(*(median(values) for values in zip(*costs)))


def least(costs):
    return Cost(*(min(values) for values in zip(*costs)))


def peer(script, *words):
    """The command that runs a peer with the Python that has its packages."""
    return [sys.executable, str(Path(__file__).with_name(script)), *map(str, words)]


def write_shapes(program, path):
    """Writes for each list which URLs are its own, and the schema of a page of it."""
    document = json.loads(export(program, "openapi"))
    shapes = []
    for operation in operations(document):
        reference = operation["responses"]["200"]["content"]["application/json"]["schema"]
        shapes.append({
            "operation": operation["operationId"],
            "pattern": "https?://[^/]+" + re.sub(r"\{\w+\}", "[^/]+", operation["path"]),
            "schema": {
                "$schema": "https://json-schema.org/draft/2020-12/schema",
                **reference,
                "components": {"schemas": document["components"]["schemas"]},
            },
        })
    path.write_text(json.dumps(shapes), encoding="utf-8")


def show(head, rows):
    """Prints a table; the first column to the left, numbers to the right."""
    lines = [head, *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    for line in lines:
        cells = [cell.rjust(width) for cell, width in zip(line[1:], widths[1:])]
        print("  ".join([line[0].ljust(widths[0]), *cells]).rstrip(), flush=True)
