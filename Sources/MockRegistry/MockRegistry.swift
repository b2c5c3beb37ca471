// SPDX-License-Identifier: Apache-2.0
// A small registry that answers five lists and their parents, a second witness of their meaning.

public import Loopback
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
  public func answer(_ request: HTTPRequest) -> MockAnswer {
    let route = Route.named(request.path)
    let turn = state.withLock { $0.turn((try? route.get())?.listing, by: request) }
    var answer = answer(request, to: route, turn)
    answer.delay += turn.delay
    return answer
  }

  private func answer(
    _ request: HTTPRequest, to named: Result<Route, Refusal>, _ turn: Turn
  ) -> MockAnswer {
    if let refusal = turn.disturbance { return MockAnswer(.refusal(refusal, id: turn.id)) }
    guard case .success(let route) = named, let listing = route.listing, let table = turn.table
    else { return MockAnswer(asideOfLists(request, to: named, turn)) }
    let occasion = Occasion(
      request: request,
      listing: listing,
      table: inventory.table(of: listing, under: route.claims) ?? table,
      visit: turn.visit,
      repeats: turn.repeats
    )
    let bends = configuration.bends(of: listing)
    var bent = request
    bends.bend(&bent, on: occasion)
    let bentRoute = bent.target == request.target ? named : Route.named(bent.path)
    var answer = MockAnswer(respond(to: bent, bentRoute, occasion, bends, turn))
    bends.bend(&answer, on: occasion)
    return answer
  }

  private var inventory: Inventory { Inventory(rows: configuration.rows) }

  private func respond(
    to request: HTTPRequest,
    _ route: Result<Route, Refusal>,
    _ occasion: Occasion,
    _ bends: [Bend],
    _ turn: Turn
  ) -> HTTPResponse {
    do throws(Refusal) {
      try route.get().admit(request, by: turn.gate, to: inventory)
      let question = try Question(request.query, of: occasion.listing)
      var page = MockPage(question, from: occasion.table)
      bends.bend(rowsOf: &page, about: question, on: occasion)
      bends.bend(&page, about: question, on: occasion)
      return .list(page.bytes, id: turn.id)
    } catch {
      var refusal = error
      bends.bend(&refusal, on: occasion)
      return .refusal(refusal, id: turn.id)
    }
  }

  /// Answers what is about none of the five lists, and so never bent.
  private func asideOfLists(
    _ request: HTTPRequest, to route: Result<Route, Refusal>, _ turn: Turn
  ) -> HTTPResponse {
    if request.path == IdentityService.path {
      return IdentityService.answer(request, at: turn.gate.now) {
        state.withLock { $0.issueToken() }
      }
    }
    do throws(Refusal) {
      let route = try route.get()
      try route.admit(request, by: turn.gate, to: inventory)
      switch route.destination {
      case .list: throw .noSuchRoute
      case .featureGates:
        return .list(inventory.featureGates(under: route.claims).bytes, id: turn.id)
      case .parents(let parent):
        let page = try MockPage(parent, under: route.claims, asked: request.query, in: inventory)
        return .list(page.bytes, id: turn.id)
      }
    } catch {
      return .refusal(error, id: turn.id)
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
  fileprivate static func list(_ json: [UInt8], id: String) -> HTTPResponse {
    HTTPResponse(
      status: 200,
      headers: ["Content-Type": "application/json", "X-Request-Id": id],
      body: json
    )
  }

  fileprivate static func refusal(_ refusal: Refusal, id: String) -> HTTPResponse {
    var body = refusal.body
    if body["request_id"] != nil { body["request_id"] = id.quoted }
    var headers: HTTPFields = ["Content-Type": "application/json", "X-Request-Id": id]
    for field in refusal.headers.fields { headers.append(field.name, field.value) }
    return HTTPResponse(
      status: .init(refusal.status),
      headers: headers,
      body: body.bytes
    )
  }
}
