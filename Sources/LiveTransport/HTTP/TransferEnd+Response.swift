// SPDX-License-Identifier: Apache-2.0
// From the bytes that came to a response, its body decoded where a server coded it unasked.

import Wire

extension TransferEnd {
  /// The response that came whole; its body may still be coded.
  func response() -> HTTPResponse {
    var head = ResponseHead(arrived.head)
    if arrived.hasMore { head.note(.bytesBehind, "more bytes than the answer has") }
    let arrival = HTTPResponse.Arrival(
      version: head.version, reason: head.reason, interim: interim, earlyFields: earlyFields,
      trailers: ResponseHead.fields(arrived.trailers.split(separator: 0x0A)[...]),
      oddities: head.oddities)
    return HTTPResponse(
      status: head.status, headers: head.fields, body: arrived.body, phases: phases,
      arrival: arrival)
  }

  private var interim: [HTTPResponse.Status] {
    earlyLines.filter { $0.starts(with: "HTTP/".utf8) }.map { ResponseHead($0).status }
  }

  private var earlyFields: HTTPFields { ResponseHead.fields(earlyLines[...]) }

  /// The lines of the heads before the last one.
  private var earlyLines: [ArraySlice<UInt8>] {
    arrived.lastHead > 0 ? arrived.heads[..<arrived.lastHead].split(separator: 0x0A) : []
  }
}

extension HTTPResponse {
  /// Why a body stays as it came.
  enum CodingTrouble: Error {
    /// Decoded, it would be longer than it may be.
    case tooLong
  }

  /// The response with its body as it was before a server compressed it, and with a note of that.
  func decoded(most: Int) throws(CodingTrouble) -> HTTPResponse {
    guard headers["Content-Encoding"] != nil else { return self }
    let codings = headers.values(of: "Content-Encoding").joined(separator: ",")
      .split(separator: ",").map { $0.trimmingBlanks.lowercased() }
      .filter { !$0.isEmpty && $0 != "identity" }
    guard !codings.isEmpty, !body.isEmpty else { return self }
    var response = self
    let names = codings.joined(separator: ", ")
    for coding in codings.reversed() {
      guard ["gzip", "x-gzip", "deflate"].contains(coding), let inflation = Inflation.shared else {
        response.note(.unknownCoding, names)
        return response
      }
      switch inflation.body(of: response.body, most: most) {
      case .bytes(let bytes): response.body = bytes
      case .tooLong: throw .tooLong
      case .damaged:
        response.note(.unknownCoding, "\(names), which the body is not")
        return response
      }
    }
    response.note(.compressed, names)
    return response
  }

  private mutating func note(_ kind: Oddity.Kind, _ detail: String) {
    arrival = arrival ?? Arrival()
    arrival?.oddities.append(Oddity(kind, detail))
  }
}
