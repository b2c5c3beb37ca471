// SPDX-License-Identifier: Apache-2.0
// The part of a body that a sentence quotes.

import Wire

extension HTTPResponse {
  /// A line of the body around a byte, control characters as their pictures (`␀`, `␊`).
  func excerpt(around offset: Int) -> String {
    guard !body.isEmpty else { return "an empty body" }
    let start = max(0, min(offset, body.count - 1) - 20)
    return String(decoding: body[start..<min(body.count, start + 60)], as: UTF8.self).pictured
  }
}

extension String {
  /// The text with every control character as its picture: `␀`, `␊`.
  var pictured: String {
    var text = ""
    for scalar in unicodeScalars {
      let picture = scalar.value < 32 ? Unicode.Scalar(0x2400 + scalar.value) : nil
      text.unicodeScalars.append(picture ?? scalar)
    }
    return text
  }
}
