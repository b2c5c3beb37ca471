// SPDX-License-Identifier: Apache-2.0
// What the server itself says no to, before the registry has heard of it.

import Wire

/// A request that is not handed on: the status that tells the client, and a sentence for a person.
struct Refusal: Error, Sendable, Hashable {
  var status: HTTPResponse.Status
  var reason: String

  /// The message does not keep the grammar of RFC 9112.
  static func malformed(_ reason: String) -> Refusal {
    Refusal(status: 400, reason: reason)
  }

  static let tooSlow = Refusal(status: 408, reason: "the request took too long to arrive")
  static let bodyTooLarge = Refusal(status: 413, reason: "the body is too large")
  static let targetTooLong = Refusal(status: 414, reason: "the request target is too long")
  static let headerTooLarge = Refusal(status: 431, reason: "the header is too large")
  static let codingUnknown = Refusal(
    status: 501,
    reason: "of all transfer codings only chunked is understood"
  )
  static let versionUnsupported = Refusal(
    status: 505,
    reason: "only HTTP/1.1 and HTTP/1.0 are spoken here"
  )

  /// The refusal as a response for people who read it in a terminal.
  var response: HTTPResponse {
    HTTPResponse(
      status: status,
      headers: ["Content-Type": "text/plain"],
      body: Array((reason + "\n").utf8)
    )
  }
}
