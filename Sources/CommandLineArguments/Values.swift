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

  func integer(_ option: Option) -> Int? { self[option].flatMap(Int.init) }
}
