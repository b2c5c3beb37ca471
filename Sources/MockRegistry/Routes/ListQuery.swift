// SPDX-License-Identifier: Apache-2.0
// What the query asks of a list, once every parameter has been believed.

import Wire

/// Which rows are wanted: a page of at most `limit`, from an offset or a marker, of some of the rows.
struct ListQuery: Sendable, Hashable {
  var limit: Int
  var offset = 0
  var marker: Marker?
  /// What the rows have to have that are wanted.
  var conditions: [Table.Condition] = []
  /// The word that is asked for, which is one of the conditions.
  var word: String?
  var order: Order?

  /// By which field the rows are put in order.
  struct Order: Sendable, Hashable {
    var field: String
    var descends: Bool
  }

  init(limit: Int) { self.limit = limit }
}

extension ListQuery {
  /// Reads the query as the documentation has it; throws 400 for what it does not allow.
  init(_ query: [HTTPRequest.QueryItem], of list: ListOperation) throws(ErrorResponse) {
    let parameters = try QueryParameters(query, known: list.parameters)
    for name in list.required where parameters[name] == nil { throw .invalid(name) }
    self.init(limit: try parameters.limit(of: list.paging))
    if let number = try parameters.number("offset", in: 0...Int.max) {
      offset = number
      guard !list.wantsMultiples || offset % limit == 0 else { throw .invalid("offset") }
    }
    if let text = parameters["marker"] {
      guard let marker = Marker(text) else { throw .invalid("marker") }
      self.marker = marker
    }
    for filter in list.filters {
      guard let wanted = parameters[filter.parameter] else { continue }
      try parameters.check(filter, wanted)
      conditions.append(Table.Condition(filter, wanted))
      if filter.words != nil { word = wanted }
    }
    order = try Order(parameters, of: list)
  }
}

extension ListQuery.Order {
  fileprivate init?(_ parameters: QueryParameters, of list: ListOperation) throws(ErrorResponse) {
    let direction = parameters["order_type"] ?? "asc"
    guard ["asc", "desc"].contains(direction) else { throw .invalid("order_type") }
    guard let column = parameters["order_column"] else { return nil }
    guard list.columns.contains(column) else { throw .invalid("order_column") }
    self.init(field: column, descends: direction == "desc")
  }
}

extension QueryParameters {
  fileprivate func limit(of paging: ListOperation.Paging) throws(ErrorResponse) -> Int {
    switch paging.badLimit {
    case .isRefused:
      return try number("limit", in: 1...paging.largestLimit) ?? paging.defaultLimit
    case .isMovedIntoRange:
      let limit = try number("limit", in: Int.min...Int.max) ?? paging.defaultLimit
      return min(max(limit, 1), paging.largestLimit)
    }
  }

  /// Throws 400 for what a filter does not take.
  fileprivate func check(
    _ filter: ListOperation.Filter, _ wanted: String
  ) throws(ErrorResponse) {
    switch filter {
    case .words(let name, _, let words):
      guard words.contains(wanted) else { throw .invalid(name) }
    case .number(let name, _), .numberOfTwo(let name, _, _): _ = try number(name, in: 1...Int.max)
    case .text, .part, .truth: break
    }
  }
}

extension ListOperation {
  fileprivate var parameters: [String] {
    paging.parameters + filters.map(\.parameter) + required
      + (columns.isEmpty ? [] : ["order_column", "order_type"])
  }
}
