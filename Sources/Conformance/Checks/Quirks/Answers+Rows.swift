// SPDX-License-Identifier: Apache-2.0
// Signs that rows show, as the readings of their pages have counted them.

import Contract
import Wire

extension Answers {
  /// What every row shows of a quirk, a count for each side and page.
  func rows(of quirk: Quirk) -> [Observation] {
    guard let program = transcripts.program,
      let place = program.observedQuirks.firstIndex(where: { $0.id == quirk.id })
    else { return [] }
    let first = program.layout.observations[place]
    return pages.flatMap { page, number in
      (0...quirk.sides.count).compactMap { side -> Observation? in
        let count = page.reading.response?.body?.counts[first + side] ?? 0
        guard count > 0 else { return nil }
        let seen = page.facts.seenSides[SeenSide.Key(observation: place, place: side)]
        var observation =
          seen.map { Observation($0, page.reading, number) }
          ?? Observation("", at: BodyLocation(page.reading, page: number))
        (observation.rank, observation.count) = (side, Int(count))
        return observation
      }
    }
  }

  /// One observation for the whole list, where it has a time.
  func fractionDigits(_ fields: [String]) -> [Observation] {
    var first: Observation?
    var digits: UInt16 = 0
    for (page, number) in pages {
      for times in page.facts.timeDigits where times.names == fields && times.digits != 0 {
        digits |= times.digits
        first = first ?? times.first.map { Observation($0, page.reading, number) }
      }
    }
    guard digits != 0, let page = pages.first else { return [] }
    var seen = first ?? Observation("", at: BodyLocation(page.page.reading, page: page.number))
    seen.sign = digits.nonzeroBitCount == 1 ? "\(digits.trailingZeroBitCount)" : "varied"
    return [seen]
  }

  func order(_ path: FieldPath) -> [Observation] {
    var run = TimeRun()
    for (page, _) in pages { page.facts.orders[path].map { run.append($0) } }
    guard run.count > 1, run.first != run.last, let page = pages.first?.page else { return [] }
    let sign = run.isDescending ? "descending" : run.isAscending ? "ascending" : "unordered"
    return [Observation(sign, at: BodyLocation(page.reading))]
  }

  /// What rows have whose list was asked for by a word.
  var filteredWords: [Observation] {
    guard let filter = planning.operation.filters.first, let field = filter.filters else {
      return []
    }
    return transcripts.flatMap { transcript -> [Observation] in
      let word = transcript.probe.first.query.first { $0.name == filter.name }?.value
      let answers = Answers(Transcripts([transcript]), planning)
      return answers.pages.flatMap { page, number in
        (page.words(of: field)?.tallies ?? []).compactMap { tally in
          guard let text = tally.text else { return nil }
          var location = page.location(row: tally.row, field: field)
          (location.page, location.bytes) = (number, tally.bytes)
          var seen = Observation(text == word ? "same" : "other", at: location, tally.received)
          seen.count = tally.count
          return seen
        }
      }
    }
  }
}
