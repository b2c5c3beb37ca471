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
  /// The target's own token with one letter near its end changed, or its own signature with one digit.
  case mistyped
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
    .own, .absent, .wrong, .empty, .blank, .mistyped, .altered, .misplaced, .outdated,
  ]

  /// What is sent as a token for ``mistyped``: as secret as the token itself.
  ///
  /// The last letters of Base64 may hold bits that nobody reads, so that an earlier one is changed, and
  /// into one of its kind.
  public static func mistyped(_ token: String) -> String {
    var letters = Array(token.utf8)
    for place in letters.indices.dropLast(4).reversed() {
      guard let first = letters[place].firstOfKind else { continue }
      letters[place] = letters[place] == first ? first + 1 : first
      return String(decoding: letters, as: UTF8.self)
    }
    return token + "0"
  }

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

extension UInt8 {
  /// The first letter or digit of the kind that the byte is of; nil where it is neither.
  fileprivate var firstOfKind: UInt8? {
    switch self {
    case 0x30...0x39: 0x30
    case 0x41...0x5A: 0x41
    case 0x61...0x7A: 0x61
    default: nil
    }
  }
}
