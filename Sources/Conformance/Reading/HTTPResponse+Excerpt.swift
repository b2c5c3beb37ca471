// SPDX-License-Identifier: Apache-2.0
// The part of a body that a sentence quotes.

import Wire

extension HTTPResponse {
  /// A line of the body around a byte, control characters made visible; `empty` for an empty body.
  func excerpt(around offset: Int) -> String {
    guard !body.isEmpty else { return "an empty body" }
    let start = max(0, min(offset, body.count - 1) - 20)
    let bytes = body[start..<min(body.count, start + 60)]
    let text = String(decoding: bytes, as: UTF8.self)
    return String(text.map { $0.isNewline || $0.unicodeScalars.first!.value < 32 ? "␣" : $0 })
  }
}
