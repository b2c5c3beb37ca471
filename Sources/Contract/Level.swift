// SPDX-License-Identifier: Apache-2.0
// The levels of conformance that a vendor can claim, in the order a report lists them.

/// One level of conformance that a vendor can claim.
public enum Level: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Status, header fields, JSON and the fields of an answer.
  case shape
  /// What holds between the pages of one list.
  case paging
  /// What a filter keeps, drops and refuses.
  case filters
  /// Echoes, orders of time and counts inside the rows.
  case relations
  /// Bad input, authentication and resources that are not there.
  case errors
  /// Which side of a contradiction in the documentation a server takes; never held against it.
  case quirks
  /// Whether answers come within the time that somebody gave them; judged only when asked for.
  case timing

  /// The levels of the contract, which a vendor may claim; nothing is promised about ``timing``.
  public static let allCases: [Level] = [.shape, .paging, .filters, .relations, .errors, .quirks]

  public static func < (left: Level, right: Level) -> Bool {
    let order = allCases + [.timing]
    return order.firstIndex(of: left)! < order.firstIndex(of: right)!
  }
}
