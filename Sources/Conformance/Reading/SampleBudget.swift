// SPDX-License-Identifier: Apache-2.0
// Bounds how many rows are kept as they came, so that a difference between two can be shown.

import Synchronization

/// How many bytes of rows one operation may still keep.
final class SampleBudget: Sendable {
  /// In bytes: some two thousand rows of the kind that the service has.
  static let most = 1 << 19

  /// Of so many pages the beginning is kept.
  static let mostExcerpts = 1000

  private let left = Mutex(SampleBudget.most)
  private let excerpts = Atomic(SampleBudget.mostExcerpts)

  /// Whether so many bytes may be kept; they are then gone.
  func take(_ bytes: Int) -> Bool {
    left.withLock { left in
      guard bytes <= left else { return false }
      left -= bytes
      return true
    }
  }

  /// Whether the beginning of one more page may be kept.
  func takeExcerpt() -> Bool { excerpts.subtract(1, ordering: .relaxed).oldValue > 0 }
}
