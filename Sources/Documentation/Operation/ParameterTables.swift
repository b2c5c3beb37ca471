// SPDX-License-Identifier: Apache-2.0
// Which table of the request is about the path, the query and the header fields.

/// The parameters of all tables of the request.
struct ParameterTables {
  var parameters: [DocumentedOperation.Parameter] = []
  var placements: Set<DocumentedOperation.Parameter.Placement> = []

  init(_ outline: Outline, gaps: [String]) {
    let tables = outline.tables.filter {
      [.uri, .request].contains($0.section) && $0.table.isOfFields
    }
    for placed in tables {
      let placement = Self.placement(of: placed, gaps)
      placements.insert(placement)
      parameters += placed.table.rows.map { .init(placement: placement, row: .init($0)) }
    }
  }

  /// By the caption, or else by the section and by whether the rows name gaps of the path.
  private static func placement(
    of placed: Outline.PlacedTable, _ gaps: [String]
  ) -> DocumentedOperation.Parameter.Placement {
    let caption = placed.caption?.lowercased() ?? ""
    if ["路径", "path", "uri"].contains(where: caption.contains) { return .path }
    if ["query", "查询"].contains(where: caption.contains) { return .query }
    if ["header", "消息头"].contains(where: caption.contains) { return .header }
    if ["body", "消息体"].contains(where: caption.contains) { return .body }
    if placed.section == .request { return .header }
    return placed.table.rows.contains { gaps.contains($0[.name]) } ? .path : .query
  }
}

extension DocumentedOperation.Row {
  init(_ row: DocumentedTable.Row) {
    let word = row[.presence].lowercased()
    self.init(
      name: row[.name], type: DocumentedType(row[.type]),
      isMandatory: Phrase.yes.contains(word) ? true : Phrase.no.contains(word) ? false : nil,
      description: row[.description], rules: DocumentedRules(reading: row[.description]),
      line: row.line)
  }
}
