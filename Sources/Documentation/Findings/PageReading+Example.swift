// SPDX-License-Identifier: Apache-2.0
// Contradictions between the example and the tables: names, types, words, ranges, defaults.

import Wire

extension PageReading {
  var exampleSyntax: [PageFinding] {
    guard let example, let fault = example.fault else { return [] }
    let repair = example.repair.map { "; \($0)" } ?? ""
    return [
      PageFinding(
        .contradiction, "example-not-json", "\(example.example.status)",
        line: example.line(at: fault.offset), "the example is no JSON: \(fault)\(repair)")
    ]
  }

  var exampleNames: [PageFinding] {
    guard let example else { return [] }
    let strangers = example.strangers.map { member in
      PageFinding(
        .contradiction, "example-adds", "\(example.example.status).\(member.name)",
        line: example.line(at: member.key.span.lowerBound),
        "the example has \(member.name), and no table describes it")
    }
    return strangers + levels.flatMap { lacking($0) + adding($0, in: example) }
  }

  private func lacking(_ level: ExampleView.Level) -> [PageFinding] {
    level.rows.compactMap { row in
      let count = level.objects.count { $0[row.name] == nil }
      guard count > 0, row.isMandatory != false else { return nil }
      return PageFinding(
        .contradiction, "example-lacks", "\(level.path).\(row.name)", line: row.line,
        "the table lists \(row.name), which \(count) of \(level.objects.count.counted("object")) "
          + "of the example \(count == 1 ? "lacks" : "lack")")
    }
  }

  private func adding(_ level: ExampleView.Level, in example: ExampleView) -> [PageFinding] {
    var seen = Set(level.rows.map(\.name))
    return level.objects.flatMap(\.members).filter { seen.insert($0.name).inserted }.map { member in
      PageFinding(
        .contradiction, "example-adds", "\(level.path).\(member.name)",
        line: example.line(at: member.key.span.lowerBound),
        "the example has \(member.name), and the table does not list it")
    }
  }

  var exampleTypes: [PageFinding] {
    values { row, value in
      guard !value.isNull, !row.type.allows(value) else { return nil }
      return (
        .contradiction, "example-type", nil,
        "the example has \("\(value.kind)".withArticle), and the table says \(row.type.text)"
      )
    }
  }

  var exampleWords: [PageFinding] {
    values { row, value in
      let filter = query(row.name)?.rules.words ?? []
      let words = row.rules.words.isEmpty ? filter : row.rules.words
      guard let word = value.string, !words.isEmpty, !words.contains(word) else { return nil }
      let list = row.rules.words.isEmpty ? "the filter of that name" : "its row"
      return (
        .contradiction, "example-word", word,
        "the example has \(word), which the list of \(list) lacks: \(words.joined(separator: ", "))"
      )
    }
  }

  var exampleRanges: [PageFinding] {
    values { row, value in
      guard let number = value.number?.int64 else { return nil }
      let isBelow = row.rules.minimum.map { number < $0 } ?? false
      let isAbove = row.rules.maximum.map { number > $0 } ?? false
      guard isBelow || isAbove else { return nil }
      return (
        .contradiction, "example-range", nil,
        "the example has \(number), outside of the range of its row"
      )
    }
  }

  var exampleDefaults: [PageFinding] {
    values { row, value in
      guard let standard = row.rules.defaultValue, value.raw != standard, value.string != standard
      else { return nil }
      return (
        .contradiction, "example-not-default", nil,
        "a field of an answer has the default \(standard), and the example has \(value.raw)"
      )
    }
  }

  typealias Notice = (kind: PageFinding.Kind, rule: String, detail: String?, description: String)

  /// Looks at every value of the example that a row describes; each notice is told once a row.
  func values(_ look: (DocumentedOperation.Row, JSONValue) -> Notice?) -> [PageFinding] {
    guard let example else { return [] }
    var told: Set<String> = []
    return levels.flatMap { level in
      level.rows.flatMap { row in
        level.objects.compactMap { $0[row.name] }.compactMap { value -> PageFinding? in
          guard let notice = look(row, value) else { return nil }
          let finding = PageFinding(
            notice.kind, notice.rule, "\(level.path).\(row.name)", notice.detail,
            line: example.line(at: value.span.lowerBound), notice.description)
          return told.insert(finding.key).inserted ? finding : nil
        }
      }
    }
  }
}

extension DocumentedType {
  /// Whether a value of an example can be of this type.
  func allows(_ value: JSONValue) -> Bool {
    switch kind {
    case .string: value.kind == .string
    case .integer: value.number?.isIntegerToken ?? false
    case .number: value.kind == .number
    case .boolean: value.kind == .boolean
    case .object: value.kind == .object
    case .array: value.kind == .array
    case .unknown: true
    }
  }
}
