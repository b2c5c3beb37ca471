// SPDX-License-Identifier: Apache-2.0
// All rows of one list: the first few are held, the rest are computed by their number.

/// The rows of one list, of which only as many as the data file has are ever in memory.
struct Table: Sendable {
  let listing: Listing
  /// The data file's rows, from which the rest is computed.
  let base: [Stencil]
  /// The number of the rows' owner, if it is not the data file's.
  let owner: String?
  /// The rows at the front; data moves only here.
  var head: [Row]
  /// How many rows follow the head.
  let tailCount: Int
  /// How many more copies of the data file follow the first.
  let lastRound: Int
  /// How often the data has moved.
  var moves = 0

  /// A table of that many rows, or of the data file's own, below another owner or the file's own.
  init(_ listing: Listing, rows: Int?, ownedBy owner: String? = nil) {
    self.listing = listing
    self.owner = owner
    base = listing.stencils
    let count = rows ?? base.count
    lastRound = max(0, count - 1) / base.count
    tailCount = max(0, count - base.count)
    head = []
    head = (0..<min(count, base.count)).map { row(round: 0, place: $0) }
  }

  /// One row of a copy of the data file; later copies hold later ids where ids ascend, else earlier.
  func row(round: Int, place: Int) -> Row {
    let steps = listing.newestFirst ? lastRound - round : round
    return Row(
      stencil: base[place], distance: Distance(owner: owner).moved(steps, by: listing.stride))
  }

  /// The rows with that status, or all.
  func view(status: String? = nil) -> View {
    View(self, status: status)
  }
}

extension Table {
  /// The rows a query sees, by their number, in order.
  struct View: Sendable {
    private let table: Table
    private let head: [Row]
    private let places: [Int]
    let count: Int

    fileprivate init(_ table: Table, status: String?) {
      let wanted = status.map(\.quoted)
      let matches = { (stencil: Stencil) in wanted == nil || stencil.status == wanted }
      let places = table.base.indices.filter { matches(table.base[$0]) }
      let (rounds, rest) = table.tailCount.quotientAndRemainder(dividingBy: table.base.count)
      self.table = table
      self.places = places
      head = table.head.filter { matches($0.stencil) }
      count = head.count + rounds * places.count + places.count { $0 < rest }
    }

    subscript(index: Int) -> RawObject { row(index).object }

    private func row(_ index: Int) -> Row {
      guard index >= head.count else { return head[index] }
      let (rounds, place) = (index - head.count).quotientAndRemainder(dividingBy: places.count)
      return table.row(round: rounds + 1, place: places[place])
    }

    /// The rows of a range, of which what lies behind the last row is left out.
    subscript(range: Range<Int>) -> [RawObject] { rows(range).map(\.object) }

    /// The same, not yet in fields.
    func rows(_ range: Range<Int>) -> [Row] {
      range.clamped(to: 0..<count).map(row)
    }

    /// The number of the first row whose id is below that id, where ids descend.
    func firstIndex(below id: Int) -> Int {
      var low = 0
      var high = count
      while low < high {
        let middle = (low + high) / 2
        if (row(middle).id ?? 0) < id { high = middle } else { low = middle + 1 }
      }
      return low
    }
  }
}
