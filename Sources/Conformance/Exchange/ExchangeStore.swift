// SPDX-License-Identifier: Apache-2.0
// Sends each distinct request once, however many cases need its answer.

import Synchronization
import Wire

/// The exchanges of one run, shared by all its probes and remembered while they are in flight.
actor ExchangeStore {
  private let transport: any Transport
  private let endpoint: String
  private let turnstile: Turnstile
  private var answers: [Probe.Request: Task<Exchange, Never>] = [:]

  init(transport: any Transport, endpoint: String, concurrency: Int) {
    self.transport = transport
    self.endpoint = endpoint
    turnstile = Turnstile(places: concurrency)
  }

  /// How many requests were sent.
  var count: Int { answers.count }

  /// The exchange of a request, sent now unless it was before.
  func exchange(for request: Probe.Request) async -> Exchange {
    if let answer = answers[request] { return await answer.value }
    let answer = Task { [transport, endpoint, turnstile] in
      await turnstile.enter()
      let exchange = await Self.send(request, to: endpoint, over: transport)
      await turnstile.leave()
      return exchange
    }
    answers[request] = answer
    return await answer.value
  }

  private static func send(
    _ request: Probe.Request, to endpoint: String, over transport: any Transport
  ) async -> Exchange {
    let clock = ContinuousClock()
    let start = clock.now
    let result: Result<HTTPResponse, TransportFailure>
    do throws(TransportFailure) {
      result = .success(try await transport.send(request.httpRequest, as: request.credential))
    } catch {
      result = .failure(error)
    }
    let seconds = (clock.now - start) / .seconds(1)
    return Exchange(request: request, endpoint: endpoint, result: result, seconds: seconds)
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
