// SPDX-License-Identifier: Apache-2.0
// How many requests are under way at one time.

import Synchronization

/// Lets at most so many tasks through at once; the others wait in order.
final class ConcurrencyLimiter: Sendable {
  private struct State {
    var places: Int
    var taken = 0
    var waiting: [CheckedContinuation<Void, Never>] = []

    /// Takes a place if one is free.
    mutating func take() -> Bool {
      guard taken < places else { return false }
      taken += 1
      return true
    }
  }

  private let state: Mutex<State>

  init(places: Int) { state = Mutex(State(places: max(1, places))) }

  func enter() async {
    let isFree = state.withLock { $0.take() }
    guard !isFree else { return }
    await withCheckedContinuation { waiter in
      let isFree = state.withLock { state in
        let isFree = state.take()
        if !isFree { state.waiting.append(waiter) }
        return isFree
      }
      if isFree { waiter.resume() }
    }
  }

  /// - Parameter narrowing: Whether only one may pass at a time from now on.
  func leave(narrowing: Bool) {
    let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
      if narrowing { state.places = 1 }
      guard state.waiting.isEmpty || state.taken > state.places else {
        return state.waiting.removeFirst()
      }
      state.taken -= 1
      return nil
    }
    next?.resume()
  }
}
