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

  /// The encoding that the first bytes of the body show where it is not UTF-8; nil where it may be.
  var foreignEncoding: String? {
    let bytes = Array(body.prefix(4))
    return switch bytes {
    case [0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF]: "UTF-32"
    case _ where bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]): "UTF-16"
    case _ where bytes.count == 4:
      switch bytes.map({ $0 == 0 }) {
      case [false, true, true, true], [true, true, true, false]: "UTF-32"
      case [false, true, false, true], [true, false, true, false]: "UTF-16"
      default: nil
      }
    default: nil
    }
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
