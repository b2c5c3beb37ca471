// SPDX-License-Identifier: Apache-2.0
// What can be looked at in answers, as words of a contract document.

extension Codec where Value == Observable {
  private typealias Look = (
    field: FieldPath, trait: Observable.Trait, condition: Observable.Condition?
  )
  private typealias Prefix = (field: FieldPath, parameter: String)
  private typealias Pair = (first: FieldPath, second: FieldPath)

  static var observable: Codec { .choice(ofRows + ofPages + ofErrors) }

  private static var ofRows: [Branch<Observable>] {
    [
      carrying("field", look, { .field($0.field, $0.trait, where: $0.condition) }) {
        guard case .field(let field, let trait, let condition) = $0 else { return nil }
        return (field, trait, condition)
      },
      carrying("root", .path, { .root($0) }) {
        if case .root(let path) = $0 { path } else { nil }
      },
      carrying("names", .list(.text), { .names($0) }) {
        if case .names(let names) = $0 { names } else { nil }
      },
      carrying("prefix", prefix, { .prefix(of: $0.field, parameter: $0.parameter) }) {
        if case .prefix(let field, let parameter) = $0 { (field, parameter) } else { nil }
      },
      carrying("pair", pair, { .pair($0.first, $0.second) }) {
        if case .pair(let first, let second) = $0 { (first, second) } else { nil }
      },
      carrying("fraction_digits", .list(.text), { .fractionDigits($0) }) {
        if case .fractionDigits(let names) = $0 { names } else { nil }
      },
      bare("extra_members", .extraMembers), bare("nulls", .nulls),
      carrying("order", .path, { .order(of: $0) }) {
        if case .order(let field) = $0 { field } else { nil }
      },
    ]
  }

  private static var ofPages: [Branch<Observable>] {
    [
      bare("envelope", .envelope),
      carrying("default_size", .list(.integer), { .defaultSize($0) }) {
        if case .defaultSize(let sizes) = $0 { sizes } else { nil }
      },
      bare("total_under_filter", .totalUnderFilter), bare("filtered_words", .filteredWords),
      bare("marker_on_short_page", .markerOnShortPage),
      carrying("status", .question, { .status(of: $0) }) {
        if case .status(let question) = $0 { question } else { nil }
      },
    ]
  }

  private static var ofErrors: [Branch<Observable>] {
    [
      carrying("error_shape", .word, { .errorShape(of: $0) }) {
        if case .errorShape(let refusal) = $0 { refusal } else { nil }
      },
      bare("error_code", .errorCode),
      carrying("error_member", .text, { .errorMember($0) }) {
        if case .errorMember(let name) = $0 { name } else { nil }
      },
      carrying("header", .text, { .header($0) }) {
        if case .header(let name) = $0 { name } else { nil }
      },
    ]
  }

  private static var look: Codec<Look> {
    .record(
      { (field: $0, trait: $1, condition: $2) }, member("field", \.field, .path),
      member("trait", \.trait, .trait), member("where", \.condition, optional: .condition))
  }

  private static var prefix: Codec<Prefix> {
    .record(
      { (field: $0, parameter: $1) }, member("field", \.field, .path),
      member("parameter", \.parameter, .text))
  }

  private static var pair: Codec<Pair> {
    .record(
      { (first: $0, second: $1) }, member("first", \.first, .path),
      member("second", \.second, .path))
  }
}

extension Codec where Value == Observable.Trait {
  fileprivate static var trait: Codec {
    .choice(
      bare("value", .value),
      carrying("among", .list(.text), { .among($0) }) {
        if case .among(let values) = $0 { values } else { nil }
      },
      bare("form", .form), bare("letter_case", .letterCase), bare("shape", .shape),
      bare("magnitude", .magnitude), bare("zero_time", .zeroTime))
  }
}

extension Codec where Value == Observable.Condition {
  fileprivate static var condition: Codec {
    .record(
      Observable.Condition.init, member("field", \.field, .text),
      member("words", \.words, .list(.text)))
  }
}

extension Codec where Value == Observable.Question {
  fileprivate static var question: Codec {
    let query = Codec<Observable.Query>.record(
      { Observable.Query($0, $1) }, member("name", \.name, .text), member("value", \.value, .text))
    return .choice(
      carrying("query", .list(query), { .query($0) }) {
        if case .query(let query) = $0 { query } else { nil }
      },
      carrying("unknown", .text, { .unknown($0) }) {
        if case .unknown(let parameter) = $0 { parameter } else { nil }
      })
  }
}
