// SPDX-License-Identifier: Apache-2.0
// Rows of named texts, as aligned columns for people and as JSON for programs.

import Wire

/// Several lists of rows, each row a list of names and texts.
public enum RowListing {
  public typealias Row = [(name: String, text: String)]

  /// An object with an array of objects for each list, names in the order given.
  public static func json(_ lists: [(name: String, rows: [Row])]) -> String {
    let members = lists.map { list in
      (key: list.name, value: JSONTree.array(list.rows.map(object)))
    }
    return JSONTree.object(members).document
  }

  /// A heading and aligned columns for each list; the last column is as wide as it is.
  public static func table(_ lists: [(name: String, rows: [Row])]) -> String {
    lists.map { "\($0.name)\n" + columns($0.rows) }.joined(separator: "\n")
  }

  /// The rows with all columns but the last aligned, two blanks before each row.
  public static func columns(_ rows: [Row]) -> String {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].text.count }.max() ?? 0
    }
    return rows.map { row in
      let cells = zip(row, widths).map { cell, width in
        cell.text + String(repeating: " ", count: width - cell.text.count)
      }
      let line = cells.dropLast().joined(separator: "  ") + "  " + (row.last?.text ?? "")
      return "  \(line)\n"
    }.joined()
  }

  private static func object(_ row: Row) -> JSONTree {
    .object(row.map { (key: $0.name, value: .string($0.text)) })
  }
}

/// The facts of a target as a file that `--target` takes.
public enum TargetListing {
  public static func json(_ facts: [(String, String)]) -> String {
    let members = facts.map { "  \(literal($0)): \(literal($1))" }
    return "{\n" + members.joined(separator: ",\n") + "\n}\n"
  }

  private static func literal(_ text: String) -> String {
    JSONText.quote(text).spelledOut(JSONText.escape)
  }
}
