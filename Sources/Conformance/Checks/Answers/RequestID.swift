// SPDX-License-Identifier: Apache-2.0
// Every answer carries the id under which the vendor finds it in its logs.

import Contract
import Wire

extension Check {
  static let requestID = answer(
    "request-id", .shape,
    "An answer of any status carries the header field that names its request.",
    title: .by { "\($0.requestID ?? "") is present" }, .should,
    description: "an answer carries the id that the SDKs print", from: .by { $0.requestIDSource },
    where: { $0.requestID != nil },
    asks: { _ in .everything }, heads: true, about: { !$0.gaps.headers }
  ) { context, reading, response, location in
    // A front end that does not hand on what it is asked knows no id of the service.
    guard !reading.isOfFrontEnd else { return }
    let header = reading.profile.requestID ?? ""
    let ids = Set(response.headers.values(of: header))
    guard context.assert(ids.contains { !$0.isEmpty }) else {
      return context.fault(
        .warning, "\(header) is missing from an answer of status \(response.status)",
        expected: header, received: Finding.Received("no such header field"), at: location)
    }
    guard !context.assert(ids.count == 1) else { return }
    context.fault(
      .warning, "\(header) names \(ids.count) requests in one answer", expected: "one id",
      received: Finding.Received(ids.sorted().joined(separator: ", ")), at: location,
      kind: "several")
  }
}
