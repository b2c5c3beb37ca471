// SPDX-License-Identifier: Apache-2.0
// Every answer carries the id under which the vendor finds it in its logs.

import Contract
import Wire

extension Check {
  static let requestID = answer(
    "request-id", .shape, "An answer of any status carries X-Request-Id.",
    title: "X-Request-Id is present", .should,
    description: "an answer carries the id that the SDKs print", from: .sdk("X-Request-Id"),
    asks: { _ in .everything }, heads: true, about: { !$0.gaps.headers }
  ) { context, reading, response, location in
    // A front end that does not hand on what it is asked knows no id of the service.
    guard !reading.isOfFrontEnd else { return }
    guard !context.assert(response.headers["X-Request-Id"]?.isEmpty == false) else { return }
    context.fault(
      .warning, "X-Request-Id is missing from an answer of status \(response.status)",
      expected: "X-Request-Id", received: Finding.Received("no such header field"), at: location)
  }
}
