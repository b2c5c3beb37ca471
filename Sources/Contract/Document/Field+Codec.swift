// SPDX-License-Identifier: Apache-2.0
// The members of a field and the words for types in a contract document.

extension Codec where Value == Field {
  static var field: Codec {
    .record(
      Field.init, member("name", \.name, .text), member("type", \.type, .later { .type }),
      member("presence", \.presence, .word), member("null", \.null, .word),
      member("requirement", \.obligation, .word), member("says", \.description, .text),
      member("source", \.source, optional: .source),
      member(SpecLocation.member, \.location, .location))
  }
}

extension Codec where Value == ValueType {
  private typealias Integer = (range: ClosedRange<Int64>?, obligation: ObligationLevel)

  static var type: Codec {
    .choice(
      carrying(
        "integer",
        .record(
          { (range: $0, obligation: $1) }, member("range", \Integer.range, optional: .range()),
          member("requirement", \.obligation, .word)),
        { .integer($0.range, $0.obligation) },
        { if case .integer(let range, let obligation) = $0 { (range, obligation) } else { nil } }),
      bare("boolean", .boolean),
      carrying("string", .list(.rule), { .string($0) }) {
        if case .string(let rules) = $0 { rules } else { nil }
      },
      bare("timestamp", .timestamp),
      carrying("object", .list(.field), { .object($0) }) {
        if case .object(let fields) = $0 { fields } else { nil }
      },
      carrying("array", .later { .type }, { .array(of: $0) }) {
        if case .array(let element) = $0 { element } else { nil }
      },
      carrying("document", .document, { .document($0) }) {
        if case .document(let document) = $0 { document } else { nil }
      })
  }
}

extension Codec where Value == Document {
  fileprivate static var document: Codec {
    .record(
      { Document($0, as: $1) }, member("fields", \.fields, .list(.field)),
      member("forms", \.forms, .list(.word)))
  }
}

extension Codec where Value == StringRule {
  private typealias Closed = (words: [String], tolerated: [String])
  private typealias Open = (words: [String], known: [String])
  private typealias Formed = (form: StringRule.Form, obligation: ObligationLevel)

  static var rule: Codec {
    .choice(
      carrying(
        "one_of",
        .record(
          { (words: $0, tolerated: $1) }, member("words", \Closed.words, .list(.text)),
          member("tolerated", \.tolerated, .list(.text))),
        { .oneOf($0.words, tolerated: $0.tolerated) },
        { if case .oneOf(let words, let others) = $0 { (words, others) } else { nil } }),
      carrying(
        "usually",
        .record(
          { (words: $0, known: $1) }, member("words", \Open.words, .list(.text)),
          member("known", \.known, .list(.text))),
        { .usually($0.words, known: $0.known) },
        { if case .usually(let words, let others) = $0 { (words, others) } else { nil } }),
      carrying(
        "form",
        .record(
          { (form: $0, obligation: $1) }, member("form", \Formed.form, .word),
          member("requirement", \.obligation, .word)),
        { .form($0.form, $0.obligation) },
        { if case .form(let form, let obligation) = $0 { (form, obligation) } else { nil } }))
  }
}
