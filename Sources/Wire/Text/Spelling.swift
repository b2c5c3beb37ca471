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

  /// How many insertions, deletions, replacements and exchanges of two neighbours lead from one word to
  /// the other.
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var (above, row) = ([Int](), Array(0...right.count))
    for (i, a) in left.enumerated() {
      var next = [i + 1]
      for (j, b) in right.enumerated() {
        let replaced = min(row[j] + (a == b ? 0 : 1), next[j] + 1, row[j + 1] + 1)
        let isExchange = i > 0 && j > 0 && a == right[j - 1] && b == left[i - 1]
        next.append(isExchange ? min(replaced, above[j - 1] + 1) : replaced)
      }
      (above, row) = (row, next)
    }
    return row[right.count]
  }
}
