// SPDX-License-Identifier: Apache-2.0
// Goes over a body once: grammar, fields, rows and quirks in one pass, without a tape.

import Contract
import Digests
import Wire

/// Reads one body of status 200 by a program, from its first byte to its last.
///
/// What is as declared is counted and not looked at twice; what is not goes to the check that knows
/// the words for it. The pointers stay within the body, the program and the scratch memory, which all
/// outlive the reader; a fuzz test holds it to the parser that writes a tape.
struct BodyReader: ~Copyable {
  typealias Node = ResponseProgram.Node

  /// What is done with the members of an object.
  struct Mode: OptionSet {
    let rawValue: UInt8
    /// They are the fields that the rules of fields speak of.
    static let fields = Mode(rawValue: 1)
    /// Those that no table lists are noted.
    static let notes = Mode(rawValue: 2)
    /// Their values are kept for the rules of rows.
    static let slots = Mode(rawValue: 4)
    static let all: Mode = [.fields, .notes, .slots]
  }

  let program: ResponseProgram
  let tables: ResponseProgram.Tables
  let body: UnsafeBufferPointer<UInt8>
  let options: Options
  let scratch: Scratch
  let slots: UnsafeMutablePointer<Slot>
  let frames: UnsafeMutablePointer<Scratch.Frame>
  /// For each node, and behind them for each object, the node whose member came next last time.
  let successors: UnsafeMutablePointer<Int32>
  let nodes: UnsafePointer<Node>
  let objects: UnsafePointer<ResponseProgram.Object>
  let keys: UnsafePointer<UInt8>
  let counts: UnsafeMutablePointer<Int32>
  /// Where the counts of nulls and of relations begin.
  let nullCounts: Int
  let relationCounts: Int
  let rowSlots: Range<Int>
  let identitySlot: Int

  /// What is read at this moment: the body, or text that a string in it holds.
  var scanner: JSONScanner
  /// The string of the body that holds the text; nil in the body itself.
  var textSpan: Range<Int>?
  var containers = 0
  /// The kind of the container in which the next value stands; nil for the root.
  var enclosing: JSONValue.Kind?
  /// Whether the array that was read last has an element that is not of its declared kind.
  var hasOddElement = false
  /// Whether behind the element that was read last stood the bracket, and not a comma.
  var isClosed = false
  var depth = 0
  /// The fingerprint of the value that was read last, in rows only.
  var fingerprint: UInt64 = 0
  var isInRow = false
  /// The containers that are open where a row's own members stand.
  var rowContainers = -1
  var site = RowSite()
  /// The places of undocumented members among the faults, by the names on the way to them.
  var strangers: [UInt64: Int] = [:]
  /// What the check of a field had against a value, by field and bytes; values come many times.
  var judged: [UInt64: [(place: Int, received: Finding.Received)]] = [:]
  /// The places of times of another zone among the faults, by the numbers of their fields.
  var offsets: [Int32: Int] = [:]
  /// The values of the rows so far that have to be unique.
  var uniques = FingerprintSet()
  /// The times of the rows so far, by the numbers of the anchors.
  var orders: [TimeRun] = []
  var facts = BodyFacts()
  var sheet = FaultSheet()
  /// Whether a name stands twice in an object, so that which member counts is known only behind.
  var hasTwins = false
  /// Whether a text that begins like an object is none, so that what it left behind is not true.
  var hasBrokenText = false
  /// The names in the objects around that the program does not know, by their fingerprints.
  var strangeNames: [UInt64] = []

  struct Options {
    /// Whether rows are looked at for quirks.
    var observes = false
    /// Whether all values go to their checks, also those that are plainly as declared.
    var isExhaustive = false
    /// Whether each object is looked over for names that stand twice before it is read.
    var isCareful = false
    /// Whether text that begins like an object is parsed before it is read.
    var triesText = false
    /// Which sides were shown before in the same traversal; they are counted and not quoted again.
    var ledger: SideLedger?
    /// Whether the rows are kept as they came.
    var keepsRows = false
    /// The word that a filter was asked for, by the order of the filters.
    var askedWords: [String?] = []
  }

  // MARK: values

  /// Reads a value of which nothing is known, and answers where it ends.
  mutating func anyValue(at start: Int) throws(JSONSyntaxError) -> Int {
    switch scanner.byte(at: start) {
    case UInt8(ascii: "\""):
      let lexeme = try scanner.string(at: start)
      let text = text(start, lexeme, keeps: false)
      let own = isInRow ? textFingerprint(text, lexeme, at: start) : 0
      if text.opensObject, textSpan == nil {
        _ = encoded(text, object: -1, [], span: start..<lexeme.end)
      }
      fingerprint = own
      return lexeme.end
    case UInt8(ascii: "{"): return try object(-1, at: start, [])
    case UInt8(ascii: "["): return try array(-1, at: start, [])
    default: return try scalar(at: start).end
    }
  }

  /// Reads a number or a word.
  @inline(__always)
  mutating func scalar(
    at start: Int
  ) throws(JSONSyntaxError) -> (end: Int, form: Slot.Form, isInteger: Bool) {
    let (end, form, isInteger): (Int, Slot.Form, Bool)
    switch scanner.byte(at: start) {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      let lexeme = try scanner.number(at: start)
      (end, form, isInteger) = (lexeme.end, .number, lexeme.traits.contains(.integer))
    case UInt8(ascii: "t"):
      (end, form, isInteger) = (try scanner.word("true", at: start), .boolean, false)
    case UInt8(ascii: "f"):
      (end, form, isInteger) = (try scanner.word("false", at: start), .boolean, false)
    case UInt8(ascii: "n"):
      (end, form, isInteger) = (try scanner.word("null", at: start), .null, false)
    default: throw scanner.noValue(at: start, in: enclosing)
    }
    if isInRow {
      fingerprint =
        form == .number && !isInteger
        ? numberFingerprint(start..<end)
        : Fingerprint.of(scanner.bytes + start, count: end &- start) ^ Self.scalarMark
    }
    return (end, form, isInteger)
  }

  /// Reads the value of a member that the program knows.
  mutating func value(
    _ number: Int, at start: Int, _ mode: Mode
  ) throws(JSONSyntaxError) -> Int {
    let node = nodes + number
    switch scanner.byte(at: start) {
    case UInt8(ascii: "\""):
      return try string(node, at: start, mode)
    case UInt8(ascii: "{"):
      let isObject = node.pointee.type == .object || node.pointee.type == .document
      let inner =
        node.pointee.field < 0
        ? mode.intersection(.slots) : isObject ? mode : mode.subtracting(.fields)
      let end = try object(Int(node.pointee.object), at: start, inner)
      let isRight =
        node.pointee.type == .object || node.pointee.type == .document && node.pointee.mayBeObject
      conclude(node, start..<end, .object, isRight: isRight, mode)
      return end
    case UInt8(ascii: "["):
      if mode.contains(.slots), node.pointee.isRows { return try rows(node, at: start, mode) }
      let isList = node.pointee.type == .array
      let end = try array(
        Int(node.pointee.object), at: start,
        isList ? mode.subtracting(.slots) : mode.intersection(.notes), node.pointee.elementKind)
      conclude(
        node, start..<end, .array,
        isRight: isList && !hasOddElement && !node.pointee.judgesElements, mode)
      return end
    default:
      let (end, form, isInteger) = try scalar(at: start)
      var integer: Int64?
      if isInteger, node.pointee.slot >= 0 || node.pointee.type == .integer {
        integer = Self.integer(scanner.bytes + start, count: end &- start)
      }
      let isRight =
        switch node.pointee.type {
        case .integer: integer.map { node.pointee.range.contains($0) } ?? false
        case .boolean: form == .boolean
        default: false
        }
      if form == .boolean {
        count(scanner.byte(at: start) == UInt8(ascii: "t") ? 0 : 1, node, mode)
      }
      conclude(node, start..<end, form, isRight: isRight, mode, integer: integer)
      return end
    }
  }

  /// Keeps a value for the rules of rows, and hands it to its check unless it is plainly right.
  @inline(__always)
  mutating func conclude(
    _ node: UnsafePointer<Node>, _ range: Range<Int>, _ form: Slot.Form, isRight: Bool,
    _ mode: Mode, text: UnsafeBufferPointer<UInt8> = .init(start: nil, count: 0), word: Int = -1,
    instant: Instant? = nil, isZoned: Bool = false, integer: Int64? = nil
  ) {
    if node.pointee.isRows, form != .array, mode.contains(.slots) {
      facts.rows = form == .null ? .null : .other
    }
    if node.pointee.slot >= 0, mode.contains(.slots) {
      let slot = slots + Int(node.pointee.slot)
      slot.pointee.state = .present
      slot.pointee.form = form
      slot.pointee.raw = UnsafeBufferPointer(
        start: scanner.bytes + range.lowerBound, count: range.count)
      slot.pointee.text = text
      let span = textSpan ?? range
      slot.pointee.span =
        Int32(truncatingIfNeeded: span.lowerBound)..<Int32(truncatingIfNeeded: span.upperBound)
      slot.pointee.isInteger = integer != nil
      slot.pointee.integer = integer ?? 0
      slot.pointee.instant = instant
      slot.pointee.word = Int32(truncatingIfNeeded: word)
      if word < 0, node.pointee.words >= 0, form == .number || form == .boolean {
        slot.pointee.word = Int32(
          tables.words[Int(node.pointee.words)].find(
            scanner.bytes + range.lowerBound, count: range.count))
      }
    }
    guard node.pointee.field >= 0, mode.contains(.fields) else { return }
    if form == .null {
      if node.pointee.isNullSilent {
        counts[nullCounts &+ Int(node.pointee.field)] &+= 1
      } else {
        judge(node, range, isNull: true)
      }
    } else if options.isExhaustive {
      judge(node, range, isNull: false)
    } else if !isRight {
      // What is a time and not right is one of another zone.
      if isZoned { noteOffset(node, range) } else { judge(node, range, isNull: false) }
    }
  }
}
