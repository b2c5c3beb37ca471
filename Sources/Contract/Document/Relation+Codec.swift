// SPDX-License-Identifier: Apache-2.0
// The members of a relation in a contract document.

extension Codec where Value == Relation {
  static var relation: Codec {
    .record(
      Relation.init, member("kind", \.kind, .kind), member("requirement", \.obligation, .word),
      member("says", \.description, .text), member("source", \.source, optional: .source),
      member(SpecLocation.member, \.location, .location))
  }
}

extension Codec where Value == Relation.Kind {
  private typealias Pair = (field: String, other: String)
  private typealias Stated = (field: String, state: String, words: [String])
  private typealias Sum = (field: String, parts: [String])
  private typealias Count = (
    field: String, operation: String, parameter: String, state: String, words: [String]
  )
  private typealias Row = (operation: String, field: String)
  private typealias Code = (field: String, word: String, codes: [String: Int])

  static var kind: Codec { .choice(ofValues + ofCounts + ofStates) }

  private static var ofValues: [Branch<Relation.Kind>] {
    [
      carrying("echo", pair("parameter"), { .echo(field: $0.field, parameter: $0.other) }) {
        if case .echo(let field, let parameter) = $0 { (field, parameter) } else { nil }
      },
      carrying("unique", .text, { .unique(field: $0) }) {
        if case .unique(let field) = $0 { field } else { nil }
      },
      carrying("not_negative", .text, { .notNegative(field: $0) }) {
        if case .notNegative(let field) = $0 { field } else { nil }
      },
      carrying("at_most", pair("of"), { .atMost(field: $0.field, of: $0.other) }) {
        if case .atMost(let field, let other) = $0 { (field, other) } else { nil }
      },
      carrying("not_before", pair("earlier"), { .notBefore(field: $0.field, earlier: $0.other) }) {
        if case .notBefore(let field, let earlier) = $0 { (field, earlier) } else { nil }
      },
    ]
  }

  private static var ofCounts: [Branch<Relation.Kind>] {
    [
      carrying(
        "sum",
        .record(
          { (field: $0, parts: $1) }, member("field", \Sum.field, .text),
          member("of", \.parts, .list(.text))),
        { .sum(field: $0.field, of: $0.parts) },
        { if case .sum(let field, let parts) = $0 { (field, parts) } else { nil } }),
      carrying(
        "counts",
        .record(
          { (field: $0, operation: $1, parameter: $2, state: $3, words: $4) },
          member("field", \Count.field, .text), member("in", \.operation, .text),
          member("parameter", \.parameter, .text), member("state", \.state, .text),
          member("words", \.words, .list(.text))),
        {
          .counts(
            field: $0.field, in: $0.operation, parameter: $0.parameter, state: $0.state,
            words: $0.words)
        },
        {
          guard case .counts(let field, let operation, let parameter, let state, let words) = $0
          else { return nil }
          return (field, operation, parameter, state, words)
        }),
      carrying(
        "row",
        .record(
          { (operation: $0, field: $1) }, member("in", \Row.operation, .text),
          member("by", \.field, .text)),
        { .row(in: $0.operation, by: $0.field) },
        { if case .row(let operation, let field) = $0 { (operation, field) } else { nil } }),
    ]
  }

  private static var ofStates: [Branch<Relation.Kind>] {
    [
      carrying(
        "zero_time_while_unfinished", stated("final"),
        { .zeroTimeWhileUnfinished(field: $0.field, state: $0.state, final: $0.words) },
        {
          guard case .zeroTimeWhileUnfinished(let field, let state, let final) = $0 else {
            return nil
          }
          return (field, state, final)
        }),
      carrying(
        "zero_time_until_finished", stated("unfinished"),
        { .zeroTimeUntilFinished(field: $0.field, state: $0.state, unfinished: $0.words) },
        {
          guard case .zeroTimeUntilFinished(let field, let state, let unfinished) = $0 else {
            return nil
          }
          return (field, state, unfinished)
        }),
      carrying(
        "told", stated("words"), { .told(field: $0.field, state: $0.state, words: $0.words) },
        {
          guard case .told(let field, let state, let words) = $0 else { return nil }
          return (field, state, words)
        }),
      carrying(
        "code",
        .record(
          { (field: $0, word: $1, codes: $2) }, member("field", \Code.field, .text),
          member("follows", \.word, .text), member("codes", \.codes, .codes)),
        { .code(field: $0.field, follows: $0.word, codes: $0.codes) },
        {
          guard case .code(let field, let word, let codes) = $0 else { return nil }
          return (field, word, codes)
        }),
    ]
  }

  private static func stated(_ words: String) -> Codec<Stated> {
    .record(
      { (field: $0, state: $1, words: $2) }, member("field", \Stated.field, .text),
      member("state", \.state, .text), member(words, \.words, .list(.text)))
  }

  private static func pair(_ other: String) -> Codec<Pair> {
    .record(
      { (field: $0, other: $1) }, member("field", \Pair.field, .text), member(other, \.other, .text)
    )
  }
}

extension Codec where Value == [String: Int] {
  private typealias Entry = (word: String, code: Int)

  /// An array in the order of the words, so that the names of members stay a fixed set.
  fileprivate static var codes: Codec {
    let entry = Codec<Entry>.record(
      { (word: $0, code: $1) }, member("word", \.word, .text), member("code", \.code, .integer))
    return Codec<[Entry]>.list(entry).map(
      "each word once",
      { Set($0.map(\.word)).count == $0.count ? Dictionary(uniqueKeysWithValues: $0) : nil },
      { $0.sorted { $0.key < $1.key }.map { (word: $0.key, code: $0.value) } })
  }
}
