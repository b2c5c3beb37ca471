// SPDX-License-Identifier: Apache-2.0
// What a body says that rules across pages compare: small, and without the body.

import Contract
import Wire

/// The facts of one body of status 200.
struct BodyFacts: Sendable {
  var rootKind = JSONValue.Kind.object
  /// The value itself, where the body is no object.
  var rootToken: Finding.Received?
  /// The objects of the body, and the texts in it that hold one.
  var objectCount = 0
  /// The members of objects of which a table lists the members.
  var memberCount = 0
  var hasLoneSurrogate = false

  var root = RootFacts()
  var rows = RowsState.missing
  var identities = RowIdentities()
  /// What each row means, the same for two rows that mean the same.
  var fingerprints: [UInt64] = []
  /// The rows as they came, where they are kept.
  var samples: [[UInt8]] = []
  /// The fields whose values are counted: by them filters keep rows, rows are ordered, and so on.
  var filterFields: [String] = []
  /// What the rows have in each of them.
  var words: [WordColumn] = []
  var seenSides: [SeenSide.Key: SeenSide] = [:]
  var orders: [FieldPath: TimeRun] = [:]
  var timeDigits: [TimeDigits] = []

  /// What stands where the rows should.
  enum RowsState: Sendable {
    case missing, null, list, other
  }

  /// Gives back the room that was made for rows that did not come.
  mutating func trim() {
    fingerprints = fingerprints.withUnsafeBufferPointer { Array($0) }
    identities.trim()
    for place in words.indices { words[place].trim() }
  }

  mutating func beginRows(of program: ResponseProgram) {
    rows = .list
    identities = RowIdentities()
    fingerprints = []
    samples = []
    filterFields = program.filterFields
    words = program.anchors.filters.map { _ in WordColumn() }
    timeDigits = program.anchors.times.map { TimeDigits(names: $0.map(\.name)) }
    orders = [:]
  }
}

/// What the members of the root say.
struct RootFacts: Sendable {
  /// Nil where it is missing or no integer of 64 bits.
  var total: Int64?
  var totalBytes: Range<Int>?
  var totalExcerpt: Finding.Excerpt?
  /// Nil where it is absent, null, empty or no string.
  var marker: String?
  /// Whether the root has the member by which rows are told apart.
  var hasIdentity = false
  /// The members that a quirk is about.
  var members: [FieldPath: SeenSide] = [:]
}

/// The first place in which a sign of a side was seen.
struct SeenSide: Sendable {
  var sign: String
  var received: Finding.Received?
  var location = AnswerLocation()

  struct Key: Hashable, Sendable {
    var observation: Int
    var place: Int
  }
}

/// Times in the order of their rows, as far as an order shows.
struct TimeRun: Sendable {
  private(set) var first: Instant?
  private(set) var last: Instant?
  private(set) var count = 0
  private(set) var isAscending = true
  private(set) var isDescending = true

  mutating func append(_ instant: Instant) {
    append(TimeRun(instant))
  }

  init() {}

  private init(_ instant: Instant) {
    (first, last, count) = (instant, instant, 1)
  }

  /// Puts another run behind this one.
  mutating func append(_ run: TimeRun) {
    guard let next = run.first else { return }
    if let last {
      isAscending = isAscending && last <= next
      isDescending = isDescending && last >= next
    }
    isAscending = isAscending && run.isAscending
    isDescending = isDescending && run.isDescending
    first = first ?? next
    last = run.last
    count += run.count
  }
}

/// How many fraction digits the times of a page have.
struct TimeDigits: Sendable {
  /// The fields of the times.
  let names: [String]
  /// A bit for each number of digits that was seen.
  var digits: UInt16 = 0
  /// Where the first time stands, quoted once in a traversal.
  var first: SeenSide?
}

/// What the rows of a page have in one field.
struct WordColumn: Sendable {
  /// For each row the place of its value among the tallies; -1 where it has none.
  var column: [Int32] = []
  /// The different values in the order in which they came.
  var tallies: [WordTally] = []
  private var places: [String: Int32] = [:]
  /// The numbers of the values in the table of words, in the order of the tallies.
  private var numbers: [Int32] = []

  mutating func trim() {
    column = column.withUnsafeBufferPointer { Array($0) }
  }

  /// Counts a value, and answers whether it is new.
  mutating func note(_ slot: Slot, row: Int) -> Bool {
    if slot.word >= 0, let place = numbers.firstIndex(of: slot.word) {
      tallies[place].count += 1
      column.append(Int32(place))
      return false
    }
    let raw = slot.rawText
    if slot.word < 0, let place = places[raw] {
      tallies[Int(place)].count += 1
      column.append(place)
      return false
    }
    let place = Int32(tallies.count)
    if slot.word < 0 { places[raw] = place }
    column.append(place)
    numbers.append(slot.word)
    tallies.append(
      WordTally(
        text: slot.isString ? slot.decoded : nil, received: slot.received, raw: raw,
        row: row, bytes: slot.bytes))
    return true
  }
}

/// One value of a field and how many rows of the page have it.
struct WordTally: Sendable {
  /// The text of a string; nil for every other kind.
  var text: String?
  var received: Finding.Received
  var raw: String
  /// The text of a string, the spelling of a number, `true` or `false`; nil for anything else.
  var value: String? {
    text ?? (raw.first.map { "{[n".contains($0) } ?? true ? nil : raw)
  }
  var count = 1
  /// The first row that has it, counted from 0, and where.
  var row: Int
  var bytes: Range<Int>
  var excerpt: Finding.Excerpt?
}
