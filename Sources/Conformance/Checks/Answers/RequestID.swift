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
    guard !context.assert(response.headers[header]?.isEmpty == false) else { return }
    context.fault(
      .warning, "\(header) is missing from an answer of status \(response.status)",
      expected: header, received: Finding.Received("no such header field"), at: location)
  }
}
