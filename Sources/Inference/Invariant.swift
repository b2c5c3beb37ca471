// SPDX-License-Identifier: Apache-2.0
// Something that holds in all answers, as a literal to paste.

import Conformance
public import Contract

/// What all values that were looked at have in common, or all but very few.
public struct Invariant: Sendable, Hashable {
  /// The operation's id.
  public var operation: String
  public var statement: Statement
  /// How many values show it.
  public var support: Int
  /// How many of the values that were looked at say otherwise; 0 for what holds.
  public var exceptions = 0
  /// One value that says otherwise, with its place; nil for what holds.
  public var counterexample: String?

  /// What holds.
  public enum Statement: Sendable, Hashable {
    case relation(Relation.Kind)
    /// The text of a field, by its path in the answer, keeps to a rule.
    case text(field: String, StringRule)
  }

  /// The statement in the words of a spec, without how binding it is.
  public var literal: String {
    switch statement {
    case .relation(let kind): ".\(kind.literal)"
    case .text(_, .form(let form, _)): ".string(.form(.\(form), .should))"
    case .text(_, .usually(let words, _)): ".string(.usually(\(words), known: []))"
    case .text(_, .oneOf(let words, _)): ".oneOf(\(words))"
    }
  }

  /// The statement as a line of an operation's literal, behind what supports it.
  public var swift: String {
    let all = support + exceptions
    let values = "\(support) of \(all) \(all == 1 ? "value" : "values")"
    let but = counterexample.map { ", but \($0)" } ?? ""
    switch statement {
    case .relation:
      return "// \(values)\(but)\n\(relationLines)"
    case .text(let field, _):
      return "// \(values)\(but)\n\(literal)  // the type of \(field)"
    }
  }
}

extension Invariant {
  /// The relation laid out as a formatter does it, where one line would be longer than a terminal.
  private var relationLines: String {
    let width = 78
    let line = ".relation(\(literal), .should, \"…\"),"
    guard line.count > width, let open = literal.firstIndex(of: "(") else { return line }
    var lines = ["  \(literal),"]
    if lines[0].count > width {
      let arguments = literal[open...].dropFirst().dropLast().split(separator: /, (?=[a-z]+: )/)
      lines = ["  \(literal[...open])", "    \(arguments.joined(separator: ",\n    "))),"]
    }
    return ([".relation("] + lines + ["  .should, \"…\"),"]).joined(separator: "\n")
  }

  /// What the texts of a field have in common, from a case about every form there is.
  ///
  /// Few words that come again and again are a list; else the first form that no text breaks counts.
  init?(ofText result: CaseResult, _ support: Int) {
    let asserted = result.verdict.asserted
    let texts = result.findings.filter(\.expected.isEmpty).compactMap(\.received.text)
    guard asserted >= support, texts.contains(where: { !$0.isEmpty }) else { return nil }
    let broken = Set(result.findings.map(\.expected))
    let isList = texts.count <= 8 && asserted >= texts.count * max(support, 5)
    let forms = [StringRule.Form.uuid, .jobServiceID, .upperSnake]
    let rule: StringRule
    if isList, texts.allSatisfy(\.isWord) {
      rule = .usually(texts.sorted(), known: [])
    } else if let form = forms.first(where: { !broken.contains($0.words) }) {
      rule = .form(form, .should)
    } else {
      return nil
    }
    let field = result.id.dropFirst("\(result.operation).\(result.level.rawValue).".count)
    self.init(
      operation: result.operation, statement: .text(field: String(field), rule), support: asserted)
  }
}

extension Finding.Received {
  /// The text of a string that was quoted whole.
  fileprivate var text: String? {
    guard token.count > 1, token.first == "\"", token.last == "\"" else { return nil }
    return String(token.dropFirst().dropLast())
  }
}

extension String {
  /// Whether it may be a word of a list: letters, with `_`, `-` and digits behind the first one.
  fileprivate var isWord: Bool {
    first?.isLetter == true && utf8.count <= 40
      && unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || "0"..."9" ~= $0 || $0 == "_" || $0 == "-")
      }
  }
}

extension Relation.Kind {
  /// As a spec writes it, without the dot before it.
  fileprivate var literal: String {
    guard case .code(let field, let word, let codes) = self else { return "\(self)" }
    let entries = codes.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }
    return
      "code(field: \"\(field)\", follows: \"\(word)\", codes: [\(entries.joined(separator: ", "))])"
  }
}
