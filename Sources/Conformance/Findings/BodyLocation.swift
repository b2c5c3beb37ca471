// SPDX-License-Identifier: Apache-2.0
// The place that a finding points at: an exchange, a page of a walk, a value in a body.

import Wire

/// Where something was seen.
struct BodyLocation {
  var exchange: Exchange
  /// The number of the page within its walk, from 1.
  var page: Int?
  var pointer: JSONPointer?
  var bytes: Range<Int>?

  init(
    _ exchange: Exchange, page: Int? = nil, pointer: JSONPointer? = nil, bytes: Range<Int>? = nil
  ) {
    self.exchange = exchange
    self.page = page
    self.pointer = pointer
    self.bytes = bytes
  }

  var evidence: Finding.Evidence {
    Finding.Evidence(
      request: exchange.request.line, curl: exchange.request.curl(to: exchange.endpoint),
      page: page, bytes: bytes, excerpt: excerpt)
  }

  /// The value itself, or what stands at the pointer; else the first bytes of the body.
  private var excerpt: Finding.Excerpt? {
    let pointed = pointer.flatMap { place in try? exchange.json?.get().value(at: place)?.span }
    return exchange.response.flatMap { Finding.Excerpt(of: $0.body, around: bytes ?? pointed) }
  }
}
