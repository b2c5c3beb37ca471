#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Times one page of 27 KB after the other over one connection, directly and through `proxy`.

usage: relaying.py PROGRAM    (the release build; needs nginx)

The two ways take turns, so that what else the machine does is in both. What the proxy adds is the
difference of the 50th and of the 99th percentile. REQUESTS=N asks N times each way instead of 5000.
"""

import http.client
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from requesting import SIZE, served

REQUESTS = int(os.environ.get("REQUESTS", "5000"))
PATH = "/v2/p/jobs?limit=100"


def main(program):
    with tempfile.TemporaryDirectory(prefix="swr-relaying-") as folder, served(folder) as url:
        lists = Path(folder, "v2", "p")
        lists.mkdir(parents=True)
        Path(folder, "page").rename(lists / "jobs")
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
            tell(measured([url, ready.read_text(encoding="utf-8").strip()]))
        finally:
            proxy.send_signal(signal.SIGTERM)
            proxy.wait()


def measured(urls):
    """The seconds of each request, of each way."""
    ways = [(http.client.HTTPConnection(url.split("/")[2]), []) for url in urls]
    for _ in range(REQUESTS):
        for connection, times in ways:
            began = time.perf_counter()
            connection.request("GET", PATH, headers={"X-Auth-Token": "a-token-of-nobody"})
            body = connection.getresponse().read()
            times.append(time.perf_counter() - began)
            if len(body) != SIZE:
                sys.exit(f"{len(body)} bytes came")
    return [sorted(times) for _, times in ways]


def tell(ways):
    def at(times, share):
        return times[int(len(times) * share)] * 1000

    direct, relayed = ways
    print(f"{REQUESTS} pages of {SIZE} bytes: "
          f"p50 {at(direct, .5):.3f} ms directly, {at(relayed, .5):.3f} ms through the proxy; "
          f"p99 {at(direct, .99):.3f} and {at(relayed, .99):.3f} ms; "
          f"added p99 {at(relayed, .99) - at(direct, .99):.3f} ms")


if __name__ == "__main__":
    main(sys.argv[1])
