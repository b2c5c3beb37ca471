// SPDX-License-Identifier: Apache-2.0
// When two values of a field mean the same, however each is written.

import Contract
import Wire

extension Field {
  /// Whether null says no more than that the field is absent.
  var takesNullAsAbsent: Bool { null == .allowed || null == .never && presence == .optional }

  /// Whether two values of the field mean the same: instants in any zone, numbers and documents in any
  /// spelling, and null where that is as good as absent. The digests of rows agree with it.
  func isSame(_ left: JSONValue?, _ right: JSONValue?) -> Bool {
    func value(_ value: JSONValue?) -> JSONValue? {
      value.flatMap { $0.isNull && takesNullAsAbsent ? nil : $0 }
    }
    guard let left = value(left), let right = value(right) else {
      return value(left) == nil && value(right) == nil
    }
    if left.isSame(as: right) { return true }
    switch type {
    case .timestamp:
      guard let left = left.instant, let right = right.instant else { return false }
      return (left.seconds, left.nanoseconds) == (right.seconds, right.nanoseconds)
    case .document:
      guard let left = EncodedObject(in: left)?.document,
        let right = EncodedObject(in: right)?.document
      else { return false }
      return left.root.isSame(as: right.root)
    default:
      guard let left = left.number?.raw, let right = right.number?.raw else { return false }
      return left.plainNumber == right.plainNumber
    }
  }

  /// Whether it is a text in the place of a time that no rule of times lets pass.
  func isBroken(_ value: JSONValue) -> Bool {
    type == .timestamp && value.kind == .string && value.instant == nil
  }
}

extension String {
  /// The number without a fraction of zero or an exponent, as far as that can be told: `15e-1` and `1.50`
  /// are `1.5`; an integer stays as it is spelled, for not every one is a `Double`.
  var plainNumber: String {
    guard contains(where: { ".eE".contains($0) }), let value = Double(self), value.isFinite else {
      return self
    }
    return Int64(exactly: value).map { "\($0)" } ?? "\(value)"
  }
}

extension JSONValue {
  fileprivate var instant: Instant? { string.flatMap { try? Instant(parsing: $0) } }
}
