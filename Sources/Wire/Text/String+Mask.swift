// SPDX-License-Identifier: Apache-2.0
// What people and programs write over a value that nobody is to see.

extension String {
  /// Whether somebody wrote over what stood there, so that the text says nothing of it: `***`,
  /// `[REDACTED]`, `XXXXXXXX`, `<token>`, or `redacted`.
  package var isMask: Bool {
    guard (3...64).contains(utf8.count) else { return false }
    let bytes = Array(utf8)
    if Self.runs.contains(where: { !bytes.ranges(of: $0).isEmpty }) { return true }
    // Most texts have a digit or another sign that no mask has.
    guard bytes.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) || Self.signs.contains($0) }) else {
      return false
    }
    let words = lowercased().split { !$0.isLetter }
    return words.contains { word in
      Self.openings.contains(bytes[0]) || Self.maskWords.contains(String(word))
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
