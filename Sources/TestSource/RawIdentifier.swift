// SPDX-License-Identifier: Apache-2.0
// A sentence as the name of a function, without the characters that the compiler refuses there.

/// A name between backticks, SE-0451.
struct RawIdentifier: Hashable, CustomStringConvertible {
  /// What stands between the backticks.
  let name: String

  /// Takes a sentence as it is, but for what a raw identifier must not hold.
  ///
  /// Backticks become apostrophes, backslashes slashes; control characters and every blank but
  /// the space become a space. A name of signs alone would be an operator, so it is put in words.
  init(_ sentence: String) {
    let clean = String(String.UnicodeScalarView(sentence.unicodeScalars.map(Self.admitted)))
    let isName = clean.unicodeScalars.contains {
      $0.properties.isAlphabetic || ("0"..."9").contains($0)
    }
    name = isName ? clean : "the text \(clean)"
  }

  var description: String { "`\(name)`" }

  /// Names for cases of one suite; cases with the same title are told apart by the id's tail.
  static func unique(_ cases: [(title: String, tail: String)]) -> [RawIdentifier] {
    let names = cases.map { RawIdentifier($0.title) }
    let times = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    return zip(cases, names).map { planned, name in
      times[name] == 1 ? name : RawIdentifier("\(planned.title) (\(planned.tail))")
    }
  }

  private static func admitted(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "`": "'"
    case "\\": "/"
    default: isRefused(scalar) ? " " : scalar
    }
  }

  private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    case .spaceSeparator: scalar != " "
    default: false
    }
  }
}
