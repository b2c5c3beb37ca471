// SPDX-License-Identifier: Apache-2.0
// What of a single value is a sign.

import Contract
import Wire

extension Observable.Trait {
  /// The sign that a value shows, absence included; nil where it shows none.
  func sign(of value: JSONValue?) -> String? {
    guard let value else { return "absent" }
    switch self {
    case .value: return value.string ?? value.raw
    case .among(let words): return value.string.flatMap { words.contains($0) ? $0 : nil }
    case .form: return value.form
    case .letterCase: return value.string.map { $0 == $0.lowercased() ? "lower" : "capitalized" }
    case .shape: return value.string.map(\.shape) ?? value.form
    case .magnitude: return value.magnitude
    case .zeroTime: return value.instant.map { $0.isZeroTime ? "zero" : "time" } ?? value.form
    }
  }
}

extension JSONValue {
  /// The kind of a value, where a string is told apart by what it holds.
  fileprivate var form: String {
    guard let text = string else { return kind.description }
    if text.isEmpty { return "empty" }
    guard let inner = EncodedObject(in: self) else { return "plain" }
    return inner.document == nil ? "broken-text" : "text"
  }

  fileprivate var magnitude: String {
    guard let number = number?.int64 else { return form }
    return number == 0 ? "zero" : Int32(exactly: number) == nil ? "64-bit" : "32-bit"
  }
}

extension String {
  fileprivate var shape: String {
    if isEmpty { return "empty" }
    if utf8.count == 24, allSatisfy({ $0.isHexDigit }) { return "hexadecimal" }
    let groups = split(separator: "-", omittingEmptySubsequences: false)
    let isUUID =
      groups.map(\.count) == [8, 4, 4, 4, 12]
      && groups.allSatisfy { $0.allSatisfy { $0.isHexDigit } }
    return isUUID ? "uuid" : "other"
  }
}
