// SPDX-License-Identifier: Apache-2.0
// Mistakes in how a list is read: the fields and parameters that paging is made of.

extension SpecLint {
  static func pagingFields(_ operation: Operation) -> [Problem] {
    let paging = operation.paging
    guard !paging.isObject else { return object(operation) }
    let rows = operation.field(at: paging.rows)
    let identity = FieldPath(paging.rows.names + [paging.identity])
    return problem(paging.rows, "an array of objects", isRows, operation)
      + (rows == nil ? [] : problem(identity, "an integer or a string", isName, operation))
      + style(paging.style, operation)
  }

  private static func style(_ style: Paging.Style, _ operation: Operation) -> [Problem] {
    switch style {
    case .offset(let total, _), .numbers(_, .field(let total)):
      problem(total, "an integer", isInteger, operation)
    case .marker(let next): problem(next, "an integer or a string", isName, operation)
    case .numbers, .object: []
    }
  }

  /// An object is named by a field of its own, and there is nothing of it to choose, to sort or to turn.
  private static func object(_ operation: Operation) -> [Problem] {
    let needless = operation.parameters.filter { $0.filters != nil || $0.orders != nil }
    return problem(
      FieldPath([operation.paging.identity]), "an integer or a string", isName, operation)
      + needless.map { Problem("one object has no rows for \($0.name) to choose", $0.location) }
  }

  /// What a style of paging asks with is declared.
  static func pagingParameters(_ operation: Operation) -> [Problem] {
    guard !operation.paging.isObject else { return [] }
    return [operation.paging.position, operation.paging.size]
      .filter { operation.parameter($0)?.placement != .query }
      .map { Problem("paging needs the query parameter \($0)", operation.paging.location) }
  }

  private static func problem(
    _ path: FieldPath, _ kind: String, _ fits: (ValueType) -> Bool, _ operation: Operation
  ) -> [Problem] {
    guard let field = operation.field(at: path) else {
      return [Problem("paging needs the field \(path), \(kind)", operation.paging.location)]
    }
    return fits(field.type)
      ? [] : [Problem("paging needs \(path) to be \(kind)", operation.paging.location)]
  }

  private static func isRows(_ type: ValueType) -> Bool {
    if case .array(.object) = type { true } else { false }
  }

  private static func isInteger(_ type: ValueType) -> Bool {
    if case .integer = type { true } else { false }
  }

  private static func isName(_ type: ValueType) -> Bool {
    if case .string = type { true } else { isInteger(type) }
  }
}
