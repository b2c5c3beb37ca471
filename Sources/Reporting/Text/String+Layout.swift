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
  var visible: String {
    var visible = ""
    for scalar in unicodeScalars {
      if scalar.isUnprintable {
        visible += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        visible.unicodeScalars.append(scalar)
      }
    }
    return visible.withoutDoubleHash("\\u{23}")
  }

  /// The text with every `#` behind a `#` spelled in that way.
  func withoutDoubleHash(_ spelling: String) -> String {
    guard utf8.contains(UInt8(ascii: "#")) else { return self }
    var text = ""
    var isBehindHash = false
    for scalar in unicodeScalars {
      if scalar == "#", isBehindHash {
        text += spelling
        isBehindHash = false
      } else {
        text.unicodeScalars.append(scalar)
        isBehindHash = scalar == "#"
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
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format: properties.isBidiControl
    default: false
    }
  }
}
