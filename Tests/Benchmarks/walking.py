#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Times how a list of 10,000 to 1,000,000 rows is read to its end, beside a Python client.

usage: walking.py PROGRAM

`run --pages all` judges the paging of one list that `PROGRAM mock` serves; walking_peer.py reads
the same pages over one connection, holds each to its schema and looks for ids that come twice.
They take turns, and both are timed as whole processes. What the mock itself takes for a page is
measured first, with a client that does nothing else, since both wait for it. A PROGRAM without
`--pages` is timed with what it reads without, which is compared with nothing.

ROUNDS=N takes N turns instead of 3, ROWS=N,… other lengths. The packages of the peer are fetched
once from PyPI into .build/benchmark-peers.
"""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

import measuring
import readers
from measuring import cost, middle, peer, show, write_shapes
from subject import clean, export, mock, operations, values

LIST = "ListInstanceRetentionPolicyExecTasks"
LIMIT = 100
ROWS = [int(rows) for rows in os.environ.get("ROWS", "10000,100000,1000000").split(",")]
ROUNDS = int(os.environ.get("ROUNDS", "3"))
# Promises that a list is too short for do not matter here.
CODES = (0, 4)
# So many pages tell what the mock takes for one.
SAMPLE = 200


def main(program):
    pages = ["--pages", "all"] if knows_pages(program) else []
    if not pages:
        print(f"{program} has no option --pages: it does not read the list to its end,\n"
              "and its figures for a row are left out")
    print(f"medians of {ROUNDS} turns; process is user and system time of all threads")
    document = json.loads(export(program, "openapi"))
    operation = next(o for o in operations(document) if o["operationId"] == LIST)
    with tempfile.TemporaryDirectory(prefix="swr-walking-") as scratch:
        write_shapes(program, Path(scratch, "shapes.json"))
        for rows in ROWS:
            walk(program, pages, operation, rows, Path(scratch))


def knows_pages(program):
    words = [program, "run", "--pages", "all", "--only", f"{LIST}.paging"]
    tried = subprocess.run(words, env=clean(), capture_output=True, text=True, check=False)
    if tried.returncode == 2 and "unknown option" in tried.stderr:
        return False
    if tried.returncode not in CODES:
        sys.exit(f"{words} ends in {tried.returncode}\n{tried.stdout}{tried.stderr}")
    return True


def walk(program, pages, operation, rows, scratch):
    """Lets both read a list of that many rows in turns."""
    began = time.perf_counter()
    with mock(program, "--rows", str(rows)) as facts:
        started = time.perf_counter() - began
        path = operation["path"].format(**dict(values(operation, facts)))
        page, size = mock_alone(facts, path, rows)
        print(f"\n{rows:,} rows: the mock starts in {started * 1e3:.0f} ms and takes "
              f"{page * 1e6:.0f} µs for a page of {size:,} bytes, {1 / page:,.0f} pages/s",
              flush=True)
        target, report = scratch / "target.json", scratch / "report.json"
        target.write_text(json.dumps(facts), encoding="utf-8")
        ours = [program, "run", "--target", str(target), "--only", f"{LIST}.paging",
                "--report", f"json={report}", *pages]
        theirs = peer("walking_peer.py", target, scratch / "shapes.json", path)
        costs = {"run": [], "peer": []}
        for _ in range(ROUNDS):
            costs["run"].append(cost(ours, CODES)[0])
            taken, printed = cost(theirs)
            costs["peer"].append(taken)
        read = json.loads(printed)
    if (read["rows"], read["invalid"], read["duplicates"]) != (rows, 0, 0):
        sys.exit(f"the peer does not find the list that is there: {read}")
    asked = json.loads(report.read_text(encoding="utf-8"))["requests"]
    if pages and asked < rows // LIMIT:
        sys.exit(f"{program} sends {asked} requests, too few to read the list to its end")
    tell(costs, {"run": asked, "peer": read["requests"]},
         {"run": rows if pages else None, "peer": rows})


def mock_alone(facts, path, rows):
    """Seconds for a page and its bytes, asked for as simply as can be, over all of the list."""
    host, port = urlsplit(facts["endpoint"]).netloc.split(":")
    count = min(SAMPLE, rows // LIMIT)
    offsets = [rows // LIMIT * number // count * LIMIT for number in range(count)]
    with socket.create_connection((host, int(port))) as wire:
        wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        began, size = time.perf_counter(), 0
        for offset in offsets:
            wire.sendall(f"GET {path}?limit={LIMIT}&offset={offset} HTTP/1.1\r\n"
                         f"Host: {host}:{port}\r\n"
                         f"X-Auth-Token: {facts['token']}\r\n\r\n".encode())
            size += receive(wire)
        return (time.perf_counter() - began) / count, size // count


def receive(wire):
    """Reads one answer; the length of its body."""
    received = bytearray()
    while b"\r\n\r\n" not in received:
        received += wire.recv(1 << 16) or sys.exit("the mock closes the connection")
    head, _, body = bytes(received).partition(b"\r\n\r\n")
    fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:])
    if b" 200 " not in head.split(b"\r\n")[0]:
        sys.exit(f"the mock refuses a page: {head.decode()}")
    length, count = int(fields[b"content-length"]), len(body)
    while count < length:
        count += len(wire.recv(1 << 16)) or sys.exit("the mock closes the connection")
    return length


def tell(costs, requests, rows):
    lines = []
    for name, taken in costs.items():
        mid, asked, read = middle(taken), requests[name], rows[name]
        by_row = [f"{seconds / read * 1e6:.2f}" if read else "–" for seconds in mid[:2]]
        by_request = [f"{seconds / asked * 1e6:.0f}" for seconds in mid[:2]]
        lines.append([name, f"{asked:,}", f"{mid.process:.3f}", f"{mid.wall:.3f}",
                      f"{mid.peak / 2**20:.0f}", *by_request, *by_row])
    if rows["run"]:
        ratios = [f"{ours / theirs:.2f}" for ours, theirs in zip(*map(middle, costs.values()))]
        lines.append(["run/peer", "", *ratios, "", "", "", ""])
    show(["", "requests", "process s", "wall s", "peak MiB", "µs/request: process", "wall",
          "µs/row: process", "wall"], lines)


if __name__ == "__main__":
    readers.run(main, __doc__, __file__, measuring.PEERS, measuring.PACKAGES)
