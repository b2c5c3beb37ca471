// SPDX-License-Identifier: Apache-2.0
// From what came of the registry to the bytes for its client, line for line as they came.

import LiveTransport
import Loopback
import Wire

extension RelayedAnswer {
  init(_ answer: CurlRelay.Answer, to method: HTTPRequest.Method) {
    let fields = answer.response.headers
    var unsent = PassingFields.ofConnection(fields)
    let isChunked = fields.values(of: "Transfer-Encoding").contains {
      $0.lowercased().contains("chunked")
    }
    // A length beside chunks is passed on by nobody (RFC 9112, 6.3).
    if isChunked { unsent.insert("content-length") }
    // It says how the answer to GET would come, and frames nothing here.
    if method == .head { unsent.remove("transfer-encoding") }
    let status = answer.response.status.code
    let length = fields["Content-Length"].flatMap { Int($0) }
    let isBodiless = method == .head || status == 204 || status == 304
    self.init(
      head: Self.lines(of: answer.head, without: unsent), body: answer.body,
      framing: isBodiless || !isChunked && length == answer.body.count
        ? .byHead
        : isChunked ? .chunked(trailers: Self.lines(of: answer.trailers, without: [])) : .untilEnd)
  }

  /// The lines with their ends, without the empty one and without the fields of those names.
  private static func lines(of bytes: [UInt8], without names: Set<String>) -> [UInt8] {
    var kept: [UInt8] = []
    var isPassed = true
    for line in bytes.split(separator: 0x0A) where line != [0x0D] {
      // A line that begins with a blank goes on with the field before.
      if line.first != 0x20, line.first != 0x09 {
        let name = line.prefix { $0 != UInt8(ascii: ":") && $0 != 0x20 }
        isPassed = !names.contains(String(decoding: name, as: UTF8.self).lowercased())
      }
      if isPassed { kept += line + [0x0A] }
    }
    return kept
  }
}
