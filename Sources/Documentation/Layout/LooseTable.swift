// SPDX-License-Identifier: Apache-2.0
// Tables with one cell a line, with or without a pipe behind it, and with columns that were lost.

import Wire

/// Reads cells that stand under each other; what a cell is shows by the cells behind it.
struct LooseTable {
  struct Head {
    var columns: [Column]
    /// The line behind the head.
    var end: Int
    var line: Int
    /// Whether each cell ends in a pipe, so that a line without one ends the table.
    var isPiped: Bool
  }

  private let lines: [Line]
  private let head: Head

  /// The head at a line: titles that follow each other and end with that of the descriptions.
  static func head(_ lines: [Line], at start: Int) -> Head? {
    var columns: [Column] = []
    var place = start
    while place < lines.count, columns.count < 4 {
      let cell = Self.cell(lines[place])
      place += 1
      if cell.isEmpty, !columns.isEmpty { continue }
      guard let column = Column(title: cell), !columns.contains(column) else { return nil }
      if columns.isEmpty, column != .name, column != .code { return nil }
      columns.append(column)
      if column == .description { break }
    }
    guard columns.last == .description, columns.count > 1 else { return nil }
    return Head(
      columns: columns, end: place, line: lines[start].number,
      isPiped: lines[start].words.hasSuffix("|"))
  }

  static func read(_ lines: [Line], _ head: Head) -> (table: DocumentedTable, end: Int) {
    LooseTable(lines: lines, head: head).read()
  }

  private func read() -> (table: DocumentedTable, end: Int) {
    var table = DocumentedTable(columns: head.columns, rows: [], line: head.line)
    var place = head.end
    while place < lines.count, !ends(at: place, behind: table.rows.last) {
      if let (row, end) = row(at: place) {
        table.rows.append(row)
        place = end
        continue
      }
      let cell = Self.cell(lines[place])
      if !cell.isEmpty, !isRule(cell) { add(cell, lines[place], to: &table) }
      place += 1
    }
    return (table, place)
  }

  private func add(_ cell: String, _ line: Line, to table: inout DocumentedTable) {
    guard let last = table.rows.indices.last else { return table.misfits.append(line) }
    let isFirst = table.rows[last][.description].isEmpty
    table.rows[last].cells[.description, default: ""] += isFirst ? cell : "\n" + cell
  }

  /// The cells of a row up to its type, or its code; the description follows.
  private func row(at place: Int) -> (DocumentedTable.Row, Int)? {
    let cell = Self.cell(lines[place])
    let line = lines[place].number
    guard head.columns.contains(.name) else {
      guard cell.count == 3, Int(cell) != nil else { return nil }
      return (DocumentedTable.Row(cells: [.code: cell], line: line), place + 1)
    }
    guard DocumentedType.isName(cell), let second = next(behind: place) else { return nil }
    var cells: [Column: String] = [.name: cell]
    var type = second
    if (Phrase.yes + Phrase.no).contains(Self.cell(lines[second]).lowercased()),
      let third = next(behind: second)
    {
      cells[.presence] = Self.cell(lines[second])
      type = third
    }
    guard DocumentedType(Self.cell(lines[type])).isKnown else { return nil }
    cells[.type] = Self.cell(lines[type])
    return (DocumentedTable.Row(cells: cells, line: line), type + 1)
  }

  private func next(behind place: Int) -> Int? {
    lines.indices.dropFirst(place + 1).first { !Self.cell(lines[$0]).isEmpty }
  }

  /// Whether something else begins at a line; a word of a heading can be a description as well,
  /// if the row before has none and another row follows.
  private func ends(at place: Int, behind last: DocumentedTable.Row?) -> Bool {
    let line = lines[place]
    if case .heading? = Landmark(line)?.block, last?[.description].isEmpty == true,
      let next = next(behind: place), row(at: next) != nil
    {
      return false
    }
    if head.isPiped, !line.words.isEmpty, !line.words.hasSuffix("|"), !isRule(line.words) {
      return true
    }
    return Landmark(line) != nil || Self.head(lines, at: place) != nil
      || PipedTable.head(lines, at: place) != nil
  }

  /// The line of dashes under a head, whole or with pipes between its parts.
  private func isRule(_ cell: String) -> Bool {
    cell.split(separator: "|").allSatisfy { PipedTable.isRule($0.trimmed) }
  }

  private static func cell(_ line: Line) -> String {
    let text = line.words
    return text.hasSuffix("|") ? text.dropLast().trimmed : text
  }
}
