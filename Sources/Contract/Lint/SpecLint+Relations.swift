// SPDX-License-Identifier: Apache-2.0
// Mistakes in what is said of rows: relations and quirks that name what is not there.

extension SpecLint {
  static func relations(_ operation: Operation) -> [Problem] {
    operation.relations.repeats(by: \.name)
      .map { Problem("a second relation has the name \($0.name)", $0.location) }
      + operation.relations.flatMap { missing($0, operation) + echo($0, operation) }
  }

  /// What a relation counts is the state of another operation's rows, below a row of its own.
  static func counted(_ operations: [Operation]) -> [Problem] {
    operations.flatMap { operation in
      operation.relations.compactMap { relation in
        guard case .counts(_, let other, let parameter, let state, _) = relation.kind else {
          return nil
        }
        guard let list = operations.first(where: { $0.id == other }) else {
          return Problem("no operation is called \(other)", relation.location)
        }
        if list.parameter(parameter)?.fact == nil {
          return Problem("the path of \(other) has no parameter \(parameter)", relation.location)
        }
        return list.rowField(state) == nil
          ? Problem("no row of \(other) has the field \(state)", relation.location) : nil
      }
    }
  }

  private static func missing(_ relation: Relation, _ operation: Operation) -> [Problem] {
    relation.fields.filter { operation.rowField($0) == nil }
      .map { Problem("no row has the field \($0)", relation.location) }
  }

  private static func echo(_ relation: Relation, _ operation: Operation) -> [Problem] {
    guard case .echo(_, let parameter) = relation.kind,
      operation.parameter(parameter)?.placement != .path
    else { return [] }
    return [Problem("the path has no parameter \(parameter) to repeat", relation.location)]
  }
}

extension Operation {
  /// The declared field of a row, by its dotted path.
  func rowField(_ path: String) -> Field? {
    field(at: FieldPath(paging.rows.names + FieldPath(stringLiteral: path).names))
  }
}
