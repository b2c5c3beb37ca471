// SPDX-License-Identifier: Apache-2.0
// All rows of one list: the first few are held, the rest are computed by their number.

/// The rows of one list, of which only as many as the data file has are ever in memory.
struct Table: Sendable {
  let list: ListOperation
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
  ///
  /// - Parameter rows: How many rows: no more than the data file has where nobody says how far copies
  ///   are apart, and ignored by a list that other owners have no copies of either.
  /// - Parameter base: The rows of the data file, or those of them that the table is of.
  init(_ list: ListOperation, rows: Int?, of base: [Stencil]? = nil, ownedBy owner: String? = nil) {
    self.list = list
    self.owner = owner
    self.base = base ?? list.stencils
    let own = self.base.count
    let wanted = own == 0 ? 0 : rows ?? own
    let count = list.rows.stride != nil ? wanted : list.rows.isCopied ? min(wanted, own) : own
    lastRound = max(0, count - 1) / max(1, own)
    tailCount = max(0, count - own)
    head = []
    head = (0..<min(count, own)).map { row(round: 0, place: $0) }
  }

  /// One row of a copy of the data file; later copies hold later ids where ids ascend, else earlier.
  func row(round: Int, place: Int) -> Row {
    let steps = list.rows.newestFirst ? lastRound - round : round
    let start = Distance(owner: owner)
    return Row(
      stencil: base[place], distance: list.rows.stride.map { start.moved(steps, by: $0) } ?? start)
  }

  /// The rows that all those conditions let through.
  func view(where conditions: [Condition] = []) -> View {
    guard !conditions.isEmpty else { return View(self) }
    return View(self) { stencil in conditions.allSatisfy { $0.lets(stencil) } }
  }

  /// The rows with that status, or all.
  func view(status: String?) -> View {
    guard let json = status?.quoted else { return View(self) }
    return View(self) { $0.status == json }
  }

  /// The rows that a query is about, in its order.
  func view(_ query: ListQuery) -> View {
    var view = view(where: query.conditions)
    if let order = query.order { view.sort(by: order) }
    return view
  }
}

extension Table {
  /// What a row has to have to be picked.
  struct Condition: Sendable, Hashable {
    private let filter: ListOperation.Filter
    private let fields: [String]
    private let wanted: String

    init(_ filter: ListOperation.Filter, _ wanted: String) {
      self.filter = filter
      fields = filter.fields
      self.wanted = wanted
    }

    func lets(_ stencil: Stencil) -> Bool {
      fields.contains { filter.matches(stencil.object.text(at: $0), wanted: wanted) }
    }
  }

  /// The rows a query sees, by their number, in order.
  struct View: Sendable {
    private let table: Table
    private let head: [Row]
    private let places: [Int]
    let count: Int
    /// The numbers of the rows in another order than the table's; nil where nobody asked for one.
    private var order: [Int]?

    fileprivate init(_ table: Table, where matches: ((Stencil) -> Bool)? = nil) {
      self.table = table
      guard let matches else {
        (head, places) = (table.head, Array(table.base.indices))
        count = head.count + table.tailCount
        return
      }
      // Most lists have no more rows than those that are held.
      let places =
        table.tailCount == 0 ? [] : table.base.indices.filter { matches(table.base[$0]) }
      let (rounds, rest) = table.tailCount.quotientAndRemainder(
        dividingBy: max(1, table.base.count))
      self.places = places
      head = table.head.filter { matches($0.stencil) }
      count = head.count + rounds * places.count + places.count { $0 < rest }
    }

    subscript(index: Int) -> RawObject { row(index).object }

    private func row(_ number: Int) -> Row {
      let index = order?[number] ?? number
      guard index >= head.count else { return head[index] }
      let (rounds, place) = (index - head.count).quotientAndRemainder(dividingBy: places.count)
      return table.row(round: rounds + 1, place: places[place])
    }

    /// The rows of a range, of which what lies behind the last row is left out.
    subscript(range: Range<Int>) -> [RawObject] { rows(range).map(\.object) }

    /// The same, not yet in fields.
    func rows(_ range: Range<Int>) -> [Row] { range.clamped(to: 0..<count).map(row) }

    /// The number of the first row behind the row of that id, in a list that ids put in order.
    func firstIndex(behind id: Int) -> Int {
      var low = 0
      var high = count
      while low < high {
        let middle = (low + high) / 2
        let found = row(middle).id ?? 0
        if table.list.rows.newestFirst ? found < id : found > id {
          high = middle
        } else {
          low = middle + 1
        }
      }
      return low
    }

    /// Puts the rows in the order of a field, those that are alike as they were.
    fileprivate mutating func sort(by order: ListQuery.Order) {
      let keys = (0..<count).map { row($0).object.text(at: order.field) ?? "" }
      self.order = (0..<count).sorted { left, right in
        let isBefore = order.descends ? keys[left] > keys[right] : keys[left] < keys[right]
        return isBefore || keys[left] == keys[right] && left < right
      }
    }
  }
}
