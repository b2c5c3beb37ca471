// SPDX-License-Identifier: Apache-2.0
// The places on the way from request to answer at which a fault or a variant may act.

import Loopback
import Wire

/// One change to what a healthy registry does, at one place on its way.
enum Bend: Sendable {
  /// Misreads what was asked, before anything looks at it.
  case request(@Sendable (inout HTTPRequest, Occasion) -> Void)
  /// Changes one row as it leaves its table.
  case row(@Sendable (inout Record, Place) -> Void)
  /// Changes the page that the rows stand on.
  case page(@Sendable (inout MockPage, Question, Occasion) -> Void)
  /// Changes why there is no page.
  case refusal(@Sendable (inout Refusal, Occasion) -> Void)
  /// Changes the finished answer or the way its bytes leave.
  case answer(@Sendable (inout MockAnswer, Occasion) -> Void)
}

/// What was asked when a bend acts; the request is the one that came in.
struct Occasion: Sendable {
  let request: HTTPRequest
  let listing: Listing
  let table: Table
  /// How many requests of this list came before.
  let visit: Int
  /// How many of them were the same request; 0 unless the list has a fault.
  let repeats: Int
}

/// Where a row stands when a bend acts on it.
struct Place: Sendable {
  let occasion: Occasion
  let question: Question
  /// The row's number among all rows the question is about, from 0.
  let index: Int
  /// The number of the page's first row.
  let start: Int
}

extension [Bend] {
  func bend(_ request: inout HTTPRequest, on occasion: Occasion) {
    for case .request(let change) in self { change(&request, occasion) }
  }

  /// Changes each row of a page; where no bend is about rows, they stay in their table.
  func bend(rowsOf page: inout MockPage, about question: Question, on occasion: Occasion) {
    var rows: [Record]?
    for case .row(let change) in self {
      var bent = rows ?? page.rows
      for index in bent.indices {
        let place = Place(
          occasion: occasion, question: question, index: page.start + index, start: page.start)
        change(&bent[index], place)
      }
      rows = bent
    }
    if let rows { page.rows = rows }
  }

  func bend(_ page: inout MockPage, about question: Question, on occasion: Occasion) {
    for case .page(let change) in self { change(&page, question, occasion) }
  }

  func bend(_ refusal: inout Refusal, on occasion: Occasion) {
    for case .refusal(let change) in self { change(&refusal, occasion) }
  }

  func bend(_ answer: inout MockAnswer, on occasion: Occasion) {
    for case .answer(let change) in self { change(&answer, occasion) }
  }
}
