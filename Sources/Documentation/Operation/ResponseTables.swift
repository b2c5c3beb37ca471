// SPDX-License-Identifier: Apache-2.0
// Binds the tables under each status code to each other, by caption or by order.

/// The responses of a page, each with its tables nested into one.
struct ResponseTables {
  var responses: [DocumentedOperation.Response] = []
  var layout: [Stated<String>] = []

  init(_ outline: Outline) {
    for status in outline.statuses[.response] ?? [] {
      var tables = outline.tables.filter {
        $0.section == .response && $0.status == status.value && $0.table.isOfFields
      }[...]
      let root = tables.popFirst()
      let fields = root.map { Self.rows(of: $0.table, &tables) }
      layout += tables.map { Stated("a table that no type refers to", line: $0.table.line) }
      responses.append(
        .init(
          status: status.value, line: root?.table.line ?? status.line, fields: fields,
          hasPresence: root?.table.columns.contains(.presence) ?? false))
    }
  }

  /// The rows of a table; each object takes the table of its name, or the next one without a name.
  private static func rows(
    of table: DocumentedTable, _ rest: inout ArraySlice<Outline.PlacedTable>
  ) -> [DocumentedOperation.Row] {
    table.rows.map { cells in
      var row = DocumentedOperation.Row(cells)
      guard let model = row.type.model else { return row }
      let named = rest.firstIndex { $0.caption == model }
      let next = named ?? rest.indices.first { rest[$0].caption == nil }
      if let next {
        let table = rest.remove(at: next).table
        row.fields = rows(of: table, &rest)
      }
      return row
    }
  }
}
