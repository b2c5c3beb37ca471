// SPDX-License-Identifier: Apache-2.0
// Mistakes in what is said of rows: relations and quirks that name what is not there.

extension SpecLint {
  static func relations(_ operation: Operation) -> [Problem] {
    operation.relations.repeats(by: \.name)
      .map { Problem("a second relation has the name \($0.name)", $0.place) }
      + operation.relations.flatMap { missing($0, operation) + echo($0, operation) }
  }

  private static func missing(_ relation: Relation, _ operation: Operation) -> [Problem] {
    relation.fields.filter { operation.rowField($0) == nil }
      .map { Problem("no row has the field \($0)", relation.place) }
  }

  private static func echo(_ relation: Relation, _ operation: Operation) -> [Problem] {
    guard case .echo(_, let parameter) = relation.kind,
      operation.parameter(parameter)?.location != .path
    else { return [] }
    return [Problem("the path has no parameter \(parameter) to repeat", relation.place)]
  }

  static func quirks(_ operation: Operation) -> [Problem] {
    operation.quirks.flatMap { quirk in
      let detected = detectedField(of: quirk)
      let isUnknown = detected.map { operation.rowField($0) == nil } ?? false
      return names(in: quirk)
        + (isUnknown ? [Problem("no row has the field \(detected ?? "")", quirk.place)] : [])
    }
  }

  /// The field by which a quirk is seen, under the name that the table has.
  private static func detectedField(of quirk: Quirk) -> String? {
    switch quirk.detector {
    case .none: nil
    case .spelling(let names): names.first
    case .form(let field, _): field
    }
  }

  private static func names(in quirk: Quirk) -> [Problem] {
    switch quirk.detector {
    case .none: []
    case .spelling(let names):
      (names.isEmpty ? [Problem("no spelling is named", quirk.place)] : [])
        + names.repeats(by: \.self).map {
          Problem("the spelling \($0) is named twice", quirk.place)
        }
    case .form(let field, let forms): Self.forms(forms, of: field, quirk.place)
    }
  }
}

extension Operation {
  /// The declared field of a row, by its dotted path.
  func rowField(_ path: String) -> Field? {
    field(at: FieldPath(paging.rows.names + FieldPath(stringLiteral: path).names))
  }
}
