// SPDX-License-Identifier: Apache-2.0
// Sends each distinct request once, however many cases need its answer, and keeps its reading.

import Wire

/// The readings of one run, shared by all its probes and remembered while they are in flight.
actor ReadingStore {
  private let transport: any Transport
  private let endpoint: String
  private let limiter: ConcurrencyLimiter
  private let observer: Run.Observer?
  private let epoch = ContinuousClock.now
  private var answers: [Probe.Request: Reading] = [:]
  /// What is under way; who asks for the same waits with the others.
  private var inFlight: [Probe.Request: Task<Reading, Never>] = [:]
  private var isGivenUp = false
  /// How many requests were sent.
  private(set) var count = 0
  /// What has come back so far, in the order of coming.
  private(set) var finished: [Reading] = []

  init(
    transport: any Transport, endpoint: String, concurrency: Int, observer: Run.Observer?
  ) {
    self.transport = transport
    self.endpoint = endpoint
    self.observer = observer
    limiter = ConcurrencyLimiter(places: concurrency)
  }

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
    if let reading = answers[request] { return reading }
    if let answer = inFlight[request] { return await answer.value }
    let answer = Task {
      await limiter.enter()
      var reading = await whole(request, context)
      if reading.isOfGateway, await isShut(having: request, context) {
        reading = reading.asOutage()
      }
      finished.append(reading)
      answers[request] = reading
      inFlight[request] = nil
      if reading.isLarge { await limiter.narrow() }
      await limiter.leave()
      return reading
    }
    inFlight[request] = answer
    return await answer.value
  }

  /// Gives up what is under way, and sends nothing more.
  func giveUp() {
    isGivenUp = true
    for answer in inFlight.values { answer.cancel() }
  }

  /// Whether the gateway answers the plain request as well, sent once more unless it was just now.
  ///
  /// What is no GET was sent only once, which says nothing of the service.
  private func isShut(having request: Probe.Request, _ context: Context) async -> Bool {
    guard request.method == .get, request != context.baseline else { return true }
    let again = await ask(context.baseline, context)
    return again.isOfGateway || again.response == nil
  }

  /// The reading of a request that is asked for again, twice at most, while the server breaks the
  /// answer off; a server that does so in one way each time has done it on purpose.
  ///
  /// What is no GET is sent only once. A server that has answered nothing yet is not waited for
  /// three times.
  private func whole(_ request: Probe.Request, _ context: Context) async -> Reading {
    var reading = await ask(request, context)
    for attempt in 1...2 {
      guard request.method == .get, let failure = reading.failure, failure.isServers,
        failure.kind != .timedOut || hasAnswers
      else { return reading }
      let next = await ask(request, context)
      guard next.failure?.isLike(failure) == true else { return next }
      reading = attempt == 2 ? next.asBroken() : next
    }
    return reading
  }

  /// Whether the endpoint has answered any request whole.
  var hasAnswers: Bool { finished.contains { $0.response != nil } }

  private func ask(_ request: Probe.Request, _ context: Context) async -> Reading {
    guard !isGivenUp else { return Self.interrupted(request, endpoint, seconds: 0, start: 0) }
    count += 1
    let reading = await read(request, context)
    guard isGivenUp, reading.response == nil else { return reading }
    return Self.interrupted(request, endpoint, seconds: reading.seconds, start: reading.start)
  }

  /// Sends a request, shows the answer to whoever records, and reads it; then the body is gone.
  @concurrent private nonisolated func read(
    _ request: Probe.Request, _ context: Context
  ) async -> Reading {
    let clock = ContinuousClock()
    let start = clock.now
    let result: Result<HTTPResponse, TransportFailure>
    do throws(TransportFailure) {
      result = .success(try await transport.send(request))
    } catch {
      result = .failure(error)
    }
    let exchange = Exchange(
      request: request, endpoint: endpoint, result: result,
      seconds: (clock.now - start) / .seconds(1), start: (start - epoch) / .seconds(1))
    observer?(exchange)
    return Reading(of: exchange, context.reader, context.ledger)
  }

  private static func interrupted(
    _ request: Probe.Request, _ endpoint: String, seconds: Double, start: Double
  ) -> Reading {
    Reading(
      request: request, endpoint: endpoint, result: .failure(.interrupted), seconds: seconds,
      start: start)
  }
}

extension Reading {
  /// What an exchange shows.
  convenience init(of exchange: Exchange, _ reader: OperationReader, _ ledger: SideLedger?) {
    self.init(
      request: exchange.request, endpoint: exchange.endpoint,
      result: exchange.result.map { reader.read($0, to: exchange.request, ledger) },
      seconds: exchange.seconds, start: exchange.start)
  }

  /// Whether a few such answers at one time would take more memory than a client should have.
  fileprivate var isLarge: Bool {
    failure?.kind == .tooLarge || byteCount >= 8 << 20
  }

  /// Whether a gateway answered because the service behind it did not.
  fileprivate var isOfGateway: Bool {
    response.map { [502, 503, 504].contains($0.status) } ?? false
  }
}

/// Lets at most so many tasks through at once; the others wait in order.
private actor ConcurrencyLimiter {
  private var places: Int
  private var taken = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(places: Int) {
    self.places = max(1, places)
  }

  /// Lets only one through at a time from now on.
  func narrow() {
    places = 1
  }

  func enter() async {
    if taken < places {
      taken += 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  func leave() {
    if waiting.isEmpty || taken > places {
      taken -= 1
    } else {
      waiting.removeFirst().resume()
    }
  }
}
