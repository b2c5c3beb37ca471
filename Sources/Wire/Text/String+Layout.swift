// SPDX-License-Identifier: Apache-2.0
// Columns and line breaks.

extension String {
  package func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }

  package func indented(by columns: Int) -> String { String(repeating: " ", count: columns) + self }

  /// Breaks at blanks into lines of at most that width; a longer word has a line of its own.
  ///
  /// A word that begins with `::` never opens a line, for GitHub would take it for a command.
  package func wrapped(to width: Int) -> [String] {
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

  /// The text behind a head, at most that wide; further lines stand below the column named.
  ///
  /// - Parameter head: As wide as the column is where the text begins, colours apart.
  package func wrapped(
    behind head: String, at column: Int, to width: Int = 80
  ) -> [String] {
    wrapped(to: width - column).enumerated().map { index, line in
      index == 0 ? head + line : line.indented(by: column)
    }
  }

  /// The text cut to that many scalars, with an ellipsis if anything was cut.
  package func trimmed(to length: Int) -> String {
    let start = unicodeScalars.prefix(length)
    return start.endIndex == endIndex ? self : String(start) + "…"
  }
}

extension Substring {
  fileprivate var opensCommand: Bool {
    unicodeScalars.drop { $0.properties.isWhitespace }.starts(with: "::".unicodeScalars)
  }
}
