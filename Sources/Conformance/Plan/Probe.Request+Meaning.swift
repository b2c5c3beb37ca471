// SPDX-License-Identifier: Apache-2.0
// When two requests ask for the same, however their parameters are ordered and encoded.

public import Wire

extension Probe.Request {
  /// What a request asks for, by which a recorded answer is found again.
  public struct Meaning: Sendable, Hashable {
    var method: HTTPRequest.Method
    var path: String
    var query: [Probe.Parameter]
    var credential: Credential
  }

  /// What the request asks for: percent-encoding normalised, parameters sorted by their names.
  public var meaning: Meaning {
    let query = query.enumerated().sorted {
      ($0.element.name, $0.offset) < ($1.element.name, $1.offset)
    }
    return Meaning(
      method: method, path: PercentEncoding.normalized(path),
      query: query.map {
        .init($0.element.name, encoded: PercentEncoding.normalized($0.element.value))
      },
      credential: credential)
  }

  /// The meaning of the request without `offset=0`, which is the documented default.
  public var plainMeaning: Meaning {
    var plain = self
    plain.query.removeAll { $0.name == "offset" && $0.value == "0" }
    return plain.meaning
  }

  /// The request that an origin form describes.
  public init(method: HTTPRequest.Method, target: String, credential: Credential) {
    let request = HTTPRequest(method: method, target: target)
    self.init(
      method: method, path: request.path,
      query: request.query.map { Probe.Parameter($0.name, encoded: $0.value ?? "") },
      credential: credential)
  }
}

extension PercentEncoding {
  /// The text with every segment encoded in one way; one that cannot be decoded stays as it is.
  static func normalized(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "%") || !isPlain($0) }) else {
      return text
    }
    return text.split(separator: "/", omittingEmptySubsequences: false)
      .map { decode($0).map(encode) ?? String($0) }.joined(separator: "/")
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-._~/".utf8.contains(byte)
    }
  }
}
