// SPDX-License-Identifier: Apache-2.0
// Remarks on the page and its tables: oddities that contradict nothing and surprise a reader.

extension PageReading {
  var samples: [PageFinding] {
    var told: Set<String> = []
    let gaps = page.placeholders.filter { told.insert($0.value).inserted }.map {
      PageFinding(
        .remark, "placeholder", "samples.\($0.value)", line: $0.line,
        "a sample has a name in braces where an integer belongs")
    }
    let token = page.parameters.first { $0.placement == .header && $0.row.isMandatory != false }
    guard page.signs, let token else { return gaps }
    return gaps + [
      PageFinding(
        .remark, "token-or-signature", "header.\(token.row.name)", line: token.row.line,
        "\(token.row.name) is listed as if it were the only way, and the samples sign instead")
    ]
  }

  var pageFacts: [PageFinding] {
    var facts: [PageFinding] = []
    func remark(_ rule: String, _ subject: String, _ line: Int, _ description: String) {
      facts.append(PageFinding(.remark, rule, subject, line: line, description))
    }
    if page.language == .english { remark("english", "page", 1, "the page is in English") }
    if let date = page.date {
      remark("date", "page", date.line, "the page is of \(date.value)")
    } else {
      remark("no-date", "page", 1, "the page has no date")
    }
    if !page.isNamedInTitle {
      let name = page.name.map { "; the samples call it \($0)" } ?? ""
      remark("unnamed", "title", page.title.line, "the title lacks the operation's name\(name)")
    }
    if let list = page.allowList {
      remark("allow-list", "constraints", list.line, "only tenants on a list may call it")
    }
    for (noun, gap) in [("Instance", "instance_id"), ("Policy", "policy_id")]
    where page.name?.contains(noun) == true && !page.gaps.contains(gap) {
      remark(
        "no-gap", "path.\(gap)", page.path.line,
        "the name speaks of \(noun), and the path has no {\(gap)}")
    }
    return facts
  }

  var requestFacts: [PageFinding] {
    page.parameters.filter { $0.placement == .query }.map(\.row).flatMap { row -> [PageFinding] in
      let subject = "query.\(row.name)"
      var facts: [PageFinding] = []
      func remark(_ rule: String, detail: String? = nil, _ description: String) {
        facts.append(PageFinding(.remark, rule, subject, detail, line: row.line, description))
      }
      if row.type.kind == .integer, row.rules.minimum == nil {
        remark("no-minimum", "no minimum is told for \(row.name)")
      }
      if row.name == "offset", !row.rules.isMultiple {
        remark("no-multiple-rule", "nothing is said of multiples of limit")
      }
      if let standard = row.rules.defaultValue, standard == row.rules.maximum.map(String.init) {
        remark("default-is-maximum", "the default is the maximum, \(standard)")
      }
      if row.name == "marker" { remark("marker-paging", "pages are turned with a marker") }
      if let style = row.rules.style {
        remark("list-style", detail: style.rawValue, "the words are listed with \(style.rawValue)")
      }
      return facts
    }
  }

  var responseFacts: [PageFinding] {
    let tables = page.responses.filter { $0.status == 200 && !$0.hasPresence }.map {
      PageFinding(
        .remark, "no-presence", "\($0.status)", line: $0.line,
        "no column says which fields are mandatory")
    }
    return tables + errorFacts + levels.flatMap(facts) + levels.flatMap(capitals) + sharedNames
  }

  private func facts(_ level: ExampleView.Level) -> [PageFinding] {
    level.rows.flatMap { row in
      var facts: [PageFinding] = []
      func remark(_ rule: String, detail: String? = nil, _ description: String) {
        let subject = "\(level.path).\(row.name)"
        facts.append(PageFinding(.remark, rule, subject, detail, line: row.line, description))
      }
      let text = row.description.lowercased()
      if row.type.text.lowercased() == "integer" {
        remark("no-width", "an Integer of no told width")
      }
      if Phrase.bytes.contains(where: text.contains) { remark("bytes", "counts bytes") }
      if row.rules.words.isEmpty, Phrase.conditions.contains(where: text.contains) {
        remark("conditional", "is about a failure, and is not marked as optional")
      }
      if let style = row.rules.style {
        remark("list-style", detail: style.rawValue, "the words are listed with \(style.rawValue)")
      }
      if page.gaps.contains(row.name) {
        remark("echo", "has the name of a gap of the path, and no word says that it is the same")
      }
      if row.name == "status", query("status") == nil, row.rules.words.isEmpty {
        remark("unfiltered", "no parameter filters by it, and no words are listed")
      }
      facts += level.rows.filter { $0.isPart(of: row) }.map { part in
        PageFinding(
          .remark, "part-of", "\(level.path).\(part.name)", row.name, line: part.line,
          "\(part.name) is described as a part of \(row.name)")
      }
      return facts
    }
  }

  /// Errors that all have one table, which says too much for some and too little for others.
  private var errorFacts: [PageFinding] {
    let errors = page.responses.filter { $0.status >= 400 }
    let tables = Set(errors.map { ($0.fields ?? []).map(\.name) })
    guard let first = errors.first, errors.count > 1, tables.count == 1 else { return [] }
    return [
      PageFinding(
        .remark, "one-error-table", "errors", line: first.line,
        "\(errors.count) errors have the same fields, and no example shows one")
    ]
  }

  /// The only name of a table that is written with capitals.
  private func capitals(_ level: ExampleView.Level) -> [PageFinding] {
    let odd = level.rows.filter { $0.name.contains(where: \.isUppercase) }
    guard odd.count == 1, level.rows.count > 2 else { return [] }
    return odd.map {
      PageFinding(
        .remark, "capitals", "\(level.path).\($0.name)", line: $0.line,
        "\($0.name) is the only name of its table with capitals")
    }
  }

  /// Fields of the first table whose name a field of a row has as well.
  private var sharedNames: [PageFinding] {
    guard let root = levels.first else { return [] }
    return levels.dropFirst().flatMap { level in
      level.rows.filter { row in root.rows.contains { $0.name == row.name } }.map {
        PageFinding(
          .remark, "name-twice", "\(level.path).\($0.name)", line: $0.line,
          "\($0.name) is a field of the answer and of its rows")
      }
    }
  }
}

extension DocumentedOperation.Row {
  /// Whether the description is that of another integer with words before it.
  fileprivate func isPart(of whole: DocumentedOperation.Row) -> Bool {
    type.kind == .integer && whole.type.kind == .integer && whole.description.count > 3
      && description.count > whole.description.count && description.hasSuffix(whole.description)
  }
}
