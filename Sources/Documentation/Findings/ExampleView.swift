// SPDX-License-Identifier: Apache-2.0
// The example response laid over the tables: which object belongs to the rows of which table.

import Wire

/// The example of a page, parsed and cut into the objects that tables describe.
struct ExampleView {
  /// The objects that one table describes.
  struct Level {
    /// The status and the names that lead there, such as `200.jobs`.
    var path: String
    var rows: [DocumentedOperation.Row]
    var objects: [JSONValue]

    /// The thing that the rows are named after, such as a job.
    var noun: Noun? { path.split(separator: ".").last.flatMap { Noun.named(String($0)) } }
  }

  let example: DocumentedOperation.Example
  /// Why the example is no JSON, and what would make it JSON.
  let fault: JSONSyntaxError?
  let repair: JSONRepair?
  /// nil if the example cannot be read, not even repaired.
  let document: JSONDocument?
  /// The first one is that of the first table.
  let levels: [Level]
  /// The members of the root, where the first table describes what lies deeper.
  let strangers: [JSONValue.Member]

  init(_ example: DocumentedOperation.Example, of page: DocumentedOperation) {
    self.example = example
    let bytes = Array(example.text.utf8)
    var (fault, repair, document): (JSONSyntaxError?, JSONRepair?, JSONDocument?)
    do throws(JSONSyntaxError) {
      document = try JSONDocument(parsing: bytes)
    } catch {
      fault = error
      repair = JSONRepair(of: bytes)
      document = repair.flatMap { try? JSONDocument(parsing: $0.applied(to: bytes)) }
    }
    (self.fault, self.repair, self.document) = (fault, repair, document)
    let rows = page.response(example.status)?.fields ?? []
    guard let root = document?.root else {
      (levels, strangers) = ([], [])
      return
    }
    let path = "\(example.status)"
    if let inner = Self.describedMember(of: root, by: rows) {
      strangers = Array(root.members)
      levels = Self.levels("\(path).\(inner.name)", rows, Self.objects(in: [inner.value]))
    } else {
      strangers = []
      levels = Self.levels(path, rows, Self.objects(in: [root]))
    }
  }

  /// The line of a place in the example.
  func line(at offset: Int) -> Int {
    example.line + example.text.utf8.prefix(offset).count { $0 == UInt8(ascii: "\n") }
  }

  /// The member that the rows describe, if they describe none of the root's members.
  private static func describedMember(
    of root: JSONValue, by rows: [DocumentedOperation.Row]
  ) -> JSONValue.Member? {
    let names = Set(rows.map(\.name))
    guard names.isDisjoint(with: root.members.map(\.name)) else { return nil }
    return root.members.first { member in
      objects(in: [member.value]).contains { !names.isDisjoint(with: $0.members.map(\.name)) }
    }
  }

  private static func levels(
    _ path: String, _ rows: [DocumentedOperation.Row], _ objects: [JSONValue]
  ) -> [Level] {
    guard !objects.isEmpty, !rows.isEmpty else { return [] }
    let deeper = rows.flatMap { row in
      levels(
        "\(path).\(row.name)", row.fields ?? [],
        Self.objects(in: objects.compactMap { $0[row.name] }))
    }
    return [Level(path: path, rows: rows, objects: objects)] + deeper
  }

  private static func objects(in values: [JSONValue]) -> [JSONValue] {
    values.flatMap { $0.kind == .array ? Array($0.elements) : [$0] }.filter { $0.kind == .object }
  }
}
