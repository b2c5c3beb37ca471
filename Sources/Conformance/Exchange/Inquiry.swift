// SPDX-License-Identifier: Apache-2.0
// Asks what a plan has written down: each operation's baseline request first, then every traversal.

import Contract
import Wire

/// The asking side of a run.
struct Inquiry: Sendable {
  private let plan: Plan
  let store: ReadingStore
  /// Whether somebody asked all this before.
  let isReplay: Bool
  /// Where the run is worked on; nil for all threads.
  let executor: (any TaskExecutor)?
  private let operations: [String: (operation: Contract.Operation, reader: OperationReader)]
  /// The readers of recorded answers about other projects, policies and so on, by the path.
  private let otherReaders: [String: OperationReader]
  private let concurrency: Int
  init(
    _ plan: Plan, over transport: any Transport, concurrency: Int, observer: Run.Observer?
  ) {
    self.plan = plan
    self.concurrency = concurrency
    isReplay = transport.isReplay && plan.recorded == nil
    executor = transport.executor
    store = ReadingStore(
      transport: transport, to: plan.facts, concurrency: concurrency, executor: executor,
      observer: observer)
    let asked = Set(plan.probes.map(\.operation))
    operations = Dictionary(
      uniqueKeysWithValues: plan.operations.filter { asked.contains($0.id) }.map {
        ($0.id, ($0, OperationReader($0, of: plan.facts, isOfOthers: plan.recorded != nil)))
      })
    otherReaders = plan.readersOfOthers
  }

  var requestCount: Int { store.count }
  var readings: [Reading] { store.finished }

  /// Whether the endpoint has answered anything.
  private var hasAnswers: Bool { store.hasAnswers }

  func paging(of id: String) -> Paging? { operations[id]?.operation.paging }

  func giveUp(judgingFor patience: Duration) { store.giveUp(judgingFor: patience) }

  /// Whether it was given up so long ago that nobody waits for verdicts any more.
  var isOverdue: Bool { store.isOverdue }

  /// Every probe of the plan, by its number.
  ///
  /// What is asked again is asked when everything was asked once, and one behind the other, so that
  /// nothing else stands between two requests that are the same.
  func transcripts(
    progress: @escaping @Sendable (Int, Int) -> Void
  ) async -> [Transcript] {
    let count = plan.probes.count
    var transcripts: [Transcript?] = Array(repeating: nil, count: count)
    var done = 0
    let isAgain = { (number: Int) in plan.probes[number].first.repetition > 0 }
    let first = (0..<count).filter { !isAgain($0) }
    let told = await first.mapConcurrently(
      atMost: concurrency,
      done: { _ in
        done += 1
        progress(done, count)
      }
    ) { await transcript(of: $0) }
    for (number, transcript) in zip(first, told) { transcripts[number] = transcript }
    for number in (0..<count).filter(isAgain) {
      transcripts[number] = await transcript(of: number)
      done += 1
      progress(done, count)
    }
    return await withoutOutage(transcripts.compactMap { $0 })
  }

  /// What is decided once all is asked: an endpoint that answers nothing at all is not reached.
  ///
  /// - Parameter isShutOut: Whether nothing was shown to us.
  func finalDecision(for id: String, isShutOut: Bool = false) async -> BaselineDecision {
    let decision = await store.sending { await decide(for: id, isShutOut) }
    guard case .obstructed(.breakage, let reason) = decision, !hasAnswers else { return decision }
    return .closed(.inconclusive(reason))
  }

  /// What the answer to the operation's baseline request decides.
  func decision(for id: String) async -> BaselineDecision {
    await store.sending { await decide(for: id, false) }
  }

  private func decide(for id: String, _ isShutOut: Bool) async -> BaselineDecision {
    guard var context = context(for: id), let operation = operations[id]?.operation else {
      return .open
    }
    // The first page that was recorded is a baseline as well as what quirks are seen by.
    if plan.recorded != nil { context.ledger = SideLedger() }
    let baseline = await store.reading(of: context.baseline, context)
    return BaselineDecision(
      operation, baseline, isClaimed: plan.claimedOperations.contains(id), isShutOut: isShutOut,
      isOurs: plan.recorded == nil)
  }

  /// A probe of the plan.
  ///
  /// - Parameter repetition: 0, or which time everything is read once more.
  func transcript(of number: Int, repetition: Int = 0) async -> Transcript {
    await store.sending { await ask(number, repetition) }
  }

  private func ask(_ number: Int, _ repetition: Int) async -> Transcript {
    let probe = plan.probes[number].repeated(Probe.Request.reading * repetition)
    guard var context = context(for: probe.operation),
      let paging = operations[probe.operation]?.operation.paging
    else { return Transcript(probe: probe, readings: [], ending: .stuck) }
    if let other = otherReaders[probe.first.path] { context.reader = other }
    if plan.observedProbes.contains(number) { context.ledger = SideLedger() }
    switch await decide(for: probe.operation, false) {
    case .open:
      return await walk(await withWordInUse(probe, paging, context), along: paging, context)
    case .closed: return Transcript(probe: probe, readings: [], ending: .notSent)
    case .obstructed:
      let isBaseline = probe.first == context.baseline
      let shown = isBaseline ? [await store.reading(of: context.baseline, context)] : []
      return Transcript(probe: probe, readings: shown, ending: .notSent)
    }
  }

  /// Sends an operation's baseline request once more, for no case to look at.
  ///
  /// - Parameter time: Tells it from others; below 9,000.
  func askAside(_ id: String, time: Int) async {
    guard var context = context(for: id) else { return }
    let aside = 3 * Probe.Request.reading + time
    context.ledger = nil
    var request = context.baseline
    request.repetition += aside
    _ = await store.sending { [request, context] in await store.reading(of: request, context) }
  }

  func context(for id: String) -> ReadingStore.Context? {
    guard let baseline = plan.baselineRequests[id]?.first, let reader = operations[id]?.reader
    else { return nil }
    return ReadingStore.Context(baseline: baseline, reader: reader)
  }

  /// The probe, which asks for another word of its filter where the list says so.
  private func withWordInUse(
    _ probe: Probe, _ paging: Paging, _ context: ReadingStore.Context
  ) async -> Probe {
    guard let source = probe.wordSource, let operation = operations[probe.operation]?.operation,
      let filter = operation.filters.first(where: { probe.word(of: $0) != nil }),
      let usual = probe.word(of: filter)
    else { return probe }
    var observing = context
    observing.ledger = SideLedger()
    let page = ListPage(
      await store.reading(of: source, observing), number: 1, paging: paging)
    var copy = probe
    let word = page?.wordInUse(of: filter, usually: usual) ?? usual
    copy.first.query = probe.first.query.map {
      $0.name == filter.name ? Probe.Parameter(filter.name, word) : $0
    }
    return copy
  }

  private func walk(
    _ probe: Probe, along paging: Paging, _ context: ReadingStore.Context
  ) async -> Transcript {
    var walk = Walk(probe, paging: paging)
    var readings = [await store.reading(of: plan.original(of: walk.first), context)]
    while true {
      switch walk.step(after: readings[readings.count - 1]) {
      case .ask(let request):
        let next = await store.reading(of: plan.original(of: request), context)
        guard !next.isNotRecorded else {
          return Transcript(probe: probe, readings: readings, ending: .cut(tail: false))
        }
        readings.append(next)
      case .end(let ending):
        return Transcript(probe: probe, readings: readings, ending: ending)
      }
    }
  }
}

extension Probe {
  /// The word that is asked for under a filter.
  func word(of filter: Contract.Parameter) -> String? {
    first.query.first { $0.name == filter.name }.flatMap { PercentEncoding.decode($0.value) }
  }
}

extension ListPage {
  /// The word of a filter that is worth asking for: the usual one if three rows have it, otherwise the
  /// one that most have.
  fileprivate func wordInUse(of filter: Contract.Parameter, usually usual: String) -> String {
    let tallies = filter.filters.flatMap(words)?.tallies ?? []
    func count(_ word: String) -> Int { tallies.first { $0.value == word }?.count ?? 0 }
    guard count(usual) < 3, let most = filter.words.max(by: { count($0) < count($1) }) else {
      return usual
    }
    return count(most) > count(usual) ? most : usual
  }
}

extension Plan {
  /// The request as somebody else has recorded it; any other stays as it is.
  fileprivate func original(of request: Probe.Request) -> Probe.Request {
    guard let original = recorded?.original(of: request) else { return request }
    var copy = request
    (copy.path, copy.query) = (original.path, original.query)
    copy.repetition = original.repetition
    return copy
  }

  /// A reader for each recorded path that says of the target what is not a fact of it.
  fileprivate var readersOfOthers: [String: OperationReader] {
    var readers: [String: OperationReader] = [:]
    for exchange in recorded?.exchanges ?? [] where readers[exchange.request.path] == nil {
      let isTarget = exchange.facts.allSatisfy { facts[$0.key] == $0.value }
      guard !isTarget, let operation = operations.first(where: { $0.id == exchange.operation })
      else { continue }
      let others = facts.values.merging(exchange.facts) { $1 }
      readers[exchange.request.path] = OperationReader(
        operation, of: TargetFacts(of: facts.profile, endpoint: facts.endpoint, values: others),
        isOfOthers: true)
    }
    return readers
  }
}
