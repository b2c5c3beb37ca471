// SPDX-License-Identifier: Apache-2.0
// A rule that only the shop has: a branch is opened with its first order.

import Conformance
import Contract

extension Check {
  /// A branch that exists has sold something.
  static let branchHasOrders = Check(
    "branch-has-orders", .relations, "A branch that is judged has at least one order."
  ) { planning, check in
    guard planning.operation.id == "ListOrders" else { return [] }
    return [
      check.makeCase(
        planning, nil, "the branch has orders",
        clause: Clause(
          description: "a branch is opened with its first order",
          source: .suite("how the shop works"), location: planning.operation.location),
        asks: [planning.baselineRequest]
      ) { context, answers in
        for answer in answers where answer.status == 200 {
          guard !context.assert(answer.rowCount > 0) else { continue }
          context.fault(
            .error, "the branch has no orders", expected: "at least one order",
            received: "no order", in: answer)
        }
      }
    ]
  }
}
