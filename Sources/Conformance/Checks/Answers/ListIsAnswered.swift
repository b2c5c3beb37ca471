// SPDX-License-Identifier: Apache-2.0
// A documented request for the list is granted with status 200.

import Contract
import Wire

extension Check {
  static let listIsAnswered = Check(
    "status-200", .shape, "A request as documented is answered with status 200."
  ) { planning, check in
    guard let answer = planning.operation.answer(200) else { return [] }
    var planned = check.makeCase(
      planning, nil,
      "the \(planning.operation.paging.isObject ? "object" : "list") is answered with status 200",
      clause: planning.operation.clause(
        "a request as documented is answered with \(answer.description)", at: answer.location),
      asks: .probes(planning.documentedRequests)
    ) { context, transcripts in
      for (reading, page, response) in transcripts.heads {
        // What somebody recorded may have been made or deleted in between.
        if planning.recorded != nil, response.status == 404, let granted = transcripts.granted {
          context.inconclusive(
            .unconfirmed("\(reading.request.line) has status 404, \(granted.request.line) 200"))
          continue
        }
        guard !context.assert(response.status == 200), reading.accessFailure == nil else {
          continue
        }
        context.fault(
          .error, "a documented request is answered with status \(response.status)",
          expected: "status 200", received: Finding.Received(response),
          at: BodyLocation(reading, page: page),
          kind: "\(response.status)")
      }
    }
    planned.judgesBaseline = true
    return [planned]
  }
}

extension Transcripts {
  /// An answer of status 200.
  fileprivate var granted: Reading? { heads.first { $0.response.status == 200 }?.reading }
}

extension Finding.Received {
  /// The status of a response, where it leads to, and what its body says of an error.
  init(_ response: ReadResponse) {
    let place = response.redirection.map { " to \($0)" } ?? ""
    self.init("status \(response.status)\(place)\(response.error.summary)")
  }
}
