// SPDX-License-Identifier: Apache-2.0
// A declared relation, ready to be held against the values of one row.

import Contract
import Wire

/// A relation between the slots of a row; a plain value whose tables live as long as its program.
struct RowRelation {
  /// The slots of ``Relation/fields``.
  let first: Int
  let second: Int
  /// Whether it is about all rows of a page, which the reader compares.
  let isUnique: Bool
  private let kind: Kind
  /// The value of the path that is repeated, where one is.
  private let asked: ProgramTable<UInt8>?
  /// Whether the relation speaks of a state, by the numbers of the words of its slot.
  private let states: ProgramTable<Bool>
  /// The code that goes with a word, by the numbers of the words of its slot.
  private let codes: ProgramTable<Int64?>
  /// The slots of the parts of a sum.
  private let parts: ProgramTable<Int>

  private enum Kind: UInt8 {
    case unique, elsewhere, echo, notNegative, sum, atMost, notBefore, zeroTime, noTime, code, told
  }

  init(_ relation: Relation, slots: [Int], tables: [WordTable?], asked: String?) {
    first = slots[0]
    second = slots.count > 1 ? slots[1] : -1
    self.asked = asked.map { ProgramTable(Array($0.utf8)) }
    var (states, codes): ([Bool], [Int64?]) = ([], [])
    switch relation.kind {
    case .echo: kind = .echo
    case .unique: kind = .unique
    case .counts, .row: kind = .elsewhere
    case .sum: kind = .sum
    case .notNegative: kind = .notNegative
    case .atMost: kind = .atMost
    case .notBefore: kind = .notBefore
    case .zeroTimeWhileUnfinished(_, _, let final):
      kind = .zeroTime
      states = (tables[1]?.texts ?? []).map(final.contains)
    case .zeroTimeUntilFinished(_, _, let unfinished):
      kind = .noTime
      states = (tables[1]?.texts ?? []).map(unfinished.contains)
    case .code(_, _, let known):
      kind = .code
      codes = (tables[1]?.texts ?? []).map { known[$0].map(Int64.init) }
    case .told(_, _, let words):
      kind = .told
      states = (tables[0]?.texts ?? []).map(words.contains)
    }
    isUnique = kind == .unique
    parts = ProgramTable(kind == .sum ? Array(slots.dropFirst()) : [])
    (self.states, self.codes) = (ProgramTable(states), ProgramTable(codes))
  }

  /// What a row says of the relation.
  enum Outcome {
    /// Nothing: it has not the values that the relation speaks of.
    case silent
    case holds, fails
  }

  /// Judges one row; uniqueness, which is about all rows of a page, is left to the reader.
  @inline(__always)
  func outcome(_ slots: UnsafePointer<Slot>) -> Outcome {
    let left = slots + first
    guard left.pointee.state == .present, left.pointee.form != .null else { return .silent }
    switch kind {
    case .unique, .elsewhere: return .silent
    case .sum: return sum(left, slots)
    case .echo: return echo(left)
    case .notNegative: return notNegative(left)
    default: break
    }
    let right = slots + second
    guard right.pointee.state == .present else { return kind == .told ? told(left, nil) : .silent }
    switch kind {
    case .atMost:
      guard left.pointee.isInteger, right.pointee.isInteger else { return .silent }
      return left.pointee.integer <= right.pointee.integer ? .holds : .fails
    case .notBefore: return notBefore(left, right)
    case .zeroTime: return zeroTime(left, right, .fails)
    case .noTime: return zeroTime(left, right, .holds)
    case .code: return code(left, right)
    default: return told(left, right)
    }
  }

  private func echo(_ left: UnsafePointer<Slot>) -> Outcome {
    guard let asked else { return .silent }
    let text = left.pointee.isString ? left.pointee.text : left.pointee.raw
    return asked.values.count == text.count && asked.values.elementsEqual(text) ? .holds : .fails
  }

  private func notNegative(_ left: UnsafePointer<Slot>) -> Outcome {
    guard left.pointee.form == .number else { return .silent }
    if left.pointee.isInteger { return left.pointee.integer >= 0 ? .holds : .fails }
    // A number beyond 64 bits still has a sign; one with a fraction is no count.
    guard left.pointee.raw.allSatisfy({ ASCII.isDigit($0) || $0 == UInt8(ascii: "-") }) else {
      return .silent
    }
    return left.pointee.raw.first == UInt8(ascii: "-") ? .fails : .holds
  }

  private func sum(_ left: UnsafePointer<Slot>, _ slots: UnsafePointer<Slot>) -> Outcome {
    guard let sum = sum(slots), left.pointee.isInteger else { return .silent }
    return left.pointee.integer == sum ? .holds : .fails
  }

  /// The parts added up; nil where one is missing, no integer, or too large.
  private func sum(_ slots: UnsafePointer<Slot>) -> Int64? {
    var sum: Int64 = 0
    for place in parts.values {
      guard slots[place].state == .present, slots[place].isInteger,
        case let (next, isTooLarge) = sum.addingReportingOverflow(slots[place].integer), !isTooLarge
      else { return nil }
      sum = next
    }
    return sum
  }

  private func notBefore(_ left: UnsafePointer<Slot>, _ right: UnsafePointer<Slot>) -> Outcome {
    guard let end = left.pointee.instant, let start = right.pointee.instant, !end.isZeroTime,
      !start.isZeroTime
    else { return .silent }
    return end >= start ? .holds : .fails
  }

  /// - Parameter zero: What the zero time means in a state that the relation speaks of.
  private func zeroTime(
    _ left: UnsafePointer<Slot>, _ right: UnsafePointer<Slot>, _ zero: Outcome
  ) -> Outcome {
    guard let instant = left.pointee.instant, right.pointee.isString, right.pointee.word >= 0,
      states[Int(right.pointee.word)]
    else { return .silent }
    return instant.isZeroTime == (zero == .holds) ? .holds : .fails
  }

  private func code(_ left: UnsafePointer<Slot>, _ right: UnsafePointer<Slot>) -> Outcome {
    guard right.pointee.isString, right.pointee.word >= 0,
      let code = codes[Int(right.pointee.word)]
    else { return .silent }
    guard left.pointee.isInteger, left.pointee.integer == code else { return .fails }
    // The same number may be written in another way, such as -0.
    return code < 10 && left.pointee.raw.count == 1 || left.pointee.rawText == "\(code)"
      ? .holds : .fails
  }

  private func told(_ left: UnsafePointer<Slot>, _ right: UnsafePointer<Slot>?) -> Outcome {
    guard left.pointee.isString, left.pointee.word >= 0, states[Int(left.pointee.word)] else {
      return .silent
    }
    guard let form = right?.pointee.form else { return .fails }
    return form == .null || form == .empty ? .fails : .holds
  }

  func deallocate() {
    asked?.deallocate()
    states.deallocate()
    codes.deallocate()
    parts.deallocate()
  }

  /// What would hold in a row in which the relation fails.
  func expectation(_ relation: Relation, _ slots: UnsafePointer<Slot>) -> String {
    let other = second >= 0 ? slots[second] : Slot()
    return switch relation.kind {
    case .unique: "a value that no other row has"
    case .echo: asked.map { String(decoding: $0.values, as: UTF8.self) } ?? "the path's value"
    case .counts: "the number of its rows"
    case .row: "what its row says"
    case .sum(_, let names): "\(names.joined(separator: " + ")), which is \(sum(slots) ?? 0)"
    case .notNegative: "0 or more"
    case .atMost(_, let name): "at most \(name), which is \(other.integer)"
    case .notBefore(_, let earlier): "not before \(earlier), \(other.rawText)"
    case .zeroTimeWhileUnfinished(_, let state, _):
      "a time, because \(state) is \(other.decoded)"
    case .zeroTimeUntilFinished(_, let state, _):
      "no time yet, because \(state) is \(other.decoded)"
    case .code(_, let word, let codes):
      "\(codes[other.decoded] ?? 0), because \(word) is \(other.decoded)"
    case .told(let field, _, _): "\(field) beside it"
    }
  }
}

/// A short table that a program holds, read without counting references.
struct ProgramTable<Element: BitwiseCopyable> {
  let values: UnsafeBufferPointer<Element>

  init(_ elements: [Element]) {
    let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = memory.initialize(from: elements)
    values = UnsafeBufferPointer(memory)
  }

  @inline(__always)
  subscript(place: Int) -> Element { values[place] }

  func deallocate() { values.deallocate() }
}

extension Slot {
  /// The value as it is written.
  var rawText: String { String(decoding: raw, as: UTF8.self) }

  /// The text of a string.
  var decoded: String { String(decoding: text, as: UTF8.self) }
}
