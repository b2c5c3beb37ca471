// SPDX-License-Identifier: Apache-2.0
// The bytes of an answer as they came: heads, body, trailer fields, and what stood behind them.

import Wire

/// What has arrived of an answer so far.
struct Arrived: Sendable {
  /// All heads in the order of coming, those of status 100 to 199 first, line ends included.
  private(set) var heads: [UInt8] = []
  /// Where the last of them begins.
  private(set) var lastHead = 0
  private(set) var isHeadWhole = false
  /// Field lines behind the body.
  private(set) var trailers: [UInt8] = []
  private(set) var body: [UInt8] = []
  /// Why we read no further; nil if we did.
  private(set) var excess: Excess?
  /// The length of the body where the head counts it beside `Transfer-Encoding: identity`: libcurl reads
  /// on behind it then until the connection is closed.
  private var ownLength: Int?
  private var hasTransferCoding = false
  /// Whether bytes came behind the end of the answer.
  private(set) var hasMore = false
  var tls = TLSTrace()

  /// What is more than anybody bears.
  enum Excess: Sendable {
    case body, head
    /// Bytes that no head announces; ``body`` has the first of them.
    case noHTTP
  }

  /// In bytes, of all heads of one answer and its trailer fields; libcurl itself bears 300 KiB.
  static let mostHead = 256 << 10

  /// The final head, or what has come of it.
  var head: ArraySlice<UInt8> { heads[lastHead...] }

  /// - Returns: Whether to go on.
  mutating func take(headLine line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard heads.count + trailers.count + line.count <= Self.mostHead else {
      excess = .head
      return false
    }
    if isHeadWhole {
      guard Self.beginsHead(line) else {
        trailers += line
        return true
      }
      lastHead = heads.count
      isHeadWhole = false
    }
    heads += line
    if line.first == 0x0A || line.first == 0x0D {
      isHeadWhole = true
      if hasTransferCoding {
        let head = ResponseHead(self.head)
        ownLength = head.isUncoded ? head.length.map(Int.init(clamping:)) : nil
      }
    } else if line.first.map({ $0 | 0x20 }) == UInt8(ascii: "t") {
      let name = "transfer-encoding".utf8
      hasTransferCoding =
        hasTransferCoding || line.prefix(name.count).map { $0 | 0x20 }.elementsEqual(name)
    }
    return !isWhole
  }

  /// Whether the answer is whole although libcurl would read on.
  var isWhole: Bool { ownLength.map { body.count >= $0 } ?? false }

  private static func beginsHead(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    line.starts(with: "HTTP/".utf8)
  }

  /// - Returns: Whether to go on.
  mutating func take(body piece: UnsafeBufferPointer<UInt8>, most: Int) -> Bool {
    guard isHeadWhole else {
      body += piece.prefix(64)
      excess = .noHTTP
      return false
    }
    guard body.count + piece.count <= most else {
      excess = .body
      return false
    }
    let rest = ownLength.map { max(0, $0 - body.count) } ?? piece.count
    body += piece.prefix(rest)
    hasMore = hasMore || piece.count > rest
    return !isWhole
  }

  /// Whether libcurl's log says that bytes came behind the answer; nothing else does.
  mutating func takes(log text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard Self.wordsOfMore.contains(where: { text.starts(with: $0.utf8) }) else { return false }
    hasMore = true
    return true
  }

  private static let wordsOfMore = ["Excess found", "Leftovers after chunking"]
}

/// What of a TLS handshake tells why it failed, read from its records.
struct TLSTrace: Sendable {
  /// The description of the last alert that came (RFC 8446, 6); nil if none did.
  private(set) var alert: UInt8?
  /// Whether what the peer sent first is no record of TLS; nil as long as nothing came.
  private(set) var isForeign: Bool?

  /// - Parameter message: A record's header of 5 bytes, an alert of 2, or a handshake message.
  mutating func take(_ message: UnsafeBufferPointer<UInt8>) {
    if message.count == 2 { alert = message[1] }
    let kindsOfRecords: ClosedRange<UInt8> = 20...24
    if message.count == 5, isForeign == nil {
      isForeign = !kindsOfRecords.contains(message[0]) || message[1] != 3
    }
  }
}
