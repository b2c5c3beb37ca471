// SPDX-License-Identifier: Apache-2.0
// Columns, line breaks and what a terminal must not be sent.

extension String {
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }

  func indented(by columns: Int) -> String {
    String(repeating: " ", count: columns) + self
  }

  /// Breaks at blanks into lines of at most that width; a longer word has a line of its own.
  func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    for word in split(separator: " ", omittingEmptySubsequences: false) {
      if let line = lines.last, line.count + 1 + word.count <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// The text with control and direction characters spelled out, as servers may send any byte.
  package var visible: String {
    var visible = ""
    for scalar in unicodeScalars {
      if scalar.isUnprintable {
        visible += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        visible.unicodeScalars.append(scalar)
      }
    }
    return visible
  }
}

extension Unicode.Scalar {
  fileprivate var isUnprintable: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format: properties.isBidiControl
    default: false
    }
  }
}
