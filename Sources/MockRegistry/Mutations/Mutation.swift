// SPDX-License-Identifier: Apache-2.0
// The places on the way from request to answer at which a fault or a variant may act.

import Loopback
import Wire

/// One change to what a healthy registry does, at one place on its way.
enum Mutation: Sendable {
  /// Misreads what was asked, before anything looks at it.
  case request(@Sendable (inout HTTPRequest, RequestContext) -> Void)
  /// Changes one row as it leaves its table.
  case row(@Sendable (inout RawObject, Place) -> Void)
  /// Changes the page that the rows stand on.
  case page(@Sendable (inout MockPage) -> Void)
  /// Changes why there is no page.
  case refusal(@Sendable (inout ErrorResponse, RequestContext) -> Void)
  /// Changes the finished answer or the way its bytes leave.
  case answer(@Sendable (inout LoopbackAnswer, RequestContext) -> Void)
}

/// What was asked when a mutation acts; the request is the one that came in.
struct RequestContext: Sendable {
  let request: HTTPRequest
  let list: ListOperation
  var table: Table
  /// Everything else that exists at that moment.
  let inventory: Inventory
  /// How many requests of this list came before.
  let visit: Int
  /// How many of them were the same request; 0 unless the list has a fault.
  let repeats: Int
}

/// Where a row stands when a mutation acts on it.
struct Place: Sendable {
  let context: RequestContext
  let query: ListQuery
  /// The row's number among all rows the query is about, from 0.
  let index: Int
  /// The number of the page's first row.
  let start: Int
}

extension [Mutation] {
  func mutate(_ request: inout HTTPRequest, on context: RequestContext) {
    for case .request(let change) in self { change(&request, context) }
  }

  /// Changes each row of a page; where no mutation is about rows, they stay in their table.
  func mutate(rowsOf page: inout MockPage) {
    var rows: [RawObject]?
    for case .row(let change) in self {
      var mutated = rows ?? page.rows
      for index in mutated.indices {
        let place = Place(
          context: page.context, query: page.query, index: page.start + index, start: page.start)
        change(&mutated[index], place)
      }
      rows = mutated
    }
    if let rows { page.rows = rows }
  }

  func mutate(_ page: inout MockPage) { for case .page(let change) in self { change(&page) } }

  func mutate(_ refusal: inout ErrorResponse, on context: RequestContext) {
    for case .refusal(let change) in self { change(&refusal, context) }
  }

  func mutate(_ answer: inout LoopbackAnswer, on context: RequestContext) {
    for case .answer(let change) in self { change(&answer, context) }
  }
}
