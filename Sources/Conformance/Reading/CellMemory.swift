// SPDX-License-Identifier: Apache-2.0
// Remembers texts that hold an object, for a registry writes the same few into row after row.

/// What reading a string that holds an object has shown, and would show again.
struct Cell {
  /// How the text is known: decoded, where the string ends, and what it is.
  typealias Look = (text: UnsafeBufferPointer<UInt8>, end: Int, form: Slot.Form)

  var node: Int32
  var mode: UInt8
  var hash: UInt64
  /// The string as it stands in a body, with its quotes.
  var raw: UnsafeBufferPointer<UInt8>
  var text: UnsafeBufferPointer<UInt8>
  var fingerprint: UInt64
  var memberCount: Int
  /// Which counts it adds to, and how much: a place and a number in turn.
  var counts: UnsafeBufferPointer<Int32>
  /// The values inside that rules of rows compare, in the order of their slots.
  var slots: UnsafeBufferPointer<Slot>
}

/// The cells of one program, in a block of memory that is never enlarged.
final class CellMemory {
  static let longest = 4096
  private static let size = 512
  /// How many places are looked at for one cell.
  private static let reach = 4
  private static let capacity = 1 << 17

  private let cells: UnsafeMutablePointer<Cell?>
  private let memory: UnsafeMutableRawPointer
  private var used = 0
  private var (hits, misses) = (0, 0)
  /// Whether looking is worth while: rows that all differ are read faster without it.
  private(set) var isOfUse = true

  init() {
    cells = .allocate(capacity: Self.size)
    cells.initialize(repeating: nil, count: Self.size)
    memory = .allocate(byteCount: Self.capacity, alignment: 16)
  }

  deinit {
    cells.deallocate()
    memory.deallocate()
  }

  /// The cell of a string that was read for the same node before.
  func find(
    _ node: Int32, _ mode: UInt8, _ raw: UnsafeBufferPointer<UInt8>, _ hash: UInt64
  ) -> Cell? {
    for step in 0..<Self.reach {
      guard let cell = cells[place(hash, step)] else { break }
      if cell.hash == hash, cell.node == node, cell.mode == mode, cell.raw.count == raw.count,
        cell.raw.isSame(as: raw)
      {
        hits &+= 1
        return cell
      }
    }
    misses &+= 1
    if misses > Self.size, hits < misses / 2 { isOfUse = false }
    return nil
  }

  /// Keeps a cell with copies of all that it holds, as long as there is room.
  func keep(_ cell: Cell) {
    guard let raw = copy(cell.raw), let text = copy(cell.text), let counts = copy(cell.counts),
      let slots = copy(cell.slots)
    else { return }
    for place in slots.indices where slots[place].state == .present {
      slots[place].raw = slots[place].raw.moved(from: cell.text, to: text)
      slots[place].text = slots[place].text.moved(from: cell.text, to: text)
    }
    var own = cell
    (own.raw, own.text) = (UnsafeBufferPointer(raw), UnsafeBufferPointer(text))
    (own.counts, own.slots) = (UnsafeBufferPointer(counts), UnsafeBufferPointer(slots))
    let free = (0..<Self.reach).first { cells[place(cell.hash, $0)] == nil } ?? 0
    cells[place(cell.hash, free)] = own
  }

  /// Begins anew if there was no room left; called where nobody holds a text of it.
  func tidy() {
    guard used > Self.capacity - 2 * Self.longest else { return }
    cells.update(repeating: nil, count: Self.size)
    used = 0
  }

  private func place(_ hash: UInt64, _ step: Int) -> Int {
    (Int(truncatingIfNeeded: hash) &+ step) & (Self.size - 1)
  }

  private func copy<Element>(
    _ elements: UnsafeBufferPointer<Element>
  ) -> UnsafeMutableBufferPointer<Element>? {
    let size = elements.count * MemoryLayout<Element>.stride
    guard used + size <= Self.capacity else { return nil }
    let copy = (memory + used).bindMemory(to: Element.self, capacity: elements.count)
    if let base = elements.baseAddress { copy.initialize(from: base, count: elements.count) }
    used += (size + 15) & ~15
    return UnsafeMutableBufferPointer(start: copy, count: elements.count)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether both have the same bytes; there are as many of them.
  fileprivate func isSame(as other: Self) -> Bool {
    guard let mine = UnsafeRawPointer(baseAddress), let theirs = UnsafeRawPointer(other.baseAddress)
    else { return true }
    var (place, difference) = (0, SIMD2<UInt64>())
    while place &+ 16 <= count {
      difference |=
        (mine + place).loadUnaligned(as: SIMD2<UInt64>.self)
        ^ (theirs + place).loadUnaligned(as: SIMD2<UInt64>.self)
      place &+= 16
    }
    while place < count {
      difference[0] |= UInt64(self[place] ^ other[place])
      place &+= 1
    }
    return difference[0] | difference[1] == 0
  }

  /// Whether a part of it is what another value points to; nothing is a part of everything.
  func holds(_ part: Self) -> Bool {
    guard let base = baseAddress, let start = part.baseAddress else { return part.isEmpty }
    return start >= base && start + part.count <= base + count
  }

  /// The same part of a copy of the text that it is a part of.
  fileprivate func moved(from text: Self, to copy: UnsafeMutableBufferPointer<UInt8>) -> Self {
    guard let start = baseAddress, let base = text.baseAddress, let new = copy.baseAddress else {
      return self
    }
    return Self(start: new + (start - base), count: count)
  }
}
