// SPDX-License-Identifier: Apache-2.0
// How filtered lists lie within the whole list: inside it, and together all of it.

import Contract
import Wire

extension Check {
  static let filterSubset = Check(
    "filter-is-subset", .filters, "Every row that a filter keeps is a row of the whole list."
  ) { planning, check in
    planning.setCases(
      of: check, "subset", "rows under a filter are rows of the whole list"
    ) { context, sets, _ in
      for (_, list) in sets.filtered.sorted(by: { $0.key < $1.key }) {
        if !sets.known.isEmpty { _ = context.assert() }
        for page in list.pages {
          for (index, identity) in page.identities.enumerated() {
            guard !context.assert(sets.known.contains(identity)) else { continue }
            context.fault(
              .error, "a filtered row is not in the whole list",
              expected: "a row of the whole list",
              received: Finding.Received(String(identity.prefix(60))),
              at: BodyLocation(page.exchange, page: page.number, pointer: page.pointer(row: index)))
          }
        }
      }
    }
  }

  static let filterAddsUp = Check(
    "filters-add-up", .filters,
    "A row of the whole list is in the filtered list of its value and in no other."
  ) { planning, check in
    planning.setCases(
      of: check, "add-up", "the rows of all values together are the whole list"
    ) { context, sets, filter in
      guard let field = filter.filters else { return }
      for page in sets.whole.connectedPages {
        for (index, row) in (page.rows ?? []).enumerated() {
          guard let word = row[field]?.string, case let homes = filter.words(for: word),
            !homes.isEmpty
          else { continue }
          let identity = page.identities[index]
          guard !context.assert(homes.contains { sets.shows(identity, under: $0) }) else {
            continue
          }
          // A word of another vocabulary is known not to come back when it is asked for.
          let weight: Severity = filter.words.contains(word) ? .error : .warning
          context.fault(
            weight, "\(filter.name)=\(homes[0]) leaves out row \(identity.prefix(60))",
            expected: "every row whose \(field) is \(word)",
            received: Finding.Received("a list without it"),
            at: sets.filtered[homes[0]].map { BodyLocation($0.transcript.exchanges[0]) }, kind: word
          )
        }
      }
    }
  }
}

/// The whole list beside the lists of each value of one filter.
struct FilteredLists {
  let whole: ListReading
  /// The list of each word.
  let filtered: [String: ListReading]
  /// The identities of the whole list.
  let known: Set<String>
  /// The identities of the list of each word.
  private let shown: [String: Set<String>]

  func shows(_ identity: String, under word: String) -> Bool {
    shown[word]?.contains(identity) == true
  }
}

extension PlanningContext {
  fileprivate func setCases(
    of check: Check, _ name: String, _ title: String,
    judge: @escaping @Sendable (inout CheckContext, FilteredLists, Parameter) -> Void
  ) -> [Case] {
    operation.filters.map { filter in
      check.makeCase(
        self, "\(filter.name)-\(name)", title,
        clause: operation.clause("\(filter.name) \(filter.description)", parameter: filter),
        asks: .probes([wholeList] + filter.words.map { filterWalk(filter, $0) }),
        comparesAnswers: true
      ) { [self] context, transcripts in
        let lists = transcripts.lists(self)
        guard let sets = FilteredLists(lists, filter) else {
          return context.inconclusive(
            .unreadable("a list under a filter could not be read to its end"))
        }
        judge(&context, sets, filter)
        if context.asserted == 0 { context.inconclusive(.nothingToAssert("the list is empty")) }
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
    known = Set(lists[0].identities)
    shown = filtered.mapValues { Set($0.identities) }
  }
}

extension Parameter {
  /// The documented words under which a row with that value is to be found: its own, or for a word
  /// of another vocabulary those of the same meaning.
  func words(for value: String) -> [String] {
    if words.contains(value) { return [value] }
    return words.filter { StatusFamily.isAlike($0, value) }
  }
}

extension ListReading {
  /// Whether all rows were read; a total that says otherwise is another case's matter.
  fileprivate var isReadable: Bool {
    transcript.ending == .complete || transcript.ending == .circular
  }
}
