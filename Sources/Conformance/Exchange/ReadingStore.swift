// SPDX-License-Identifier: Apache-2.0
// Sends each distinct request once, however many cases need its answer, and keeps its reading.

import Contract
import Synchronization
import Wire

/// The readings of one run, shared by all its probes and remembered while they are in flight.
final class ReadingStore: Sendable {
  private let transport: any Transport
  private let target: SharedFacts
  private let observer: Run.Observer?
  private let epoch = ContinuousClock.now
  private let limiter: ConcurrencyLimiter
  private let executor: (any TaskExecutor)?
  private let state = Mutex(State())

  private struct State {
    var answers: [Probe.Request: Reading] = [:]
    /// What is under way, each with those who wait for the same.
    var inFlight: [Probe.Request: [CheckedContinuation<Reading, Never>]] = [:]
    /// Until when there may be verdicts; nil while nobody gave up.
    var deadline: ContinuousClock.Instant?
    var isGivenUp: Bool { deadline != nil }
    /// What cancels the tasks that send at this moment.
    var cancellations: [UInt64: @Sendable () -> Void] = [:]
    var taskCount: UInt64 = 0
    var count = 0
    var finished: [Reading] = []
    /// The first request of the run, whose end the others wait for, and whether it has come.
    var opening: (request: Probe.Request, isOver: Bool)?
    var waitingForOpening: [CheckedContinuation<Void, Never>] = []
    /// Why the endpoint was not reached by the first request, and is asked for nothing more.
    var outage: TransportFailure?

    /// Whether another request is the first of the run and under way; this one may become it.
    mutating func mustWait(_ request: Probe.Request) -> Bool {
      guard let opening else {
        opening = (request, false)
        return false
      }
      return !opening.isOver && opening.request != request
    }
  }

  init(
    transport: any Transport, to facts: TargetFacts, concurrency: Int,
    executor: (any TaskExecutor)?, observer: Run.Observer?
  ) {
    self.executor = executor
    self.transport = transport
    target = SharedFacts(facts)
    self.observer = observer
    limiter = ConcurrencyLimiter(places: concurrency)
  }

  /// How many requests were sent.
  var count: Int { state.withLock { $0.count } }
  /// What has come back so far, in the order of coming.
  var finished: [Reading] { state.withLock { $0.finished } }

  /// How a request is read, and behind which one it is sent.
  struct Context: Sendable {
    /// The plain request, which shows whether the service answers at all.
    var baseline: Probe.Request
    var reader: OperationReader
    /// What the traversal has shown of quirks; nil where no quirk asks for it.
    var ledger: SideLedger?
  }

  /// The reading of a request, which is sent now unless it was before.
  func reading(of request: Probe.Request, _ context: Context) async -> Reading {
    if state.withLock({ $0.mustWait(request) }) { await waitForOpening(request) }
    let (known, isUnderWay) = state.withLock { state -> (Reading?, Bool) in
      let known = state.answers[request]
      let isUnderWay = state.inFlight[request] != nil
      if known == nil, !isUnderWay { state.inFlight[request] = [] }
      return (known, isUnderWay)
    }
    if let known { return known }
    return isUnderWay ? await answer(to: request) : await fetch(request, context)
  }

  /// Waits for the end of the run's first request, so that a host out of reach costs one timeout.
  private func waitForOpening(_ request: Probe.Request) async {
    await withCheckedContinuation { waiter in
      let mustWait = state.withLock { state in
        let mustWait = state.mustWait(request)
        if mustWait { state.waitingForOpening.append(waiter) }
        return mustWait
      }
      if !mustWait { waiter.resume() }
    }
  }

  /// Waits for what somebody else has asked.
  private func answer(to request: Probe.Request) async -> Reading {
    await withCheckedContinuation { waiter in
      let known = state.withLock { state -> Reading? in
        state.inFlight[request]?.append(waiter)
        return state.answers[request]
      }
      if let known { waiter.resume(returning: known) }
    }
  }

  private func fetch(_ request: Probe.Request, _ context: Context) async -> Reading {
    await limiter.enter()
    var reading = await whole(request, context)
    if reading.isOfGateway || reading.isOfFirewall {
      reading =
        await isShut(having: reading, context)
        ? reading.asOutage() : await askedAgain(reading, context)
    }
    limiter.leave(narrowing: reading.isLarge)
    let isPatient = !transport.answersAtOnce
    let (waiting, opened) = state.withLock { [reading] state in
      let opened = state.waitingForOpening
      if state.opening?.isOver == false {
        state.opening?.isOver = true
        state.waitingForOpening = []
        if isPatient, let failure = reading.failure, failure.isOfEndpoint { state.outage = failure }
      }
      state.finished.append(reading)
      state.answers[request] = reading
      return (state.inFlight.removeValue(forKey: request) ?? [], opened)
    }
    for waiter in opened { waiter.resume() }
    for waiter in waiting { waiter.resume(returning: reading) }
    return reading
  }

  /// Ends what is under way, and sends nothing more.
  func giveUp(judgingFor patience: Duration) {
    let cancellations = state.withLock { state in
      state.deadline = state.deadline ?? .now + patience
      return state.cancellations.values.map(\.self)
    }
    for cancel in cancellations { cancel() }
  }

  /// Does something that asks for readings, and can be given up meanwhile.
  func sending<Value: Sendable>(
    _ work: @escaping @Sendable () async -> Value
  ) async -> Value {
    let task = Task(executorPreference: executor) { await work() }
    let (number, isGivenUp) = state.withLock { state in
      state.taskCount += 1
      state.cancellations[state.taskCount] = { task.cancel() }
      return (state.taskCount, state.isGivenUp)
    }
    if isGivenUp { task.cancel() }
    defer { state.withLock { _ = $0.cancellations.removeValue(forKey: number) } }
    return await task.value
  }

  /// Whether the gateway answers the plain request as well, sent once more unless it was just now; a
  /// firewall shuts out only those whom it let in before.
  ///
  /// What is no GET was sent only once, which says nothing of the service.
  private func isShut(having reading: Reading, _ context: Context) async -> Bool {
    let request = reading.request
    if reading.isOfFirewall, !hasGranted { return false }
    guard request.method == .get else { return reading.isOfGateway }
    guard request != context.baseline else { return true }
    var again = await ask(context.baseline.again(.afterGateway(request)), context)
    if again.isNotRecorded {
      // Others have recorded it once.
      again = await ask(context.baseline, context)
    } else {
      keep(again)
    }
    return again.isOfGateway || again.isOfFirewall || again.response == nil
  }

  /// The reading of a request that a firewall refused while it let the plain one through, asked for once
  /// more: what is refused twice is refused for what it asks.
  private func askedAgain(_ reading: Reading, _ context: Context) async -> Reading {
    guard reading.isOfFirewall, !reading.isOfFrontEnd, reading.request.method == .get, hasGranted
    else { return reading }
    let next = await ask(reading.request.again(.afterFirewall), context)
    guard !next.isNotRecorded else { return reading }
    let isOver = next.response != nil && !next.isOfFirewall
    keep(isOver ? reading : next)
    return isOver ? next : reading
  }

  /// The reading of a request that is asked for again, twice at most, while the server breaks the
  /// answer off; a server that does so in one way each time has done it on purpose.
  ///
  /// What is no GET is sent only once; who has answered nothing yet is not waited for three times.
  private func whole(_ request: Probe.Request, _ context: Context) async -> Reading {
    var reading = await ask(request, context)
    if reading.isStranger, hasGranted {
      let next = await ask(request.again(.afterStranger), context)
      keep(next.status == 401 ? next : reading)
      if next.status != 401 { return next }
    }
    for attempt in 1...2 {
      guard request.method == .get, let failure = reading.failure, failure.isServers,
        failure.kind != .timedOut || hasAnswers
      else { return reading }
      let next = await ask(request.again(.afterBreak(attempt)), context)
      // Others have recorded it once.
      if next.isNotRecorded { return reading.asBroken() }
      keep(reading)
      guard next.failure?.isLike(failure) == true else { return next }
      reading = attempt == 2 ? next.asBroken() : next
    }
    return reading
  }

  /// Whether the endpoint has answered any request whole.
  var hasAnswers: Bool { finished.contains { $0.response != nil } }

  /// Whether the target's own credentials were let in.
  private var hasGranted: Bool {
    finished.contains { $0.status == 200 && $0.request.credential == .own }
  }

  private var isGivenUp: Bool { state.withLock { $0.isGivenUp } }

  /// Whether it was given up so long ago that nobody waits for verdicts any more.
  var isOverdue: Bool { state.withLock { $0.deadline }.map { $0 < .now } ?? false }

  /// Keeps an answer in whose place another one is looked at.
  private func keep(_ reading: Reading) { state.withLock { $0.finished.append(reading) } }

  private func ask(_ request: Probe.Request, _ context: Context) async -> Reading {
    guard !isGivenUp else { return interrupted(request, seconds: 0, start: 0) }
    if let outage = state.withLock({ $0.outage }) {
      return Reading(
        request: request, of: target, result: .failure(outage), seconds: 0, start: 0)
    }
    state.withLock { $0.count += 1 }
    let reading = await read(request, context)
    guard isGivenUp, reading.response == nil else { return reading }
    return interrupted(request, seconds: reading.seconds, start: reading.start)
  }

  /// Sends a request, shows the answer to whoever records, and reads it; then the body is gone.
  private func read(_ request: Probe.Request, _ context: Context) async -> Reading {
    let clock = ContinuousClock()
    let start = clock.now
    let result: Result<HTTPResponse, TransportFailure>
    do throws(TransportFailure) {
      result = .success(try await transport.send(request))
    } catch {
      result = .failure(error)
    }
    let exchange = Exchange(
      request: request, endpoint: target.facts.endpoint, result: result,
      seconds: (clock.now - start) / .seconds(1), start: (start - epoch) / .seconds(1))
    observer?(exchange)
    return Reading(of: exchange, context.reader, context.ledger)
  }

  private func interrupted(
    _ request: Probe.Request, seconds: Double, start: Double
  ) -> Reading {
    Reading(
      request: request, of: target, result: .failure(.interrupted), seconds: seconds, start: start)
  }
}

extension Reading {
  /// What an exchange shows.
  convenience init(of exchange: Exchange, _ reader: OperationReader, _ ledger: SideLedger?) {
    self.init(
      request: exchange.request, operation: reader.operation, of: reader.target,
      result: exchange.result.map { reader.read($0, to: exchange.request, ledger) },
      seconds: exchange.seconds, start: exchange.start, phases: exchange.response?.phases)
  }

  /// Whether a few such answers at one time would take more memory than a client should have.
  fileprivate var isLarge: Bool { failure?.kind == .tooLarge || byteCount >= 8 << 20 }

  /// Whether the target's own credentials are not known.
  fileprivate var isStranger: Bool {
    status == 401 && request.credential == .own && request.method == .get
      && !request.expectsForbidden
  }

  /// Whether a gateway answered because the service behind it did not.
  fileprivate var isOfGateway: Bool {
    response.map { [502, 503, 504].contains($0.status) } ?? false
  }

  /// Whether a firewall in front of the service answered, which shuts out for a while whoever has sent
  /// what it takes for an attack.
  fileprivate var isOfFirewall: Bool {
    response.map { $0.status == 418 || [403, 405, 406].contains($0.status) && $0.isPageOfHTML }
      ?? false
  }
}
