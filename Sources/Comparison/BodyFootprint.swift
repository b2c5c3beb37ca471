// SPDX-License-Identifier: Apache-2.0
// What one body is made of: the kinds of its members, their order, and how its JSON is written.

import Wire

/// What one body shows of the traits of its site.
struct BodyFootprint {
  private let site: Footprint.Site
  /// How often each spelling of a trait was seen.
  private(set) var traits: [Footprint.Trait: [String: Int]] = [:]
  /// How many objects stand at each place.
  private(set) var objects: [Footprint.Site: Int] = [:]

  init(site: Footprint.Site) { self.site = site }

  mutating func see(_ document: JSONDocument) {
    let root = document.root
    note(.member, "", root.form)
    for layout in document.layouts { note(.layout, layout, "present") }
    see(root, at: "")
  }

  private mutating func see(_ value: JSONValue, at place: String) {
    switch value.kind {
    case .object:
      objects[at("\(place)/"), default: 0] += 1
      var names: [String] = []
      for member in value.members {
        let name = member.name
        names.append(name)
        let inner = "\(place)/\(name.replacing("~", with: "~0").replacing("/", with: "~1"))"
        note(.member, inner, member.value.form)
        see(member.value, at: inner)
      }
      note(.memberOrder, "\(place)/", names.joined(separator: ","))
    case .array:
      for element in value.elements {
        if element.kind != .object { note(.element, "\(place)/*", element.form) }
        see(element, at: "\(place)/*")
      }
    case .string, .number, .boolean, .null: break
    }
  }

  private func at(_ place: String) -> Footprint.Site {
    Footprint.Site(operation: site.operation, answer: site.answer, place: place)
  }

  private mutating func note(_ kind: Difference.Kind, _ place: String, _ spelling: String) {
    let trait = Footprint.Trait(
      operation: site.operation, answer: site.answer, kind: kind, place: place)
    traits[trait, default: [:]][spelling, default: 0] += 1
  }
}

extension JSONValue {
  /// The sort of value, times by the form in which they are written.
  fileprivate var form: String {
    switch kind {
    case .object, .array, .boolean, .null: return "\(kind)"
    case .number:
      guard let number else { return "number" }
      if number.isIntegerToken { return "integer" }
      return raw.utf8.contains { $0 | 0x20 == UInt8(ascii: "e") }
        ? "number with exponent" : "number with fraction"
    case .string:
      guard let text = string, !text.isEmpty else { return "empty string" }
      return text.timeForm.map { "time \($0)" } ?? "string"
    }
  }

  /// The same for values that mean the same, in this process.
  var meaning: Int {
    var hasher = Hasher()
    hash(into: &hasher)
    return hasher.finalize()
  }

  private func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    switch kind {
    case .object:
      for member in members.sorted(by: { $0.name < $1.name }) {
        hasher.combine(member.name)
        member.value.hash(into: &hasher)
      }
    case .array: for element in elements { element.hash(into: &hasher) }
    case .string: hasher.combine(string)
    case .number, .boolean, .null: hasher.combine(raw)
    }
  }
}

extension String {
  /// The text with 0 for every digit, if it begins as a time does; nil for any other.
  fileprivate var timeForm: String? {
    let bytes = Array(utf8)
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    guard (17...48).contains(bytes.count), bytes.prefix(4).allSatisfy(isDigit),
      bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-")
    else { return nil }
    return String(decoding: bytes.map { isDigit($0) ? UInt8(ascii: "0") : $0 }, as: UTF8.self)
  }
}

extension JSONDocument {
  /// How the text is laid out, each way that shows.
  fileprivate var layouts: [String] {
    let line = UInt8(ascii: "\n")
    let blanks = [UInt8(ascii: " "), line, UInt8(ascii: "\r"), UInt8(ascii: "\t")]
    let first = root.members.first { _ in true }
    let gap = first.map { bytes[$0.key.span.upperBound..<$0.value.span.lowerBound].count } ?? 1
    let start = first.map { bytes[root.span.lowerBound..<$0.key.span.lowerBound] }
    let shown: [(String, Bool)] = [
      ("blanks behind names", gap > 1), ("a member on each line", start?.contains(line) ?? false),
      ("blanks around the body", blanks.contains(bytes[0]) || blanks.contains(bytes.last ?? 0)),
      ("escaped slashes", has("\\/")), ("escaped letters", has("\\u")),
    ]
    return shown.filter(\.1).map(\.0)
  }

  private func has(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { wanted in
      zip(bytes, bytes.dropFirst()).contains { $0 == wanted[0] && $1 == wanted[1] }
    }
  }
}
