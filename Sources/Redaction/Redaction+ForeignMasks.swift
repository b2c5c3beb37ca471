// SPDX-License-Identifier: Apache-2.0
// What others write over a secret: a mask, which an answer may hold without giving anything away.

import Wire

extension Redaction {
  /// Whether a text can be looked for in answers: it is long enough, and nobody's mask.
  public static func canSeek(_ secret: String) -> Bool {
    secret.utf8.count >= shortest && !isMask(secret)
  }

  /// Whether somebody wrote over what stood there, so that the text says nothing of it: `***`,
  /// `[REDACTED]`, `XXXXXXXX`, `<token>`, or ``hidden``.
  public static func isMask(_ text: String) -> Bool {
    guard (3...64).contains(text.utf8.count) else { return false }
    let bytes = Array(text.utf8)
    if runs.contains(where: { !bytes.ranges(of: $0).isEmpty }) { return true }
    // Most texts have a digit or another sign that no mask has.
    guard bytes.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) || signs.contains($0) }) else {
      return false
    }
    let words = text.lowercased().split { !$0.isLetter }
    return words.contains { word in
      openings.contains(bytes[0]) || maskWords.contains(String(word))
        || word.count > 2 && word.allSatisfy { $0 == "x" }
    }
  }

  /// What no token has in it.
  private static let runs = ["***", "•••", "███", "...", "…"].map { Array($0.utf8) }
  private static let signs = Set(" _-*.<>[](){}$%\"'".utf8)
  /// What a name begins with that stands for a value: `<token>`, `__TOKEN__`, `${TOKEN}`.
  private static let openings = Set("_<[({$%".utf8)
  private static let maskWords: Set<String> = [
    "anonymized", "censored", "filtered", "hidden", "masked", "omitted", "placeholder", "redacted",
    "removed", "sanitized", "scrubbed", "stripped", "your",
  ]
}
