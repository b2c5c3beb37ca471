// SPDX-License-Identifier: Apache-2.0
// Data that moves while it is being read: rows come, go, and finish.

extension Table {
  /// Moves the data once: a row is added at the front, one is removed, or one finishes.
  mutating func churn(using source: inout SplitMix64) {
    moves += 1
    switch source.next() % 3 {
    case 0: if let newcomer { head.insert(newcomer, at: 0) }
    case 1: removeRow(using: &source)
    default: finishRow()
    }
  }

  /// A row that belongs before every row there ever was; nil where there are never copies.
  private var newcomer: Row? {
    guard !base.isEmpty, list.rows.stride != nil else { return nil }
    let stride = RowForm.Stride(ids: 1, hexadecimal: 1, seconds: 1)
    var row = row(round: 0, place: 0)
    row.distance = row.distance.moved(list.rows.newestFirst ? moves : -moves, by: stride)
    return row
  }

  private mutating func removeRow(using source: inout SplitMix64) {
    // What an operation shows alone would be gone, and all that its path leads to.
    guard !head.isEmpty, !ListOperation.all.contains(where: { $0.origin == list }) else { return }
    head.remove(at: Int(source.next() % UInt64(head.count)))
  }

  /// Lets the first open row end well, as a row of the data file did that ended well.
  private mutating func finishRow() {
    guard let status = list.rows.status, let times = list.rows.times else { return }
    let isOpen = { (row: Row) in !status.final.contains { row.stencil.status == $0.quoted } }
    let model = base.first { $0.status == status.final.first?.quoted }?.object
    guard let place = head.firstIndex(where: isOpen), let model else { return }
    var row = head.remove(at: place).object
    for name in [status.field] + status.along {
      if let value = model[name] { row[name] = value }
    }
    row[times.end] = end(of: row, times)
    let finished = Row(stencil: Stencil(row, of: list.rows))
    head.insert(finished, at: times.isOrder ? 0 : place)
  }

  /// A second after the row began or last moved; where that is the order, after every other row did.
  private func end(of row: RawObject, _ times: RowForm.Times) -> String {
    guard !times.isOrder else { return newcomer?.object[times.end] ?? "null" }
    let moments = [times.begin, times.end].compactMap { name in
      row.word(name).flatMap { Timestamp($0) }
    }
    guard var moment = moments.max(by: { $0.seconds < $1.seconds }) else { return "null" }
    moment.seconds += 1
    return moment.text.quoted
  }
}

/// The splitmix64 sequence, which makes every seed repeatable on every platform.
struct SplitMix64: RandomNumberGenerator, Sendable {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
