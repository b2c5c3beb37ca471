// SPDX-License-Identifier: Apache-2.0
// An answer turned into the bytes that are put on the connection, faults included.

import Wire

/// The bytes of one answer, and whether the connection ends behind them.
struct Reply: Sendable, Hashable {
  var bytes: [UInt8]
  var closes: Bool

  /// What tells a client that it may send its body (RFC 9110, 15.2.1).
  static let goOn = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)

  /// The answer as the sender of the request can understand it; `date` is an IMF-fixdate.
  init(_ answer: LoopbackAnswer, to received: ReceivedRequest, date: String) {
    guard answer.delivery != .closed else {
      bytes = []
      closes = true
      return
    }
    let body = Body(answer, to: received)
    var fields = answer.response.headers
    closes = !received.keepsAlive || body.closes || fields.list("Connection").contains("close")
    fields["Content-Length"] = nil
    fields["Transfer-Encoding"] = nil
    fields.addMissing("Date", date)
    fields.addMissing("Server", "loopback")
    if answer.delivery == .gzip { fields["Content-Encoding"] = "gzip" }
    if let framing = body.framing { fields.append(framing.name, framing.value) }
    if closes {
      fields.addMissing("Connection", "close")
    } else if received.version == .http10 {
      fields.addMissing("Connection", "keep-alive")
    }
    bytes = Self.head(answer.response.status, fields) + body.bytes
    if answer.delivery == .twice { bytes += bytes }
  }

  /// A rejection, behind which the connection always ends.
  init(_ rejection: Rejection, date: String) {
    let stranger = ReceivedRequest(request: HTTPRequest(target: "/"), keepsAlive: false)
    self.init(LoopbackAnswer(rejection.response), to: stranger, date: date)
  }

  private static func head(_ status: HTTPResponse.Status, _ fields: HTTPFields) -> [UInt8] {
    var bytes = Array("HTTP/1.1 \(status) \(status.reasonPhrase)\r\n".utf8)
    for field in fields.fields {
      // A line break inside a field would begin a new one, so it becomes a space.
      let line = "\(field.name): \(field.value)".utf8
      bytes += line.lazy.map { $0 == 0 || $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
      bytes += [0x0D, 0x0A]
    }
    return bytes + [0x0D, 0x0A]
  }
}

extension Reply {
  /// The body as it travels, and the field that says where it ends.
  private struct Body {
    var bytes: [UInt8] = []
    var framing: HTTPFields.Field?
    var closes = false

    init(_ answer: LoopbackAnswer, to received: ReceivedRequest) {
      switch answer.delivery {
      case .whole, .closed, .twice:
        self.init(answer.response.body)
      case .gzip:
        self.init(Gzip.stored(answer.response.body))
      case .chunked(let size):
        self.init(chunks: answer.response.body, of: max(size, 1), for: received.version)
      case .truncated(let count):
        self.init(answer.response.body)
        bytes = Array(bytes.prefix(max(count, 0)))
        closes = true
      case .misdeclared(let length):
        self.init(answer.response.body)
        framing?.value = "\(length)"
        closes = true
      }
      leaveOut(for: received.request.method, answer.response)
    }

    private init(_ bytes: [UInt8]) {
      self.bytes = bytes
      framing = HTTPFields.Field("Content-Length", "\(bytes.count)")
    }

    /// HTTP/1.0 knows no chunks; there the end of the connection is the end of the body.
    private init(chunks body: [UInt8], of size: Int, for version: ReceivedRequest.Version) {
      guard version == .http11 else {
        bytes = body
        closes = true
        return
      }
      framing = HTTPFields.Field("Transfer-Encoding", "chunked")
      for start in stride(from: 0, to: body.count, by: size) {
        let chunk = body[start..<min(start + size, body.count)]
        bytes += Array("\(String(chunk.count, radix: 16))\r\n".utf8) + chunk + [0x0D, 0x0A]
      }
      bytes += Array("0\r\n\r\n".utf8)
    }

    /// Some answers end with their header (RFC 9112, 6.3); they may know a length that we do not.
    private mutating func leaveOut(for method: HTTPRequest.Method, _ response: HTTPResponse) {
      let status = response.status.code
      let isBodiless = status / 100 == 1 || status == 204
      guard isBodiless || status == 304 || method == .head else { return }
      bytes = []
      if let own = response.headers["Content-Length"] {
        framing = HTTPFields.Field("Content-Length", own)
      } else if status == 304 {
        framing = nil
      }
      if isBodiless { framing = nil }
    }
  }
}

extension HTTPFields {
  fileprivate mutating func addMissing(_ name: String, _ value: String) {
    if self[name] == nil { append(name, value) }
  }
}
