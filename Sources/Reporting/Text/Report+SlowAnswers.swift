// SPDX-License-Identifier: Apache-2.0
// Answers that took far longer than the others of their list.

import Conformance
import Wire

extension Report {
  /// A sentence for each operation of which an answer took a second or more, and twenty times as long
  /// as half of its answers; for at least ``fewestAnswers`` answers that a transport has timed.
  var slowAnswers: [String] {
    let answered = timings.filter { $0.status != nil && $0.phases != nil }
    return Dictionary(grouping: answered, by: \.operation).sorted { $0.key < $1.key }
      .compactMap { operation, timings in
        guard timings.count >= Self.fewestAnswers,
          let median = timings.map(\.seconds).percentile(50)
        else { return nil }
        let slow = timings.filter { $0.seconds >= max(1, 20 * median) }
        guard let slowest = slow.max(by: { $0.seconds < $1.seconds }) else { return nil }
        let others = slow.count > 1 ? "; \(slow.count - 1) more took as long" : ""
        return "\(slowest.request.line) took \(slowest.seconds.rounded(digits: 1)) s, "
          + "where half of the answers of \(operation) came within "
          + "\(median.rounded(digits: 3)) s\(others)"
      }
  }

  /// Fewer do not show what is usual.
  static let fewestAnswers = 5
}
