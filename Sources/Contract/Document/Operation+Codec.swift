// SPDX-License-Identifier: Apache-2.0
// The members of an operation, its parameters, answers and relations in a contract document.

import Wire

extension Codec where Value == Operation {
  static var operation: Codec {
    .record(
      Operation.init(
        id:page:summary:method:path:access:parameters:paging:answers:relations:quirks:location:),
      member("id", \.id, .text),
      member("page", \.page, .text),
      member("summary", \.summary, .text),
      member("method", \.method, .method),
      member("path", \.path, .template),
      member("access", \.access, .word),
      member("parameters", \.parameters, .list(.parameter)),
      member("paging", \.paging, .paging),
      member("answers", \.answers, .list(.answer)),
      member("relations", \.relations, .list(.relation)),
      member("quirks", \.quirks, .list(.quirk)),
      member(SpecLocation.member, \.location, .location))
  }
}

extension Operation {
  fileprivate init(
    id: String, page: String, summary: String, method: HTTPRequest.Method, path: PathTemplate,
    access: Access, parameters: [Parameter], paging: Paging, answers: [DocumentedResponse],
    relations: [Relation], quirks: [Quirk], location: SpecLocation
  ) {
    self.init(
      id, page: page, summary, method: method, path: path, access: access, parameters: parameters,
      paging: paging, answers: answers, relations: relations, quirks: quirks)
    self.location = location
  }
}

extension Codec where Value == Parameter {
  static var parameter: Codec {
    .record(
      Parameter.init, member("name", \.name, .text), member("in", \.placement, .word),
      member("type", \.kind, .word), member("required", \.isRequired, .flag),
      member("fact", \.fact, optional: .fact),
      member("default", \.defaultValue, optional: .integer),
      member("range", \.range, optional: .range()), member("words", \.words, .list(.text)),
      member("filters", \.filters, optional: .text), member("or", \.alternative, optional: .text),
      member("matches", \.match, optional: .word),
      member("otherwise", \.otherwise, optional: .text),
      member("orders", \.orders, optional: .word), member("sent", \.sent, optional: .text),
      member("usual", \.usual, optional: .text), member("says", \.description, .text),
      member(SpecLocation.member, \.location, .location))
  }
}

extension Codec where Value == Paging {
  static var paging: Codec {
    .record(
      {
        Paging(
          style: $0, rows: $1, identity: $2, parameters: $3, leadsByLink: $4 ?? false, location: $5)
      },
      member("style", \.style, .style),
      member("rows", \.rows, .path),
      member("identity", \.identity, .text),
      member("parameters", \.parameters, optional: .names),
      member("links", { $0.leadsByLink ? true : nil }, optional: .flag),
      member(SpecLocation.member, \.location, .location))
  }
}

extension Codec where Value == Paging.Parameters {
  fileprivate static var names: Codec {
    .record(
      Paging.Parameters.init, member("position", \.position, .text), member("size", \.size, .text))
  }
}

extension Codec where Value == Paging.Style {
  private typealias Offset = (total: FieldPath, multiplesOfLimit: Bool)
  private typealias Numbers = (first: Int, total: Paging.Total)

  static var style: Codec {
    .choice(
      carrying(
        "offset",
        .record(
          { (total: $0, multiplesOfLimit: $1) }, member("total", \Offset.total, .path),
          member("multiples_of_limit", \.multiplesOfLimit, .flag)),
        { .offset(total: $0.total, multiplesOfLimit: $0.multiplesOfLimit) },
        { if case .offset(let total, let multiples) = $0 { (total, multiples) } else { nil } }),
      carrying("marker", .path, { .marker(next: $0) }) {
        if case .marker(let next) = $0 { next } else { nil }
      },
      carrying(
        "numbers",
        .record(
          { (first: $0, total: $1) }, member("first", \Numbers.first, .integer),
          member("total", \.total, .total)),
        { .numbers(first: $0.first, total: $0.total) },
        { if case .numbers(let first, let total) = $0 { (first, total) } else { nil } }),
      bare("object", .object))
  }
}

extension Codec where Value == Paging.Total {
  fileprivate static var total: Codec {
    .choice(
      carrying("field", .path, { .field($0) }) {
        if case .field(let path) = $0 { path } else { nil }
      },
      carrying("header", .text, { .header($0) }) {
        if case .header(let name) = $0 { name } else { nil }
      },
      bare("untold", .untold))
  }
}

extension Codec where Value == DocumentedResponse {
  static var answer: Codec {
    .record(
      DocumentedResponse.init, member("status", \.status, .integer),
      member("says", \.description, .text), member("body", \.body, .list(.field)),
      member("provocation", \.trigger, .word), member(SpecLocation.member, \.location, .location))
  }
}
