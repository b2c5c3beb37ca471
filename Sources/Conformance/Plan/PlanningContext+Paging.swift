// SPDX-License-Identifier: Apache-2.0
// What is asked to see how a list is cut into pages, and where the page promises it.

import Contract

/// What a paging rule is about, by the name that pages give it.
enum PagingTopic: String {
  case limit, offset, total, marker
}

extension PlanningContext {
  /// A promise about paging, which stands where the page lists the topic.
  func pagingClause(_ description: String, about topic: PagingTopic = .limit) -> Clause {
    if topic == .total, case .offset(let path, _) = operation.paging.style,
      let field = operation.field(at: path)
    {
      return operation.clause(description, at: field.location)
    }
    return operation.parameter(topic.rawValue).map { operation.clause(description, parameter: $0) }
      ?? operation.clause(description, at: operation.paging.location)
  }

  /// The parameter `limit`.
  func limit(_ count: Int) -> Probe.Parameter { Probe.Parameter("limit", "\(count)") }

  /// The parameter `offset`.
  func offset(_ row: Int) -> Probe.Parameter { Probe.Parameter("offset", "\(row)") }

  /// The pages that are asked for twice: the first of the largest, or two that a marker joins.
  var firstPages: Probe {
    operation.paging.isMarker ? walk(limit: 10, most: 2) : walk(limit: largestLimit, most: 1)
  }

  /// The offset that is asked for without a limit: one that the default limit allows.
  var loneOffset: Int { demandsMultiples ? defaultLimit : 10 }

  /// Whether the page says that an offset is a multiple of limit.
  var demandsMultiples: Bool {
    if case .offset(_, let multiples) = operation.paging.style { multiples } else { false }
  }
}
