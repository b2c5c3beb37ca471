#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Times one page of 27 KB after the other over one connection: directly, and through two proxies.

usage: relaying.py PROGRAM    (the release build; needs nginx)

One is `PROGRAM proxy`, which judges what passes; the other is nginx, which does not. The ways take
turns at each request, so that what else the machine does is in all of them. What a proxy adds is the
difference of percentiles. REQUESTS=N asks N times each way instead of 5000, ROUNDS=N does so N times
instead of 5 and tells the medians; the proxy is a new one in each.
"""

import contextlib
import http.client
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from measuring import show
from requesting import SIZE, served

REQUESTS = int(os.environ.get("REQUESTS", "5000"))
ROUNDS = int(os.environ.get("ROUNDS", "5"))
PATH = "/v2/p/jobs?limit=100"


def main(program):
    with tempfile.TemporaryDirectory(prefix="swr-relaying-") as folder, served(folder) as url:
        lists = Path(folder, "v2", "p")
        lists.mkdir(parents=True)
        Path(folder, "page").rename(lists / "jobs")
        rounds = []
        for _ in range(ROUNDS):
            with nginx(url) as other, judged(program, url) as own:
                rounds.append(measured({"directly": url, "through nginx": other,
                                        "through proxy": own}))
    tell(rounds)


@contextlib.contextmanager
def nginx(url):
    with tempfile.TemporaryDirectory(prefix="swr-relaying-") as folder:
        with served(folder, upstream=url.split("/")[2]) as relay:
            yield relay


@contextlib.contextmanager
def judged(program, url):
    with tempfile.TemporaryDirectory(prefix="swr-relaying-") as folder:
        ready = Path(folder, "ready")
        with open(Path(folder, "proxy.log"), "wb") as log:
            proxy = subprocess.Popen(
                [program, "proxy", "--endpoint", url, "--port", "0", "--ready-file", ready],
                stdout=log, stderr=log, env={"PATH": os.environ["PATH"]})
        try:
            while not ready.exists():
                if proxy.poll() is not None:
                    sys.exit(f"the proxy ended with {proxy.returncode}")
                time.sleep(0.01)
            yield ready.read_text(encoding="utf-8").strip()
        finally:
            proxy.send_signal(signal.SIGTERM)
            proxy.wait()


def measured(urls):
    """The milliseconds of each request, sorted, of each way."""
    ways = {name: (http.client.HTTPConnection(url.split("/")[2]), []) for name, url in urls.items()}
    for _ in range(REQUESTS):
        for connection, times in ways.values():
            began = time.perf_counter()
            connection.request("GET", PATH, headers={"X-Auth-Token": "a-token-of-nobody"})
            body = connection.getresponse().read()
            times.append((time.perf_counter() - began) * 1000)
            if len(body) != SIZE:
                sys.exit(f"{len(body)} bytes came")
    return {name: sorted(times) for name, (_, times) in ways.items()}


def tell(rounds):
    def at(name, share):
        return [ways[name][int(REQUESTS * share)] for ways in rounds]

    print(f"medians of {ROUNDS} turns of {REQUESTS:,} pages of {SIZE:,} bytes, in ms")
    lines = []
    for name in rounds[0]:
        added = [one - plain for one, plain in zip(at(name, .99), at("directly", .99))]
        lines.append([name] + [f"{statistics.median(at(name, share)):.3f}" for share in (.5, .99)]
                     + ["" if name == "directly" else f"{statistics.median(added):.3f}",
                        " ".join(f"{one:.2f}" for one in added) if name != "directly" else ""])
    show(["", "p50", "p99", "added p99", "in each turn"], lines)


if __name__ == "__main__":
    main(sys.argv[1])
