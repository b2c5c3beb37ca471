// SPDX-License-Identifier: Apache-2.0
// A declared relation, ready to be held against the values of one row.

import Contract
import Wire

/// A relation between the slots of a row.
struct RowRelation: Sendable {
  let relation: Relation
  /// The slots of ``Relation/fields``.
  let first: Int
  let second: Int
  /// The value of the path that is repeated, where one is.
  let asked: [UInt8]?

  init(_ relation: Relation, slots: [Int], asked: String?) {
    self.relation = relation
    first = slots[0]
    second = slots.count > 1 ? slots[1] : -1
    self.asked = asked.map { Array($0.utf8) }
  }

  /// What a row says of the relation.
  enum Outcome {
    /// Nothing: it has not the values that the relation speaks of.
    case silent
    case holds
    /// It does not, and this is what would.
    case fails(expected: String)
  }

  /// Judges one row; uniqueness, which is about all rows of a page, is left to the reader.
  func outcome(_ slots: UnsafePointer<Slot>) -> Outcome {
    let left = slots + first
    guard left.pointee.state == .present, left.pointee.form != .null else { return .silent }
    switch relation.kind {
    case .unique: return .silent
    case .echo:
      let text = left.pointee.isString ? left.pointee.text : left.pointee.raw
      guard let asked else { return .fails(expected: "the path's value") }
      return asked.elementsEqual(text)
        ? .holds : .fails(expected: String(decoding: asked, as: UTF8.self))
    case .notNegative: return notNegative(left)
    default: return compared(left, slots + second)
    }
  }

  private func notNegative(_ left: UnsafePointer<Slot>) -> Outcome {
    guard left.pointee.form == .number else { return .silent }
    if left.pointee.isInteger {
      return left.pointee.integer >= 0 ? .holds : .fails(expected: "0 or more")
    }
    // A number beyond 64 bits still has a sign; one with a fraction is no count.
    guard left.pointee.raw.allSatisfy({ ASCII.isDigit($0) || $0 == UInt8(ascii: "-") }) else {
      return .silent
    }
    return left.pointee.raw.first == UInt8(ascii: "-") ? .fails(expected: "0 or more") : .holds
  }

  private func compared(_ left: UnsafePointer<Slot>, _ right: UnsafePointer<Slot>) -> Outcome {
    let isThere = right.pointee.state == .present
    switch relation.kind {
    case .atMost(_, let other):
      guard left.pointee.isInteger, isThere, right.pointee.isInteger else { return .silent }
      return left.pointee.integer <= right.pointee.integer
        ? .holds : .fails(expected: "at most \(other), which is \(right.pointee.integer)")
    case .notBefore(_, let earlier):
      guard let end = left.pointee.instant, isThere, let start = right.pointee.instant,
        !end.isZeroTime, !start.isZeroTime
      else { return .silent }
      return end >= start
        ? .holds : .fails(expected: "not before \(earlier), \(right.pointee.rawText)")
    case .zeroTimeWhileUnfinished(_, let state, let final):
      guard let instant = left.pointee.instant, isThere, right.pointee.isString else {
        return .silent
      }
      guard instant.isZeroTime else {
        return right.pointee.isAny(of: final) ? .holds : .silent
      }
      guard right.pointee.isAny(of: final) else { return .silent }
      return .fails(expected: "a time, because \(state) is \(right.pointee.decoded)")
    case .code(_, let word, let codes):
      guard isThere, right.pointee.isString, right.pointee.word >= 0,
        let code = codes[right.pointee.decoded]
      else { return .silent }
      let isRight = left.pointee.isInteger && left.pointee.integer == Int64(code)
      return isRight && left.pointee.raw.elementsEqual("\(code)".utf8)
        ? .holds : .fails(expected: "\(code), because \(word) is \(right.pointee.decoded)")
    case .told(let field, _, let words):
      guard left.pointee.isString, left.pointee.word >= 0, left.pointee.isAny(of: words) else {
        return .silent
      }
      let isTold = isThere && right.pointee.form != .null && right.pointee.form != .empty
      return isTold ? .holds : .fails(expected: "\(field) beside it")
    default: return .silent
    }
  }
}

extension Slot {
  /// The value as it is written.
  var rawText: String { String(decoding: raw, as: UTF8.self) }

  /// The text of a string.
  var decoded: String { String(decoding: text, as: UTF8.self) }

  /// Whether the text is one of the words.
  func isAny(of words: [String]) -> Bool {
    words.contains { $0.utf8.count == text.count && $0.utf8.elementsEqual(text) }
  }
}
