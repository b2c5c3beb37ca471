// SPDX-License-Identifier: Apache-2.0
// Sends each distinct request once, however many cases need its answer.

import Wire

/// The exchanges of one run, shared by all its probes and remembered while they are in flight.
actor ExchangeStore {
  private let transport: any Transport
  private let endpoint: String
  private let secrets: @Sendable () -> [String]
  private let turnstile: Turnstile
  private var answers: [Probe.Request: Task<Exchange, Never>] = [:]

  init(
    transport: any Transport, endpoint: String, secrets: @escaping @Sendable () -> [String],
    concurrency: Int
  ) {
    self.transport = transport
    self.endpoint = endpoint
    self.secrets = secrets
    turnstile = Turnstile(places: concurrency)
  }

  /// How many requests were sent.
  var count: Int { answers.count }

  /// The exchange of a request, sent now unless it was before.
  func exchange(for request: Probe.Request) async -> Exchange {
    if let answer = answers[request] { return await answer.value }
    let answer = Task {
      await turnstile.enter()
      let exchange = await send(request)
      await turnstile.leave()
      return exchange
    }
    answers[request] = answer
    return await answer.value
  }

  private nonisolated func send(_ request: Probe.Request) async -> Exchange {
    let clock = ContinuousClock()
    let start = clock.now
    let result: Result<HTTPResponse, TransportFailure>
    do throws(TransportFailure) {
      result = .success(try await transport.send(request.httpRequest, as: request.credential))
    } catch {
      result = .failure(error)
    }
    return Exchange(
      request: request, endpoint: endpoint, result: result,
      seconds: (clock.now - start) / .seconds(1), secrets: secrets())
  }
}

/// Lets at most so many tasks through at once; the others wait in order.
private actor Turnstile {
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
