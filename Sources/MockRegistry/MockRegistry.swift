// SPDX-License-Identifier: Apache-2.0
// A small registry that answers five list requests, and a second witness of what they mean.

import Synchronization
public import Wire

/// A registry with rows of its own, which knows nothing of those who judge it.
public final class MockRegistry: Sendable {
  public let configuration: Configuration
  private let state: Mutex<State>

  public init(_ configuration: Configuration = .init()) {
    self.configuration = configuration
    state = Mutex(State(configuration))
  }

  /// What a caller has to know to ask for the lists.
  public var facts: Facts { .only }

  /// Answers one request, at any time and from any thread.
  public func answer(_ request: HTTPRequest) -> Answer {
    let listing = Route.listing(of: request.path)
    let turn = state.withLock { $0.turn(listing, by: request) }
    guard let listing, let table = turn.table else {
      return Answer(.refusal(Self.refusal(without: request), id: turn.id))
    }
    let occasion = Occasion(
      request: request,
      listing: listing,
      table: table,
      visit: turn.visit,
      repeats: turn.repeats
    )
    let bends = configuration.bends(of: listing)
    var bent = request
    bends.bend(&bent, on: occasion)
    var answer = Answer(respond(to: bent, occasion, bends, id: turn.id))
    bends.bend(&answer, on: occasion)
    return answer
  }

  private func respond(
    to request: HTTPRequest,
    _ occasion: Occasion,
    _ bends: [Bend],
    id: String
  ) -> HTTPResponse {
    do throws(Refusal) {
      let route = try Route(request.path)
      try route.admit(request, to: facts)
      let question = try Question(request.query, of: route.listing)
      var page = Page(question, from: occasion.table)
      for index in page.rows.indices {
        let place = Place(
          occasion: occasion,
          question: question,
          index: page.start + index,
          start: page.start
        )
        bends.bend(&page.rows[index], at: place)
      }
      bends.bend(&page, about: question, on: occasion)
      return .list(page, id: id)
    } catch {
      var refusal = error
      bends.bend(&refusal, on: occasion)
      return .refusal(refusal, id: id)
    }
  }

  /// Why a request gets no answer that is about no list.
  private static func refusal(without request: HTTPRequest) -> Refusal {
    do throws(Refusal) {
      _ = try Route(request.path)
      return .noSuchRoute
    } catch {
      return error
    }
  }
}

extension MockRegistry.Configuration {
  /// What is odd about one list: every variant and stance, and the fault if it is that list's.
  fileprivate func bends(of listing: Listing) -> [Bend] {
    variants.flatMap(\.bends) + stances.flatMap(\.bends)
      + (fault?.listing == listing ? fault?.bends ?? [] : [])
  }
}

extension HTTPResponse {
  fileprivate static func list(_ page: Page, id: String) -> HTTPResponse {
    HTTPResponse(
      status: 200,
      headers: ["Content-Type": "application/json", "X-Request-Id": id],
      body: Array(page.json.utf8)
    )
  }

  fileprivate static func refusal(_ refusal: Refusal, id: String) -> HTTPResponse {
    var body = refusal.body
    if body["request_id"] != nil { body["request_id"] = id.quoted }
    var headers: HTTPFields = ["Content-Type": "application/json", "X-Request-Id": id]
    headers["Allow"] = refusal.allow
    return HTTPResponse(
      status: .init(refusal.status),
      headers: headers,
      body: Array(body.json.utf8)
    )
  }
}
