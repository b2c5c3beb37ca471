// SPDX-License-Identifier: Apache-2.0
// What exists in this registry, what owns what, and how much each of it has.

/// The lists as one tree; only the branch of the registry's facts has whole lists of copies.
struct Inventory: Sendable {
  /// How many rows the whole lists have; nil means as many as their data files.
  let rows: Int?
  /// The lists of the registry's facts, as their rows stand at this moment.
  let tables: [ListOperation: Table]

  init(rows: Int?, tables: [ListOperation: Table]? = nil) {
    self.rows = rows
    self.tables = tables ?? Self.tables(rows: rows)
  }

  /// The lists of the registry's facts before anything has moved.
  static func tables(rows: Int?) -> [ListOperation: Table] {
    let tables = ListOperation.all.filter { !$0.isObject }.map { list in
      (list, Table(list, rows: rows, of: list.stencils(under: list.ownPath)))
    }
    return Dictionary(uniqueKeysWithValues: tables)
  }

  /// The row that an argument names below the arguments before it; nil if there is none.
  func row(named argument: PathArgument, under arguments: [PathArgument]) -> RawObject? {
    guard let (list, rows) = ListOperation.index[argument.fact] else { return nil }
    let stencil = rows[argument.value]?.first { list.owns($0, under: arguments) }
    return stencil.map { RawObject($0.object.fields + $0.hidden.fields) }
  }

  /// The rows of a list below everything that a path names.
  func table(of list: ListOperation, under arguments: [PathArgument]) -> Table {
    guard list.rows.isCopied else {
      let isOwn = arguments.allSatisfy { MockRegistry.Facts.only[$0.fact] == $0.value }
      return (isOwn ? tables[list] : nil)
        ?? Table(list, rows: nil, of: list.stencils(under: arguments))
    }
    guard let argument = arguments.last, let row = row(named: argument, under: arguments),
      let count = row.integer("_rows")
    else { return tables[list] ?? Table(list, rows: rows) }
    let owner = list.rows.owners.first.flatMap { arguments[$0.fact] }
    return Table(list, rows: min(count, rows ?? count), ownedBy: owner)
  }
}

extension ListOperation {
  /// What the path names in the registry's facts.
  var ownPath: [PathArgument] {
    facts.compactMap { fact in
      MockRegistry.Facts.only[fact].map { PathArgument(fact: fact, value: $0) }
    }
  }

  /// The rows of each list that a path can name, by the fact and the value that name them.
  fileprivate static let index: [String: (list: ListOperation, rows: [String: [Stencil]])] = {
    let entries = all.compactMap { list in
      list.rows.named.map { named in
        let rows = Dictionary(grouping: list.stencils) { $0.object.text(named.field) ?? "" }
        return (named.fact, (list, rows))
      }
    }
    return Dictionary(uniqueKeysWithValues: entries)
  }()

  /// Whether the values of a fact are integers.
  static func isNumber(_ fact: String) -> Bool {
    guard let (list, _) = index[fact], let named = list.rows.named else { return false }
    return list.stencils.first?.object.integer(named.field) != nil
  }

  /// The rows of the data file below everything that a path names; all where copies are made of them.
  fileprivate func stencils(under arguments: [PathArgument]) -> [Stencil] {
    rows.isCopied ? stencils : stencils.filter { owns($0, under: arguments) }
  }

  /// Whether a row belongs to everything the path names.
  fileprivate func owns(_ row: Stencil, under arguments: [PathArgument]) -> Bool {
    rows.owners.allSatisfy { owner in
      guard let value = arguments[owner.fact] else { return true }
      return value == row.object.text(owner.field) ?? row.hidden.text(owner.field)
    }
  }
}
