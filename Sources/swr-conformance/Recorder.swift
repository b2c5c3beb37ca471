// SPDX-License-Identifier: Apache-2.0
// Keeps what travelled while somebody records.

import Conformance
import Synchronization

/// The exchanges of a run.
final class Recorder: Sendable {
  private let kept = Mutex<[Exchange]>([])

  func keep(_ exchange: Exchange) {
    kept.withLock { $0.append(exchange) }
  }

  var exchanges: [Exchange] { kept.withLock { $0 } }
}
