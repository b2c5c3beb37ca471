// SPDX-License-Identifier: Apache-2.0
// What a row means by its contract, spelled out: two rows that mean the same have one spelling.

import Contract
import Wire

@testable import Conformance

/// The meaning of a value as text, found without the reader.
enum RowMeaning {
  static func of(_ row: JSONValue, in operation: Contract.Operation) -> String {
    guard row.kind == .object else { return text(row) }
    return members(of: row, operation.rowFields, also: operation.paging.identity)
  }

  /// The members that a table lists, or all where there is no table, in any order.
  private static func members(
    of object: JSONValue, _ fields: [Field], also identity: String? = nil
  ) -> String {
    let told = object.members.compactMap { member -> String? in
      let field = fields.first { $0.name == member.name }
      guard fields.isEmpty || field != nil || member.name == identity else { return nil }
      if member.value.isNull, field?.takesNullAsAbsent == true { return nil }
      return "\(member.key.textBytes(loneSurrogates: .kept)): \(text(member.value, field?.type))"
    }
    return "{\(told.sorted().joined(separator: ", "))}"
  }

  private static func text(_ value: JSONValue, _ type: ValueType? = nil) -> String {
    switch value.kind {
    case .null, .boolean: return value.raw
    case .number:
      guard value.raw.contains(where: { ".eE".contains($0) }), let number = Double(value.raw),
        number.isFinite
      else { return value.raw }
      return Int64(exactly: number).map { "\($0)" } ?? "\(number)"
    case .string: return string(value, type)
    case .array:
      let elements = value.elements.map { element in
        element.kind == .object ? members(of: element, type?.fields ?? []) : text(element)
      }
      return "[\(elements.joined(separator: ", "))]"
    case .object: return members(of: value, type?.fields ?? [])
    }
  }

  private static func string(_ value: JSONValue, _ type: ValueType?) -> String {
    switch type {
    case .timestamp:
      guard let text = value.string, text.utf8.count < 64,
        let instant = try? Instant(reading: text)
      else { break }
      return "instant \(instant.seconds) \(instant.nanoseconds)"
    case .document(let document):
      guard let inner = EncodedObject(in: value)?.document else { break }
      return "text \(members(of: inner.root, document.fields))"
    default: break
    }
    return "\"\(value.textBytes(loneSurrogates: .kept))\""
  }
}
