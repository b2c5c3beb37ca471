// SPDX-License-Identifier: Apache-2.0
// What somebody may have meant, for answers to words that nobody knows.

/// The nearest known word to one that is not known.
public enum Spelling {
  /// The word with the fewest edits to the given one, at most 2 or a third of its length; else the
  /// first of which it is a part of four letters or more, in whatever case.
  ///
  /// Of words that are equally near the first one counts.
  ///
  /// - Parameter limit: How many edits there may be in place of that, and nothing else.
  public static func nearest(
    to word: String, among known: some Sequence<String>, within limit: Int? = nil
  ) -> String? {
    let most = limit ?? max(2, word.count / 3)
    let near = known.map { (word: $0, edits: distance(Array(word), Array($0))) }
      .filter { $0.edits <= most && $0.edits < max(word.count, $0.word.count) }
      .min { $0.edits < $1.edits }?
      .word
    let part = word.lowercased()
    return near
      ?? (limit != nil || part.count < 4
        ? nil : known.first { $0.lowercased().contains(part) })
  }

  /// How many insertions, deletions and replacements lead from one word to the other.
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let replaced = diagonal + (a == b ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
