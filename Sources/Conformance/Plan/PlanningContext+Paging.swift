// SPDX-License-Identifier: Apache-2.0
// What is asked to see how a list is cut into pages, and where the page promises it.

import Contract

/// What a paging rule is about.
enum PagingTopic {
  case size, position, total
}

extension PlanningContext {
  /// A promise about paging, which stands where the page lists the topic.
  func pagingClause(_ description: String, about topic: PagingTopic = .size) -> Clause {
    let paging = operation.paging
    if topic == .total, case .field(let path) = paging.total, let field = operation.field(at: path)
    {
      return operation.clause(description, at: field.location)
    }
    let name = topic == .size ? paging.size : paging.position
    guard topic != .total, let parameter = operation.parameter(name) else {
      return operation.clause(description, at: paging.location)
    }
    return operation.clause(description, parameter: parameter)
  }

  /// The parameter that says how many rows a page has.
  func limit(_ count: Int) -> Probe.Parameter { Probe.Parameter(operation.paging.size, "\(count)") }

  /// The parameter that says which page is asked for, as it is.
  func position(_ number: Int) -> Probe.Parameter {
    Probe.Parameter(operation.paging.position, "\(number)")
  }

  /// The same for the page of that size that begins behind so many rows.
  func position(behind rows: Int, size: Int) -> Probe.Parameter {
    position(operation.paging.position(behind: rows, size: size) ?? rows)
  }

  /// The page that is behind the end whatever the total, and not before a position.
  func behindEnd(from position: Int) -> Probe {
    Probe(
      operation: operation.id, first: request(),
      traversal: .behindEnd(limit: largestLimit, from: position))
  }

  /// The pages that are asked for twice: the first of the largest, or two that a marker joins; the object
  /// where there is no list.
  var firstPages: Probe {
    operation.paging.isMarker ? walk(limit: 10, most: 2) : walk(limit: largestLimit, most: 1)
  }

  /// The row at which a page without a limit is asked to begin: one that the default limit allows.
  var loneOffset: Int { takesAnyOffset ? 10 : defaultLimit }

  /// Whether a page may begin at any row.
  var takesAnyOffset: Bool {
    if case .offset(_, let multiples) = operation.paging.style { !multiples } else { false }
  }

  /// Whether the page says that an offset is a multiple of limit.
  var demandsMultiples: Bool {
    if case .offset(_, let multiples) = operation.paging.style { multiples } else { false }
  }

  /// Rows of the list in an order that a client can ask for.
  func sorted(
    _ order: Contract.Operation.Order, by size: Int, behind count: Int = 0
  ) -> Probe {
    var parameters = order.query.map { Probe.Parameter($0.name, $0.value) } + [limit(size)]
    if count > 0, let position = operation.paging.position(behind: count, size: size) {
      parameters.append(Probe.Parameter(operation.paging.position, "\(position)"))
    }
    return once(request(parameters))
  }
}
