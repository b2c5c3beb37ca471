// SPDX-License-Identifier: Apache-2.0
// From a page's outline to the operation it documents.

import Contract

extension DocumentedOperation {
  /// Reads a page; throws which parts of one are not there.
  public init(reading page: DocumentationPage) throws(PageError) {
    let outline = Outline(BlockReader.blocks(of: page))
    let places = [outline.texts[.uri], outline.head, outline.texts[.function]]
    let request = places.lazy.compactMap { $0.flatMap(Self.request) }.first
    let fields = outline.tables.filter(\.table.isOfFields)
    var lacks: [String] = []
    if request == nil {
      lacks.append("method with a path, such as GET /v2/{project_id}/jobs, under a heading URI")
    }
    if fields.isEmpty {
      lacks.append("table with a name, a type and a description in each row (参数, 参数类型, 描述)")
    }
    guard let request, lacks.isEmpty else { throw .notAPage(lacks: lacks) }
    self.init(outline, request, fields)
  }

  private init(
    _ outline: Outline, _ request: (method: String, path: Stated<String>),
    _ tables: [Outline.PlacedTable]
  ) {
    let samples = SampleCode(outline.texts[.samples] ?? [])
    let title =
      (outline.head.first { $0.mark == .heading(1) } ?? outline.head.last).map {
        Stated($0.words, line: $0.number)
      } ?? Stated("", line: 1)
    let titleName = title.value.split(separator: " ").last.map(String.init)
    let isNamed = titleName.map { $0 == samples.name || title.value.contains(" - " + $0) } ?? false
    let codes = outline.tables.filter { !$0.table.isOfFields }.flatMap(\.table.rows)
    let parameters = ParameterTables(
      outline, gaps: PathTemplate(stringLiteral: request.path.value).parameterNames)
    let responses = ResponseTables(outline)
    self.init(
      title: title, name: isNamed ? titleName : samples.name, isNamedInTitle: isNamed,
      language: outline.language, date: Self.date(in: outline.head),
      method: request.method, path: request.path, parameters: parameters.parameters,
      placements: parameters.placements, requestExample: Self.requestExample(outline),
      responses: responses.responses,
      statusCodes: codes.compactMap { row in Int(row[.code]).map { Stated($0, line: row.line) } },
      statusTexts: Dictionary(
        codes.compactMap { row in Int(row[.code]).map { ($0, row[.description]) } },
        uniquingKeysWith: { first, _ in first }),
      example: Self.example(outline), placeholders: samples.placeholders, signs: samples.signs,
      allowList: Self.allowList(outline),
      layout: responses.layout + Self.misfits(outline))
  }

  private static let methods: Set = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"]

  private static func request(in lines: [Line]) -> (method: String, path: Stated<String>)? {
    for line in lines {
      let words = line.words.split(whereSeparator: \.isWhitespace).map(String.init)
      let isWhole = words.count == 2 || words.count == 3 && words[2].hasPrefix("HTTP/")
      if isWhole, methods.contains(words[0]), let path = path(of: words[1]) {
        return (words[0], Stated(path, line: line.number))
      }
    }
    return nil
  }

  /// The path of a target, behind whatever stands for the endpoint and before a query.
  private static func path(of target: String) -> String? {
    var path = target[...]
    if let scheme = path.firstRange(of: "://") {
      path = path[scheme.upperBound...].drop { $0 != "/" }
    }
    path = path.prefix { $0 != "?" }
    return path.hasPrefix("/") ? String(path) : nil
  }

  private static func requestExample(_ outline: Outline) -> Stated<String>? {
    let line = (outline.texts[.requestExample] ?? []).first {
      methods.contains($0.words.split(separator: " ").first.map(String.init) ?? "")
    }
    return line.map { Stated($0.words, line: $0.number) }
  }

  private static func allowList(_ outline: Outline) -> Stated<String>? {
    let line = (outline.texts[.constraints] ?? []).first { line in
      Phrase.allowLists.contains { line.words.lowercased().contains($0) }
    }
    return line.map { Stated($0.words, line: $0.number) }
  }

  private static func date(in lines: [Line]) -> Stated<String>? {
    for line in lines {
      let text = line.words.lowercased()
      guard let phrase = Phrase.date.first(where: text.contains),
        let range = text.firstRange(of: phrase)
      else { continue }
      let date = text[range.upperBound...].drop { !$0.isNumber }.prefix { !$0.isWhitespace }
      return Stated(String(date), line: line.number)
    }
    return nil
  }

  /// From the first line that begins with a bracket to the end of the section.
  private static func example(_ outline: Outline) -> Example? {
    let lines = outline.texts[.responseExample] ?? []
    guard let start = lines.firstIndex(where: { "{[".contains($0.words.first ?? " ") }),
      let last = lines.lastIndex(where: { !$0.words.isEmpty })
    else { return nil }
    // A block of code ends where it ends; prose may follow.
    let isCode = lines[start].mark == .code
    let end = isCode ? (lines[start...].firstIndex { $0.mark != .code } ?? last + 1) - 1 : last
    return Example(
      status: outline.statuses[.responseExample]?.first?.value ?? 200,
      text: lines[start...max(start, end)].map(\.text).joined(separator: "\n"),
      line: lines[start].number)
  }

  private static func misfits(_ outline: Outline) -> [Stated<String>] {
    outline.tables.flatMap { placed in
      let empty =
        placed.table.rows.isEmpty ? [Stated("a table without rows", line: placed.table.line)] : []
      return empty
        + placed.table.misfits.map { Stated("cells that fit no column", line: $0.number) }
    }
  }
}
