// SPDX-License-Identifier: Apache-2.0
// A small registry that answers lists of jobs and tasks, and the lists above them, a second witness of their meaning.

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
  public func answer(_ request: HTTPRequest) -> LoopbackAnswer {
    let route = RouteTable.all.route(at: request.path)
    let turn = state.withLock { $0.turn((try? route.get())?.list, by: request) }
    var answer = answer(request, to: route, turn)
    answer.delay += turn.delay
    return answer
  }

  private func answer(
    _ request: HTTPRequest, to named: Result<Route, ErrorResponse>, _ turn: Turn
  ) -> LoopbackAnswer {
    if let refusal = turn.interference { return LoopbackAnswer(.refusal(refusal, id: turn.id)) }
    let inventory = Inventory(rows: configuration.rows, tables: turn.tables)
    guard case .success(let route) = named, let list = route.list else {
      return LoopbackAnswer(asideOfLists(request, to: named, in: inventory, turn))
    }
    var context = RequestContext(
      request: request, list: list,
      table: inventory.table(of: list.origin ?? list, under: route.owners), inventory: inventory,
      visit: turn.visit, repeats: turn.repeats)
    let mutations = configuration.mutations(of: list)
    var mutated = request
    mutations.mutate(&mutated, on: context)
    let mutatedRoute =
      mutated.target == request.target ? named : RouteTable.all.route(at: mutated.path)
    if mutated.path != request.path, let owners = try? mutatedRoute.get().owners {
      context.table = inventory.table(of: list.origin ?? list, under: owners)
    }
    var answer = LoopbackAnswer(respond(to: mutated, mutatedRoute, context, mutations, turn))
    mutations.mutate(&answer, on: context)
    return answer
  }

  private func respond(
    to request: HTTPRequest, _ route: Result<Route, ErrorResponse>, _ context: RequestContext,
    _ mutations: [Mutation], _ turn: Turn
  ) -> HTTPResponse {
    do throws(ErrorResponse) {
      let named = try route.get()
      try named.admit(request, by: turn.validator, to: context.inventory)
      var query = try ListQuery(request.query, of: context.list)
      query.conditions += named.conditions
      var page = MockPage(query, on: context)
      if let counts = context.list.rows.counts { page.count(by: counts, in: context.inventory) }
      mutations.mutate(rowsOf: &page)
      mutations.mutate(&page)
      return .list(page.bytes, id: turn.id)
    } catch {
      var refusal = error
      mutations.mutate(&refusal, on: context)
      return .refusal(refusal, id: turn.id)
    }
  }

  /// Answers what is about no list, and so never changed.
  private func asideOfLists(
    _ request: HTTPRequest, to route: Result<Route, ErrorResponse>, in inventory: Inventory,
    _ turn: Turn
  ) -> HTTPResponse {
    if request.path == IdentityService.path {
      return IdentityService.answer(request, at: turn.validator.now) {
        state.withLock { $0.issueToken() }
      }
    }
    do throws(ErrorResponse) {
      let route = try route.get()
      try route.admit(request, by: turn.validator, to: inventory)
      guard case .object(let single) = route.destination else { throw .noSuchRoute }
      return .list(single.object(inventory, route.arguments).bytes, id: turn.id)
    } catch {
      return .refusal(error, id: turn.id)
    }
  }
}

extension MockRegistry.Configuration {
  /// What is odd about one list: every variant and behavior, and the fault if it is that list's.
  fileprivate func mutations(of list: ListOperation) -> [Mutation] {
    guard list.isJudged else { return [] }
    return variants.flatMap(\.mutations) + behaviors.flatMap(\.mutations)
      + (fault?.list == list ? fault?.mutations ?? [] : [])
  }
}

extension HTTPResponse {
  fileprivate static func list(_ json: [UInt8], id: String) -> HTTPResponse {
    HTTPResponse(
      status: 200, headers: ["Content-Type": "application/json", "X-Request-Id": id], body: json)
  }

  fileprivate static func refusal(_ refusal: ErrorResponse, id: String) -> HTTPResponse {
    var body = refusal.body
    if body["request_id"] != nil { body["request_id"] = id.quoted }
    var headers: HTTPFields = ["Content-Type": "application/json", "X-Request-Id": id]
    for field in refusal.headers.fields { headers.append(field.name, field.value) }
    return HTTPResponse(status: .init(refusal.status), headers: headers, body: body.bytes)
  }
}
