// SPDX-License-Identifier: Apache-2.0
// The three ways in which descriptions list the values that they allow.

/// A list of words such as `A、B、C`, `A,B,C` or `A: explanation, B: explanation`.
struct WordList {
  var words: [String]
  var style: DocumentedRules.ListStyle

  init?(in description: String) {
    let atoms = Self.atoms(of: description)
    if let words = Self.explained(atoms) {
      self.init(words: words, style: .explanations)
    } else if let (words, mark) = Self.listed(in: description) {
      self.init(words: words, style: mark == "、" ? .enumerationCommas : .commas)
    } else {
      return nil
    }
  }

  private init(words: [String], style: DocumentedRules.ListStyle) {
    self.words = words
    self.style = style
  }

  /// A word of Latin letters, a mark, or a run of anything else.
  private enum Atom: Hashable {
    case word(String)
    case mark(Character)
    case other
  }

  private static func atoms(of text: some StringProtocol) -> [Atom] {
    var atoms: [Atom] = []
    var rest = text[...]
    while let character = rest.first {
      if isLatin(character) {
        let word = rest.prefix { isLatin($0) || $0 == "_" || $0.isASCII && $0.isNumber }
        atoms.append(.word(String(word)))
        rest = rest[word.endIndex...]
      } else {
        if let mark = mark(character) {
          atoms.append(.mark(mark))
        } else if !character.isWhitespace {
          atoms.append(.other)
        }
        rest = rest.dropFirst()
      }
    }
    return atoms
  }

  private static func isLatin(_ character: Character) -> Bool {
    character.isASCII && character.isLetter
  }

  /// The mark in its ASCII form, but for the comma of Chinese lists.
  private static func mark(_ character: Character) -> Character? {
    switch character {
    case ",", "\u{FF0C}": ","
    case ":", "\u{FF1A}": ":"
    case ";", "\u{FF1B}": ";"
    case "。", ".": "."
    case "、", "/", "-", "|": character
    default: nil
    }
  }

  /// At least two words that stand behind a mark or first, and before a colon.
  private static func explained(_ atoms: [Atom]) -> [String]? {
    var words: [String] = []
    for (index, atom) in atoms.enumerated() {
      guard case .word(let word) = atom, index + 1 < atoms.count,
        atoms[index + 1] == .mark(":"), index + 2 < atoms.count, atoms[index + 2] != .mark("/")
      else { continue }
      if index > 0, case .word = atoms[index - 1] { continue }
      words.append(word)
    }
    return words.count > 1 ? words : nil
  }

  /// At least two words with marks between them, right behind a phrase that announces a list.
  private static func listed(in text: String) -> ([String], Character)? {
    let lower = text.lowercased()
    for phrase in Phrase.lists {
      guard let range = lower.firstRange(of: phrase) else { continue }
      let distance = lower.distance(from: lower.startIndex, to: range.upperBound)
      if let list = run(atoms(of: text.dropFirst(distance))) { return list }
    }
    return nil
  }

  /// Goes over the marks and the `and` or `or` between two words; nil if there is none.
  private static func separator(_ rest: inout ArraySlice<Atom>) -> Character? {
    var separator: Character?
    while let atom = rest.first {
      switch atom {
      case .mark(let mark) where ",、/|-".contains(mark): separator = mark
      case .word("and"), .word("or"): separator = separator ?? ","
      default: return separator
      }
      rest = rest.dropFirst()
    }
    return separator
  }

  private static func run(_ atoms: [Atom]) -> ([String], Character)? {
    var rest = atoms.drop { $0 == .mark(":") || $0 == .other || $0 == .mark("-") }
    var (words, mark): ([String], Character) = ([], ",")
    while case .word(let word)? = rest.popFirst() {
      words.append(word)
      guard let found = separator(&rest) else { break }
      if found == "、" { mark = found }
    }
    return words.count > 1 ? (words, mark) : nil
  }
}
