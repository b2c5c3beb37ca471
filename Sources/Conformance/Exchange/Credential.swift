// SPDX-License-Identifier: Apache-2.0
// Whose name a request is sent in; the transport alone knows the secrets.

public import Wire

/// Whose name a request is sent in.
public enum Credential: String, Sendable, Hashable {
  /// The target's own.
  case own
  /// None at all.
  case absent
  /// Of the right form and known to no server.
  case wrong
  /// A token without a letter.
  case empty
  /// A token of nothing but blanks.
  case blank
  /// The target's own signature with its last digit changed.
  case altered
  /// The target's own signature, over ``otherTarget(than:)``.
  case misplaced
  /// The target's own signature as it was 20 minutes ago.
  case outdated
  /// Another one's than the target's own, seen in recordings of other programs and never sent.
  case other

  /// Whoever a request can be sent as.
  public static let allCases: [Credential] = [
    .own, .absent, .wrong, .empty, .blank, .altered, .misplaced, .outdated,
  ]

  /// What is sent as a token for ``blank``: no-break spaces, for HTTP itself takes others away
  /// (RFC 9110, 5.5).
  public static let blankToken = "\u{A0}\u{A0}\u{A0}"

  /// By how many seconds an ``outdated`` signature is; gateways bear 15 minutes.
  public static let outdatedAge = 20 * 60

  /// Whether it takes keys to sign with.
  public var isSignature: Bool { [.altered, .misplaced, .outdated].contains(self) }

  /// What a ``misplaced`` signature is over: the request's target without the last part of its path.
  public static func otherTarget(than request: HTTPRequest) -> String {
    let path = request.path
    let end = path.lastIndex(of: "/") ?? path.endIndex
    let parent = end == path.startIndex ? "/" : String(path[..<end])
    return parent + request.target.dropFirst(path.count)
  }
}
