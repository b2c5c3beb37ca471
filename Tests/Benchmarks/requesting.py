#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Times how 3,000 pages of 27 KB are fetched over loopback, beside curl and a Python client.

usage: requesting.py PROGRAM    (the built transport-benchmark; needs nginx and curl)

nginx serves one file. PROGRAM, `curl --parallel` and requesting_peer.py, which has httpx, ask for it
over 4 connections each and take turns; all are timed as whole processes. ROUNDS=N takes N turns
instead of 5, REQUESTS=N another number of pages. The packages of the peer are fetched once from PyPI
into .build/benchmark-peers.
"""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import measuring
import readers
from measuring import cost, middle, peer, show

ROUNDS = int(os.environ.get("ROUNDS", "5"))
REQUESTS = int(os.environ.get("REQUESTS", "3000"))
AT_ONCE = 4
SIZE = 27_000
PACKAGES = [*measuring.PACKAGES, "httpx==0.28.1"]
NGINX = shutil.which("nginx") or "/usr/sbin/nginx"


def main(program):
    with tempfile.TemporaryDirectory(prefix="swr-requesting-") as folder, served(folder) as url:
        commands = {
            "transport": [program, url, str(REQUESTS), str(AT_ONCE)],
            "curl": ["curl", "-sS", "--parallel", "--parallel-max", str(AT_ONCE), "-o",
                     str(Path(folder, "fetched")), f"{url}/page?[1-{REQUESTS}]"],
            "httpx": peer("requesting_peer.py", url, REQUESTS, AT_ONCE),
        }
        costs = {name: [] for name in commands}
        for _ in range(ROUNDS):
            for name, words in commands.items():
                taken, printed = cost(words)
                if name != "curl" and int(printed) != REQUESTS * SIZE:
                    sys.exit(f"{name} read {printed.strip()} bytes")
                costs[name].append(taken)
    tell(costs)


@contextlib.contextmanager
def served(folder, upstream=None):
    """nginx with one file of the size of a page, or with what another server has, at `host:port`."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    Path(folder, "page").write_text("{" + " " * (SIZE - 2) + "}", encoding="utf-8")
    answer = f"root {folder};"
    if upstream:
        answer = ("location / { proxy_pass http://registry; proxy_http_version 1.1;"
                  " proxy_set_header Connection ''; proxy_buffers 8 32k; }")
    folders = " ".join(f"{name}_temp_path {name};" for name in
                       ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"])
    Path(folder, "nginx.conf").write_text(f"""
daemon off; master_process off; pid nginx.pid; error_log stderr error;
events {{ worker_connections 256; }}
http {{
  {folders} access_log off; keepalive_requests 1000000; default_type application/json;
  upstream registry {{ server {upstream or "127.0.0.1:9"}; keepalive 8; }}
  server {{ listen 127.0.0.1:{port}; {answer} }}
}}
""", encoding="utf-8")
    nginx = subprocess.Popen([NGINX, "-p", folder, "-c", "nginx.conf", "-e", "stderr"])
    try:
        while nginx.poll() is None:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
        yield f"http://127.0.0.1:{port}"
    finally:
        nginx.terminate()
        nginx.wait()


def tell(costs):
    lines = []
    for name, taken in costs.items():
        mid = middle(taken)
        lines.append([name, f"{REQUESTS / mid.wall:,.0f}", f"{mid.process / REQUESTS * 1e6:.0f}",
                      f"{mid.peak / 2**20:.0f}"])
    print(f"medians of {ROUNDS} turns of {REQUESTS:,} requests")
    show(["", "requests/s", "µs of process/request", "peak MiB"], lines)


if __name__ == "__main__":
    readers.run(main, __doc__, __file__, measuring.PEERS, PACKAGES)
