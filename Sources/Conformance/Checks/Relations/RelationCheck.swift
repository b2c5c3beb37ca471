// SPDX-License-Identifier: Apache-2.0
// What holds between the values of a row, between rows, and between a row and its request.

import Contract
import Wire

extension Check {
  static let relation = Check(
    "relation-holds", .relations, "A declared relation holds in every row of every answer."
  ) { planning, check in
    planning.operation.relations.map { relation in
      check.makeCase(
        planning, relation.name, relation.title, relation.obligation,
        clause: planning.operation.clause(
          relation.description, from: relation.source, at: relation.location),
        asks: .probes(planning.readings)
      ) { context, transcripts in
        context.look(for: relation, in: transcripts, planning)
      }
    }
  }
}

extension CheckContext {
  fileprivate mutating func look(
    for relation: Relation, in transcripts: [Transcript], _ planning: PlanningContext
  ) {
    var rows = 0
    for (exchange, number) in FieldSite.answers(in: transcripts) {
      guard let page = ListPage(exchange, number: number ?? 1, paging: planning.operation.paging)
      else {
        continue
      }
      var known: Set<String> = []
      for (index, row) in (page.rows ?? []).enumerated() {
        rows += 1
        let location = RowLocation(page: page, number: number, index: index, row: row)
        look(for: relation, at: location, planning, known: &known)
      }
    }
    guard asserted == 0 else { return }
    if rows > 0 {
      skip("no row of \(rows) has values that the relation speaks of")
    } else {
      inconclusive(.nothingToAssert("no rows"))
    }
  }

  private mutating func look(
    for relation: Relation, at row: RowLocation, _ planning: PlanningContext,
    known: inout Set<String>
  ) {
    let values = relation.fields.map(row.value)
    guard let first = values.first ?? nil, !first.isNull else { return }
    let second = values.count > 1 ? values[1] : nil
    switch relation.kind {
    case .echo(_, let parameter):
      let asked = planning.pathValue(of: parameter)
      expect(
        relation, asked == (first.string ?? first.raw), row, expected: asked ?? "the path's value")
    case .unique:
      expect(
        relation, known.insert(first.raw).inserted, row, expected: "a value that no other row has")
    case .notNegative:
      guard let number = first.number, number.isIntegerToken else { return }
      expect(relation, !number.raw.hasPrefix("-") || number.int64 == 0, row, expected: "0 or more")
    case .atMost(_, let other):
      guard let left = first.number?.int64, let right = second?.number?.int64 else { return }
      expect(relation, left <= right, row, expected: "at most \(other), which is \(right)")
    case .notBefore(_, let earlier):
      guard let left = first.instant, let right = second?.instant, !left.isZeroTime,
        !right.isZeroTime
      else { return }
      expect(relation, left >= right, row, expected: "not before \(earlier), \(second?.raw ?? "")")
    case .zeroTimeWhileUnfinished(_, let state, let final):
      guard let instant = first.instant, let word = second?.string, final.contains(word) else {
        return
      }
      expect(relation, !instant.isZeroTime, row, expected: "a time, because \(state) is \(word)")
    case .code(_, let word, let codes):
      guard let text = second?.string, let code = codes[text] else { return }
      expect(relation, first.raw == "\(code)", row, expected: "\(code), because \(word) is \(text)")
    case .told(let field, _, let words):
      guard let word = first.string, words.contains(word) else { return }
      let isTold = second.map { !$0.isNull && $0.string != "" } ?? false
      expect(relation, isTold, row, expected: "\(field) beside it")
    }
  }

  private mutating func expect(
    _ relation: Relation, _ holds: Bool, _ row: RowLocation, expected: String
  ) {
    guard !assert(holds), let value = row.value(relation.fields[0]) else { return }
    let location = row.location(relation.fields[0], value)
    fault(
      Severity(breaking: relation.obligation),
      "\(location.pointer?.description ?? "") is \(value.raw); \(relation.description)",
      expected: expected, received: Finding.Received(value), at: location, kind: relation.name)
  }
}

/// One row of one page.
private struct RowLocation {
  let page: ListPage
  let number: Int?
  let index: Int
  let row: JSONValue

  /// The value at a dotted path of the row, looking into objects that travel as text.
  func value(_ path: String) -> JSONValue? {
    FieldPath(stringLiteral: path).names.reduce(row as JSONValue?) { holder, name in
      let object = holder.flatMap { EncodedObject(in: $0)?.document?.root } ?? holder
      return object?[name]
    }
  }

  func location(_ path: String, _ value: JSONValue) -> BodyLocation {
    let names = FieldPath(stringLiteral: path).names
    let pointer = names.reduce(page.pointer(row: index)) { $0.appending($1) }
    return BodyLocation(
      page.exchange, page: number, pointer: pointer,
      bytes: (row[names[0]] ?? value).span)
  }
}

extension Relation {
  /// The relation as a statement about a row.
  fileprivate var title: String {
    switch kind {
    case .echo(let field, let parameter): "\(field) repeats \(parameter) of the path"
    case .unique(let field): "\(field) is different in every row of a page"
    case .notNegative(let field): "\(field) is not negative"
    case .atMost(let field, let other): "\(field) is at most \(other)"
    case .notBefore(let field, let earlier): "\(field) is not before \(earlier)"
    case .zeroTimeWhileUnfinished(let field, let state, _):
      "\(field) is the zero time only while \(state) is not final"
    case .code(let field, let word, _): "\(field) agrees with \(word)"
    case .told(let field, let state, let words):
      "\(field) is told if \(state) is \(words.joined(separator: " or "))"
    }
  }
}

extension PlanningContext {
  /// The value that fills a gap of the path.
  func pathValue(of parameter: String) -> String? {
    operation.parameter(parameter)?.fact.flatMap { facts[$0] }
  }
}

extension JSONValue {
  /// The instant that a string means; nil for anything else.
  var instant: Instant? { string.flatMap { try? Instant(parsing: $0) } }
}
