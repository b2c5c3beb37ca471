// SPDX-License-Identifier: Apache-2.0
// Differences in the responses: status codes, tables, fields, their types, words and ranges.

import Contract

extension SpecComparison {
  var responses: [PageFinding] {
    let added = page.responses.filter { spec.answer($0.status) == nil }.map {
      difference(
        "status-added", "\($0.status)", line: $0.line,
        "the page has a response \($0.status), the spec does not")
    }
    return spec.answers.flatMap(compare) + added
  }

  private func compare(_ answer: DocumentedResponse) -> [PageFinding] {
    let path = "\(answer.status)"
    guard let response = page.response(answer.status) else {
      return [
        difference(
          "status-missing", path, line: page.responses.last?.line ?? page.path.line,
          "the spec has an answer \(path), the page does not")
      ]
    }
    guard let rows = response.fields else { return [missingTable(path, response.line)] }
    let names = Set(rows.map(\.name))
    guard names.isDisjoint(with: answer.body.map(\.name)),
      let inner = answer.body.first(where: { !names.isDisjoint(with: $0.type.fields.map(\.name)) })
    else { return compare(rows, answer.body, path, line: response.line) }
    let siblings = answer.body.filter { $0.name != inner.name && !$0.type.fields.isEmpty }
    return [missingTable(path, response.line)]
      + siblings.map { missingTable("\(path).\($0.name)", response.line) }
      + compare(rows, inner.type.fields, "\(path).\(inner.name)", line: response.line)
  }

  private func missingTable(_ path: String, _ line: Int) -> PageFinding {
    difference(
      "table-missing", path, line: line,
      "no table of the page describes \(path), and the spec has its fields")
  }

  private func compare(
    _ rows: [DocumentedOperation.Row], _ fields: [Field], _ path: String, line: Int
  ) -> [PageFinding] {
    let missing = fields.filter { field in !rows.contains { $0.name == field.name } }
    let added = rows.filter { row in !fields.contains { $0.name == row.name } }
    let named = Renaming(missing.map(\.name), added.map { ($0.name, $0.line) })
      .findings(under: path, noun: "field", line: line)
    let same = fields.flatMap { field in
      rows.filter { $0.name == field.name }.flatMap { compare($0, field, path) }
    }
    return named + same
  }

  private func compare(
    _ row: DocumentedOperation.Row, _ field: Field, _ path: String
  ) -> [PageFinding] {
    let subject = "\(path).\(field.name)"
    let kind = field.type.documentedKind
    guard row.type.kind == kind else {
      return [
        difference(
          "type", subject, row.type.text, line: row.line,
          "the page has \(row.type.text), the spec \(kind.rawValue)")
      ]
    }
    var found: [PageFinding] = []
    if [.object, .array].contains(kind), !field.type.fields.isEmpty {
      found +=
        row.fields.map { compare($0, field.type.fields, subject, line: row.line) }
        ?? [missingTable(subject, row.line)]
    }
    found += words(row.rules.words, field.type.words, subject, line: row.line)
    found += forms(of: field.type, subject, row.line)
    return found + range(of: field.type, row, subject)
  }

  /// What the spec says of the form of a text, which no page does.
  private func forms(of type: ValueType, _ subject: String, _ line: Int) -> [PageFinding] {
    let forms: [String]
    switch type {
    case .timestamp: forms = ["an RFC 3339 instant"]
    case .string(let rules):
      forms = rules.compactMap {
        guard case .form(let form, _) = $0, form != .nonEmpty else { return nil }
        return form.words
      }
    default: forms = []
    }
    return forms.map {
      difference(
        "form-missing", subject, line: line, "the page says nothing of its form, the spec \($0)")
    }
  }

  private func range(
    of type: ValueType, _ row: DocumentedOperation.Row, _ subject: String
  ) -> [PageFinding] {
    guard case .integer(let range, _) = type else { return [] }
    let isCount = range?.upperBound == .max
    guard !isCount else { return [] }
    let bounds = [
      ("minimum", row.rules.minimum, range?.lowerBound),
      ("maximum", row.rules.maximum, range?.upperBound),
    ]
    return bounds.flatMap { bound($0.0, $0.1, $0.2.map { Int($0) }, subject, line: row.line) }
  }
}

extension ValueType {
  /// What a table should call the type.
  var documentedKind: DocumentedType.Kind {
    switch self {
    case .integer: .integer
    case .boolean: .boolean
    case .string, .timestamp: .string
    case .object: .object
    case .array: .array
    case .document(let document): document.forms.first == .object ? .object : .string
    }
  }

  /// The words of a list that is closed, or that is known.
  var words: [String] {
    guard case .string(let rules) = self else { return [] }
    return rules.lazy.compactMap {
      switch $0 {
      case .oneOf(let words, _), .usually(let words, _): words
      case .form: nil
      }
    }.first ?? []
  }
}
