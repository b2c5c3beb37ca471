// SPDX-License-Identifier: Apache-2.0
// One exchange while it is under way: collects what arrives and says once how it ended.

import Conformance
import Foundation
import Synchronization
import Wire

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Receives the answer to one request.
final class Reception: Sendable {
  typealias Outcome = Result<HTTPResponse, TransportFailure>

  private let authority: String
  private let proxy: Proxy?
  private let limits: URLSessionTransport.Limits
  private let state = Mutex(State())

  /// What has arrived so far, and how it ended, which is decided once.
  private struct State {
    var head: Head?
    var body: [UInt8] = []
    /// Whether the server asked for a password, which is not answered.
    var wasChallenged = false
    var waiting: CheckedContinuation<Outcome, Never>?
    var outcome: Outcome?
  }

  init(from authority: String, through proxy: Proxy?, limits: URLSessionTransport.Limits) {
    self.authority = authority
    self.proxy = proxy
    self.limits = limits
  }

  /// Starts the task and waits for the answer, a failure, the clock or whoever cancels us.
  func answer(to task: URLSessionTask) async -> Outcome {
    let clock = Task {
      try await Task.sleep(for: limits.patience)
      giveUp(task, .timedOut(authority, after: limits.patience))
    }
    defer { clock.cancel() }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { waiting in
        task.resume()
        wait(waiting)
      }
    } onCancel: {
      giveUp(task, TransportFailure(.givenUp, "the request to \(authority) was given up"))
    }
  }

  private func wait(_ waiting: CheckedContinuation<Outcome, Never>) {
    let outcome = state.withLock { state in
      state.waiting = waiting
      return state.outcome
    }
    if let outcome { waiting.resume(returning: outcome) }
  }

  private func giveUp(_ task: URLSessionTask, _ reason: TransportFailure) {
    end { _ in .failure(reason) }
    task.cancel()
  }

  /// Decides the outcome, unless it is decided already, and tells whoever waits for it.
  private func end(_ decide: (State) -> Outcome) {
    let told = state.withLock { state -> (CheckedContinuation<Outcome, Never>, Outcome)? in
      guard state.outcome == nil else { return nil }
      let outcome = decide(state)
      state.outcome = outcome
      return state.waiting.map { ($0, outcome) }
    }
    if let (waiting, outcome) = told { waiting.resume(returning: outcome) }
  }

  func receive(_ head: Head) {
    state.withLock { $0.head = head }
  }

  func receive(_ data: Data, of task: URLSessionTask) {
    let count = state.withLock { state in
      if state.outcome == nil { state.body += data }
      return state.body.count
    }
    if count > limits.bodyBytes {
      giveUp(task, .tooLarge(authority, limit: limits.bodyBytes))
    }
  }

  func declineToLogIn() {
    state.withLock { $0.wasChallenged = true }
  }

  func complete(_ error: (any Error)?) {
    end { outcome($0, error) }
  }

  private func outcome(_ state: State, _ error: (any Error)?) -> Outcome {
    let wasDeclined = state.wasChallenged && (error as? URLError)?.code == .cancelled
    if let error, !wasDeclined {
      let trouble = Trouble(error, head: state.head, received: state.body.count)
      return .failure(trouble.failure(at: authority, through: proxy))
    }
    guard let head = state.head else { return .failure(.closed(authority)) }
    let response = HTTPResponse(
      status: .init(head.status), headers: head.fields, body: state.body)
    if head.status == 407, let proxy { return .failure(.proxyWantsUser(proxy)) }
    if let fault = TLSFault(response) { return .failure(fault.failure(at: authority)) }
    return .success(response)
  }
}
