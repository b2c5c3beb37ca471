// SPDX-License-Identifier: Apache-2.0
// The words behind a command that are no options: how many there may be, and what they name.

extension Command {
  /// The words behind a command that are no options.
  struct Operand: Sendable {
    var placeholder: String
    var arity: Arity
    /// What the words have to be names of; nil if any word goes.
    var theme: Vocabulary.Theme?
    /// What shells offer where any word goes.
    var offered: Vocabulary.Theme?
    /// Whether files are offered beside that.
    var takesFiles = false

    enum Arity: Sendable { case atMostOne, one, two, twoOrMore, oneOrMore }

    init(
      _ placeholder: String, _ arity: Arity, theme: Vocabulary.Theme? = nil,
      offered: Vocabulary.Theme? = nil, takesFiles: Bool = false
    ) {
      self.placeholder = placeholder
      self.arity = arity
      self.theme = theme
      self.offered = offered
      self.takesFiles = takesFiles
    }

    /// As help shows it.
    var usage: String {
      switch arity {
      case .atMostOne: "[\(placeholder)]"
      case .one, .two, .twoOrMore: placeholder
      case .oneOrMore: "\(placeholder)…"
      }
    }

    /// How many words there may be.
    var counts: ClosedRange<Int> {
      switch arity {
      case .atMostOne: 0...1
      case .one: 1...1
      case .two: 2...2
      case .twoOrMore: 2...Int.max
      case .oneOrMore: 1...Int.max
      }
    }

    /// What there may be at most, where there is a most.
    var most: String { arity == .two ? noun : "one \(placeholder)" }

    /// What is missing where there are fewer.
    var noun: String {
      let nouns = [
        "DIR": "a folder", "RULE": "a rule", "REQUEST": "an operation or a path",
        "OLD.json NEW.json": "two files",
        "A B": "two target files, recordings or reports",
        "FINDING REPORT.json": "a finding and a report",
      ]
      return nouns[placeholder] ?? "a file"
    }
  }
}
