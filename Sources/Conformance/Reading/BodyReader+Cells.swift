// SPDX-License-Identifier: Apache-2.0
// Knows a string again that holds an object, and what reading it has counted.

import Digests
import Wire

extension BodyReader {
  /// What may be changed by reading a cell, as it was before.
  struct CellStart {
    var memberCount: Int
    var noted: Int
    var counts: [Int32]
  }

  /// A string that holds an object and was read before in the same place, with all that it counts.
  @inline(__always)
  mutating func recalled(
    _ node: UnsafePointer<Node>, at start: Int, _ mode: Mode
  ) -> Cell.Look? {
    guard scanner.byte(at: start &+ 1) == UInt8(ascii: "{"), remembersCells else { return nil }
    return recall(node, at: start, mode)
  }

  /// Whether strings that hold an object are remembered where the reader is.
  @inline(__always)
  private var remembersCells: Bool {
    isInRow && textSpan == nil && !options.isExhaustive && !options.isCareful
      && !options.triesText && scratch.cells.isOfUse
  }

  /// The slots of what is inside a cell.
  @inline(__always)
  private func slotsInside(_ node: UnsafePointer<Node>, _ mode: Mode) -> UnsafeBufferPointer<Slot> {
    guard node.pointee.object >= 0, mode.contains(.slots) else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    let own = objects[Int(node.pointee.object)].slots
    return UnsafeBufferPointer(start: slots + Int(own.lowerBound), count: own.count)
  }

  @inline(never)
  private mutating func recall(
    _ node: UnsafePointer<Node>, at start: Int, _ mode: Mode
  ) -> Cell.Look? {
    guard let part = try? scanner.stringPart(from: start &+ 1),
      part.isClosed, part.end &- start <= CellMemory.longest
    else { return nil }
    let raw = UnsafeBufferPointer(start: scanner.bytes + start, count: part.end &- start)
    let number = Int32(truncatingIfNeeded: node - nodes)
    guard let cell = scratch.cells.find(number, mode.rawValue, raw, Self.fingerprint(raw)) else {
      return nil
    }
    fingerprint = cell.fingerprint
    facts.objectCount &+= 1
    facts.memberCount &+= cell.memberCount
    var place = 0
    while place < cell.counts.count {
      counts[Int(cell.counts[place])] &+= cell.counts[place &+ 1]
      place &+= 2
    }
    let inside = UnsafeMutableBufferPointer(mutating: slotsInside(node, mode))
    for (place, slot) in cell.slots.enumerated() {
      inside[place] = slot
      inside[place].span = Int32(truncatingIfNeeded: start)..<Int32(truncatingIfNeeded: part.end)
    }
    return (cell.text, part.end, .text)
  }

  /// What is compared once a cell has been read; nil for one that is not remembered.
  mutating func cellStart(
    _ lexeme: JSONScanner.Lexeme, count: Int
  ) -> CellStart? {
    guard remembersCells, count <= CellMemory.longest, !lexeme.traits.contains(.loneSurrogate)
    else { return nil }
    return CellStart(
      memberCount: facts.memberCount, noted: sheet.noted,
      counts: Array(UnsafeBufferPointer(start: counts, count: program.layout.count)))
  }

  /// Remembers a cell in which nothing had to be told.
  mutating func remember(
    _ node: UnsafePointer<Node>, _ span: Range<Int>, _ text: UnsafeBufferPointer<UInt8>,
    _ mode: Mode, since start: CellStart
  ) {
    let inside = slotsInside(node, mode)
    guard sheet.noted == start.noted, !hasTwins, !hasBrokenText,
      inside.allSatisfy({ $0.state != .present || text.holds($0.raw) && text.holds($0.text) })
    else { return }
    let raw = UnsafeBufferPointer(start: scanner.bytes + span.lowerBound, count: span.count)
    let changes = start.counts.indices.flatMap { place in
      let change = counts[place] - start.counts[place]
      return change == 0 ? [] : [Int32(place), change]
    }
    changes.withUnsafeBufferPointer { changes in
      scratch.cells.keep(
        Cell(
          node: Int32(truncatingIfNeeded: node - nodes), mode: mode.rawValue,
          hash: Self.fingerprint(raw), raw: raw, text: text, fingerprint: fingerprint,
          memberCount: facts.memberCount - start.memberCount, counts: changes, slots: inside))
    }
  }
}
