// SPDX-License-Identifier: Apache-2.0
// Nothing that we ask makes the server fail.

import Contract
import Wire

extension Check {
  static let serverError = answer(
    "no-server-error", .errors, "No request of the suite is answered with a status of 500 to 599.",
    title: "no answer is a 5xx", description: "bad input is answered with a status of 400 to 499",
    from: .suite("a request of a client is never the server's failure"),
    asks: { _ in .everything }, heads: true, about: { _ in true }
  ) { context, reading, response, location in
    // RFC 9110 has 501 for a method that is not implemented.
    let isAboutMethod = response.status == 501 && reading.request.method != .get
    guard !context.assert(!response.status.isServerError || isAboutMethod) else { return }
    context.fault(
      .error, "a request is answered with status \(response.status)",
      expected: "no status of 500 to 599", received: Finding.Received(response), at: location,
      kind: "\(response.status)")
  }

  /// Statuses that no client can bring about; the plan says so instead of pretending.
  static let unprovokable = Check(
    "unprovokable-status", .errors, "A documented status that no request of a client brings about."
  ) { planning, check in
    planning.operation.answers.filter { $0.trigger == .impossible }.map { answer in
      var planned = check.makeCase(
        planning, "status-\(answer.status)",
        "status \(answer.status) says that \(answer.description)",
        .note,
        clause: planning.operation.clause(
          answer.description, answer: answer.status, at: answer.location), asks: .nothing
      ) { _, _ in }
      planned.skipReason = .notApplicable(
        "no request of a client can provoke the status")
      return planned
    }
  }
}
