// SPDX-License-Identifier: Apache-2.0
// What stood behind each option, checked but not yet interpreted.

/// The options and operands of one command line.
struct Values {
  var operands: [String] = []
  private var texts: [String: [String]] = [:]

  mutating func add(_ text: String, to option: Option) {
    texts[option.name, default: []].append(text)
  }

  func has(_ option: Option) -> Bool { texts[option.name] != nil }

  func all(_ option: Option) -> [String] { texts[option.name] ?? [] }

  subscript(option: Option) -> String? { texts[option.name]?.last }

  /// The words that say it again, of some options.
  func words(of options: [Option]) -> [String] {
    options.flatMap { option in
      all(option).flatMap { option.placeholder == nil ? [option.name] : [option.name, $0] }
    }
  }

  /// These, and the others where these say nothing.
  func completed(by others: Values) -> Values {
    var values = self
    values.texts.merge(others.texts) { own, _ in own }
    return values
  }

  /// Without what was said of an option.
  mutating func remove(_ option: Option) { texts[option.name] = nil }

  func integer(_ option: Option) -> Int? { self[option].flatMap(Int.init) }
}
