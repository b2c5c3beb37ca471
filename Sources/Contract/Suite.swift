// SPDX-License-Identifier: Apache-2.0
// The one place that says what this program is called and which release it is.

/// The program as it introduces itself in reports and requests.
public enum Suite {
  public static let name = "swr-conformance"
  /// The release, by the rules of semantic versioning.
  public static let version = "0.1.0"

  /// What is sent as a token that nobody issued.
  public static let wrongToken = "\(name)-sends-a-token-that-nobody-issued"
}
