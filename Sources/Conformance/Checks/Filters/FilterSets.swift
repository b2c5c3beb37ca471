// SPDX-License-Identifier: Apache-2.0
// How filtered lists lie within the whole list: inside it, and together all of it.

import Contract
import Wire

extension Check {
  static let filterSubset = Check(
    "filter-is-subset", .filters, "Every row that a filter keeps is a row of the whole list."
  ) { planning, check in
    check.ofSets(
      planning, "subset", "rows under a filter are rows of the whole list"
    ) { context, sets, _ in
      for (_, list) in sets.filtered.sorted(by: { $0.key < $1.key }) {
        if sets.known.count > 0 { _ = context.assert() }
        for page in list.pages {
          for row in page.identities.indices {
            let isKnown = sets.known.contains(page.identities.fingerprint(row))
            guard !context.assert(isKnown) else { continue }
            context.fault(
              .error, "a filtered row is not in the whole list",
              expected: "a row of the whole list",
              received: Finding.Received(String(page.identities[row].prefix(60))),
              at: page.location(row: row))
          }
        }
      }
    }
  }

  static let filterAddsUp = Check(
    "filters-add-up", .filters,
    "A row of the whole list is in the filtered list of its value and in no other."
  ) { planning, check in
    check.ofSets(
      planning, "add-up", "the rows of all values together are the whole list"
    ) { context, sets, filter in
      for page in sets.whole.connectedPages { context.lookForLeftOut(of: page, sets, filter) }
    }
  }
}

extension CheckContext {
  /// Looks whether each row of the whole list is in the list of its value, and in no other.
  fileprivate mutating func lookForLeftOut(
    of page: ListPage, _ sets: FilteredLists, _ filter: Parameter
  ) {
    guard let field = filter.filters, let words = page.words(of: field) else { return }
    let states = page.reading.profile.states
    let homes = words.tallies.map { tally in
      tally.value.map { states.words(of: filter, for: $0) } ?? []
    }
    for (row, value) in words.column.enumerated() where value >= 0 {
      let home = homes[Int(value)]
      guard let first = home.first, let word = words.tallies[Int(value)].value else { continue }
      let fingerprint = page.identities.fingerprint(row)
      // Which of the rows with one identity a list shows, nobody can tell.
      guard !sets.repeated.contains(fingerprint) else { continue }
      let isHome = assert(home.contains { sets.shows(fingerprint, under: $0) })
      let stranger = filter.words.first {
        !home.contains($0) && sets.shows(fingerprint, under: $0)
      }
      guard !isHome || stranger != nil else { continue }
      // A word of another vocabulary is known not to come back when it is asked for.
      let weight: Severity = filter.words.contains(word) ? .error : .warning
      if let stranger {
        fault(
          weight, "\(filter.name)=\(stranger) keeps row \(page.identities[row].prefix(60))",
          expected: "rows whose \(field) is \(stranger)",
          received: Finding.Received("a row whose \(field) is \(word), under \(stranger)"),
          at: sets.filtered[stranger].map {
            BodyLocation($0.transcript.readings[0], comparedWith: page.reading)
          },
          kind: "\(word) \(stranger)")
      }
      guard !isHome else { continue }
      fault(
        weight, "\(filter.name)=\(first) leaves out row \(page.identities[row].prefix(60))",
        expected: "every row whose \(field) is \(word)",
        received: Finding.Received("\(filter.name)=\(first) without it"),
        at: sets.filtered[first].map {
          BodyLocation($0.transcript.readings[0], comparedWith: page.reading)
        }, kind: word)
    }
  }
}

/// The whole list beside the lists of each value of one filter.
struct FilteredLists {
  let whole: ListReading
  /// The list of each word.
  let filtered: [String: ListReading]
  /// The identities of the whole list.
  let known: FingerprintSet
  /// Those that the whole list shows more than once.
  let repeated: FingerprintSet
  /// The identities of the list of each word.
  private let shown: [String: FingerprintSet]

  func shows(_ identity: UInt64, under word: String) -> Bool {
    shown[word]?.contains(identity) == true
  }
}

extension Check {
  fileprivate func ofSets(
    _ planning: PlanningContext, _ name: String, _ title: String,
    judge: @escaping @Sendable (inout CheckContext, FilteredLists, Parameter) -> Void
  ) -> [Case] {
    planning.operation.filters.map { filter in
      makeCase(
        planning, "\(filter.name)-\(name)", title,
        clause: planning.operation.clause(
          "\(filter.name) \(filter.description)", parameter: filter),
        asks: .probes(planning.filterSets(filter)), comparesAnswers: true
      ) { context, transcripts in
        let lists = transcripts.lists(planning)
        guard let sets = FilteredLists(lists, filter) else {
          return context.inconclusive(
            .unreadable("a list under a filter could not be read to its end"))
        }
        judge(&context, sets, filter)
        guard context.asserted == 0 else { return }
        if sets.repeated.count > 0 {
          context.inconclusive(.unreadable("the whole list shows its rows more than once"))
        }
        context.inconclusive(
          transcripts.doubt(
            planning.operation.paging,
            wanting:
              "no row has \((filter.filters ?? filter.name).withArticle) that is a known word"))
      }
    }
  }
}

extension FilteredLists {
  /// Nil unless every list was read to its end.
  fileprivate init?(_ lists: [ListReading], _ filter: Parameter) {
    guard lists.count == filter.words.count + 1, lists.allSatisfy({ $0.isReadable }) else {
      return nil
    }
    whole = lists[0]
    filtered = Dictionary(uniqueKeysWithValues: zip(filter.words, lists.dropFirst()))
    var known = FingerprintSet(room: lists[0].count)
    var repeated = FingerprintSet()
    for row in lists[0].identities.indices {
      let fingerprint = lists[0].identities.fingerprint(row)
      if !known.insert(fingerprint) { _ = repeated.insert(fingerprint) }
    }
    (self.known, self.repeated) = (known, repeated)
    shown = filtered.mapValues { FingerprintSet($0.identities) }
  }
}

extension StateWords {
  /// The documented words under which a row with that value is to be found: its own, or for a word
  /// of another vocabulary those of the same meaning.
  func words(of filter: Parameter, for value: String) -> [String] {
    if filter.words.contains(value) { return [value] }
    if let otherwise = filter.otherwise { return [otherwise] }
    return filter.words.filter { areAlike($0, value) }
  }
}

extension ListReading {
  /// Whether all rows were read; a total that says otherwise is another case's matter.
  fileprivate var isReadable: Bool {
    transcript.ending == .complete || transcript.ending == .circular
  }
}
