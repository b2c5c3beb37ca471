// SPDX-License-Identifier: Apache-2.0
// Judges what passes while it passes, as a recording that grows, and forgets what is long ago.

public import Conformance
import Contract
public import Recording
public import Reporting
import Synchronization
import Wire

/// The verdicts on a session that goes on.
///
/// Answers are compared with those of the same window. A window that is full is judged for good and
/// dropped, so that a session may last as long as it likes. The judge rests three times as long as it
/// worked, and so takes a quarter of one processor at most.
public actor TrafficJudge {
  /// What is kept at once, at most.
  public struct Window: Sendable {
    public var exchanges = 2000
    /// Of the bodies.
    public var bytes = 32 << 20

    public init() {}
  }

  /// What somebody is told while the session goes on.
  public enum Event: Sendable {
    case found(FindingEvent)
    /// Later answers explain what had been found.
    case withdrawn(FindingEvent)
    /// The gateway answered in the registry's place; the sentence says why.
    case unanswered(String)
  }

  /// What is said of all that has passed so far.
  public struct Judgement: Sendable {
    public var results: [CaseResult]
    public var facts: TargetFacts
    /// What a reader must know beside the verdicts, one sentence each.
    public var notices: [String]
    /// How many exchanges have passed.
    public var requests: Int
    /// How many of them came faster than could be judged, and were not.
    public var unjudged: Int
    /// Why the registry answered none of them, though some came; nil if it did.
    public var obstacle: String?

    /// The exit code where the verdicts alone give that one: nothing is green that was not looked at.
    public func exit(_ code: ExitCode) -> ExitCode {
      obstacle != nil ? .unreachable : unjudged > 0 && code == .passed ? .unasserted : code
    }
  }

  private let suite: ConformanceSuite
  private let target: TargetFacts
  private let selection: Selection
  private let window: Window
  private let tell: @Sendable (Event) -> Void
  private var mask: PassingMask
  private let keepAlso: @Sendable (PassedExchange) -> Void

  private let queue = Mutex<[PassedExchange]>([])
  private var session: PassingSession
  /// A window that waits to be judged for good, and which one it is.
  private var full: (session: PassingSession, number: Int)?
  private var fullCount = 0
  private var isStale = false
  private var work: Task<Void, Never>?
  private var count = 0
  /// How many were not kept since they came faster than they could be judged.
  private var lostCount = 0
  private var failures: [TransportFailure.Kind: Int] = [:]
  private var lastFailure: TransportFailure?

  private var settled: [CaseResult] = []
  private var notices: [String] = []
  /// What was told of the windows that are gone, and of the present one.
  private var settledNames: Set<String> = []
  private var open: [String: FindingEvent] = [:]

  /// - Parameters:
  ///   - target: The endpoint, and what a person says of it; the rest is taken from the requests.
  ///   - keep: Is shown each exchange, masked.
  public init(
    _ suite: ConformanceSuite, of target: TargetFacts, _ selection: Selection = Selection(),
    window: Window = Window(), keep: @escaping @Sendable (PassedExchange) -> Void = { _ in },
    tell: @escaping @Sendable (Event) -> Void
  ) {
    (self.suite, self.target, self.selection, self.window) = (suite, target, selection, window)
    (self.tell, keepAlso) = (tell, keep)
    mask = PassingMask(of: suite.profile)
    session = PassingSession(to: target.endpoint, suite.operations, of: suite.profile)
  }

  /// Takes an exchange in, from any thread and at once, and has it judged soon.
  public nonisolated func put(_ exchange: PassedExchange) {
    let isFirst = queue.withLock { queue in
      queue.append(exchange)
      return queue.count == 1
    }
    if isFirst { Task(priority: .background) { await self.takeIn() } }
  }

  private func takeIn() {
    let exchanges = queue.withLock { queue in
      defer { queue = [] }
      return queue
    }
    for exchange in exchanges { keep(exchange) }
    if full != nil || isStale, work == nil {
      work = Task(priority: .background) { await self.judgeOn() }
    }
  }

  private func keep(_ exchange: PassedExchange) {
    let exchange = mask.masked(exchange)
    count += 1
    keepAlso(exchange)
    if case .failure(let failure) = exchange.result {
      if failures[failure.kind] == nil { tell(.unanswered(failure.description)) }
      failures[failure.kind, default: 0] += 1
      lastFailure = failure
    }
    if session.keptCount >= window.exchanges || session.byteCount >= window.bytes {
      guard full == nil else { return lostCount += 1 }
      fullCount += 1
      full = (session, fullCount)
      session = PassingSession(to: target.endpoint, suite.operations, of: suite.profile)
    }
    isStale = session.keep(exchange) || isStale
  }

  /// What is said now; nothing is judged any more behind it if the session is over.
  public func judgement(isFinal: Bool) async -> Judgement {
    takeIn()
    if isFinal { work?.cancel() }
    async let present = judged(session)
    if let full { settle(await judged(full.session), of: full.number) }
    let (last, all) = await present
    if full == nil { note(last) }
    return Judgement(
      results: settled.joined(with: last), facts: all.facts, notices: told(all.notices),
      requests: count, unjudged: lostCount,
      obstacle: failures.values.reduce(0, +) == count ? lastFailure?.description : nil)
  }

  /// Waits until all that has been kept is judged.
  public func rest() async {
    takeIn()
    while let work { await work.value }
  }
}

extension TrafficJudge {
  private func judgeOn() async {
    while full != nil || isStale, !Task.isCancelled {
      let began = ContinuousClock.now
      if let window = full {
        let judged = await judged(window.session)
        guard !Task.isCancelled else { break }
        settle(judged, of: window.number)
      } else {
        isStale = false
        let (results, _) = await judged(session)
        // What has become full meanwhile is judged for good next.
        if full == nil, !Task.isCancelled { note(results) }
      }
      // Where a window waits, exchanges are lost once the next one is full.
      if full == nil { try? await Task.sleep(for: (ContinuousClock.now - began) * 3) }
    }
    work = nil
  }

  /// Judges a window; of no use where the task is cancelled meanwhile.
  @concurrent
  private nonisolated func judged(
    _ session: PassingSession
  ) async -> (results: [CaseResult], session: RecordedSession) {
    let recorded = session.recorded(target.values)
    let plan = suite.plan(
      against: recorded.facts, selection: selection, recorded: recorded.requests)
    let run = Run(plan, over: recorded.transport, concurrency: 1)
    let results = await withTaskCancellationHandler {
      await run.results()
    } onCancel: {
      run.giveUp(judgingFor: .zero)
    }
    return (results, recorded)
  }

  private func settle(
    _ judged: (results: [CaseResult], session: RecordedSession), of number: Int
  ) {
    guard full?.number == number else { return }
    note(judged.results)
    settled = settled.joined(with: judged.results)
    settledNames.formUnion(open.keys)
    (open, full) = ([:], nil)
  }

  /// Tells what is new in the present window, and what is gone.
  private func note(_ results: [CaseResult]) {
    let events = results.flatMap(FindingEvent.all)
    let now = Dictionary(events.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for event in events where open[event.name] == nil && !settledNames.contains(event.name) {
      tell(.found(event))
    }
    for (name, event) in open.sorted(by: { $0.key < $1.key })
    where now[name] == nil && !settledNames.contains(name) {
      tell(.withdrawn(event))
    }
    open = now
  }

  private func told(_ notices: [String]) -> [String] {
    let failed = failures.values.reduce(0, +)
    return notices
      + [
        count == 0 ? "no request has passed" : nil,
        failed == 0
          ? nil
          : "the registry did not answer \(failed.counted("request")); the proxy did in its place",
        lostCount == 0
          ? nil : "\(lostCount.counted("exchange")) came faster than could be judged, and were not",
        settled.isEmpty
          ? nil
          : "answers were compared with those of the same \(window.exchanges) exchanges, and not beyond",
      ].compactMap(\.self)
  }
}
