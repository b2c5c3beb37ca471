// SPDX-License-Identifier: Apache-2.0
// What the server itself says no to, before the registry has heard of it.

import Wire

/// A request that is not handed on: the status that tells the client, and a sentence for a person.
struct Rejection: Error, Sendable, Hashable {
  var status: HTTPResponse.Status
  var reason: String

  /// The message does not keep the grammar of RFC 9112.
  static func malformed(_ reason: String) -> Rejection { Rejection(status: 400, reason: reason) }

  static let tooSlow = Rejection(status: 408, reason: "the request took too long to arrive")
  static let bodyTooLarge = Rejection(status: 413, reason: "the body is too large")
  static let targetTooLong = Rejection(status: 414, reason: "the request target is too long")
  static let headerTooLarge = Rejection(status: 431, reason: "the header is too large")
  static let codingUnknown = Rejection(
    status: 501, reason: "of all transfer codings only chunked is understood")
  static let versionUnsupported = Rejection(
    status: 505, reason: "only HTTP/1.1 and HTTP/1.0 are spoken here")

  /// The rejection as a response for people who read it in a terminal.
  var response: HTTPResponse {
    HTTPResponse(
      status: status, headers: ["Content-Type": "text/plain"], body: Array((reason + "\n").utf8))
  }
}
