// SPDX-License-Identifier: Apache-2.0
// A second opinion on signatures: computed by Python's hashlib from the requests as they arrived.

import Digests
import Foundation
import Wire

/// Signatures of received requests, by a program that shares no line with ours.
enum ReceivedSignatures {
  static let isPythonThere = FileManager.default.isExecutableFile(atPath: python)
  private static let python = "/usr/bin/python3"

  /// The value that `Authorization` has to have for each request, in order.
  static func expected(of requests: [HTTPRequest], id: String, secret: String) throws -> [String] {
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = ["-c", program, id, secret]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let lines = requests.map { request in
      let fields = request.headers.fields.flatMap { [$0.name, $0.value] }
      return ([request.method.description, request.target] + fields).joined(separator: "\t")
    }
    try input.fileHandleForWriting.write(contentsOf: Data(lines.joined(separator: "\n").utf8))
    try input.fileHandleForWriting.close()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.split(separator: "\n").map(String.init)
  }

  private static let program = #"""
    import hashlib, hmac, sys
    from urllib.parse import quote, unquote_to_bytes

    def code(data, safe="-_.~"):
        return quote(data, safe=safe)

    for line in sys.stdin.buffer.read().decode().split("\n"):
        method, target, *rest = line.split("\t")
        headers = {name.lower(): value for name, value in zip(rest[::2], rest[1::2])}
        path, _, query = target.partition("?")
        names = ["content-type", "host", "x-project-id", "x-sdk-date"]
        names += ["x-security-token"] if "x-security-token" in headers else []
        uri = code(unquote_to_bytes(path), "/-_.~")
        pairs = [pair.partition("=")[::2] for pair in query.split("&") if pair]
        pairs = sorted([unquote_to_bytes(part) for part in pair] for pair in pairs)
        request = "\n".join([
            method, uri if uri.endswith("/") else uri + "/",
            "&".join(code(name) + "=" + code(value) for name, value in pairs),
            "".join("%s:%s\n" % (name, headers[name].strip()) for name in names),
            ";".join(names), hashlib.sha256(b"").hexdigest()])
        digest = hashlib.sha256(request.encode()).hexdigest()
        text = "SDK-HMAC-SHA256\n%s\n%s" % (headers["x-sdk-date"], digest)
        signature = hmac.new(sys.argv[2].encode(), text.encode(), hashlib.sha256).hexdigest()
        print("SDK-HMAC-SHA256 Access=%s, SignedHeaders=%s, Signature=%s"
              % (sys.argv[1], ";".join(names), signature))
    """#
}
