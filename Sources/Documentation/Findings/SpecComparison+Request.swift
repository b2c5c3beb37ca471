// SPDX-License-Identifier: Apache-2.0
// Differences in the request: parameters, their types, defaults, ranges, words and rules.

import Contract

extension SpecComparison {
  var request: [PageFinding] { [Parameter.Placement.path, .query, .header].flatMap(parameters) }

  private func parameters(in placement: Parameter.Placement) -> [PageFinding] {
    let place = placement.rawValue
    let expected = spec.parameters.filter { $0.placement == placement }
    let rows = page.parameters.filter { $0.placement.rawValue == place }.map(\.row)
    if rows.isEmpty, !expected.isEmpty {
      let names = expected.map(\.name).joined(separator: ", ")
      return [
        difference(
          "table-missing", place, line: page.path.line,
          "the page has no table of \(place) parameters, the spec \(names)")
      ]
    }
    let missing = expected.filter { parameter in !rows.contains { $0.name == parameter.name } }
    let added = rows.filter { row in !expected.contains { $0.name == row.name } }
    let named = Renaming(missing.map(\.name), added.map { ($0.name, $0.line) })
      .findings(under: place, noun: "parameter", line: rows.first?.line ?? 1)
    let same = expected.flatMap { parameter in
      rows.filter { $0.name == parameter.name }.flatMap { compare($0, parameter) }
    }
    return named + same
  }

  private func compare(_ row: DocumentedOperation.Row, _ parameter: Parameter) -> [PageFinding] {
    let subject = "\(parameter.placement.rawValue).\(parameter.name)"
    var found: [PageFinding] = []
    if row.type.kind.rawValue != parameter.kind.rawValue {
      found.append(
        difference(
          "type", subject, row.type.text, line: row.line,
          "the page has \(row.type.text), the spec \(parameter.kind.rawValue)"))
    }
    if let isMandatory = row.isMandatory, isMandatory != parameter.isRequired {
      found.append(
        difference(
          "mandatory", subject, isMandatory ? "yes" : "no", line: row.line,
          "the page says \(isMandatory ? "mandatory" : "optional"), the spec the opposite"))
    }
    let rules = row.rules
    found += bound(
      "default", rules.defaultValue.flatMap { Int($0) }, parameter.defaultValue, subject,
      line: row.line)
    found += bound(
      "minimum", rules.minimum, parameter.range?.lowerBound, subject, line: row.line)
    found += bound(
      "maximum", rules.maximum, parameter.range?.upperBound, subject, line: row.line)
    found += words(rules.words, parameter.words, subject, line: row.line)
    return found + multiples(row, subject)
  }

  private func multiples(_ row: DocumentedOperation.Row, _ subject: String) -> [PageFinding] {
    guard row.name == "offset", case .offset(_, let isDemanded) = spec.paging.style,
      row.rules.isMultiple != isDemanded
    else { return [] }
    return [
      difference(
        isDemanded ? "multiple-rule-missing" : "multiple-rule-added", subject, line: row.line,
        isDemanded
          ? "the spec wants a multiple of limit, the page does not"
          : "the page wants a multiple of limit, the spec does not")
    ]
  }
}

/// Names that one side lacks and the other has; one of each is the same thing renamed.
struct Renaming {
  private let missing: [String]
  private let added: [(name: String, line: Int)]

  init(_ missing: [String], _ added: [(name: String, line: Int)]) {
    self.missing = missing
    self.added = added
  }

  /// - Parameter noun: `parameter` or `field`.
  func findings(under path: String, noun: String, line: Int) -> [PageFinding] {
    if let old = missing.first, let new = added.first, missing.count == 1, added.count == 1 {
      return [
        PageFinding(
          .difference, "\(noun)-renamed", "\(path).\(old)", new.name, line: new.line,
          "the page calls it \(new.name), the spec \(old)")
      ]
    }
    let gone = missing.map {
      PageFinding(
        .difference, "\(noun)-missing", "\(path).\($0)", line: line,
        "the spec has \($0), the page does not")
    }
    return gone
      + added.map {
        PageFinding(
          .difference, "\(noun)-added", "\(path).\($0.name)", line: $0.line,
          "the page has \($0.name), the spec does not")
      }
  }
}
