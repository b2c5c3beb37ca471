// SPDX-License-Identifier: Apache-2.0
// A reading seen as a page of a list: rows, total and the way to the next page.

import Contract
import Wire

/// One reading as a page of an operation's list; a class, since checks hand pages on by the thousand.
final class ListPage: Sendable {
  let reading: Reading
  /// Within its walk, from 1.
  let number: Int
  private let body: BodyReading
  let paging: Paging

  /// Nil unless the answer is 200 and a JSON object.
  init?(_ reading: Reading, number: Int, paging: Paging) {
    guard let body = reading.response?.page else { return nil }
    self.reading = reading
    self.number = number
    self.body = body
    self.paging = paging
  }

  var facts: BodyFacts { _read { yield body.facts } }

  /// How many rows the page has, none for null; nil where there is neither a list nor null.
  var rowCount: Int? {
    switch facts.rows {
    case .list: facts.identities.count
    case .null: 0
    case .missing, .other: nil
    }
  }

  /// The raw spelling of each row's identity; a row without one is told apart by its whole text.
  var identities: RowIdentities { facts.identities }

  /// The number of all rows that the page names; nil in marker paging or where it is no integer.
  var total: Int64? {
    switch paging.total {
    case .field: facts.root.total
    case .header(let name): reading.response?.headers[name].flatMap { Int64($0) }
    case .untold: nil
    }
  }

  /// The marker of the next page; nil where it is absent, null or empty.
  var nextMarker: String? { facts.root.marker }

  /// The place of a row, or of one of its fields.
  func location(row: Int, field: String? = nil) -> BodyLocation {
    let place = (field.map(FieldPath.init(stringLiteral:))?.names ?? []).reduce(
      paging.pointer(ofRow: row)
    ) { $0.appending($1) }
    let sample = facts.samples.indices.contains(row) ? facts.samples[row] : nil
    return BodyLocation(
      reading, page: number, pointer: place,
      excerpt: sample.flatMap { row in
        row.withUnsafeBufferPointer { Finding.Excerpt(of: $0, around: 0..<$0.count) }
      })
  }

  /// Whether the state of a row is one after which it does not change.
  func isSettled(_ row: Int) -> Bool {
    word(ofState: row).map(reading.profile.states.isSettled) ?? false
  }

  /// The state of a row that may change yet.
  func state(_ row: Int) -> String? { isSettled(row) ? nil : word(ofState: row) }

  private func word(ofState row: Int) -> String? {
    guard let state = body.program.operation.settlingField, let words = words(of: state),
      words.column.indices.contains(row),
      case let place = Int(words.column[row]), place >= 0
    else { return nil }
    return words.tallies[place].text
  }

  /// What its rows have in a field whose values are counted.
  func words(of field: String) -> WordColumn? {
    let place = facts.filterFields.firstIndex(of: field)
    return place.flatMap { facts.words.indices.contains($0) ? facts.words[$0] : nil }
  }

  /// A row as it came, where it was kept.
  func sample(_ row: Int) -> JSONValue? {
    guard facts.samples.indices.contains(row) else { return nil }
    return (try? JSONDocument(parsing: facts.samples[row]))?.root
  }

  /// The place of the total.
  var totalLocation: BodyLocation {
    BodyLocation(
      reading, page: number, pointer: totalPointer, bytes: facts.root.totalBytes,
      excerpt: facts.root.totalExcerpt)
  }

  var totalPointer: JSONPointer? {
    if case .field(let path) = paging.total { path.pointer } else { nil }
  }
}

extension Paging {
  /// Where a row stands; the root where the answer is one object.
  func pointer(ofRow row: Int) -> JSONPointer { isObject ? .root : rows.pointer.appending(row) }
}

extension FieldPath {
  var pointer: JSONPointer { JSONPointer(names) }
}

extension JSONValue {
  /// The value at the end of a path of member names.
  func value(at path: FieldPath) -> JSONValue? { path.names.reduce(self as JSONValue?) { $0?[$1] } }
}
