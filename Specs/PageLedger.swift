// SPDX-License-Identifier: Apache-2.0
// Data only: which findings on a documentation page each quirk explains.

/// The findings on pages that are known.
public enum PageLedger {
  /// By the quirk's id: the keys of the findings that it explains, on the pages that have it.
  public static let keys: [String: [String]] = [:]
}
