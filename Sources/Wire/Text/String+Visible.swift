// SPDX-License-Identifier: Apache-2.0
// What a terminal, a CI runner or a reader must not be sent unspelled: a server may send any byte.

extension String {
  /// The text with every character spelled out that acts on a terminal, turns the direction of
  /// writing, or cannot be seen: `Succe\u{200B}ed`.
  ///
  /// So is the second of two `#`, by which CI runners know a command anywhere in a line.
  package var visible: String {
    spelledOut { "\\u{\(String($0.value, radix: 16, uppercase: true))}" }
  }

  /// The same of a text of several lines.
  package var visibleLines: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { String($0).visible }
      .joined(separator: "\n")
  }

  /// The text with every such character spelled in that way.
  package func spelledOut(
    but kept: Unicode.Scalar? = nil, _ spelling: (Unicode.Scalar) -> String
  ) -> String {
    if isPlainlyVisible { return self }
    var text = ""
    var (start, place) = (startIndex, startIndex)
    var isBehindHash = false
    while let index = utf8[place...].firstIndex(where: { !$0.isPlainlyVisible }) {
      let scalar = unicodeScalars[index]
      let isSpelled =
        isBehindHash && scalar == "#" && index == place || scalar.isUnseen && scalar != kept
      isBehindHash = !isSpelled && scalar == "#"
      place = unicodeScalars.index(after: index)
      guard isSpelled else { continue }
      text += self[start..<index] + spelling(scalar)
      start = place
    }
    return start == startIndex ? self : text + self[start...]
  }

  /// Whether nothing in it has to be looked at to know that it is visible.
  var isPlainlyVisible: Bool { utf8.allSatisfy(\.isPlainlyVisible) }
}

extension UInt8 {
  fileprivate var isPlainlyVisible: Bool {
    (0x20..<0x7F).contains(self) && self != UInt8(ascii: "#")
  }
}

extension Unicode.Scalar {
  /// Whether the character is a control, a blank that is not U+0020, or one that is drawn as nothing:
  /// marks of direction, joiners, variation selectors, tags, fillers (`Default_Ignorable_Code_Point`).
  fileprivate var isUnseen: Bool {
    if (0x20..<0x7F).contains(value) { return false }
    return switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator: true
    case .format: properties.isDefaultIgnorableCodePoint || Self.anchors.contains(value)
    default: properties.isDefaultIgnorableCodePoint || value == Self.blankPattern
    }
  }

  /// Interlinear annotations, which hide what stands between them.
  private static let anchors: ClosedRange<UInt32> = 0xFFF9...0xFFFB
  /// A Braille cell without a dot.
  private static let blankPattern: UInt32 = 0x2800
}
