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
  ///
  /// A word that begins with `::` never opens a line, for GitHub would take it for a command.
  func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    for word in split(separator: " ", omittingEmptySubsequences: false) {
      if let line = lines.last, line.count + 1 + word.count <= width || word.opensCommand {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// The text with control and direction characters spelled out, as servers may send any byte.
  ///
  /// So is the second of two `#`, by which CI runners know a command anywhere in a line.
  package var visible: String {
    spelledOut { "\\u{\(String($0.value, radix: 16, uppercase: true))}" }
  }

  /// The text with every scalar that could act on a terminal or a CI runner spelled in that way.
  func spelledOut(
    but kept: Unicode.Scalar? = nil, _ spelling: (Unicode.Scalar) -> String
  ) -> String {
    var text = ""
    var isBehindHash = false
    for scalar in unicodeScalars {
      let isSpelled = isBehindHash && scalar == "#" || scalar.isUnprintable && scalar != kept
      isBehindHash = !isSpelled && scalar == "#"
      if isSpelled {
        text += spelling(scalar)
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// The text cut to that many scalars, with an ellipsis if anything was cut.
  func trimmed(to length: Int) -> String {
    let start = unicodeScalars.prefix(length)
    return start.endIndex == endIndex ? self : String(start) + "…"
  }
}

extension Substring {
  fileprivate var opensCommand: Bool {
    unicodeScalars.drop { $0.properties.isWhitespace }.starts(with: "::".unicodeScalars)
  }
}

extension Unicode.Scalar {
  fileprivate var isUnprintable: Bool {
    if (0x20..<0x7F).contains(value) { return false }
    return switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format: properties.isBidiControl
    default: false
    }
  }
}
