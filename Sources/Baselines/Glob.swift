// SPDX-License-Identifier: Apache-2.0
// Patterns in which a star stands for any text, for files that people write.

/// A pattern: `*` stands for any text, `\*` for a star and `\\` for a backslash.
public struct Glob: Sendable, Hashable {
  /// The pattern as it is written.
  public var text: String

  public init(_ text: String) { self.text = text }

  /// The pattern that matches this text and no other.
  public init(exactly text: String) {
    self.text = text.reduce(into: "") { $0 += "\\*".contains($1) ? "\\\($1)" : "\($1)" }
  }

  /// Whether the whole text is as the pattern says.
  public func matches(_ whole: String) -> Bool {
    var rest = whole.unicodeScalars[...]
    var pieces = self.pieces
    let first = pieces.removeFirst()
    guard rest.starts(with: first) else { return false }
    rest = rest.dropFirst(first.count)
    guard let last = pieces.popLast() else { return rest.isEmpty }
    for piece in pieces {
      guard let end = Self.end(of: piece, in: rest) else { return false }
      rest = rest[end...]
    }
    return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
  }

  /// The texts between the stars; never empty.
  private var pieces: [[Unicode.Scalar]] {
    var pieces: [[Unicode.Scalar]] = [[]]
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped || (scalar != "\\" && scalar != "*") {
        pieces[pieces.count - 1].append(scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        pieces.append([])
      }
    }
    return pieces
  }

  private static func end(
    of piece: [Unicode.Scalar], in text: Substring.UnicodeScalarView
  ) -> Substring.UnicodeScalarView.Index? {
    text.indices.first { text[$0...].starts(with: piece) }.map {
      text.index($0, offsetBy: piece.count)
    } ?? (piece.isEmpty ? text.endIndex : nil)
  }
}
