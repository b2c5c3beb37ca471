// SPDX-License-Identifier: Apache-2.0
// Whether answers come within the time that somebody gave them.

import Contract
import Wire

extension Check {
  static let timeBudget = Check(
    "time-budget", .timing, "Of a hundred answers 95 come within the time that --budget gives them."
  ) { planning, check in
    guard let budget = planning.budget else { return [] }
    let operation = planning.operation
    return [
      check.makeCase(
        planning, nil, "95 of 100 answers come within \(budget.milliseconds)",
        clause: operation.clause(
          "answers come within the time that was given them",
          from: .suite("--budget says how long an answer may take"), at: operation.location),
        asks: .everything
      ) { context, transcripts in
        let answered = transcripts.responses.map(\.reading)
          .filter { planning.recorded == nil || $0.phases != nil }
        if answered.isEmpty, !transcripts.responses.isEmpty {
          return context.inconclusive(.notKept("no entry tells how long its answer took"))
        }
        guard let share = answered.map(\.duration).percentile(95),
          let median = answered.map(\.duration).percentile(50),
          let slowest = answered.max(by: { $0.duration < $1.duration })
        else { return context.inconclusive(.nothingToAssert("no answer came")) }
        guard !context.assert(share <= budget, count: answered.count) else { return }
        context.fault(
          .error, "5 of 100 answers take \(share.milliseconds) or longer",
          expected: "95 of 100 answers within \(budget.milliseconds)",
          received: Finding.Received(
            "\(share.milliseconds) for the 95th percentile of \(answered.count.counted("answer")), "
              + "\(median.milliseconds) for the median, \(slowest.duration.milliseconds) for the "
              + "slowest"),
          at: BodyLocation(slowest))
      }
    ]
  }
}

extension Double {
  /// Seconds as people write them: `800 ms`, `2 s`.
  fileprivate var milliseconds: String {
    let thousandths = (self * 10_000).rounded() / 10
    let whole = Int(exactly: thousandths)
    guard thousandths >= 1000, let whole, whole % 1000 == 0 else {
      return "\(whole.map(String.init) ?? "\(thousandths)") ms"
    }
    return "\(whole / 1000) s"
  }
}
