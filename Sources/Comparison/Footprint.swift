// SPDX-License-Identifier: Apache-2.0
// What answers have in them that no rule speaks of: members, header fields, orders, forms and times.

public import Conformance
import Contract
import Wire

/// What the answers to one plan were made of, kept small; no body is.
///
/// A footprint is filled while a run goes on, as its observer, and only where somebody compares.
public struct Footprint: Sendable {
  /// One thing that can be seen of an answer, and that another server may do otherwise.
  struct Trait: Sendable, Hashable {
    var operation: String
    /// The status of the answers that it is about; empty where it is about one request.
    var answer: String
    var kind: Difference.Kind
    /// The name of a field, the pattern of a JSON pointer, or the form of a request.
    var place: String
  }

  struct Sighting: Sendable {
    var seen: Set<String> = []
    var count = 0
    /// The first request whose answer shows it.
    var request: Probe.Request
  }

  /// Where something can stand: the answers of one status, their bodies, or the objects at one place
  /// in these.
  struct Site: Hashable {
    var operation: String
    var answer: String
    var place: String

    /// The parts of an answer, each of which a recording may have left out.
    enum Part: String, CaseIterable { case head = "header fields", body = "bodies" }

    /// Where the part stands, in those answers that were kept with it.
    func with(_ part: Part) -> Site {
      Site(operation: operation, answer: answer, place: part.rawValue)
    }
  }

  private(set) var sightings: [Trait: Sighting] = [:]
  private(set) var sites: [Site: Sighting] = [:]
  /// What rows mean, member by member, by operation and identity; nil where a row changed meanwhile.
  private(set) var rows: [String: [String: [String: Int?]]] = [:]
  /// The pattern of a row's place, by operation.
  private(set) var rowPlaces: [String: String] = [:]
  /// The identities of rows, by operation and form of the request, and by where their page begins.
  private var orders: [Trait: [Int: [String]]] = [:]
  /// In seconds, by operation.
  private(set) var durations: [String: [Double]] = [:]
  private let operations: [String: Contract.Operation]
  private let facts: [Fact: String]
  private let convention: ErrorConvention

  /// So many rows of a list are compared by their order and by what they hold.
  static let mostRows = 2000
  /// So many spellings of one trait are told apart.
  private static let mostSeen = 16

  public init(of plan: Plan) {
    let wanted = Set(plan.cases.map(\.operation))
    let known = Dictionary(
      plan.operations.filter { wanted.contains($0.id) }.map { ($0.id, $0) },
      uniquingKeysWith: { $1 })
    operations = Dictionary(
      plan.probes.compactMap { probe in known[probe.operation].map { (probe.first.path, $0) } },
      uniquingKeysWith: { first, _ in first })
    facts = plan.facts.values
    convention = plan.facts.profile.errors
  }

  /// Takes up what came for a request; one that only asks again is passed over.
  public mutating func see(_ exchange: Exchange) {
    guard let operation = operations[exchange.request.path], exchange.request.repetition == 0
    else { return }
    let form = form(of: exchange.request, operation)
    let status = Trait(operation: operation.id, answer: "", kind: .status, place: form)
    let response: HTTPResponse
    switch exchange.result {
    case .success(let answer): response = answer
    case .failure(let failure):
      // What was not sent, or not recorded, says nothing of the server.
      if failure.isServers { note(status, "no whole answer", exchange.request) }
      return
    }
    note(status, "\(response.status)", exchange.request)
    let site = Site(operation: operation.id, answer: "\(response.status)", place: "")
    enter(site, exchange.request)
    seeHead(response, at: site, exchange.request)
    if exchange.request.credential == .own, response.status == 200 {
      durations[operation.id, default: []].append(
        response.phases?.lastByte ?? exchange.seconds)
    }
    guard response.gaps.body == nil else { return }
    enter(site.with(.body), exchange.request)
    guard let document = try? JSONDocument(parsing: response.body) else { return }
    var reading = BodyFootprint(site: site)
    reading.see(document)
    for (site, count) in reading.objects { enter(site, exchange.request, count) }
    for (trait, seen) in reading.traits {
      for (spelling, count) in seen { note(trait, spelling, exchange.request, count) }
    }
    if response.status.code >= 400 {
      let words = response.errorSummary(by: convention).dropFirst(2).withoutData
      let trait = Trait(
        operation: operation.id, answer: site.answer, kind: .value, place: "error of \(form)")
      if !words.isEmpty { note(trait, words, exchange.request) }
    }
    guard response.status == 200, exchange.request.credential == .own else { return }
    seeRows(document.root, exchange.request, form, operation)
  }

  private mutating func seeHead(_ response: HTTPResponse, at site: Site, _ request: Probe.Request) {
    let trait = { (kind: Difference.Kind, place: String) in
      Trait(operation: site.operation, answer: site.answer, kind: kind, place: place)
    }
    if !response.gaps.headers {
      enter(site.with(.head), request)
      var told: Set<String> = []
      for field in response.headers.fields where told.insert(field.name.lowercased()).inserted {
        note(trait(.header, field.name.lowercased()), field.told, request)
      }
      let names = response.headers.fields.map { $0.name.lowercased() }
      note(trait(.headerOrder, ""), names.joined(separator: ","), request)
      note(trait(.delivery, "spelling of header names"), response.headers.spelling, request)
    }
    guard !response.gaps.framing, let arrival = response.arrival else { return }
    let features =
      arrival.oddities.map(\.kind.rawValue) + arrival.interim.map { "status \($0) first" }
      + arrival.trailers.fields.map { "trailer \($0.name.lowercased())" }
    for feature in features { note(trait(.delivery, feature), "present", request) }
    note(trait(.delivery, "version"), arrival.version, request)
  }

  private mutating func seeRows(
    _ root: JSONValue, _ request: Probe.Request, _ form: String, _ operation: Contract.Operation
  ) {
    let paging = operation.paging
    // Pages may come in any order, but along a chain of markers, where one leads to the next.
    let position = request.query.first { $0.name == paging.position }.flatMap { Int($0.value) } ?? 0
    let found = paging.rows.names.reduce(root as JSONValue?) { $0?[$1] }
    let order = Trait(operation: operation.id, answer: "", kind: .rowOrder, place: form)
    rowPlaces[operation.id] =
      paging.isObject ? "/" : "/" + paging.rows.names.map { $0 + "/" }.joined() + "*/"
    for row in paging.isObject ? [root] : Array(found?.elements ?? root.elements) {
      guard let identity = row[paging.identity].map({ $0.string ?? $0.raw }) else { continue }
      if orders[order, default: [:]].values.reduce(0, { $0 + $1.count }) < Self.mostRows {
        orders[order, default: [:]][position, default: []].append(identity)
      }
      let known = rows[operation.id]?[identity]
      guard known != nil || rows[operation.id, default: [:]].count < Self.mostRows else { continue }
      for member in row.members {
        let (name, meaning) = (member.name, member.value.meaning)
        let isOther = known?[name].map { $0 != meaning } ?? (known != nil)
        rows[operation.id, default: [:]][identity, default: [:]][name] =
          isOther ? .some(nil) : .some(meaning)
      }
    }
  }

  /// The lists of rows whose order was seen.
  var orderedForms: Set<Trait> { Set(orders.keys) }

  /// The identities of rows in the order of their pages.
  func order(of form: Trait) -> [String] {
    orders[form, default: [:]].sorted { $0.key < $1.key }.flatMap(\.value)
  }

  private mutating func enter(_ site: Site, _ request: Probe.Request, _ count: Int = 1) {
    sites[site, default: Sighting(request: request)].count += count
  }

  private mutating func note(
    _ trait: Trait, _ spelling: String, _ request: Probe.Request, _ count: Int = 1
  ) {
    var sighting = sightings.removeValue(forKey: trait) ?? Sighting(request: request)
    sighting.count += count
    if sighting.seen.count < Self.mostSeen { sighting.seen.insert(spelling) }
    sightings[trait] = sighting
  }

  /// What is asked, in the words of any target: facts by their names, and no place in a walk.
  private func form(of request: Probe.Request, _ operation: Contract.Operation) -> String {
    let names = Dictionary(facts.map { ($0.value, $0.key.name) }, uniquingKeysWith: { min($0, $1) })
    let path = request.path.split(separator: "/", omittingEmptySubsequences: false)
      .map { segment in names[String(segment)].map { "{\($0)}" } ?? String(segment) }
    let query = request.query.filter { $0.name != operation.paging.position }
      .map { "\($0.name)=\(names[$0.value].map { "{\($0)}" } ?? $0.value)" }
    let pose = request.credential == .own ? "" : " as \(request.credential.rawValue)"
    return "\(request.method) \(path.joined(separator: "/"))"
      + (query.isEmpty ? "" : "?" + query.joined(separator: "&")) + pose
  }
}

extension HTTPFields.Field {
  /// What is compared of the value: all of it, unless it has a digit in it and is taken for data.
  fileprivate var told: String {
    let isData = value.utf8.contains { (0x30...0x39).contains($0) }
    return isData && name.lowercased() != "content-type" ? "present" : value
  }
}

extension Substring {
  /// The code of an error and its message, which is left out where a digit makes it data, as in a
  /// header field.
  fileprivate var withoutData: String {
    let parts = split(separator: " ", maxSplits: 1)
    let isData = parts.dropFirst().contains { $0.utf8.contains { (0x30...0x39).contains($0) } }
    return isData ? String(parts[0]) : String(self)
  }
}

extension HTTPFields {
  /// How names are written.
  fileprivate var spelling: String {
    let names = fields.map(\.name)
    if names.allSatisfy({ $0 == $0.lowercased() }) { return "small" }
    return names.allSatisfy { $0 == $0.uppercased() } ? "capital" : "mixed"
  }
}
