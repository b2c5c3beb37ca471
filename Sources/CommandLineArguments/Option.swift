// SPDX-License-Identifier: Apache-2.0
// One option: its name, what stands behind it, and what help says of it.

import Wire

/// An option of one or more commands.
struct Option: Sendable {
  var name: String
  var value: Value
  var repeats: Bool
  /// Without a full stop, for help.
  var summary: String

  /// What stands behind an option; the text is the placeholder in help.
  enum Value: Sendable {
    case nothing
    case text(String)
    case integer(ClosedRange<Int>)
    case seed
    case seconds
    /// Requests per second, with or without `/s` behind the number.
    case rate
    /// A number of pages, or `all`.
    case pages
    /// One part of several, such as `3/8`.
    case shard
    /// A share, with or without `%` behind the number.
    case percent
    /// One known word.
    case word(String, Vocabulary.Theme)
    /// Known words with commas between them.
    case words(String, Vocabulary.Theme)
    /// `FORMAT=PATH`.
    case report
    /// The same, with one of these formats.
    case reportAs([String])
    /// A time such as `800ms`, for all operations or behind the id of one.
    case budget
    /// A time such as `30s`.
    case time
    /// A text that any header field can carry.
    case nonce
  }

  init(_ name: String, _ summary: String) { self.init(name, .nothing, summary) }

  init(_ name: String, _ value: Value, repeats: Bool = false, _ summary: String) {
    self.name = name
    self.value = value
    self.repeats = repeats
    self.summary = summary
  }

  /// The option as help shows it, such as `--timeout S`.
  var usage: String { placeholder.map { "\(name) \($0)" } ?? name }

  var placeholder: String? {
    switch value {
    case .nothing: nil
    case .text(let placeholder), .word(let placeholder, _), .words(let placeholder, _): placeholder
    case .integer, .seed: "N"
    case .seconds: "S"
    case .rate: "N/s"
    case .pages: "N|all"
    case .shard: "N/M"
    case .percent: "N%"
    case .report, .reportAs: "FORMAT=PATH"
    case .budget: "[OPERATION=]TIME"
    case .time: "TIME"
    case .nonce: "TEXT"
    }
  }

  /// What is wrong with a value, and the remedy; nil if nothing is.
  func fault(in text: String, _ vocabulary: Vocabulary) -> String? {
    switch value {
    case .text(let placeholder) where text == "-" && placeholder.hasPrefix("FILE"):
      "\(name) is -, which is no file; name one, such as /dev/stdin or /dev/stdout"
    case .nothing, .text:
      text.isEmpty ? "\(name) has an empty value; write \(usage)" : nil
    case .integer(let range):
      Int(text).map(range.contains) == true
        ? nil : number(text, "an integer from \(range.lowerBound) to \(range.upperBound)")
    case .seed:
      UInt64(text) == nil ? number(text, "an integer from 0 to \(UInt64.max)") : nil
    case .seconds:
      Double(text).map { $0 >= 0.001 && $0 <= 86_400 } == true
        ? nil : number(text, "seconds from 0.001 to 86400")
    case .rate:
      Self.rate(text).map { $0 >= 0.001 && $0 <= 1000 } == true
        ? nil : number(text, "requests per second from 0.001 to 1000")
    case .pages:
      Self.pages(text) == nil ? number(text, "all, or a number of pages from 1") : nil
    case .shard:
      Self.shard(text) == nil ? number(text, "the number of a part and of all, such as 3/8") : nil
    case .percent:
      Self.percent(text) == nil ? number(text, "a share from 1% to 100%") : nil
    case .word(_, let theme):
      unknown(text, theme, vocabulary)
    case .words(_, let theme):
      text.split(separator: ",", omittingEmptySubsequences: false).lazy
        .compactMap { unknown(String($0), theme, vocabulary) }.first
    case .report:
      report(text, among: vocabulary.formats)
    case .reportAs(let formats):
      report(text, among: formats)
    case .budget:
      budget(text, vocabulary)
    case .time:
      TimeSpan.seconds(text) == nil ? number(text, "a time such as 800ms or 30s") : nil
    case .nonce:
      (8...64).contains(text.utf8.count)
        && text.utf8.allSatisfy {
          ASCII.isDigit($0) || "-._~".utf8.contains($0)
            || (0x61...0x7A).contains(ASCII.lowercased($0))
        }
        ? nil : number(text, "8 to 64 letters, digits and -._~")
    }
  }

  /// The number of `5`, `0.5` or `5/s`.
  static func rate(_ text: String) -> Double? {
    Double(text.hasSuffix("/s") ? text.dropLast(2) : text[...])
  }

  /// The number of `100`, or the largest there is for `all`; nil for anything else.
  static func pages(_ text: String) -> Int? {
    if text == "all" { return .max }
    return Int(text).flatMap { $0 >= 1 ? $0 : nil }
  }

  /// The numbers of `3/8`; nil unless the first is from 1 to the second, and that at most 10,000.
  static func shard(_ text: String) -> Invocation.Shard? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1],
      (1...10_000).contains(count),
      (1...count).contains(number)
    else { return nil }
    return Invocation.Shard(number: number, count: count)
  }

  /// The number of `80` or `80%`; nil for anything that is no whole share from 1 to 100.
  static func percent(_ text: String) -> Int? {
    Int(text.hasSuffix("%") ? text.dropLast() : text[...]).flatMap {
      (1...100).contains($0) ? $0 : nil
    }
  }

  private func number(_ text: String, _ expected: String) -> String {
    "\(name) is \(JSONText.quote(text)); give \(expected)"
  }

  private func report(_ text: String, among formats: [String]) -> String? {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      return "\(name) is \(JSONText.quote(text)); write \(name) FORMAT=PATH, with - for stdout"
    }
    return unknown(String(parts[0]), .format, Vocabulary(formats: formats))
  }

  private func budget(_ text: String, _ vocabulary: Vocabulary) -> String? {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard TimeSpan.seconds(parts[parts.count - 1]) != nil else {
      return number(text, "a time such as 800ms or 2s, or OPERATION=TIME")
    }
    return parts.count == 1 ? nil : unknown(String(parts[0]), .operation, vocabulary)
  }

  private func unknown(
    _ word: String, _ theme: Vocabulary.Theme, _ vocabulary: Vocabulary
  ) -> String? {
    vocabulary.complaint(about: word, as: theme).map { "\(name) names the \($0)" }
  }
}

extension Spelling {
  /// The nearest known word as a question, or all of them; of very many the first few.
  static func remedy(for word: String, among known: [String], called noun: String) -> String {
    if let near = nearest(to: word, among: known) { return "did you mean \(near)?" }
    let few = known.prefix(known.count > 100 ? 3 : 100).joined(separator: ", ")
    return known.count > 100
      ? "there are \(known.count) \(noun), such as \(few); mock --list-faults prints them"
      : "the \(noun) are \(few)"
  }
}
