// SPDX-License-Identifier: Apache-2.0
// What checks ask of an operation: its parameters, fields and promises by name.

extension Operation {
  public func parameter(_ name: String) -> Parameter? { parameters.first { $0.name == name } }

  public func answer(_ status: Int) -> DocumentedResponse? { answers.first { $0.status == status } }

  /// The facts that fill the path, without which the operation cannot be asked.
  public var pathFacts: Set<Fact> { Set(parameters.compactMap(\.fact)) }

  /// The parameters that filter the list by a value of a documented list.
  public var filters: [Parameter] { parameters.filter { $0.filters != nil && $0.match == nil } }

  /// The parameters that filter the list by any value.
  public var openFilters: [Parameter] { parameters.filter { $0.match != nil } }

  /// The parameters of the query that every request sends.
  public var requiredQuery: [Parameter] { parameters.filter { $0.sent != nil } }

  /// The orders that can be asked for: a field of a row, and the query that asks for it.
  public var orders: [Order] {
    let direction = parameters.first { $0.orders == .direction }
    return parameters.filter { $0.orders == .column }.flatMap { parameter in
      parameter.words.flatMap { word -> [Order] in
        let isTurned = word.hasPrefix("-")
        let field = isTurned ? String(word.dropFirst()) : word
        guard let direction, direction.words.count == 2, !isTurned else {
          return [Order(field, isTurned, parameter, [(parameter.name, word)])]
        }
        return zip(direction.words, [false, true]).map {
          Order(field, $1, parameter, [(parameter.name, word), (direction.name, $0)])
        }
      }
    }
  }

  /// One order in which a client can have the rows.
  public struct Order: Sendable, Hashable {
    /// The field of a row, by its dotted path.
    public var field: String
    public var isDescending: Bool
    /// The parameter that names the field.
    public var parameter: Parameter
    /// Names and values, in the order sent.
    public var query: [Observable.Query]

    init(
      _ field: String, _ isDescending: Bool, _ parameter: Parameter,
      _ query: [(name: String, value: String)]
    ) {
      self.field = field
      self.isDescending = isDescending
      self.parameter = parameter
      self.query = query.map { Observable.Query($0.name, $0.value) }
    }
  }

  /// The field of a row that says how far it has come, where a relation follows it.
  public var stateField: String? {
    for relation in relations {
      switch relation.kind {
      case .zeroTimeWhileUnfinished(_, let state, _), .zeroTimeUntilFinished(_, let state, _),
        .code(_, let state, _), .told(_, let state, _):
        return state
      case .echo, .unique, .notNegative, .atMost, .notBefore, .sum, .counts, .row: continue
      }
    }
    return nil
  }

  /// The declared field at a path of the 200 answer.
  public func field(at path: FieldPath) -> Field? {
    var fields = answer(200)?.body ?? []
    var found: Field?
    for name in path.names {
      found = fields.first { $0.name == name }
      fields = found?.type.fields ?? []
    }
    return found
  }

  /// The fields of one row of the list, or of the object that is answered.
  public var rowFields: [Field] {
    (paging.isObject ? answer(200)?.body : field(at: paging.rows)?.type.fields) ?? []
  }

  /// A promise that the page's table for a status code makes.
  public func clause(
    _ description: String, answer status: Int = 200, from source: Source? = nil,
    at location: SpecLocation
  ) -> Clause {
    Clause(
      description: description, source: source ?? Source(.page, page, "response, status \(status)"),
      location: location)
  }

  /// A promise that stands in the page's table of query parameters.
  public func clause(_ description: String, parameter: Parameter) -> Clause {
    Clause(
      description: description,
      source: Source(.page, page, "request, \(parameter.placement.rawValue) parameters"),
      location: parameter.location)
  }
}
