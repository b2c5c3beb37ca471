// SPDX-License-Identifier: Apache-2.0
// What the prose of one description demands: default, range, words, and how an offset may go.

/// The rules inside a description.
public struct DocumentedRules: Sendable, Hashable {
  /// How a list of words is written.
  public enum ListStyle: String, Sendable, Hashable {
    case commas = "commas"
    case enumerationCommas = "Chinese commas"
    /// Each word with a colon and what it means.
    case explanations = "explanations behind colons"
  }

  public var defaultValue: String?
  public var minimum: Int?
  public var maximum: Int?
  /// In the order of the page; empty where any value goes.
  public var words: [String] = []
  public var style: ListStyle?
  /// Whether an offset is 0 or a multiple of the limit.
  public var isMultiple = false
  /// Whether the parameter is used together with another one.
  public var goesTogether = false

  init() {}

  public init(reading description: String) {
    let text = description.lowercased()
    defaultValue = Self.value(behind: Phrase.defaults, in: text)
    maximum = Self.value(behind: Phrase.maxima, in: text).flatMap { Int($0) }
    minimum = Self.value(behind: Phrase.minima, in: text).flatMap { Int($0) }
    if let (low, high) = Self.range(in: text) { (minimum, maximum) = (low, high) }
    isMultiple = Phrase.multiples.contains { text.contains($0) }
    goesTogether = Phrase.together.contains { text.contains($0) }
    if let list = WordList(in: description) { (words, style) = (list.words, list.style) }
  }

  /// The number or word behind the first of the phrases.
  private static func value(behind phrases: [String], in text: String) -> String? {
    for phrase in phrases {
      guard let range = text.firstRange(of: phrase) else { continue }
      let rest = text[range.upperBound...].drop(while: \.isWhitespace)
      let value = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "_-".contains($0)) }
      if !value.isEmpty { return String(value) }
    }
    return nil
  }

  /// Two numbers with a mark or a word between them, such as `1-100` or `1 to 100`.
  private static func range(in text: String) -> (Int, Int)? {
    for phrase in Phrase.ranges {
      guard let range = text.firstRange(of: phrase) else { continue }
      let numbers = text[range.upperBound...].prefix(24)
        .split { !($0.isASCII && $0.isNumber) }.compactMap { Int($0) }
      if numbers.count >= 2, numbers[0] < numbers[1] { return (numbers[0], numbers[1]) }
    }
    return nil
  }
}
