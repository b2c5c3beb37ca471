// SPDX-License-Identifier: Apache-2.0
// Mistakes in what is said of rows: relations and quirks that name what is not there.

extension SpecLint {
  static func relations(_ operation: Operation) -> [Problem] {
    operation.relations.repeats(by: \.name)
      .map { Problem("a second relation has the name \($0.name)", $0.location) }
      + operation.relations.flatMap {
        missing($0, operation) + echo($0, operation) + ofList($0, operation)
      }
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

  /// The row of an object is one of another operation's list, under the name that it has there.
  static func rows(_ operations: [Operation]) -> [Problem] {
    operations.flatMap { operation in
      operation.relations.compactMap { relation in
        guard case .row(let other, let field) = relation.kind else { return nil }
        guard let list = operations.first(where: { $0.id == other }), !list.paging.isObject else {
          return Problem("no list is called \(other)", relation.location)
        }
        let isName = [operation.paging.identity, list.paging.identity].allSatisfy { $0 == field }
        return isName
          ? nil : Problem("\(field) does not name an object and its row", relation.location)
      }
    }
  }

  /// What can hold of a list alone, or of an object alone.
  private static func ofList(_ relation: Relation, _ operation: Operation) -> [Problem] {
    switch relation.kind {
    case .unique where operation.paging.isObject, .counts where operation.paging.isObject:
      [Problem("\(relation.name) speaks of rows, and there is one object", relation.location)]
    case .row where !operation.paging.isObject:
      [Problem("\(relation.name) speaks of one object, and there is a list", relation.location)]
    default: []
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
  package func rowField(_ path: String) -> Field? {
    field(at: FieldPath(paging.rows.names + FieldPath(stringLiteral: path).names))
  }
}
