// SPDX-License-Identifier: Apache-2.0
// Takes a plan through the stages: ask, read, judge, confirm.

import Contract
import Wire

/// Puts a plan to a target.
public struct Run: Sendable {
  /// Is shown every exchange before its body is gone, from any thread.
  public typealias Observer = @Sendable (Exchange) -> Void

  public let plan: Plan
  private let inquiry: Inquiry

  /// - Parameters:
  ///   - concurrency: How many probes may be under way at once, at least 1; with 1 the order of the
  ///     requests is always the same.
  ///   - observer: Whoever keeps what travelled, such as a recording.
  public init(
    _ plan: Plan, over transport: any Transport, concurrency: Int = 4, observer: Observer? = nil
  ) {
    self.plan = plan
    inquiry = Inquiry(plan, over: transport, concurrency: concurrency, observer: observer)
  }

  /// Sends what the plan needs and judges every case.
  ///
  /// - Parameter progress: Told after each probe how many of how many are done.
  public func results(
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async -> [CaseResult] {
    await withTaskExecutorPreference(inquiry.executor) { await judged(progress) }
  }

  private func judged(
    _ progress: @escaping @Sendable (Int, Int) -> Void
  ) async -> [CaseResult] {
    let transcripts = await inquiry.transcripts(progress: progress)
    var views: [ObjectIdentifier: Transcripts] = [:]
    let lastUses = Dictionary(
      plan.probeNumbers.enumerated().map { (ObjectIdentifier($1), $0) }, uniquingKeysWith: max)
    let isShutOut =
      !plan.isPart && !inquiry.readings.contains { $0.response?.status == 200 }
    var decisions: [String: BaselineDecision] = [:]
    var results: [CaseResult] = []
    for (place, planned) in plan.cases.enumerated() {
      guard !inquiry.isOverdue else {
        results.append(planned.notJudged)
        continue
      }
      let list = plan.probeNumbers[place]
      let seen =
        views[ObjectIdentifier(list)] ?? Transcripts(list.numbers.map { transcripts[$0] })
      views[ObjectIdentifier(list)] = lastUses[ObjectIdentifier(list)] == place ? nil : seen
      if planned.skipReason == nil, decisions[planned.operation] == nil {
        decisions[planned.operation] = await inquiry.finalDecision(
          for: planned.operation, isShutOut: isShutOut)
      }
      var judged = await result(
        of: planned, list.numbers, seen, behind: decisions[planned.operation] ?? .open)
      judged.cost = CaseResult.Cost(seconds: planned.skipReason == nil ? seen.seconds : nil)
      results.append(judged)
    }
    return results.explained(by: inquiry.readings, plan.operations)
  }

  /// Judges one case, sending only what it needs and nobody asked for before.
  public func result(of id: String) async -> (result: CaseResult, readings: [Reading])? {
    guard let place = plan.cases.firstIndex(where: { $0.id == id }) else { return nil }
    let planned = plan.cases[place]
    guard planned.skipReason == nil else {
      return (planned.result(of: Transcripts([]), behind: .open), [])
    }
    let numbers = plan.probeNumbers[place].numbers
    var transcripts: [Transcript] = []
    for number in numbers { transcripts.append(await inquiry.transcript(of: number)) }
    transcripts = await inquiry.withoutOutage(transcripts)
    let decision = await inquiry.finalDecision(for: planned.operation)
    let result = await result(of: planned, numbers, Transcripts(transcripts), behind: decision)
    return (result, transcripts.flatMap(\.readings))
  }

  private func result(
    of planned: Case, _ numbers: [Int], _ seen: Transcripts, behind decision: BaselineDecision
  ) async -> CaseResult {
    let first = planned.result(of: seen, behind: decision)
    guard planned.skipReason == nil, planned.comparesAnswers, first.needsConfirmation else {
      return first
    }
    // Nobody can ask again what somebody else has recorded.
    guard plan.recorded == nil else {
      return first.certainFindings.isEmpty ? first.asUnconfirmed() : first.asCertain
    }
    return await Confirmation(of: planned, numbers, inquiry).confirmed(first, seen: seen)
  }

  /// How many requests were sent so far.
  public var requestCount: Int { inquiry.requestCount }

  /// What came back so far, in the order of coming.
  public var readings: [Reading] { inquiry.readings }

  /// Gives up what is not answered yet; cases that needed it are inconclusive.
  ///
  /// - Parameter patience: How long what was answered may still be judged; a case whose turn comes
  ///   later is inconclusive too.
  public func giveUp(judgingFor patience: Duration = .milliseconds(400)) {
    inquiry.giveUp(judgingFor: patience)
  }
}

extension Case {
  /// What is said of a case that was still to be judged when a run was stopped.
  fileprivate var notJudged: CaseResult {
    let reason = Inconclusive.givenUp("the run was interrupted")
    return result(
      of: Transcripts([]), behind: skipReason == nil ? .closed(.inconclusive(reason)) : .open)
  }
}
