// SPDX-License-Identifier: Apache-2.0
// A request together with what its connection has to know to answer it.

import Wire

/// What the parser hands to a conversation: the request, and how its sender wants to be answered.
struct ReceivedRequest: Sendable, Hashable {
  /// The two versions that are spoken; every later minor version counts as 1.1 (RFC 9110, 2.5).
  enum Version: Sendable, Hashable {
    case http10, http11
  }

  var request: HTTPRequest
  /// Host and port of a target that is a whole URL, as clients of a proxy send it; nil for a path.
  var authority: String?
  var version = Version.http11
  /// Whether the sender will reuse the connection (RFC 9112, 9.3).
  var keepsAlive = true
}
