// SPDX-License-Identifier: Apache-2.0
// Where a run stands in a distributed trace, as requests carry it (W3C Trace Context, version 00).

import Digests

/// The trace that all requests of a run belong to.
public struct TraceContext: Sendable, Hashable {
  /// The name of the header field and, in capitals, of the environment's variable.
  public static let field = "traceparent"

  /// 32 hexadecimal digits in lower case, not all of them 0.
  public let traceID: String
  /// Two hexadecimal digits; the last bit says that the trace is recorded.
  public let flags: String

  /// A trace of its own, which is to be recorded.
  public init() {
    let words = (0..<2).map { _ in UInt64.random(in: 1...UInt64.max) }
    traceID = words.map { Self.digits($0) }.joined()
    flags = "01"
  }

  /// The trace of whoever started the run; nil for what is no `traceparent`.
  ///
  /// A version that is not known yet is read as far as version 00 goes.
  public init?(parent text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 4, zip(parts, [2, 32, 16, 2]).allSatisfy({ Self.isHexadecimal($0, $1) }),
      parts[0] != "ff", parts[0] != "00" || parts.count == 4,
      parts[1].contains(where: { $0 != "0" }), parts[2].contains(where: { $0 != "0" })
    else { return nil }
    (traceID, flags) = (parts[1], parts[3])
  }

  /// The value of the field for a request, told by what it asks for; one that is sent again, in the same
  /// name, is told apart by how often it was sent before.
  public func value(
    for target: String, method: String = "GET", as credential: Credential = .own,
    sent count: Int = 0
  ) -> String {
    let words = [traceID, method, target, credential.rawValue, "\(count)"]
    let digest = SHA256.hexadecimal(words.joined(separator: "\n").utf8).prefix(16)
    // The specification excludes this one alone.
    let span = digest.allSatisfy { $0 == "0" } ? "0000000000000001" : String(digest)
    return "00-\(traceID)-\(span)-\(flags)"
  }

  private static func digits(_ word: UInt64) -> String {
    let text = String(word, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }

  private static func isHexadecimal(_ text: String, _ count: Int) -> Bool {
    text.utf8.count == count
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
