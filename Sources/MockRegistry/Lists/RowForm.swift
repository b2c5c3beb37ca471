// SPDX-License-Identifier: Apache-2.0
// What the rows of a list are: their data, their fields, whose they are, and how they move.

/// Everything about rows that differs from list to list.
struct RowForm: Sendable {
  /// A JSON array; members whose names begin with an underscore are not served.
  ///
  /// Of these, `_rows` says how many rows a list of copies has below this row.
  var data: [UInt8]
  /// The fact with which paths name one row, and the field that it stands in.
  var named: Named?
  /// The fields that say whose a row is, by the facts with which paths name the owner.
  var owners: [Named] = []
  /// Whether other owners than the data file's have copies of its first rows.
  var isCopied = false
  var status: Status?
  var times: Times?
  /// Whether the newest row comes first; where ids ascend with age they then descend.
  var newestFirst = false
  /// How far a copy of the data file is from the one before; nil where there are never copies.
  var stride: Stride?
  /// What is counted anew whenever a row is served.
  var counts: (@Sendable (inout RawObject, Inventory) -> Void)?
  /// The fields of which no two rows have the same value.
  var unique = ["id"]
  /// Every member, and what the sources say of it; none where nobody judges the list.
  var fields: [Field] = []

  /// A fact of the registry and the field of a row that it names.
  struct Named: Sendable {
    var fact: String
    var field: String

    init(_ fact: String, _ field: String) { (self.fact, self.field) = (fact, field) }
  }

  /// The words with which a row says how far it is.
  struct Status: Sendable {
    var field: String
    var words: [String]
    /// Those after which a row changes no more; the first means that all went well.
    var final: [String]
    /// The fields that change together with the word.
    var along: [String]

    init(_ field: String = "status", words: [String], final: [String], along: [String] = []) {
      self.field = field
      self.words = words
      self.final = final
      self.along = along
    }

    /// Those after which a row may still change.
    var open: [String] { words.filter { !final.contains($0) } }
  }

  /// The fields that say when a row began and when it last moved.
  struct Times: Sendable {
    var begin: String
    var end: String
    /// Whether a row that has not ended says year 1, as Go writes its zero time.
    var isZeroWhileOpen = false
    /// Whether a row that changes moves to the front, because the latest change comes first.
    var isOrder = false
  }

  /// How far a row moves per step, chosen so that no two steps overlap.
  struct Stride: Sendable {
    var ids: Int
    var hexadecimal: Int
    var seconds: Int
  }

  /// How a field of a copy differs from that of its row; nil where nothing does.
  func shift(of name: String) -> Field.Shift? {
    if isCopied, name == owners.first?.field { return .owner }
    return fields.first { $0.path == name }?.shift
  }

  /// The fields that hold a time.
  var timeFields: [String] { fields.filter { $0.kind == .time }.map(\.path) }
}
