// SPDX-License-Identifier: Apache-2.0
// What has to hold of a ledger's entries: somebody speaks, and the sides can be told apart.

extension SpecLint {
  static func quirks(_ operation: Operation) -> [Problem] {
    operation.quirks.flatMap { quirk in
      speakers(of: quirk) + sides(of: quirk)
        + unknownFields(of: quirk, operation).map {
          Problem("no row has the field \($0)", quirk.location)
        }
    }
  }

  /// The same entry may stand in several operations, another one of its id may not.
  static func repeatedQuirks(_ operations: [Operation]) -> [Problem] {
    var locations: [String: SpecLocation] = [:]
    var problems: [Problem] = []
    for quirk in operations.flatMap(\.quirks) {
      let location = locations[quirk.id, default: quirk.location]
      locations[quirk.id] = location
      guard location != quirk.location else { continue }
      problems.append(Problem("a second quirk has the id \(quirk.id)", quirk.location))
    }
    for operation in operations {
      for quirk in operation.quirks.repeats(by: \.id) where locations[quirk.id] == quirk.location {
        let words = "\(operation.id) has the quirk \(quirk.id) twice"
        problems.append(Problem(words, quirk.location))
      }
    }
    return problems
  }

  private static func speakers(of quirk: Quirk) -> [Problem] {
    quirk.table == nil && quirk.example == nil
      ? [Problem("neither table nor example of \(quirk.id) is told", quirk.location)] : []
  }

  private static func sides(of quirk: Quirk) -> [Problem] {
    guard quirk.observable != nil else { return [] }
    let few = quirk.sides.count < 2 ? ["\(quirk.id) has no two sides"] : []
    let unseen = quirk.sides.filter(\.signs.isEmpty).map { "no sign shows the side \($0.name)" }
    let twice = quirk.sides.repeats(by: \.name).map { "a second side is called \($0.name)" }
    let alike = quirk.sides.repeats(by: { Set($0.signs) })
      .map { "the side \($0.name) cannot be told from another" }
    let silent = quirk.sides.filter { !quirk.speaks(for: $0) }
      .map { "nobody speaks for the side \($0.name)" }
    return (few + unseen + twice + alike + silent).map { Problem($0, quirk.location) }
  }

  /// The fields that are looked at and that no row has under the names that are documented.
  private static func unknownFields(of quirk: Quirk, _ operation: Operation) -> [String] {
    let names: [FieldPath]
    switch quirk.observable {
    case .field(let path, _, _), .prefix(let path, _), .order(let path): names = [path]
    case .pair(let left, let right): names = [left, right]
    case .names(let all): names = all.prefix(1).map { FieldPath([$0]) }
    case .fractionDigits(let all): names = all.map { FieldPath([$0]) }
    default: names = []
    }
    return names.filter { !operation.mayHave($0) }.map(\.description)
  }
}

extension Operation {
  /// Whether a row may have a field: it is declared, or inside an object of which nothing is.
  fileprivate func mayHave(_ path: FieldPath) -> Bool {
    var fields = rowFields
    var isOpen = false
    for name in path.names {
      guard let field = fields.first(where: { $0.name == name }) else { return isOpen }
      fields = field.type.fields
      isOpen = field.type == .object([])
    }
    return true
  }
}

extension Quirk {
  /// Whether what the side's party says is told.
  fileprivate func speaks(for side: Side) -> Bool {
    switch side.party {
    case .table: table != nil
    case .example: example != nil
    case .other: !others.isEmpty
    }
  }
}
