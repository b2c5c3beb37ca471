// SPDX-License-Identifier: Apache-2.0
// Sends each distinct request once, however many cases need its answer.

import Wire

/// The exchanges of one run, shared by all its probes and remembered while they are in flight.
actor ExchangeStore {
  private let transport: any Transport
  private let endpoint: String
  private let limiter: ConcurrencyLimiter
  private let epoch = ContinuousClock.now
  private var answers: [Probe.Request: Task<Exchange, Never>] = [:]
  private var isGivenUp = false
  /// How many requests were sent.
  private(set) var count = 0
  /// What has come back so far, in the order of coming.
  private(set) var finished: [Exchange] = []

  init(
    transport: any Transport, endpoint: String, concurrency: Int
  ) {
    self.transport = transport
    self.endpoint = endpoint
    limiter = ConcurrencyLimiter(places: concurrency)
  }

  /// The exchange of a request, sent now unless it was before.
  ///
  /// - Parameter baseline: The plain request, which shows whether the service answers at all.
  func exchange(for request: Probe.Request, behind baseline: Probe.Request) async -> Exchange {
    if let answer = answers[request] { return await answer.value }
    let answer = Task {
      await limiter.enter()
      var exchange = await ask(request)
      if exchange.isOfGateway { exchange.isOutage = await isShut(baseline, having: request) }
      finished.append(exchange)
      await limiter.leave()
      return exchange
    }
    answers[request] = answer
    return await answer.value
  }

  /// Gives up what is under way, and sends nothing more.
  func giveUp() {
    isGivenUp = true
    for answer in answers.values { answer.cancel() }
  }

  /// Whether the gateway answers the plain request as well, sent once more unless it was just now.
  ///
  /// What is no GET was sent only once, which says nothing of the service.
  private func isShut(_ baseline: Probe.Request, having request: Probe.Request) async -> Bool {
    guard request.method == .get, request != baseline else { return true }
    let again = await ask(baseline)
    return again.isOfGateway || again.response == nil
  }

  private func ask(_ request: Probe.Request) async -> Exchange {
    guard !isGivenUp else { return exchange(request, .failure(.interrupted), seconds: 0) }
    count += 1
    let exchange = await send(request)
    guard isGivenUp, exchange.response == nil else { return exchange }
    return self.exchange(request, .failure(.interrupted), seconds: exchange.seconds)
  }

  private nonisolated func send(_ request: Probe.Request) async -> Exchange {
    let clock = ContinuousClock()
    let start = clock.now
    let result: Result<HTTPResponse, TransportFailure>
    do throws(TransportFailure) {
      result = .success(try await transport.send(request))
    } catch {
      result = .failure(error)
    }
    return exchange(
      request, result, seconds: (clock.now - start) / .seconds(1), start: start)
  }

  private nonisolated func exchange(
    _ request: Probe.Request, _ result: Result<HTTPResponse, TransportFailure>, seconds: Double,
    start: ContinuousClock.Instant = .now
  ) -> Exchange {
    Exchange(
      request: request, endpoint: endpoint, result: result, seconds: seconds,
      start: (start - epoch) / .seconds(1))
  }
}

extension Exchange {
  /// Whether a gateway answered because the service behind it did not.
  fileprivate var isOfGateway: Bool {
    response.map { [502, 503, 504].contains($0.status) } ?? false
  }
}

/// Lets at most so many tasks through at once; the others wait in order.
private actor ConcurrencyLimiter {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(places: Int) {
    free = max(1, places)
  }

  func enter() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  func leave() {
    if waiting.isEmpty {
      free += 1
    } else {
      waiting.removeFirst().resume()
    }
  }
}
