#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the one file of a release in a bare Debian that has libcurl and no Swift.

usage: bare_root.py PROGRAM [ROOT]    (needs root, openssl, and debootstrap unless ROOT is there)
"""

import json
import os
import resource
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

CHROOT = shutil.which("chroot", path="/usr/sbin:/usr/bin:/sbin:/bin")
MOST_BYTES = 25_000_000
# What a bare Python needs to start: a time by itself would say more of the machine than of the file.
PEER = (sys.executable, "-I", "-S", "-c", "pass")
ROUNDS = 25


def main(program, root):
    size = program.stat().st_size
    check(f"the file has {size / 1e6:.1f} MB, at most {MOST_BYTES / 1e6:.0f}", size <= MOST_BYTES)
    if not root.exists():
        # From where this machine has its own packages.
        site = subprocess.run(
            ["apt-get", "indextargets", "--format", "$(SITE)", "Created-By: Packages"],
            capture_output=True, text=True, check=True).stdout.split()[0]
        made = subprocess.run(
            ["debootstrap", "--variant=minbase", "--include=libcurl4,ca-certificates", "bookworm",
             root, site], stdout=subprocess.DEVNULL, check=False)
        if made.returncode:
            return print("skipped a bare Debian cannot be made here")
    shutil.copy(program, root / "usr/bin/swr-conformance")
    page = Path(__file__).parents[2] / "Fixtures/pages"
    shutil.copytree(page, root / "tmp/pages", dirs_exist_ok=True)
    check("there is no Swift", not list(root.glob("**/libswiftCore*")))

    inside = Inside(root)
    said = inside("--version", allowed=(2,))
    check("without /proc it says that it cannot read the command line", "/proc" in said, said)
    if subprocess.run(["mount", "-t", "proc", "proc", root / "proc"], check=False).returncode:
        return print("skipped /proc cannot be mounted here")
    try:
        look(program, root, inside)
    finally:
        subprocess.run(["umount", root / "proc"], check=True)


def look(program, root, inside):
    starts = sorted(start_ratio(inside) for _ in range(ROUNDS))
    print(f"        --version took {starts[ROUNDS // 2]:.2f} of the start of Python by the median")
    check("--version takes no longer than a bare Python", starts[ROUNDS // 2] <= 1)
    check("run judges the mock in the file", "0 failed" in inside("run", "--record", "/tmp/run.har"))
    check("judge reads the recording", "0 failed" in inside("judge", "/tmp/run.har"))
    check("docs reads a page", inside("docs", *pages(root), allowed=(0, 1)))
    with inside.mock() as target:
        (root / "tmp/target.json").write_text(json.dumps(target))
        check("run judges a mock that it serves",
              "0 failed" in inside("run", "--target", "/tmp/target.json"))
        inside("bundle", "--target", "/tmp/target.json", "/tmp/bundle")
        check("verify takes the bundle for true", inside("verify", "/tmp/bundle"))
        with tls(target["endpoint"], root / "tmp") as endpoint:
            (root / "tmp/target.json").write_text(json.dumps(target | {"endpoint": endpoint}))
            check("run judges a TLS target with an authority of its own", "0 failed" in inside(
                "run", "--target", "/tmp/target.json", "--ca-file", "/tmp/server.pem"))
            refused = inside("run", "--target", "/tmp/target.json", allowed=(3,))
            check("and none that it does not trust", "0 passed" in refused or "certificate" in refused)
    (root / "usr/lib").joinpath("hidden").mkdir(exist_ok=True)
    hide(root)
    said = inside("run", "--endpoint", "http://127.0.0.1:9", allowed=(2, 3))
    check("a system without libcurl is told which package it lacks", "libcurl4" in said, said)


class Inside:
    """The program, run with the bare system as its root."""

    def __init__(self, root):
        self.root = root

    def __call__(self, *words, allowed=(0,)):
        done = subprocess.run(
            [CHROOT, self.root, "swr-conformance", *words], capture_output=True, text=True,
            env={"PATH": "/usr/bin:/bin"}, check=False)
        if done.returncode not in allowed:
            sys.exit(f"FAILED  swr-conformance {' '.join(words)} ended with {done.returncode}:\n"
                     + done.stdout[-2000:] + done.stderr[-2000:])
        return done.stdout + done.stderr

    def mock(self):
        return Mock([CHROOT, self.root, "swr-conformance"])


class Mock:
    def __init__(self, program):
        self.program = program

    def __enter__(self):
        self.process = subprocess.Popen(
            [*self.program, "mock", "--port", "0", "--print-env"], stdout=subprocess.PIPE, text=True,
            env={"PATH": "/usr/bin:/bin"})
        lines = []
        while not lines or lines[-1] != "}\n":
            lines.append(self.process.stdout.readline())
        return json.loads("".join(lines))

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


class tls:
    """A server with a certificate of its own that hands everything to another."""

    def __init__(self, endpoint, folder):
        host, port = endpoint.removeprefix("http://").split(":")
        self.behind = (host, int(port))
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost",
             "-addext", "subjectAltName=DNS:localhost", "-days", "2", "-keyout", "server.key",
             "-out", "server.pem"], cwd=folder, check=True, capture_output=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder / "server.pem", folder / "server.key")
        self.listener = context.wrap_socket(socket.create_server(("127.0.0.1", 0)), server_side=True)

    def __enter__(self):
        threading.Thread(target=self.accept, daemon=True).start()
        return f"https://localhost:{self.listener.getsockname()[1]}"

    def __exit__(self, *_):
        self.listener.close()

    def accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except ssl.SSLError:
                continue
            except OSError:
                return
            server = socket.create_connection(self.behind)
            for source, sink in [(client, server), (server, client)]:
                threading.Thread(target=pump, args=(source, sink), daemon=True).start()


def pump(source, sink):
    try:
        while data := source.recv(65536):
            sink.sendall(data)
    except OSError:
        pass
    for end in (source, sink):
        try:
            end.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass


def start_ratio(inside):
    """What `--version` takes of a processor, without `chroot`, by what the peer takes."""
    marks = [processor_time()]
    inside("--version")
    marks.append(processor_time())
    subprocess.run([CHROOT, inside.root, "true"], env={"PATH": "/usr/bin:/bin"}, check=True,
                   capture_output=True)
    marks.append(processor_time())
    subprocess.run(PEER, check=True)
    marks.append(processor_time())
    return (2 * marks[1] - marks[0] - marks[2]) / (marks[3] - marks[2])


def processor_time():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def pages(root):
    return [str(Path("/") / path.relative_to(root)) for path in sorted((root / "tmp/pages").glob("*_zh.*"))[:2]]


def hide(root):
    for library in root.glob("usr/lib/*/libcurl.so.4*"):
        library.rename(root / "usr/lib/hidden" / library.name)


def check(statement, holds, evidence=""):
    if not holds:
        sys.exit(f"FAILED  {statement}\n{evidence}")
    print(f"ok      {statement}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    # In mounts of its own, so that a run that is killed leaves no /proc behind in a scratch folder.
    own = ["unshare", "--mount"]
    if "OWN_MOUNTS" not in os.environ and not subprocess.run([*own, "true"], check=False).returncode:
        os.execvpe(own[0], [*own, sys.executable, *sys.argv], {**os.environ, "OWN_MOUNTS": "1"})
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(sys.argv[2]) if len(sys.argv) == 3 else Path(scratch) / "root"
        main(Path(sys.argv[1]).resolve(), root)
