// SPDX-License-Identifier: Apache-2.0
// Nouns as sentences need them: behind a number, and behind an article.

extension Int {
  /// The number and its noun: `0 rows`, `1 row`, `2 entries`.
  ///
  /// - Parameter plural: The noun's plural where it does not end in a plain `s`.
  package func counted(_ noun: String, _ plural: String? = nil) -> String {
    self == 1 ? "1 \(noun)" : "\(self) \(plural ?? noun + "s")"
  }
}

extension StringProtocol {
  /// The noun behind its article, by its first letter: `a limit`, `an offset`.
  package var withArticle: String {
    (first.map { "aeiou".contains($0) } ?? false) ? "an \(self)" : "a \(self)"
  }
}
