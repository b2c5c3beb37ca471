// SPDX-License-Identifier: Apache-2.0
// Which values of filters are taken from the rows of a list.

import Contract

/// Filters whose values are what rows of the whole list have.
public struct Learning: Sendable, Hashable {
  let filter: Filter
  /// What is asked for as well; nil where one filter is asked for alone.
  var second: Filter?
  /// Whether the second value is that of the row that the first one is of, and not of another row.
  var isOfOneRow = true
  let limit: Int
  /// How many rows under the filters are asked for; nil for as many as of the whole list.
  var size: Int?
  /// How many of them are skipped, where an offset does that.
  var skipped = 0
  /// Whether the first value is the one that most rows have, and not that of the first row.
  var isCommonest = false
  /// What is asked for beside the filters, whatever rows have.
  var others: [Probe.Parameter] = []
  /// Whether the middle of the first value is asked for.
  var isPart = false

  /// A parameter and what it may be given.
  struct Filter: Sendable, Hashable {
    let name: String
    /// The fields whose values it is compared with, the usual one first.
    let fields: [String]
    /// The only values that it takes; none where it takes any.
    let words: [String]

    init(_ parameter: Parameter) {
      name = parameter.name
      fields = parameter.fields
      words = parameter.match == nil ? parameter.words : []
    }
  }
}

extension Learning {
  /// What to ask for, given the first page of the whole list; nil where no row has a value.
  func parameters(from page: ListPage) -> [Probe.Parameter]? {
    let tallies = filter.tallies(in: page)
    let chosen = isCommonest ? tallies.max { $0.count < $1.count } : tallies.first
    guard let own = chosen, let value = own.value else { return nil }
    let asked = isPart && value.count > 2 ? String(value.dropFirst().dropLast()) : value
    let first = Probe.Parameter(filter.name, asked)
    guard let second else { return others + [first] }
    let beside = second.values(of: own.row, in: page)
    let values = second.tallies(in: page).compactMap(\.value) + second.words
    let other = isOfOneRow ? beside.first : values.first { !beside.contains($0) }
    return other.map { others + [first, Probe.Parameter(second.name, $0)] }
  }
}

extension Learning.Filter {
  /// The values on a page that can be asked for.
  fileprivate func tallies(in page: ListPage) -> [WordTally] {
    fields.compactMap(page.words).flatMap(\.tallies).filter { tally in
      tally.value.map(isUsable) ?? false
    }
  }

  /// The values of one row that can be asked for.
  fileprivate func values(of row: Int, in page: ListPage) -> [String] {
    fields.compactMap(page.words).compactMap { $0.tally(of: row)?.value }.filter(isUsable)
  }

  /// One end of a pair is often the service itself, which has the number 0 and may not be asked for.
  private func isUsable(_ value: String) -> Bool {
    !value.isEmpty && (fields.count == 1 || value != "0")
      && (words.isEmpty || words.contains(value))
  }
}
