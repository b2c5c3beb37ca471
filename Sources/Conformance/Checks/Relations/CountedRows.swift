// SPDX-License-Identifier: Apache-2.0
// Counters of a row against the list that belongs to it, which is another operation's.

import Contract
import Wire

extension Check {
  static let countedRows = Check(
    "counter-agrees", .relations,
    "A counter of a row says how many rows the list has that belongs to it."
  ) { planning, check in
    planning.operation.relations.compactMap { relation in
      guard case .counts(let field, let id, let name, let state, let words) = relation.kind,
        let other = planning.sibling(id), let fact = other.operation.parameter(name)?.fact
      else { return nil }
      return check.makeCase(
        planning, relation.name, relation.title, relation.obligation,
        clause: planning.operation.clause(
          relation.description, from: relation.source, at: relation.location),
        asks: .probes([planning.wholeList, other.wholeList]), needs: other.pathFacts,
        comparesAnswers: true
      ) { context, transcripts in
        let list = ListReading(transcripts[1], paging: other.operation.paging)
        let owners = ListReading(transcripts[0], paging: planning.operation.paging)
        guard let owner = planning.facts[fact], let (page, row) = owners.place(of: owner) else {
          return context.inconclusive(
            .nothingToAssert("the list has no row \(planning.facts[fact] ?? name)"))
        }
        guard list.isComplete, let count = list.count(of: words, in: state) else {
          return context.inconclusive(.unreadable("the list of \(id) was not read to its end"))
        }
        guard let tally = page.tally(of: field, row: row), let told = Int64(tally.raw) else {
          return context.inconclusive(.nothingToAssert("row \(owner) has no \(field)"))
        }
        guard !context.assert(told == Int64(count), count: max(1, count)) else { return }
        var location = page.location(row: row, field: field)
        location.bytes = tally.bytes
        context.fault(
          Severity(breaking: relation.obligation),
          "\(field) is \(told), and \(id) lists \(count.counted("such row"))", expected: "\(count)",
          received: tally.received, at: location)
      }
    }
  }
}

extension ListReading {
  /// Where the row of a name stands, as text or as it is written in JSON.
  func place(of name: String) -> (page: ListPage, row: Int)? {
    for page in pages {
      if let row = page.identities.firstIndex(where: { Self.isWritten($0, as: name) }) {
        return (page, row)
      }
    }
    return nil
  }

  /// Whether a value of JSON is the name, which as a string may be written with any escapes.
  private static func isWritten(_ json: String, as name: String) -> Bool {
    if json == name || json == JSONText.quote(name) { return true }
    guard json.contains("\\") else { return false }
    return (try? JSONDocument(parsing: Array(json.utf8)))?.root.string == name
  }

  /// Whether the list was read to its end, and no row has the value in the field that names rows.
  func lacks(_ name: String, in field: String) -> Bool {
    guard isComplete, !identities.isEmpty, place(of: name) == nil else { return false }
    return pages.allSatisfy { page in
      field == page.paging.identity
        || page.words(of: field).map { !$0.tallies.contains { $0.value == name } } ?? false
    }
  }

  /// How many rows have one of the words, or how many there are where no words are asked for; nil where
  /// a row does not say it.
  fileprivate func count(of words: [String], in field: String) -> Int? {
    guard !words.isEmpty else { return identities.count }
    var count = 0
    for page in connectedPages where !page.identities.isEmpty {
      guard let column = page.words(of: field), !column.column.contains(-1) else { return nil }
      for tally in column.tallies where words.contains(tally.value ?? "") { count += tally.count }
    }
    return count
  }
}

extension ListPage {
  fileprivate func tally(of field: String, row: Int) -> WordTally? {
    guard let words = words(of: field), words.column.indices.contains(row),
      words.column[row] >= 0
    else { return nil }
    return words.tallies[Int(words.column[row])]
  }
}
