// SPDX-License-Identifier: Apache-2.0
// A vendor's HMAC-SHA256 over a request, as a pure function of what is sent.

import Contract
import Digests
import Wire

/// The signature of one request; every header field that the request has is signed.
struct RequestSignature {
  /// What is digested and signed, line by line.
  let canonicalRequest: String
  /// The names of the signed fields, sorted, in lower case, with semicolons between them.
  let signedHeaders: String
  private let date: String
  private let algorithm: String

  /// - Parameter request: What is sent, with `Host` and the signature's date among its fields.
  init(of request: HTTPRequest, by signature: Profile.Credentials.Signature) {
    algorithm = signature.algorithm
    let fields = request.headers.fields
      .map { (name: $0.name.lowercased(), value: $0.value.trimmingBlanks) }
      .sorted { $0.name < $1.name }
    signedHeaders = fields.map(\.name).joined(separator: ";")
    date = request.headers[signature.dateHeader] ?? ""
    canonicalRequest = [
      "\(request.method)", Self.canonicalPath(request.path), Self.canonicalQuery(request.query),
      fields.map { "\($0.name):\($0.value)\n" }.joined(), signedHeaders,
      SHA256.hexadecimal(request.body),
    ].joined(separator: "\n")
  }

  /// 64 lower-case hexadecimal digits.
  func hexadecimal(secret: String) -> String {
    let digest = SHA256.hexadecimal(canonicalRequest.utf8)
    let text = "\(algorithm)\n\(date)\n\(digest)"
    return HMACSHA256.hexadecimal(of: text.utf8, key: secret.utf8)
  }

  /// The value of `Authorization`.
  func authorization(_ keys: Access.AccessKeys) -> String {
    "\(algorithm) Access=\(keys.id), SignedHeaders=\(signedHeaders), "
      + "Signature=\(hexadecimal(secret: keys.secret))"
  }

  /// Decoded, encoded again segment by segment, and always with a slash at its end.
  private static func canonicalPath(_ path: String) -> String {
    let segments = decoded(path).split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let text = segments.map(PercentEncoding.encode).joined(separator: "/")
    return text.hasSuffix("/") ? text : text + "/"
  }

  /// Sorted by name and value as they are before they are encoded.
  private static func canonicalQuery(_ query: [HTTPRequest.QueryItem]) -> String {
    query.map { (name: decoded($0.name), value: decoded($0.value ?? "")) }
      .sorted { left, right in
        left.name == right.name
          ? left.value.lexicographicallyPrecedes(right.value)
          : left.name.lexicographicallyPrecedes(right.name)
      }
      .map { "\(PercentEncoding.encode($0.name))=\(PercentEncoding.encode($0.value))" }
      .joined(separator: "&")
  }

  /// The bytes behind percent-encoding; a `%` without two digits stands for itself.
  private static func decoded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let high = ASCII.hexValue(rest[rest.startIndex]),
        let low = ASCII.hexValue(rest[rest.startIndex + 1])
      {
        bytes.append(high << 4 | low)
        rest.removeFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }
}
