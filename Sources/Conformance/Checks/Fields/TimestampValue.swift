// SPDX-License-Identifier: Apache-2.0
// An instant is RFC 3339 with 0 to 9 fraction digits and a real calendar date.

import Contract
import Wire

extension FieldRule {
  /// What tells the note on a time of another zone from other faults of its field.
  static let offsetKind = "offset"

  static let timestamp = FieldRule(
    rule: "value-is-timestamp",
    summary: "An instant is RFC 3339 with at most 9 fraction digits and a real date.",
    applies: { $0.type == .timestamp }, title: { _ in "is an RFC 3339 instant" }
  ) { notes, value in
    guard notes.isOfKind(.string, value), let text = value.string else { return }
    if text.isEmpty, notes.field.null == .tolerated {
      return notes.fault(
        weighing: .should, "is empty", expected: "RFC 3339 instant", value: value, kind: "empty")
    }
    do throws(InstantError) {
      let instant = try Instant(parsing: text)
      if !instant.isWrittenInUTC {
        notes.fault(
          weighing: .note, "is not written in UTC", expected: "zone Z", value: value,
          kind: offsetKind)
      }
    } catch {
      let isAllowed = error.isAllowedByStandard
      notes.fault(
        weighing: isAllowed || error == .surroundingBlank ? .should : .must,
        isAllowed ? "is oddly written: \(error)" : "is not an RFC 3339 instant: \(error)",
        expected: "RFC 3339 instant", value: value, kind: "\(error)")
    }
  }
}
