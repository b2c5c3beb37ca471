// SPDX-License-Identifier: Apache-2.0
// When two values mean the same although they were written differently.

extension JSONValue {
  /// Whether both mean the same: members in any order, text decoded, numbers by their spelling.
  ///
  /// Members of the same name are compared in their order. Takes time in proportion to both values.
  public func isSame(as other: JSONValue) -> Bool {
    guard kind == other.kind else { return false }
    switch kind {
    case .null: return true
    case .boolean: return bool == other.bool
    case .number: return rawBytes == other.rawBytes
    case .string:
      return textBytes(loneSurrogates: .kept) == other.textBytes(loneSurrogates: .kept)
    case .array:
      return elements.elementsEqual(other.elements) { $0.isSame(as: $1) }
    case .object:
      let (mine, theirs) = (valuesByName, other.valuesByName)
      return mine.count == theirs.count
        && mine.allSatisfy { name, values in
          theirs[name]?.elementsEqual(values) { $1.isSame(as: $0) } ?? false
        }
    }
  }

  private var valuesByName: [ArraySlice<UInt8>: [JSONValue]] {
    var values: [ArraySlice<UInt8>: [JSONValue]] = [:]
    for member in members {
      values[member.key.textBytes(loneSurrogates: .kept), default: []].append(member.value)
    }
    return values
  }
}
