// SPDX-License-Identifier: Apache-2.0
// What a body says that rules across pages compare: small, and without the body.

import Contract
import Wire

/// The facts of one body of status 200.
struct BodyFacts: Sendable {
  var rootKind = JSONValue.Kind.object
  /// The value itself, where the body is no object.
  @Seldom var rootToken: Finding.Received?
  /// Whether that is a string which holds an object, as if the document had been encoded twice.
  var isEncodedTwice = false
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
  @Seldom var totalExcerpt: Finding.Excerpt?
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

  mutating func append(_ instant: Instant) { append(TimeRun(instant)) }

  init() {}

  private init(_ instant: Instant) { (first, last, count) = (instant, instant, 1) }

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
  @Seldom var first: SeenSide?
}
