// SPDX-License-Identifier: Apache-2.0
// What the layout of a page comes down to: headings, status lines, captions, tables and text.

/// One piece of a page, whichever of the layouts it came in.
enum Block: Sendable, Hashable {
  case heading(Section, Line)
  /// `Status code: 200`.
  case status(Stated<Int>)
  /// What stands behind `Table 5`.
  case caption(String, Line)
  case table(DocumentedTable)
  /// Anything else, blank lines included.
  case text(Line)
}

/// A table of parameters, fields or status codes.
struct DocumentedTable: Sendable, Hashable {
  var columns: [Column]
  var rows: [Row]
  /// The line of its head.
  var line: Int
  /// Rows whose cells fit no column.
  var misfits: [Line] = []

  struct Row: Sendable, Hashable {
    var cells: [Column: String]
    var line: Int

    subscript(column: Column) -> String { cells[column] ?? "" }
  }

  /// Whether the rows are parameters or fields, not status codes.
  var isOfFields: Bool { columns.contains(.name) }
}
