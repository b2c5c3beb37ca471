// SPDX-License-Identifier: Apache-2.0
// What all checks of whole answers share: one case for an operation, one look at each response.

import Contract
import Wire

extension Check {
  /// A check that makes one case for each operation and looks at each response it is about.
  static func answer(
    _ rule: String,
    _ level: Level,
    _ summary: String,
    title: String,
    _ requirement: Requirement = .must,
    says: String,
    from source: Source? = nil,
    of status: Int = 200,
    asks: @escaping @Sendable (Planning) -> Case.Asks = { .probes($0.readings) },
    about isSubject: @escaping @Sendable (HTTPResponse) -> Bool,
    otherwise: Undecided = .nothingToAssert("no such answer came"),
    judge: @escaping @Sendable (inout Judgement, Exchange, HTTPResponse, Spot) -> Void
  ) -> Check {
    Check(rule, level, summary) { planning, check in
      let operation = planning.operation
      return [
        check.makeCase(
          planning, nil, title, requirement,
          promise: operation.promise(
            says, answer: status, from: source,
            at: operation.answer(status)?.place ?? operation.place),
          asks: asks(planning)
        ) { judgement, transcripts in
          for (exchange, page, response) in transcripts.responses where isSubject(response) {
            judge(&judgement, exchange, response, Spot(exchange, page: page))
          }
          if judgement.asserted == 0 { judgement.doubt(otherwise) }
        }
      ]
    }
  }
}
