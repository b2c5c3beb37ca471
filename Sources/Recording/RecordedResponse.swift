// SPDX-License-Identifier: Apache-2.0
// A recorded answer whose body stays in the file until somebody asks for it.

import Wire

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// An answer as a recording holds it.
struct RecordedResponse: Sendable, Hashable {
  var status: HTTPResponse.Status
  var headers: HTTPFields
  var body: Body
  /// When its parts came, as far as the recording tells.
  var phases: ExchangePhases?
  /// How it travelled.
  var arrival: HTTPResponse.Arrival?
  /// Whether nobody knows the secret that it may repeat.
  var isUnsought = false
  /// What another program tells of the answer, by which it is seen what is left out; nil in a
  /// recording of ours, which leaves out nothing.
  var expected: Expected?

  struct Expected: Sendable, Hashable {
    /// How long the body was, in bytes; 0 where nobody says so.
    var length: Int
    /// Why the answer did not come whole.
    var breakage: String?
    /// Whether the program says that it cut the body.
    var isCut = false
    /// Whether it travelled compressed, so that the text may be what travelled.
    var isCoded = false
    /// Whether its header fields are there.
    var headers: Bool
    /// What its text is said to be coded in, where nobody knows that coding.
    var encoding: String?
  }

  enum Body: Sendable, Hashable {
    /// A short one, as it was received.
    case bytes([UInt8])
    /// The string literal at that place of the file.
    case text(Range<Int>)
    /// The string literal at that place of the file, which is said to be Base64.
    case base64(Range<Int>)
    /// The file of that name beside the recording.
    case attached(String)
    /// It was not kept; the sentence says so.
    case unknown(String)

    var isKnown: Bool { if case .unknown = self { false } else { true } }

    /// Nil if the text is no Base64; programs that say so of plain text are known, and others write
    /// the letters of URLs or leave the end out (RFC 4648, 5).
    static func decoded(base64 text: [UInt8]) -> [UInt8]? {
      var letters = text.compactMap { byte -> UInt8? in
        switch byte {
        case UInt8(ascii: "-"): UInt8(ascii: "+")
        case UInt8(ascii: "_"): UInt8(ascii: "/")
        case UInt8(ascii: "="): nil
        default: byte.isBlank ? nil : byte
        }
      }
      letters += [UInt8](repeating: UInt8(ascii: "="), count: (4 - letters.count % 4) % 4)
      return Data(base64Encoded: Data(letters)).map { Array($0) }
    }
  }

  /// The answer as it was received; nil where somebody changed the file.
  func whole(from file: RecordingFile?) -> HTTPResponse? {
    var gaps = HTTPResponse.Gaps()
    gaps.headers = expected?.headers == false
    gaps.framing = expected != nil
    gaps.secrets = isUnsought
    guard var bytes = bytes(from: file, &gaps) else { return nil }
    if let expected, gaps.body == nil, let decoded = bytes.untoldBase64(of: expected.length) {
      bytes = decoded
    }
    if let expected, gaps.body == nil { gaps.body = bytes.gap(expected) }
    var response = HTTPResponse(status: status, headers: headers, body: bytes, phases: phases)
    response.gaps = gaps
    response.arrival = arrival
    return response
  }

  private func bytes(from file: RecordingFile?, _ gaps: inout HTTPResponse.Gaps) -> [UInt8]? {
    switch body {
    case .bytes(let bytes): return bytes
    case .text(let literal): return file?.text(of: literal)
    case .base64(let literal): return file?.text(of: literal).map { Body.decoded(base64: $0) ?? $0 }
    case .attached(let name): return file?.attachment(name)
    case .unknown(let why):
      gaps.body = why
      return []
    }
  }
}

extension [UInt8] {
  /// What these stand for if they are Base64 of so many bytes, whatever the program says of them.
  fileprivate func untoldBase64(of length: Int) -> [UInt8]? {
    guard first != UInt8(ascii: "{"), length > 0, count > length,
      let decoded = RecordedResponse.Body.decoded(base64: self), decoded.count == length
    else { return nil }
    return decoded
  }

  /// Why a body is not the one that came, by what is told of it; nil where nothing speaks against it.
  fileprivate func gap(_ expected: RecordedResponse.Expected) -> String? {
    if first == 0x1F || expected.isCoded && !isText {
      return "its body was kept compressed; export it decoded"
    }
    let isCut = expected.isCut || isMarkedAsCut
    let isLong = expected.length > 0 && count > expected.length
    let isShort = count < expected.length || expected.breakage != nil || isCut || isLong
    guard isShort || expected.encoding != nil, (try? JSONDocument(parsing: self)) == nil else {
      return nil
    }
    if let encoding = expected.encoding {
      return "its body was kept in the unknown encoding \(encoding.prefix(40)); export it as text"
    }
    if let breakage = expected.breakage { return "its body broke off: \(breakage)" }
    if isLong {
      return
        "\(count.counted("byte")) were kept of \(expected.length) of its body; export it as it came"
    }
    return count < expected.length
      ? "only \(count) of \(expected.length.counted("byte")) of its body were kept; export it whole"
      : "its body was cut where it was recorded; export it whole"
  }

  /// Whether it may be an answer that somebody reads, and not the bytes of a compression, which some
  /// programs keep as if they were UTF-8; none of those begins like an object or a page.
  private var isText: Bool {
    let blanks = Array(" \t\r\n".utf8)
    guard let start = first(where: { !blanks.contains($0) }) else { return true }
    if [UInt8(ascii: "{"), UInt8(ascii: "<")].contains(start) { return true }
    let isPlain = allSatisfy { $0 >= 0x20 || blanks.contains($0) }
    return isPlain
      && String(validating: self, as: UTF8.self)?.unicodeScalars.contains("\u{FFFD}") == false
  }

  /// Whether it ends in words that say so, as no JSON does.
  private var isMarkedAsCut: Bool {
    guard let end = last(where: { !$0.isBlank }), end != UInt8(ascii: "}") else { return false }
    let words = String(decoding: suffix(120), as: UTF8.self).lowercased()
    // A page for people may end so, and not what begins like JSON.
    let isJSON = first { !$0.isBlank }.map("{[".utf8.contains) ?? false
    return words.contains("truncated")
      || isJSON
        && (words.hasSuffix("…") || words.hasSuffix("...")
          || words.hasSuffix(")") && words.contains("... ("))
  }
}

extension UInt8 {
  /// Whether it is white space, which says nothing in Base64 and in JSON.
  fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
