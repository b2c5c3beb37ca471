// SPDX-License-Identifier: Apache-2.0
// The blocks of a page under the headings and status codes that they stand under.

/// A page cut at its headings.
struct Outline {
  /// A table with what stands over it.
  struct PlacedTable {
    var section: Section
    var status: Int?
    var caption: String?
    var table: DocumentedTable
  }

  /// The text lines before the first heading, without blank ones.
  var head: [Line] = []
  var headings: [(section: Section, line: Line)] = []
  var tables: [PlacedTable] = []
  /// The text lines of each section, blank ones included.
  var texts: [Section: [Line]] = [:]
  /// The status lines of each section.
  var statuses: [Section: [Stated<Int>]] = [:]

  private var section: Section?
  private var status: Int?
  private var caption: String?

  init(_ blocks: [Block]) { for block in blocks { add(block) } }

  private mutating func add(_ block: Block) {
    switch block {
    case .heading(let section, let line):
      (self.section, status, caption) = (section, nil, nil)
      headings.append((section, line))
    case .status(let code):
      (status, caption) = (code.value, nil)
      if let section { statuses[section, default: []].append(code) }
    case .caption(let text, let line):
      caption = text
      // Pages that have no heading for the request as a whole have one for each table.
      if line.isSetOff, Self.isOfRequest(text) { section = section == .uri ? .uri : .request }
      if section == nil { head.append(line) }
    case .table(let table): add(table)
    case .text(let line):
      if let section {
        texts[section, default: []].append(line)
      } else if !line.words.isEmpty {
        head.append(line)
      }
    }
  }

  private static func isOfRequest(_ caption: String) -> Bool {
    let text = caption.lowercased()
    guard !text.contains("respon"), !text.contains("响应") else { return false }
    return ["parameter", "header", "参数"].contains(where: text.contains)
      && ["path", "query", "header", "路径", "查询", "消息头"].contains(where: text.contains)
  }

  private mutating func add(_ table: DocumentedTable) {
    if let section {
      tables.append(PlacedTable(section: section, status: status, caption: caption, table: table))
    }
    caption = nil
  }

  var language: Language {
    let languages = headings.compactMap { $0.section.language(of: $0.line.words) }
    let chinese = languages.count { $0 == .chinese }
    return chinese * 2 >= languages.count ? .chinese : .english
  }
}
