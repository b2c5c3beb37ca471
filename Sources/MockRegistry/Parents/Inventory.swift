// SPDX-License-Identifier: Apache-2.0
// What exists in this registry, what owns what, and how much each of it has.

/// The parents as one tree; only the branch of the registry's facts has whole lists.
///
/// Of the members that no client sees, `_rows` says how many rows the list below one row has;
/// the row that is a fact of the registry has none, and so as many as the registry is told.
struct Inventory: Sendable {
  /// How many rows the whole lists have; nil means as many as their data files.
  let rows: Int?

  /// The rows of a list that belong to everything the path names.
  func rows(of parent: Parent, under arguments: [PathArgument]) -> [RawObject] {
    parent.rows.filter { parent.owns($0, under: arguments) }
  }

  /// The row that an argument names below the arguments before it; nil if there is none.
  func row(named argument: PathArgument, under arguments: [PathArgument]) -> RawObject? {
    guard let (parent, rows) = Parent.index[argument.fact] else { return nil }
    return rows[argument.value]?.first { parent.owns($0, under: arguments) }
  }

  /// The rows of a list below other things than the registry's facts; nil for these and strangers.
  func table(of listing: Listing, under arguments: [PathArgument]) -> Table? {
    guard let argument = arguments.last, let row = row(named: argument, under: arguments),
      let count = row.integer("_rows")
    else { return nil }
    return Table(listing, rows: min(count, rows ?? count), ownedBy: argument.value)
  }

  /// A row as a client sees it; executions of replications count their tasks.
  func served(_ row: RawObject, of parent: Parent) -> RawObject {
    var served = RawObject(row.fields.filter { !$0.name.hasPrefix("_") })
    guard parent == .replicationExecutions, let id = row["id"] else { return served }
    let arguments = [PathArgument(fact: "replication_execution_id", value: id)]
    let table =
      table(of: .replicationTasks, under: arguments) ?? Table(.replicationTasks, rows: rows)
    let counted = [
      ("total", nil), ("failed", "Failed"), ("succeed", "Succeed"), ("in_progress", "InProgress"),
      ("stopped", "Stopped"),
    ]
    for (name, status) in counted { served[name] = String(table.view(status: status).count) }
    return served
  }
}

extension Inventory {
  /// What an instance can do, of which only GC differs.
  func featureGates(under arguments: [PathArgument]) -> RawObject {
    let instance = arguments.last.flatMap { row(named: $0, under: arguments) }
    return RawObject([
      .init(name: "enableDomainName", json: "true"),
      .init(name: "enableCombinationRetention", json: "true"),
      .init(name: "enableArtifactScanning", json: "true"),
      .init(name: "enableArtifactGc", json: instance?["_artifact_gc"] ?? "false"),
    ])
  }
}

extension Parent {
  /// The rows of each list that a path can name, by the fact and the value that name them.
  fileprivate static let index: [String: (parent: Parent, rows: [String: [RawObject]])] = {
    let named = allCases.compactMap { parent in parent.identity.map { (parent, $0) } }
    let entries = named.map { parent, identity in
      let rows = Dictionary(grouping: parent.rows) { $0.text(identity.field) ?? "" }
      return (identity.fact, (parent, rows))
    }
    return Dictionary(uniqueKeysWithValues: entries)
  }()

  /// Whether a row belongs to everything the path names.
  fileprivate func owns(_ row: RawObject, under arguments: [PathArgument]) -> Bool {
    owners.allSatisfy { owner in
      arguments[owner.fact].map { $0 == row.text(owner.field) } ?? true
    }
  }
}

extension RawObject {
  /// A string without its quotes, or any other value as it is written.
  func text(_ name: String) -> String? {
    word(name).map(String.init) ?? self[name]
  }
}
