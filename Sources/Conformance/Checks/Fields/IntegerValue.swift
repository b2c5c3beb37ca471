// SPDX-License-Identifier: Apache-2.0
// An integer is an integer token within 64 bits: 3.0, 3e0 and "3" are something else.

import Contract
import Wire

extension FieldRule {
  static let integer = FieldRule(
    rule: "value-is-integer",
    summary: "An integer is written without fraction and exponent and fits 64 bits.",
    applies: { if case .integer = $0.type { true } else { false } },
    title: { field in
      guard case .integer(let range?, _) = field.type else { return "is an integer" }
      return "is an integer, \(range.words)"
    }
  ) { notes, value in
    guard notes.isOfKind(.number, value), let number = value.number else { return }
    guard number.isIntegerToken else {
      return notes.fault(
        "is not written as a whole number; the contract says integer", expected: "integer",
        value: value, kind: "fraction")
    }
    guard let integer = number.int64 else {
      return notes.fault(
        "does not fit 64 bits", expected: "integer from -2^63 to 2^63-1", value: value,
        kind: "overflow")
    }
    if case .integer(let range?, let obligation) = notes.field.type, !range.contains(integer) {
      notes.fault(
        weighing: obligation, "is not \(range.words)", expected: range.words, value: value,
        kind: "range")
    }
  }
}

extension ClosedRange<Int64> {
  fileprivate var words: String {
    upperBound == .max ? "\(lowerBound) or more" : "\(lowerBound) to \(upperBound)"
  }
}
