// SPDX-License-Identifier: Apache-2.0
// What a check needs to write the cases of one operation: its requests, filled from the facts.

public import Contract
import Wire

/// One operation of one target, from which checks make cases.
public struct PlanningContext: Sendable {
  public let operation: Contract.Operation
  public let facts: TargetFacts
  /// Walk with limit 1 as well, whatever it costs.
  let isThorough: Bool
  /// How many pages of a list are read at most.
  let pages: Int
  /// How long an answer may take, in seconds; nil where nobody says so.
  let budget: Double?
  /// What a recording holds that was not made from a plan; nil where everything can be asked.
  let recorded: RecordedList?
  /// All operations of the plan, this one included; relations lead from one to the other.
  private let siblings: [Contract.Operation]
  private let recording: RecordedRequests?
  /// The path filled from the facts, which nearly every request has.
  private let path: String
  /// The declared fields of the answer, outermost first.
  let fields: [DeclaredField]
  /// Every way in which documented requests read the list; what a field promises holds in all.
  private(set) var readings: [Probe] = []
  /// The same, and with a recording those of other projects, policies and so on.
  private(set) var anyReadings: [Probe] = []
  /// The whole list with pages of different sizes; the middle one goes on to an empty page.
  private(set) var walks: [Probe] = []

  init(
    _ operation: Contract.Operation, facts: TargetFacts, isThorough: Bool,
    pages: Int = Selection.politePages, budget: Double? = nil,
    recorded: RecordedRequests? = nil, siblings: [Contract.Operation] = []
  ) {
    self.siblings = siblings
    recording = recorded
    self.operation = operation
    self.facts = facts
    self.isThorough = isThorough
    self.pages = pages
    self.budget = budget
    path = operation.path(from: facts)
    self.recorded = recorded.map { [path] in RecordedList($0, operation, at: path) }
    fields = DeclaredField.all(in: operation)
    walks = makeWalks()
    readings = self.recorded?.readings(ofAnybody: false) ?? makeReadings()
    anyReadings = self.recorded?.readings(ofAnybody: true) ?? readings
  }

  var profile: Profile { facts.profile }

  /// Another operation of the plan, of the same target; nil where the plan has none of that name.
  func sibling(_ id: String) -> PlanningContext? {
    siblings.first { $0.id == id }.map {
      PlanningContext(
        $0, facts: facts, isThorough: isThorough, pages: pages, recorded: recording)
    }
  }

  /// The value that fills a gap of the path.
  func pathValue(of parameter: String) -> String? {
    operation.parameter(parameter)?.fact.flatMap { facts[$0] }
  }

  /// The facts that fill the operation's path.
  var pathFacts: Set<Fact> { operation.pathFacts }

  /// The documented request with nothing but the path; some values of it may be other than the
  /// target's. A gap without a fact keeps its name; its cases are skipped.
  func request(
    as credential: Credential = .own, _ query: [Probe.Parameter] = [],
    with values: [String: String] = [:]
  ) -> Probe.Request {
    Probe.Request(
      method: operation.method, path: values.isEmpty ? path : operation.path(from: facts, values),
      query: ownQuery + query, credential: credential)
  }

  /// What every request sends.
  private var ownQuery: [Probe.Parameter] {
    operation.requiredQuery.map { Probe.Parameter($0.name, $0.sent ?? "") }
  }

  /// A probe that sends one request.
  func once(_ request: Probe.Request) -> Probe { Probe(operation: operation.id, first: request) }

  /// A probe of one request with some query.
  public func ask(_ query: Probe.Parameter...) -> Probe { once(request(query)) }

  /// The plain request: the first that is sent, and what comes of it decides whether others are.
  public var baselineRequest: Probe { once(request()) }

  /// A walk over the whole list, or over the rows that a filter keeps; the plain request for an object.
  func walk(
    limit: Int, filter: Probe.Parameter? = nil, most: Int? = nil, beyondEnd: Bool = false
  ) -> Probe {
    let most = most ?? (limit == largestLimit ? pages : isThorough ? 100 : 25)
    let traversal: Probe.Traversal =
      switch operation.paging.style {
      case .offset, .numbers: .offsetWalk(limit: limit, most: most, beyondEnd: beyondEnd)
      case .marker: .markerWalk(limit: limit, most: most)
      case .object: .once
      }
    return Probe(
      operation: operation.id, first: request(filter.map { [$0] } ?? []), traversal: traversal)
  }

  /// The documented largest page.
  var largestLimit: Int { operation.parameter(operation.paging.size)?.range?.upperBound ?? 100 }

  /// The documented size of a page when no limit is sent.
  var defaultLimit: Int { operation.parameter(operation.paging.size)?.defaultValue ?? 10 }

  /// The walk with the fewest requests; others are compared with it.
  public var wholeList: Probe {
    recorded?.wholeWalk?.probe(of: operation.id) ?? walk(limit: largestLimit)
  }

  /// What clients are likely to ask for beside 10, and one row a page.
  private static let thoroughLimits = [1, 20, 25, 50]

  private func makeWalks() -> [Probe] {
    if let walks = recorded?.walks.filter(\.filters.isEmpty), !walks.isEmpty {
      return walks.map { $0.probe(of: operation.id) }
    }
    guard !operation.paging.isObject else { return [wholeList] }
    return [wholeList, walk(limit: 10, beyondEnd: true), walk(limit: 7)]
      + (isThorough ? Self.thoroughLimits.filter { $0 < largestLimit }.map { walk(limit: $0) } : [])
  }

  /// The walks, and in somebody else's recording those over the rows that filters keep as well.
  var anyWalks: [Probe] {
    guard let recorded, !recorded.walks.isEmpty else { return walks }
    return recorded.walks.map { $0.probe(of: operation.id) }
  }

  /// Walks over the rows of each documented word of each filter.
  var filterWalks: [Probe] {
    operation.filters.flatMap { filter in
      filter.words.map { filterWalk(filter, $0) }
    }
  }

  /// The rows that are asked for one at a time.
  var singleRows: [Int] { [1, 30] }

  /// Single requests for a part of the list, or once more for the object.
  var glances: [Probe] {
    switch operation.paging.style {
    case .offset, .numbers:
      [
        baselineRequest, ask(limit(3)),
        ask(position(behind: loneOffset, size: defaultLimit)),
      ] + singleRows.map { ask(limit(1), position(behind: $0, size: 1)) }
    case .marker:
      [baselineRequest, ask(limit(1))]
    case .object:
      [baselineRequest.repeated(1)]
    }
  }

  /// Every way in which the whole list is read; the walks first.
  var wholeReadings: [Probe] { walks + glances }

  /// Every way in which documented requests read the list, whatever other case sends them.
  ///
  /// What is only sent again is left to the cases that compare, and what a rule asks that came after a
  /// requirement set to that rule: a recording that was made by the set has none of it.
  private func makeReadings() -> [Probe] {
    let inUse = operation.filters.map(wordInUse).flatMap { [$0.alone, $0.pages] }
    let open = operation.openFilters.flatMap { probes($0) }
    let ordered = operation.orders.map { sorted($0, by: largestLimit) }
    let parts = filterWalks + inUse + open + ordered
    return wholeReadings + parts
  }

  /// Whether a probe asks for the list as clients do, so that what comes with status 200 is the list: by
  /// pages that are documented and plain words, known or not, which no firewall takes for an attack.
  func isDocumented(_ probe: Probe) -> Bool {
    let (request, names) = (probe.first, probe.first.query.map(\.name))
    return request.method == operation.method && request.path == path && request.credential == .own
      && !request.expectsForbidden && Set(names).count == names.count
      && operation.requiredQuery.allSatisfy { names.contains($0.name) }
      && request.query.allSatisfy { parameter in
        [operation.paging.size, operation.paging.position].contains(parameter.name)
          ? operation.documents(parameter) : parameter.value.isPlainWord
      }
      && operation.isMultiple(request)
  }
}

extension Contract.Operation {
  /// The path with its gaps filled; a gap that nothing fills keeps its name.
  fileprivate func path(from facts: TargetFacts, _ values: [String: String] = [:]) -> String {
    path.filled { name in
      values[name] ?? parameter(name)?.fact.flatMap { facts[$0] } ?? "{\(name)}"
    } ?? path.description
  }
}

extension String {
  /// Whether it is a word or a number as names and states are.
  fileprivate var isPlainWord: Bool {
    (1...64).contains(utf8.count)
      && utf8.allSatisfy { byte in
        ASCII.isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
          || "-_.".utf8.contains(byte)
      }
  }
}
