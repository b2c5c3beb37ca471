// SPDX-License-Identifier: Apache-2.0
// Puts a plan to a target: baseline requests first, then all other probes; then judges the cases.

import Contract
import Wire

/// Puts a plan to a target.
public struct Run: Sendable {
  public let plan: Plan
  private let store: ExchangeStore
  private let operations: [String: Contract.Operation]
  private let concurrency: Int

  /// - Parameter concurrency: How many probes may be under way at once, at least 1; with 1 the
  ///   order of the requests is always the same.
  public init(
    _ plan: Plan, over transport: any Transport, concurrency: Int = 4
  ) {
    self.plan = plan
    self.concurrency = concurrency
    store = ExchangeStore(
      transport: transport, endpoint: plan.facts.endpoint, concurrency: concurrency)
    operations = Dictionary(uniqueKeysWithValues: plan.operations.map { ($0.id, $0) })
  }

  /// Sends what the plan needs and judges every case.
  ///
  /// - Parameter progress: Told after each probe how many of how many are done.
  public func results(
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async -> [CaseResult] {
    let transcripts = await transcripts(progress: progress)
    var results: [CaseResult] = []
    for planned in plan.cases {
      let seen = plan.probes(of: planned).compactMap { transcripts[$0] }
      results.append(await confirmed(planned.result(of: seen), of: planned, seen: seen))
    }
    return results
  }

  /// Judges one case, sending only what it needs and nobody asked for before.
  public func result(of planned: Case) async -> (result: CaseResult, transcripts: [Transcript]) {
    guard planned.skipReason == nil else { return (planned.result(of: []), []) }
    var seen: [Transcript] = []
    for probe in plan.probes(of: planned) { seen.append(await transcript(of: probe)) }
    return (await confirmed(planned.result(of: seen), of: planned, seen: seen), seen)
  }

  /// A fault between answers counts only if it comes again while the data stands still.
  ///
  /// Everything is read twice more. A row that the first and the last reading show was there all
  /// through the one between, since a row that went does not come back; so what that one
  /// contradicts itself in is the server's doing.
  private func confirmed(
    _ result: CaseResult, of planned: Case, seen: [Transcript]
  ) async -> CaseResult {
    guard planned.comparesAnswers, result.needsConfirmation,
      let paging = operations[planned.operation]?.paging
    else { return result }
    let second = await reading(1, for: planned)
    let secondResult = planned.result(of: second)
    guard secondResult.needsConfirmation else {
      return ConcurrentChange.isReordering(from: seen, to: second, paging: paging)
        ? result : secondResult
    }
    let third = await reading(2, for: planned)
    if let reason = third.lazy.flatMap(\.exchanges).compactMap(\.accessFailure).first {
      return secondResult.asInconclusive(reason)
    }
    guard let change = ConcurrentChange(from: seen, to: third, paging: paging) else {
      return secondResult
    }
    return secondResult.asInconclusive(.dataMoved(change.description))
  }

  /// All probes of a case once more, one behind the other.
  private func reading(_ number: Int, for planned: Case) async -> [Transcript] {
    var transcripts: [Transcript] = []
    for probe in plan.probes(of: planned) {
      transcripts.append(await transcript(of: probe.repeated(Probe.Request.reading * number)))
    }
    return transcripts
  }

  /// How many requests were sent so far.
  public var requestCount: Int { get async { await store.count } }

  /// What came back so far, each distinct request once, in the order of coming.
  public var exchanges: [Exchange] { get async { await store.finished } }

  /// Gives up what is not answered yet; cases that needed it are inconclusive, all others judged.
  public func giveUp() async { await store.giveUp() }

  private func transcripts(
    progress: @escaping @Sendable (Int, Int) -> Void
  ) async -> [Probe: Transcript] {
    let probes = plan.probes
    return await withTaskGroup(of: (Probe, Transcript).self) { group in
      var waiting = probes[...]
      var transcripts: [Probe: Transcript] = [:]
      func start() {
        guard let probe = waiting.popFirst() else { return }
        group.addTask { (probe, await transcript(of: probe)) }
      }
      for _ in 0..<concurrency { start() }
      for await (probe, transcript) in group {
        transcripts[probe] = transcript
        progress(transcripts.count, probes.count)
        start()
      }
      return transcripts
    }
  }

  private func transcript(of probe: Probe) async -> Transcript {
    guard let baseline = plan.baselineRequests[probe.operation],
      let operation = operations[probe.operation]
    else {
      return Transcript(probe: probe, exchanges: [], ending: .stuck)
    }
    let plain = await store.exchange(for: baseline.first, behind: baseline.first)
    let isClaimed = plan.claimedOperations.contains(operation.id)
    if let verdict = operation.refusal(at: plain, isClaimed: isClaimed) {
      return Transcript(probe: probe, exchanges: [], ending: .refused(verdict))
    }
    if let absence = operation.absence(at: plain) {
      let shown = probe == baseline ? [plain] : []
      return Transcript(probe: probe, exchanges: shown, ending: .refused(.inconclusive(absence)))
    }
    return await walk(probe, along: operation.paging, behind: baseline.first)
  }

  private func walk(
    _ probe: Probe, along paging: Paging, behind baseline: Probe.Request
  ) async -> Transcript {
    var walk = Walk(probe, paging: paging)
    var exchanges = [await store.exchange(for: walk.first, behind: baseline)]
    while true {
      switch walk.step(after: exchanges[exchanges.count - 1]) {
      case .ask(let request):
        let next = await store.exchange(for: request, behind: baseline)
        guard !next.isNotRecorded else {
          return Transcript(probe: probe, exchanges: exchanges, ending: .cut(tail: false))
        }
        exchanges.append(next)
      case .end(let ending):
        return Transcript(probe: probe, exchanges: exchanges, ending: ending)
      }
    }
  }
}

extension Contract.Operation {
  /// What is said of every case when the plain request is not let in.
  ///
  /// - Parameter isClaimed: Whether the target claims to have an operation that few tenants have; a
  ///   refusal is then judged like any other answer.
  func refusal(at baseline: Exchange, isClaimed: Bool) -> Verdict? {
    if access == .allowListed, let response = baseline.response, response.refusesTenant {
      guard !isClaimed else { return nil }
      return .skipped(
        "not enabled for this tenant: status \(response.status)\(ErrorBody(response).summary)")
    }
    if baseline.isNotRecorded { return nil }
    if let reason = baseline.accessFailure { return .inconclusive(reason) }
    if let response = baseline.response, response.status == 403 {
      return .inconclusive(.unauthenticated("status 403\(ErrorBody(response).summary)"))
    }
    return nil
  }

  /// What is said of every other case when there is nothing where the list was looked for.
  ///
  /// Only the facts that we were given can tell a missing list from one that was looked for in the
  /// wrong place, so this fails one case, and leaves the others inconclusive.
  func absence(at baseline: Exchange) -> Inconclusive? {
    guard let response = baseline.response, response.status == 404 else { return nil }
    let facts = parameters.compactMap(\.fact).map(\.rawValue)
    let places = (facts + ["the path of the endpoint"]).joined(separator: ", ")
    return .notFound(
      "the plain request was answered with status 404\(ErrorBody(response).summary); "
        + "check \(places)")
  }
}

extension HTTPResponse {
  /// Whether an allow-listed operation is closed to us: 403, or a gateway that does not know it.
  var refusesTenant: Bool {
    status == 403 || status == 404 && ErrorBody(self).code?.string == "APIGW.0101"
  }
}
