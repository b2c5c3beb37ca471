// SPDX-License-Identifier: Apache-2.0
// The answer of another server, on its way to a client of ours as it came.

/// An answer whose bytes are handed on; only what belongs to the connection itself is ours.
public struct RelayedAnswer: Sendable, Hashable {
  /// Status line and field lines with their line ends, without those of RFC 9110, 7.6.1.
  public var head: [UInt8]
  public var body: [UInt8]
  public var framing: Framing

  /// How the end of the body is found (RFC 9112, 6.3).
  public enum Framing: Sendable, Hashable {
    /// The head says it, or has said all.
    case byHead
    /// In chunks; these field lines stand behind the last one.
    case chunked(trailers: [UInt8])
    /// The body ends with the connection.
    case untilEnd
  }

  public init(head: [UInt8], body: [UInt8], framing: Framing) {
    (self.head, self.body, self.framing) = (head, body, framing)
  }
}

extension Reply {
  /// The answer as the sender of the request can understand it: HTTP/1.0 knows no chunks.
  init(_ answer: RelayedAnswer, to received: ReceivedRequest) {
    var (lines, content) = ([String](), answer.body)
    closes = !received.keepsAlive
    switch answer.framing {
    case .byHead: break
    case .chunked(let trailers) where received.version == .http11:
      lines.append("Transfer-Encoding: chunked")
      let chunk =
        content.isEmpty
        ? [] : Array("\(String(content.count, radix: 16))\r\n".utf8) + content + [0x0D, 0x0A]
      content = chunk + Array("0\r\n".utf8) + trailers + [0x0D, 0x0A]
    case .chunked, .untilEnd: closes = true
    }
    if closes {
      lines.append("Connection: close")
    } else if received.version == .http10 {
      lines.append("Connection: keep-alive")
    }
    bytes = answer.head + Array(lines.map { $0 + "\r\n" }.joined().utf8) + [0x0D, 0x0A] + content
  }
}
