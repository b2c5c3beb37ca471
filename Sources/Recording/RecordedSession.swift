// SPDX-License-Identifier: Apache-2.0
// A recording that is ready to be judged: whom it asked, what it holds, and what to tell of it.

public import Conformance
public import Contract
import Redaction
import Wire

/// A recording as a target, whoever wrote it.
public struct RecordedSession: Sendable {
  public let facts: TargetFacts
  /// What the recording says of its run; nil where another program wrote it.
  public let run: RecordedRun?
  /// What another program recorded; nil for a recording of ours, which holds what its plan needs.
  public let requests: RecordedRequests?
  public let transport: RecordedTransport
  /// Whether the recorded run was stopped before it was through.
  public let isPartial: Bool
  /// What a reader must know of the recording, one sentence each.
  public let notices: [String]

  /// What the recorded run was limited to; nil where another program wrote the recording.
  public var selection: Selection? { run?.selection }

  /// What a person says of the target of a recording.
  public struct KnownTarget: Sendable, Hashable {
    public var endpoint: String?
    public var facts: [Fact: String]

    public init(endpoint: String? = nil, facts: [Fact: String] = [:]) {
      self.endpoint = endpoint
      self.facts = facts
    }
  }

  /// Reads what a HAR file holds of the contract; the bodies stay in the file until they are judged.
  ///
  /// - Parameters:
  ///   - known: Wins over what the recording says of its target.
  ///   - assumed: Wins over what can be inferred from a recording that says nothing of its target.
  ///   - isStopped: Whether somebody wants no more of it; the session is of what came so far then.
  public init(
    path: String, operations: [Contract.Operation], of profile: Profile,
    known: KnownTarget = KnownTarget(),
    assumed: KnownTarget = KnownTarget(), isStopped: @escaping () -> Bool = { false }
  ) throws(RecordingProblem) {
    let file = try HARFile(
      path: path, templates: operations.map(\.path), of: profile, isStopped: isStopped)
    if let run = file.run {
      self.init(file, run, known)
    } else if let target = InferredTarget(
      entries: file.entries, operations: operations, of: profile, known: assumed)
    {
      self.init(file, target, operations)
    } else if file.isCut {
      self.init(file, InferredTarget(assumed, of: profile), operations)
    } else {
      throw file.nothingToJudge(operations)
    }
  }

  init(
    passed file: HARFile, _ operations: [Contract.Operation], of profile: Profile,
    _ known: KnownTarget
  ) {
    let target = InferredTarget(
      entries: file.entries, operations: operations, of: profile, known: known)
    self.init(file, target ?? InferredTarget(known, of: profile), operations)
  }

  private init(_ file: HARFile, _ run: RecordedRun, _ known: KnownTarget) {
    facts = TargetFacts(
      of: run.facts.profile, endpoint: run.facts.endpoint,
      values: run.facts.values.merging(known.facts) { $1 },
      canSign: run.facts.canSign, reproduction: run.facts.reproduction)
    self.run = run
    requests = nil
    isPartial = run.isPartial
    notices = run.notices + file.notices(file.omissions)
    var transport = RecordedTransport(file.file, redaction: Redaction(for: run.facts.profile))
    for entry in file.entries {
      guard var request = entry.request(to: run.facts.endpoint, as: entry.credential ?? .own)
      else { continue }
      request.repetition = entry.repetition ?? 0
      transport.keep(entry.result, for: request)
    }
    self.transport = transport
  }

  private init(_ file: HARFile, _ target: InferredTarget, _ operations: [Contract.Operation]) {
    facts = target.facts
    run = nil
    isPartial = file.isCut
    let redaction = Redaction(
      for: target.facts.profile, secrets: file.entries.flatMap(\.secrets),
      names: file.entries.flatMap(\.names))
    var transport = RecordedTransport(file.file, redaction: redaction)
    var omissions = file.omissions
    let entries = file.distinctEntries(&omissions).map { $0.masked(by: redaction) }
    let known = target.facts.values
    let exchanges = entries.map { RecordedExchange($0, to: target.facts.endpoint, operations) }
    let own = zip(entries, exchanges).filter { _, exchange in
      exchange?.facts.allSatisfy { known[$0.key] == $0.value } ?? false
    }.map(\.0)
    let callers = RecordedCallers(own, among: entries, of: target.facts.profile)
    var kept: [(entry: HAREntry, exchange: RecordedExchange)] = []
    for (entry, exchange) in zip(entries, exchanges) {
      guard var exchange else {
        omissions.count(.otherEndpoint(entry.url.origin))
        continue
      }
      exchange.request.credential = callers.credential(of: entry)
      kept.append((entry, exchange))
    }
    kept = Self.withoutDeferred(kept, &omissions)
    let requests = RecordedRequests(kept.map(\.exchange), guessed: target.guessed)
    for (exchange, kept) in zip(requests.exchanges, kept) {
      transport.keep(kept.entry.result, for: exchange.request)
    }
    self.transport = transport
    self.requests = requests
    notices =
      [target.notice].compactMap { $0 } + file.notices(omissions)
      + [Self.notice(ofStrange: kept.map(\.exchange), operations)].compactMap { $0 }
  }

  /// Tells of parameters that no page and no filter has, such as one that keeps caches away.
  private static func notice(
    ofStrange exchanges: [RecordedExchange], _ operations: [Contract.Operation]
  ) -> String? {
    let known = Dictionary(operations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let strange = exchanges.compactMap { exchange in
      exchange.request.query.first { known[exchange.operation]?.parameter($0.name) == nil }?.name
    }
    guard let name = strange.first else { return nil }
    let (noun, verb) = strange.count == 1 ? ("request has", "is") : ("requests have", "are")
    return
      "\(strange.count) recorded \(noun) undocumented parameters, such as \(name), and \(verb) "
      + "judged by nothing but what one answer shows"
  }

  /// Without the answers of a gateway behind which the request was sent again, and answered.
  private static func withoutDeferred(
    _ all: [(entry: HAREntry, exchange: RecordedExchange)], _ omissions: inout Omissions
  ) -> [(entry: HAREntry, exchange: RecordedExchange)] {
    var answered: Set<Probe.Request.Meaning> = []
    var kept: [(entry: HAREntry, exchange: RecordedExchange)] = []
    for (entry, exchange) in all.reversed() {
      let meaning = exchange.request.plainMeaning
      if entry.isDeferred, answered.contains(meaning) {
        omissions.count(.deferred)
        continue
      }
      if !entry.isDeferred, exchange.standing != .unanswered { answered.insert(meaning) }
      kept.append((entry, exchange))
    }
    return kept.reversed()
  }
}

extension RecordedExchange {
  /// Nil where the entry is to another endpoint, or no operation has the path.
  fileprivate init?(
    _ entry: HAREntry, to endpoint: String, _ operations: [Contract.Operation]
  ) {
    guard let request = entry.request(to: endpoint, as: .own) else { return nil }
    for operation in operations {
      guard let match = operation.path.match(endOf: entry.url.path) else { continue }
      let facts = match.values.compactMap { name, value in
        operation.parameter(name)?.fact.map { ($0, value) }
      }
      self.init(
        operation: operation.id, facts: Dictionary(facts, uniquingKeysWith: { first, _ in first }),
        request: request, standing: entry.standing)
      return
    }
    return nil
  }
}

extension HAREntry {
  /// The request as a plan writes it; nil for one to another endpoint.
  fileprivate func request(to endpoint: String, as credential: Credential) -> Probe.Request? {
    let whole = url.text
    guard whole.hasPrefix(endpoint), case let target = whole.dropFirst(endpoint.count),
      target.hasPrefix("/")
    else { return nil }
    return Probe.Request(method: method, target: String(target), credential: credential)
  }

  /// The entry without the secrets of its query, which people are shown wherever it is told.
  fileprivate func masked(by redaction: Redaction) -> HAREntry {
    var copy = self
    copy.url.query = redaction.redacted(url.query)
    return copy
  }

  fileprivate var standing: RecordedExchange.Standing {
    guard case .success(let response) = result else { return .unanswered }
    if response.status == 200 { return response.body.isKnown ? .granted : .bodyless }
    return [401, 407, 429].contains(response.status) ? .refused : .answered
  }
}

extension HARFile {
  /// The entries in the order of time, or of the file where some of them tell no time; one that
  /// stands there twice counts once.
  fileprivate func distinctEntries(_ omissions: inout Omissions) -> [HAREntry] {
    var places: [Sighting: [Int]] = [:]
    var kept: [HAREntry] = []
    for entry in entries {
      let sightings = Sighting.all(of: entry, requestID: requestID)
      let known = sightings.first { sighting in
        places[sighting, default: []].contains { place in
          sighting.joins(kept[place], entry) && isSame(kept[place], entry)
        }
      }
      if let known {
        omissions.count(known.omission)
        continue
      }
      for sighting in sightings { places[sighting, default: []].append(kept.count) }
      kept.append(entry)
    }
    guard kept.allSatisfy({ $0.start != nil }) else { return kept }
    return kept.enumerated()
      .sorted { ($0.element.start ?? 0, $0.offset) < ($1.element.start ?? 0, $1.offset) }
      .map(\.element)
  }

  /// Whether two entries tell of one answer.
  private func isSame(_ one: HAREntry, _ other: HAREntry) -> Bool {
    guard case .success(let first) = one.result, case .success(let second) = other.result,
      first.status == second.status, first.headers == second.headers
    else { return false }
    return first.whole(from: file)?.body == second.whole(from: file)?.body
  }

  /// By what two entries are seen to be one.
  private struct Sighting: Hashable {
    /// The moment of the request, or what the answer says of its own moment and name.
    var mark: [String]
    var method: String
    var url: RecordedURL
    var omission: Omission

    /// Whether an answer that says of itself what another one says has been kept since, and is not one
    /// of many that a busy server made at once.
    func joins(_ one: HAREntry, _ other: HAREntry) -> Bool {
      guard omission == .cached else { return true }
      return (other.start ?? 0) - (one.start ?? 0) >= 2
    }

    static func all(of entry: HAREntry, requestID: String?) -> [Sighting] {
      let fields = (try? entry.result.get())?.headers
      let own = ["Date", requestID].compactMap { $0.flatMap { fields?[$0] } }
      let marks: [([String], Omission)] = [
        (entry.start.map { ["\($0)"] } ?? [], .duplicate), (own.count == 2 ? own : [], .cached),
      ]
      return marks.filter { !$0.0.isEmpty }.map {
        Sighting(mark: $0, method: "\(entry.method)", url: entry.url, omission: $1)
      }
    }
  }

  fileprivate func notices(_ omissions: Omissions) -> [String] {
    let answers = entries.map(\.result)
    let unanswered = answers.count { result in
      if case .failure(let failure) = result { failure.kind == .notKept } else { false }
    }
    let bodyless = answers.count { (try? $0.get().body.isKnown) == false }
    return [
      omissions.notice(of: count),
      unanswered == 0
        ? nil
        : "\(unanswered) recorded \(unanswered == 1 ? "request has" : "requests have") no answer",
      bodyless == 0
        ? nil
        : "\(bodyless) recorded \(bodyless == 1 ? "answer lacks its body" : "answers lack their bodies"); export with content",
      isCut ? "the recording was not read to its end" : nil,
    ].compactMap { $0 }
  }

  fileprivate func nothingToJudge(_ operations: [Contract.Operation]) -> RecordingProblem {
    let others = strangers.isEmpty ? "" : " with \(strangers.joined(separator: ", "))"
    let wanted = operations.map { "\($0.method) …\($0.path)" }.joined(separator: " or ")
    let omitted = omissions.notice(of: count).map { ", of which \($0)" } ?? ""
    return .nothingToJudge(
      held: "\(count) exchange\(count == 1 ? "" : "s")\(others)\(omitted)", wanted: wanted)
  }
}
