// SPDX-License-Identifier: Apache-2.0
// The words in which a fault says what happens to pages.

extension Mutation {
  /// The pages that a mutation is about.
  enum Pages: Sendable {
    case all
    /// Those that are not the first.
    case later
    /// The last one, where it is not the first as well.
    case last
    /// Those of offsets behind the last row of a list that has rows.
    case pastEnd
    /// Those that are asked for by a word.
    case filtered
    case limit(Int)
    /// Those that were asked for in the same way before.
    case repeated

    func contains(_ page: MockPage) -> Bool {
      switch self {
      case .all: true
      case .later: page.start > 0
      case .last: page.start > 0 && !page.isFollowed
      case .pastEnd: page.view.count > 0 && page.start >= page.view.count
      case .filtered: page.query.word != nil
      case .limit(let limit): page.query.limit == limit
      case .repeated: page.context.repeats > 0
      }
    }
  }

  static func pages(
    _ which: Pages = .all, _ change: @escaping @Sendable (inout MockPage) -> Void
  ) -> Mutation {
    .page { if which.contains($0) { change(&$0) } }
  }

  /// Puts that JSON beside the list, or takes a member away.
  static func frame(_ name: String, _ json: String?, on which: Pages = .all) -> Mutation {
    pages(which) { $0.frame[name] = json }
  }
}

extension MockPage {
  /// All rows of the query.
  var view: Table.View { context.table.view(query) }

  /// All rows of the list, whatever the query picks.
  var all: Table.View { context.table.view() }

  /// Whether rows follow this page.
  var isFollowed: Bool { start + rows.count < view.count }

  /// The number of the last row on the page; -1 where there is none.
  var last: Int { rows.count - 1 }

  mutating func dropFirst() { rows = Array(rows.dropFirst()) }

  mutating func dropLast() { rows = rows.dropLast() }

  /// Puts a row of the page in the place of another, where there are both.
  mutating func copyRow(_ number: Int, over other: Int) {
    if hasRows(number, other) { rows[other] = rows[number] }
  }

  /// Lets two rows of the page change places, where there are both.
  mutating func swapRows(_ number: Int, _ other: Int) {
    if hasRows(number, other) { rows.swapAt(number, other) }
  }

  private func hasRows(_ numbers: Int...) -> Bool {
    numbers.allSatisfy { (0..<rows.count).contains($0) }
  }

  /// Shows as many rows of the query as a page has, from that one on; none where it is not there.
  mutating func showRows(from start: Int) {
    let view = view
    let isThere = (0..<view.count).contains(start)
    rows = isThere ? view[start..<min(start + query.limit, view.count)] : []
  }

  /// Changes the number beside the list, where it is one.
  mutating func count(_ name: String, _ change: (MockPage, Int) -> Int) {
    if let number = frame.integer(name) { frame[name] = String(change(self, number)) }
  }
}
