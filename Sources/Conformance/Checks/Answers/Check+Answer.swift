// SPDX-License-Identifier: Apache-2.0
// What all checks of whole answers share: one case for an operation, one look at each response.

import Contract
import Wire

extension Check {
  /// A check that makes one case for each operation and looks at each response it is about.
  ///
  /// - Parameter heads: Whether the body does not matter, so that an answer will do without it.
  static func answer(
    _ rule: String,
    _ level: Level,
    _ summary: String,
    title: String,
    _ obligation: ObligationLevel = .must,
    description: String,
    from source: Source? = nil,
    of status: Int = 200,
    asks: @escaping @Sendable (PlanningContext) -> Case.Asks = { _ in .readings },
    heads: Bool = false,
    about isSubject: @escaping @Sendable (ReadResponse) -> Bool,
    otherwise: Inconclusive = .nothingToAssert("no such answer came"),
    judge: @escaping @Sendable (inout CheckContext, Reading, ReadResponse, BodyLocation) -> Void
  ) -> Check {
    Check(rule, level, summary) { planning, check in
      let operation = planning.operation
      return [
        check.makeCase(
          planning, nil, title, obligation,
          clause: operation.clause(
            description, answer: status, from: source,
            at: operation.answer(status)?.location ?? operation.location),
          asks: asks(planning)
        ) { context, transcripts in
          let seen = heads ? transcripts.heads : transcripts.responses
          for (reading, page, response) in seen where isSubject(response) {
            judge(&context, reading, response, BodyLocation(reading, page: page))
          }
          if context.asserted == 0 { context.inconclusive(otherwise) }
        }
      ]
    }
  }
}
