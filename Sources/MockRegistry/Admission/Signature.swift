// SPDX-License-Identifier: Apache-2.0
// SDK-HMAC-SHA256, computed again from what has arrived; no line is shared with who signs.

import Digests
public import Wire

/// What an `Authorization` field claims: whose key, over which fields, with which result.
struct Signature: Sendable, Hashable {
  static let algorithm = "SDK-HMAC-SHA256"

  var access: String
  /// The lower-case names of the fields that are signed, as they were sent.
  var names: [String]
  /// 64 hexadecimal digits.
  var digits: String

  /// Reads `SDK-HMAC-SHA256 Access=…, SignedHeaders=a;b, Signature=…`.
  init?(_ authorization: String) {
    guard authorization.hasPrefix(Self.algorithm + " ") else { return nil }
    var values: [Substring: String] = [:]
    for part in authorization.dropFirst(Self.algorithm.count + 1).split(separator: ",") {
      let pair = part.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, values[pair[0]] == nil else { return nil }
      values[pair[0]] = String(pair[1])
    }
    guard values.count == 3, let access = values["Access"], let names = values["SignedHeaders"],
      let digits = values["Signature"]
    else { return nil }
    self.access = access
    self.names = names.split(separator: ";").map { $0.lowercased() }
    self.digits = digits
  }

  init(access: String, names: [String], digits: String = "") {
    self.access = access
    self.names = names
    self.digits = digits
  }

  /// The result that somebody with that secret comes to; nil if a signed field did not arrive.
  func digits(of request: HTTPRequest, secret: String) -> String? {
    guard let date = request.headers["X-Sdk-Date"], let canonical = canonicalForm(of: request)
    else { return nil }
    let message = [Self.algorithm, date, SHA256.hexadecimal(canonical.utf8)]
    return HMACSHA256.hexadecimal(of: message.joined(separator: "\n").utf8, key: secret.utf8)
  }

  /// The request as it is digested: method, path, query, fields, their names, digest of the body.
  func canonicalForm(of request: HTTPRequest) -> String? {
    var fields = ""
    for name in names.sorted() {
      let values = request.headers.values(of: name)
      guard !values.isEmpty else { return nil }
      fields += "\(name):\(values.map(\.withoutBlanksAround).joined(separator: ","))\n"
    }
    let path = Self.recoded(request.path, keeping: UInt8(ascii: "/"))
    return [
      request.method.description, path.hasSuffix("/") ? path : path + "/",
      Self.query(request.query), fields, names.sorted().joined(separator: ";"),
      SHA256.hexadecimal(request.body),
    ].joined(separator: "\n")
  }

  private static func query(_ items: [HTTPRequest.QueryItem]) -> String {
    items.map { (decoded($0.name), decoded($0.value ?? "")) }
      .sorted { left, right in
        left.0 == right.0
          ? left.1.lexicographicallyPrecedes(right.1) : left.0.lexicographicallyPrecedes(right.0)
      }
      .map { "\(encoded($0.0))=\(encoded($0.1))" }
      .joined(separator: "&")
  }

  private static func recoded(_ text: String, keeping byte: UInt8) -> String {
    decoded(text).split(separator: byte, omittingEmptySubsequences: false)
      .map { encoded(Array($0)) }
      .joined(separator: String(decoding: [byte], as: UTF8.self))
  }

  /// The bytes behind a percent-encoding; a `%` without two digits stands for itself.
  private static func decoded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2).compactMap(ASCII.hexValue)
      if byte == UInt8(ascii: "%"), digits.count == 2 {
        bytes.append(digits[0] << 4 | digits[1])
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  /// All but letters, digits and `-_.~` as `%` and two upper-case digits.
  private static func encoded(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        String(decoding: [byte], as: UTF8.self)
      default: "%" + ASCII.hexadecimal(byte)
      }
    }.joined()
  }
}

extension MockRegistry {
  /// The request as a client sends it who has the permanent keys.
  ///
  /// - Parameter age: How many seconds ago it was signed, by the clock of this registry.
  public func signed(_ request: HTTPRequest, age: Int = 0) -> HTTPRequest {
    var signed = request
    let date = Instant(seconds: Int64(configuration.clock() - age)).description
    signed.headers["X-Sdk-Date"] = date.filter { $0 != "-" && $0 != ":" }
    let (key, names) = (AccessKey.permanent, ["x-sdk-date"])
    let digits = Signature(access: key.id, names: names).digits(of: signed, secret: key.secret)
    signed.headers["Authorization"] =
      "\(Signature.algorithm) Access=\(key.id), SignedHeaders=\(names[0]), "
      + "Signature=\(digits ?? "")"
    return signed
  }
}

extension String {
  fileprivate var withoutBlanksAround: Substring {
    var text = self[...].drop { $0 == " " || $0 == "\t" }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return text
  }
}
