// SPDX-License-Identifier: Apache-2.0
// Whose name a request is sent in; the transport alone knows the secrets.

/// Whose name a request is sent in.
public enum Credential: String, Sendable, Hashable {
  /// The target's own.
  case own
  /// None at all.
  case absent
  /// Of the right form and known to no server.
  case wrong

  /// What is sent as a token for ``wrong``.
  public static let wrongToken = "swr-conformance-sends-a-token-that-nobody-issued"
}
