#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Asks the mock through nginx, HAProxy and a proxy: whose certificates count, and what is said if none does.
"""usage: tls.py PROGRAM    (the built swr-conformance; needs nginx, haproxy and openssl)"""

import contextlib
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import socketserver
import ssl
import subprocess
import sys
import tempfile
import threading

NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
HAPROXY = shutil.which("haproxy") or "/usr/sbin/haproxy"
PROGRAM = str(pathlib.Path(sys.argv[1]).resolve()) if len(sys.argv) == 2 else sys.exit(__doc__)
# libcurl resolves every name below .localhost itself, and the program calls none of them loopback.
HOST, ALIAS = "localhost", "registry.localhost"
# No look-up finds it.
NAMED = "registry.invalid"
failures = []


def check(statement, holds, evidence=""):
    print(("ok      " if holds else "FAILED  ") + statement, flush=True)
    if not holds:
        failures.append(statement)
        print(f"        {evidence}", flush=True)


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def openssl(*words, cwd):
    done = subprocess.run(["openssl", *words], cwd=cwd, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"openssl {' '.join(words)} failed: {done.stderr}")


def make_certificates(folder):
    """An authority, a server key, and certificates of it: good, expired, of another host."""
    subject = ["-newkey", "rsa:2048", "-nodes", "-subj"]
    for name in ["ca", "stranger"]:
        openssl("req", "-x509", *subject, f"/CN=Interop {name}", "-days", "2",
                "-keyout", f"{name}.key", "-out", f"{name}.pem", cwd=folder)
    for name in ["server", "client"]:
        openssl("req", *subject, f"/CN=interop {name}", "-keyout", f"{name}.key", "-out",
                f"{name}.csr", cwd=folder)
    (folder / "index").touch()
    (folder / "serial").write_text("01")
    (folder / "ca.cnf").write_text(
        "[ca]\ndefault_ca=d\n[d]\ndatabase=index\nserial=serial\nnew_certs_dir=.\n"
        "default_md=sha256\npolicy=p\nunique_subject=no\n[p]\ncommonName=supplied\n")
    days = {"good": ("20200101000000Z", "20991231000000Z", f"{HOST},DNS:{ALIAS},DNS:{NAMED},IP:::1"),
            "client": ("20200101000000Z", "20991231000000Z", "client.example"),
            "expired": ("20200101000000Z", "20200201000000Z", HOST),
            "other": ("20200101000000Z", "20991231000000Z", "other.example")}
    for name, (start, end, host) in days.items():
        (folder / f"{name}.ext").write_text(f"subjectAltName=DNS:{host}\n")
        openssl("ca", "-batch", "-notext", "-config", "ca.cnf", "-cert", "ca.pem", "-keyfile",
                "ca.key", "-in", "client.csr" if name == "client" else "server.csr", "-out",
                f"{name}.pem", "-startdate", start, "-enddate", end, "-extfile", f"{name}.ext",
                cwd=folder)
    for name, key in [("good", "server"), ("client", "client")]:
        text = [(folder / file).read_text() for file in [f"{name}.pem", f"{key}.key"]]
        (folder / f"{name}-and-key.pem").write_text("".join(text))
    openssl("pkey", "-in", "client.key", "-aes256", "-passout", "pass:x", "-out", "locked.key",
            cwd=folder)


def nginx_configuration(mock, ports):
    """TLS in front of the mock, in every way that goes wrong."""
    server = """
  server {{
    listen 127.0.0.1:{port} ssl{http2}; ssl_certificate {certificate}.pem; {more}
    location / {{ proxy_pass {mock}; proxy_http_version 1.1; }}
  }}"""
    demand = "ssl_client_certificate ca.pem; ssl_verify_client on;"
    kinds = {"good": ("good", " http2", ""), "http1": ("good", "", ""),
             "expired": ("expired", " http2", ""), "other": ("other", " http2", ""),
             "demanding": ("good", " http2", demand)}
    servers = "".join(
        server.format(port=ports[kind], certificate=kinds[kind][0], http2=kinds[kind][1],
                      more=kinds[kind][2], mock=mock) for kind in kinds)
    folders = " ".join(f"{name}_temp_path {name};" for name in
                       ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"])
    return f"""
daemon off; master_process off; pid nginx.pid; error_log stderr error;
events {{ worker_connections 256; }}
http {{
  {folders} log_format line '$server_protocol $status';
  access_log access.log line; ssl_certificate_key server.key;{servers}
}}
"""


def haproxy_configuration(mock, ports):
    """HAProxy in front of the mock: both releases of TLS, IPv6, and a demand for a certificate."""
    crt = "ssl crt good-and-key.pem alpn h2,http/1.1"
    binds = {"haproxy": f"127.0.0.1:{{}} {crt}", "tls12": f"127.0.0.1:{{}} {crt} ssl-max-ver TLSv1.2",
             "tls13": f"127.0.0.1:{{}} {crt} ssl-min-ver TLSv1.3", "ipv6": f"[::1]:{{}} {crt}",
             "required": f"127.0.0.1:{{}} {crt} ca-file ca.pem verify required"}
    lines = "\n".join(f"  bind {bind.format(ports[kind])}" for kind, bind in binds.items())
    # What a client may send at most, so that long requests reach the mock as they do without it.
    return f"""
global
  tune.bufsize 65536
defaults
  mode http
  timeout connect 5s
  timeout client 30s
  timeout server 30s
frontend all
{lines}
  default_backend mock
backend mock
  server mock {mock.removeprefix("http://")}
"""


@contextlib.contextmanager
def running(words, **options):
    process = subprocess.Popen(words, stdin=subprocess.DEVNULL, **options)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def wait_for(port, process, name="nginx"):
    while process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
    sys.exit(f"{name} ended with code {process.returncode}")


class Proxy(socketserver.ThreadingTCPServer):
    """Knows CONNECT, every host leads to this machine; or only answers with a status."""
    daemon_threads = True

    def __init__(self, status=200):
        super().__init__(("127.0.0.1", 0), Tunnel)
        self.status, self.heads = status, []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def port(self):
        return self.server_address[1]


class Tunnel(socketserver.BaseRequestHandler):
    def handle(self):
        head = b""
        while b"\r\n\r\n" not in head:
            head += (piece := self.request.recv(65536))
            if not piece:
                return
        self.server.heads.append(head.decode())
        connect = re.match(r"CONNECT \S+:(\d+) ", head.decode())
        status = self.server.status
        self.request.sendall(b"HTTP/1.1 %d x\r\n" % status + (
            b"\r\n" if status == 200 else b"Content-Length: 0\r\nConnection: close\r\n\r\n"))
        if status == 200 and connect:
            with socket.create_connection(("127.0.0.1", int(connect[1]))) as server:
                threading.Thread(target=pump, args=(self.request, server), daemon=True).start()
                pump(server, self.request)


@contextlib.contextmanager
def running_demand(folder):
    """A server that ends the handshake of TLS 1.3 if the client has no certificate."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile=folder / "ca.pem")
    context.load_cert_chain(folder / "good.pem", folder / "server.key")
    context.verify_mode = ssl.CERT_REQUIRED
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=refuse_all, args=(listener, context), daemon=True).start()
        yield listener.getsockname()[1]


def refuse_all(listener, context):
    while True:
        try:
            peer = listener.accept()[0]
        except OSError:
            return
        tls = context.wrap_socket(peer, server_side=True, do_handshake_on_connect=False)
        with contextlib.suppress(OSError), tls:
            with contextlib.suppress(ssl.SSLError):
                tls.do_handshake()
            # Unread bytes would turn the close into a reset, and the alert would be lost.
            while socket.socket.recv(tls, 65536):
                pass


def pump(source, sink):
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)


class Run:
    """One run of the program, its two streams and its JSON report."""

    def __init__(self, endpoint, *words, target, **variables):
        clean = {k: v for k, v in os.environ.items()
                 if not k.startswith("SWR_") and not k.lower().endswith("_proxy")}
        report = target.parent / "report.json"
        report.unlink(missing_ok=True)
        self.done = subprocess.run(
            [PROGRAM, "run", "--target", str(target), "--endpoint", endpoint,
             "--report", "text=-", "--report", f"json={report}", *words],
            env={**clean, **variables}, capture_output=True, text=True, timeout=300)
        self.code, self.text = self.done.returncode, self.done.stdout + self.done.stderr
        self.flat = " ".join(self.text.split())
        self.json = json.loads(report.read_text()) if report.exists() else {}

    @property
    def outcomes(self):
        return {case["id"]: case["outcome"] for case in self.json["cases"]}


def main(folder):
    make_certificates(folder)
    with running([PROGRAM, "mock", "--port", "0", "--print-env"], stdout=subprocess.PIPE,
                 text=True) as mock:
        text = ""
        while "}" not in text:
            text += mock.stdout.readline()
        target = folder / "target.json"
        target.write_text(text)
        plain = json.loads(text)["endpoint"]
        ports = {kind: free_port() for kind in [
            "good", "http1", "expired", "other", "demanding", "haproxy", "tls12", "tls13", "ipv6",
            "required"]}
        (folder / "haproxy.cfg").write_text(haproxy_configuration(plain, ports))
        (folder / "nginx.conf").write_text(nginx_configuration(plain, ports))
        with running([NGINX, "-p", str(folder), "-c", "nginx.conf", "-e", "stderr"]) as nginx, \
                running([HAPROXY, "-q", "-f", "haproxy.cfg"], cwd=folder) as haproxy:
            wait_for(ports["good"], nginx)
            wait_for(ports["haproxy"], haproxy, "haproxy")
            judge(folder, target, plain, ports)


def judge(folder, target, plain, ports):
    ca = ["--ca-file", str(folder / "ca.pem")]
    few = ["--only", "ListGcTasks.shape"]
    secure = {kind: f"https://{HOST}:{port}" for kind, port in ports.items()}
    through = f"https://{ALIAS}:{ports['good']}"

    def run(endpoint, *words, **variables):
        return Run(endpoint, *words, target=target, **variables)

    def unreached(statement, words, asked):
        inconclusive = asked.code == 3 and asked.json["summary"]["failed"] == 0
        check(statement, inconclusive and words in asked.flat, asked.text)

    def usage(statement, words, *options, **variables):
        asked = run(through, *few, *options, **variables)
        check(statement, asked.code == 2 and words in asked.flat and not asked.json, asked.text)

    whole = run(plain)
    tls = run(secure["good"], *ca)
    differing = {k: v for k, v in tls.outcomes.items() if whole.outcomes[k] != v}
    check("a run over TLS says of every case what a plain one says",
          tls.code == whole.code == 0 and not differing, differing or tls.text)
    check("as many requests are sent over TLS", tls.json["requests"] == whole.json["requests"])
    log = (folder / "access.log").read_text().splitlines()
    check("all of them are HTTP/2", len(log) == tls.json["requests"]
          and all(line.startswith("HTTP/2.0 ") for line in log), log[:3])
    older = run(secure["http1"], *ca)
    differing = {k: v for k, v in older.outcomes.items() if whole.outcomes[k] != v}
    log = (folder / "access.log").read_text()
    check("over HTTP/1.1 nginx refuses 8 KB with its own page, a warning and all that differs",
          older.code == 0 and "HTTP/1.1 200" in log and " 414\n" in log
          and set(differing.values()) == {"warned"}
          and {k.split(".errors.")[-1] for k in differing}
          == {"error-shape", "error-content-type-json"}, differing)

    unreached("an unknown authority is told with --ca-file", "that nobody we trust has signed; "
              "name the authority's own with --ca-file FILE.pem", run(secure["good"], *few))
    unreached("an authority beside the one in the file is not trusted",
              "that nobody we trust has signed",
              run(secure["good"], *few, "--ca-file", str(folder / "stranger.pem")))
    insecure = run(secure["other"], *few, "--insecure")
    check("--insecure takes any certificate", insecure.code == 0, insecure.text)
    check("every report says that certificates were not verified",
          "certificates were not verified (--insecure)" in insecure.flat
          and "(--insecure)" in " ".join(insecure.json["notices"]), insecure.text)
    check("no other report says so", tls.json["notices"] == [] and "--insecure" not in tls.text)
    unreached("an expired certificate is told", "has expired", run(secure["expired"], *few, *ca))
    unreached("another host's certificate is told", "is for another host name",
              run(secure["other"], *few, *ca))
    unreached("a demand for a client certificate is told", "demands a client certificate",
              run(secure["demanding"], *few, *ca))
    with running_demand(folder) as port:
        unreached("a demand that TLS itself makes is told", "demands a client certificate",
                  run(f"https://{HOST}:{port}", *few, *ca))
    unreached("http to a TLS port is told", "speaks TLS on this port; write https://",
              run(secure["good"].replace("https", "http"), *few))
    unreached("https to a plain port is told", "speaks no TLS on this port; write http://",
              run(plain.replace("http", "https"), *few))

    usage("a CA file that is not there is told", "cannot be read: there is no such file",
          "--ca-file", str(folder / "none.pem"))
    usage("a CA file that is none is told", "holds no certificate in PEM form",
          "--ca-file", str(folder / "server.key"))
    usage("--ca-file and --insecure contradict", "keep one of them", *ca, "--insecure")
    certificates(run, unreached, usage, folder, secure, few + ca)
    ways(run, folder, secure, whole, ports, ca)
    usage("a proxy that is no URL is told without its password", "HTTPS_PROXY is no URL of a proxy",
          *ca, HTTPS_PROXY="ftp://me:hunter2@127.0.0.1:1")
    proxies(run, unreached, few + ca, through, secure["good"])


def certificates(run, unreached, usage, folder, secure, words):
    """What we show to a server that asks who we are."""
    cert, key = ["--cert", str(folder / "client.pem")], ["--key", str(folder / "client.key")]
    both = str(folder / "client-and-key.pem")
    for kind in ["demanding", "required"]:
        asked = run(secure[kind], *words, *cert, *key)
        check(f"a certificate and its key are shown ({kind})", asked.code == 0, asked.text)
        asked = run(secure[kind], *words, "--cert", both)
        check(f"so are both in one file ({kind})", asked.code == 0, asked.text)
    asked = run(secure["required"], *words, SWR_CERT=both)
    check("the environment may name it", asked.code == 0, asked.text)
    unreached("HAProxy's demand is told", "demands a client certificate",
              run(secure["required"], *words))
    stranger = ["--cert", str(folder / "stranger.pem"), "--key", str(folder / "stranger.key")]
    unreached("a certificate that nginx does not take is told", "behind --cert is not taken",
              run(secure["demanding"], *words, *stranger))
    usage("a certificate that is not there is told", "check the path behind --cert",
          "--cert", str(folder / "none.pem"), *key)
    usage("a certificate without its key is told", "holds no private key", *cert)
    usage("a locked key is told, and nobody is asked", "is encrypted", *cert, "--key",
          str(folder / "locked.key"))
    unreached("a key of another certificate is told", "does not go with its key",
              run(secure["required"], *words, *cert, "--key", str(folder / "server.key")))


def ways(run, folder, secure, whole, ports, ca):
    """By which address, release and protocol an endpoint is reached."""
    for kind in ["haproxy", "tls12", "tls13"]:
        asked = run(secure[kind], *ca)
        differing = {k: v for k, v in asked.outcomes.items() if whole.outcomes[k] != v}
        check(f"a run through HAProxy says what a plain one says ({kind})",
              asked.code == 0 and not differing, differing or asked.text)
    few = ["--only", "ListGcTasks.shape", *ca]
    asked = run(f"https://[::1]:{ports['ipv6']}", *few)
    check("an IPv6 address is an endpoint", asked.code == 0, asked.text)
    named = f"https://{NAMED}:{ports['good']}"
    place = f"{NAMED}:{ports['good']}:127.0.0.1"
    asked = run(named, *few, "--resolve", place)
    check("--resolve reaches a host without a look-up", asked.code == 0, asked.text)
    asked = run(named, *few, SWR_RESOLVE=place)
    check("so does SWR_RESOLVE", asked.code == 0, asked.text)
    asked = run(named, *few)
    check("without it the host is not known", "is no known host" in asked.flat, asked.text)
    (folder / "access.log").write_text("")
    asked = run(secure["good"], *few, "--http1.1")
    log = (folder / "access.log").read_text().splitlines()
    check("--http1.1 speaks nothing newer", asked.code == 0 and log
          and all(line.startswith("HTTP/1.1 ") for line in log), log[:3] or asked.text)


def proxies(run, unreached, words, through, loopback):
    with contextlib.ExitStack() as stack:
        tunnel, barred, asking = (stack.enter_context(Proxy(status)) for status in [200, 403, 407])
        named = [f"http://me:hunter2@127.0.0.1:{proxy.port}" for proxy in [tunnel, barred, asking]]
        asked = run(through, *words, HTTPS_PROXY=named[0])
        check("HTTPS_PROXY is gone through", asked.code == 0 and tunnel.heads
              and all(head.startswith("CONNECT registry.localhost:") for head in tunnel.heads)
              and "Proxy-Authorization: Basic" in tunnel.heads[0], asked.text)
        count = len(tunnel.heads)
        asked = run(through, *words, HTTPS_PROXY=named[0], NO_PROXY=ALIAS)
        check("NO_PROXY is gone round", asked.code == 0 and len(tunnel.heads) == count, asked.text)
        asked = run(loopback, *words, HTTPS_PROXY=named[0])
        check("loopback needs no proxy", asked.code == 0 and len(tunnel.heads) == count, asked.text)

        host = f"http://127.0.0.1:{barred.port}"
        refused = run(through, *words, HTTPS_PROXY=named[1])
        unreached("a proxy that bars the way is named",
                  f"the proxy {host} does not lead to {ALIAS}", refused)
        wanting = run(through, *words, HTTPS_PROXY=named[2])
        unreached("a proxy that knows no such user is named", "does not let in the user", wanting)
        anonymous = run(through, *words, HTTPS_PROXY=f"http://127.0.0.1:{asking.port}")
        unreached("a proxy that asks for a user is named", "asks for a user (407)", anonymous)
        plain = run(through.replace("https", "http"), *words, "--allow-plaintext",
                    http_proxy=f"http://127.0.0.1:{asking.port}")
        unreached("so it is before a plain endpoint", "asks for a user (407)", plain)
        absent = run(through, *words, HTTPS_PROXY=f"http://me:hunter2@127.0.0.1:{free_port()}")
        unreached("a proxy that is not there is named", "refused the connection; check that it runs",
                  absent)
        check("no output has the proxy's password",
              not any("hunter2" in r.text + json.dumps(r.json) for r in [refused, wanting, absent]))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="swr-interop-") as scratch:
        main(pathlib.Path(scratch))
    if failures:
        sys.exit(f"{len(failures)} checks failed: {'; '.join(failures)}")
