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
      planning, nil, "the list is answered with status 200",
      clause: planning.operation.clause(
        "a request as documented is answered with \(answer.description)", at: answer.location),
      asks: .probes(planning.available([planning.baselineRequest] + planning.walks))
    ) { context, transcripts in
      for (exchange, page, response) in transcripts.responses {
        guard !context.assert(response.status == 200), exchange.accessFailure == nil else {
          continue
        }
        context.fault(
          .error, "a documented request is answered with status \(response.status)",
          expected: "status 200", received: Finding.Received(response),
          at: BodyLocation(exchange, page: page),
          kind: "\(response.status)")
      }
    }
    planned.judgesBaseline = true
    return [planned]
  }
}

extension [Transcript] {
  /// Every response of the service, once for each request, with the number of its page.
  ///
  /// What a gateway says while the service is away is not among them.
  var responses: [(exchange: Exchange, page: Int?, response: HTTPResponse)] {
    var seen: Set<Probe.Request> = []
    return flatMap { transcript in
      transcript.exchanges.enumerated().compactMap { index, exchange in
        guard let response = exchange.response, !exchange.isOutage,
          seen.insert(exchange.request).inserted
        else {
          return nil
        }
        return (exchange, transcript.probe.traversal.limit == nil ? nil : index + 1, response)
      }
    }
  }
}

extension Finding.Received {
  /// The status of a response, where it leads to, and what its body says of an error.
  init(_ response: HTTPResponse) {
    let place = response.redirection.map { " to \($0)" } ?? ""
    self.init("status \(response.status)\(place)\(ErrorBody(response).summary)")
  }
}
