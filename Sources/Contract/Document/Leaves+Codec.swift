// SPDX-License-Identifier: Apache-2.0
// The smallest types of a contract document: sources, places, paths, ranges.

import Wire

extension SpecLocation {
  /// The member that says where a literal stands; the only one that is not in the digest.
  static let member = "at"
}

extension Codec where Value == SpecLocation {
  /// Written `Specs/ListGcTasks.swift:41`.
  static var location: Codec {
    Codec<String>.text.map(
      "a file, a colon and a line",
      { text in
        guard let colon = text.lastIndex(of: ":"), colon > text.startIndex,
          let line = Int(text[text.index(after: colon)...]), line >= 0
        else { return nil }
        return SpecLocation(file: String(text[..<colon]), line: line)
      }, \.description)
  }
}

extension Codec where Value == Source {
  static var source: Codec {
    .record(
      Source.init, member("kind", \.kind, .kind), member("document", \.document, .text),
      member("section", \.section, .text))
  }
}

extension Codec where Value == Source.Kind {
  static var kind: Codec { Codec<String>.text.map("", Source.Kind.init, \.name) }
}

extension Codec where Value == Fact {
  /// The name alone; the profile knows the rest.
  static var fact: Codec { Codec<String>.text.map("", { Fact($0) }, \.name) }
}

extension Codec where Value == FieldPath {
  /// Written `page_info.next_marker`.
  static var path: Codec {
    Codec<String>.text.map("", FieldPath.init(stringLiteral:), \.description)
  }
}

extension Codec where Value == PathTemplate {
  static var template: Codec {
    Codec<String>.text.map("", PathTemplate.init(stringLiteral:), \.description)
  }
}

extension Codec where Value == HTTPRequest.Method {
  static var method: Codec { Codec<String>.text.map("", HTTPRequest.Method.init, \.description) }
}

extension Codec {
  private typealias Bounds<Bound> = (least: Bound, most: Bound)

  /// Both ends belong to the range.
  static func range<Bound: FixedWidthInteger>() -> Codec where Value == ClosedRange<Bound> {
    Codec<Bounds<Bound>>.record(
      { (least: $0, most: $1) }, member("least", \.least, .integer),
      member("most", \.most, .integer)
    ).map(
      "a most that is not below least", { $0.least <= $0.most ? $0.least...$0.most : nil },
      { ($0.lowerBound, $0.upperBound) })
  }
}
