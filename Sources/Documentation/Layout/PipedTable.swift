// SPDX-License-Identifier: Apache-2.0
// Tables with a row on a line and pipes between the cells, as Markdown has them.

import Wire

/// Reads `| name | Yes | String | text |` lines under a head.
enum PipedTable {
  /// The columns of a head at a line, and the line behind it.
  static func head(_ lines: [Line], at place: Int) -> ([Column], Int)? {
    guard let cells = cells(of: lines[place]) else { return nil }
    let columns = cells.compactMap(Column.init(title:))
    let isHead = columns.count == cells.count && columns.last == .description && columns.count > 1
    return isHead ? (columns, place + 1) : nil
  }

  static func read(
    _ lines: [Line], _ columns: [Column], from start: Int
  ) -> (table: DocumentedTable, end: Int) {
    var table = DocumentedTable(columns: columns, rows: [], line: lines[start - 1].number)
    var place = start
    while place < lines.count, head(lines, at: place) == nil, let cells = cells(of: lines[place]) {
      let line = lines[place]
      place += 1
      if cells.allSatisfy(isRule) { continue }
      if let row = row(cells, columns, line.number) {
        table.rows.append(row)
      } else {
        table.misfits.append(line)
      }
    }
    return (table, place)
  }

  /// Binds cells to columns; the column that an extraction loses is that of yes and no.
  private static func row(_ cells: [String], _ columns: [Column], _ line: Int) -> DocumentedTable
    .Row?
  {
    let kept = cells.count < columns.count ? columns.filter { $0 != .presence } : columns
    guard cells.count == kept.count, !cells[0].isEmpty else { return nil }
    return DocumentedTable.Row(
      cells: Dictionary(zip(kept, cells), uniquingKeysWith: { first, _ in first }), line: line)
  }

  private static func cells(of line: Line) -> [String]? {
    let text = line.words
    guard text.hasPrefix("|"), text.hasSuffix("|"), text.count > 2 else { return nil }
    return text.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
      .map(\.trimmed)
  }

  /// Whether a cell is the line under a head.
  static func isRule(_ cell: String) -> Bool {
    cell.count > 1 && cell.allSatisfy { "-:".contains($0) }
  }
}
