// SPDX-License-Identifier: Apache-2.0
// Remembers which sides of quirks a traversal has shown, so that each is quoted once.

import Synchronization

/// The sides that one traversal has shown so far.
final class SideLedger: Sendable {
  private let seen = Mutex<Set<SeenSide.Key>>([])

  /// Whether the side is new.
  func insert(_ observation: Int, _ place: Int) -> Bool {
    seen.withLock { $0.insert(.init(observation: observation, place: place)).inserted }
  }

  func clear() { seen.withLock { $0 = [] } }
}
