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
        if let doubt = planning.doubt(about: reading) {
          context.inconclusive(doubt)
          continue
        }
        if reading.request.isSecondTry {
          context.fault(
            .warning, "credentials that are let in were refused once, and let in the next time",
            expected: "status 200", received: Finding.Received("status 401"),
            at: BodyLocation(reading, page: page), kind: "second try")
        }
        let weight = planning.weight(ofRefusing: reading)
        guard response.status == 200 || weight != nil else { continue }
        guard !context.assert(response.status == 200), reading.accessFailure == nil,
          let weight
        else { continue }
        context.fault(
          weight, "a documented request is answered with status \(response.status)",
          expected: "status 200", received: Finding.Received(response),
          at: BodyLocation(reading, page: page), kind: "\(response.status) \(weight)")
      }
    }
    planned.tells = .absence
    return [planned]
  }
}

extension Finding.Received {
  /// The status of a response, where it leads to, and what its body says of an error: in words that are
  /// known, else how it begins.
  init(_ response: ReadResponse) {
    let place = response.redirection.map { " to \($0)" } ?? ""
    let opening = response.opening.isEmpty ? "" : ": \(response.opening)"
    let words = response.error.summary.isEmpty ? opening : response.error.summary
    self.init("status \(response.status)\(place)\(words)")
  }
}
