// SPDX-License-Identifier: Apache-2.0
// What the samples of a page give away: the operation's name, gaps, and how they authenticate.

/// The code samples of a page.
struct SampleCode {
  /// The name in `class NameSolution`.
  var name: String?
  /// Names in braces that stand where an integer literal belongs.
  var placeholders: [Stated<String>] = []
  var signs = false

  init(_ lines: [Line]) {
    for line in lines {
      name = name ?? Self.name(in: line.text)
      signs = signs || line.text.lowercased().contains("withak(")
      placeholders += Self.gaps(in: line.text).map { Stated($0, line: line.number) }
    }
  }

  private static func name(in text: String) -> String? {
    guard let start = text.firstRange(of: "class ")?.upperBound else { return nil }
    let name = text[start...].prefix { $0.isLetter || $0.isNumber }
    return name.hasSuffix("Solution") ? String(name.dropLast("Solution".count)) : nil
  }

  /// The names in `({name})`, once each.
  private static func gaps(in text: String) -> [String] {
    text.split(separator: "({").dropFirst().compactMap { part in
      let name = part.prefix { $0.isLetter || $0 == "_" }
      return part.dropFirst(name.count).hasPrefix("})") ? String(name) : nil
    }
  }
}
