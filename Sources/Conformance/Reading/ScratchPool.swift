// SPDX-License-Identifier: Apache-2.0
// Memory that readers use again, page after page.

import Synchronization

/// Memory for the parts of one reading that do not outlive it.
final class Scratch {
  var slots: UnsafeMutablePointer<Slot>
  let frames: UnsafeMutablePointer<Frame>
  let successors: UnsafeMutablePointer<Int32>
  let cells = CellMemory()
  /// Room for the values of a page that have to be unique.
  var uniques = FingerprintSet()
  private var chunks: [UnsafeMutableBufferPointer<UInt8>] = []
  private var used = 0
  /// What was kept before the first row, which lasts until the end of the body.
  private var floor = (chunks: 0, used: 0)

  static let depth = 1_100

  init(for program: ResponseProgram) {
    let slotCount = max(1, program.slotCount)
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: Slot(), count: slotCount)
    frames = .allocate(capacity: Self.depth)
    let tables = program.tables
    successors = .allocate(capacity: tables.nodeCount + tables.objectCount)
    for node in 0..<tables.nodeCount {
      successors[node] = Int32(node + 1 < tables.nodeCount ? node + 1 : node)
    }
    for object in 0..<tables.objectCount {
      let own = tables.objects[object].nodes
      successors[tables.nodeCount + object] = own.isEmpty ? -1 : own.lowerBound
    }
  }

  deinit {
    slots.deallocate()
    frames.deallocate()
    successors.deallocate()
    for chunk in chunks { chunk.deallocate() }
  }

  /// Memory for decoded text that stays where it is until the next row.
  func text(capacity: Int) -> UnsafeMutablePointer<UInt8> {
    if let chunk = chunks.last, chunk.count - used >= capacity {
      return chunk.baseAddress! + used
    }
    chunks.append(.allocate(capacity: max(1 << 16, capacity)))
    used = 0
    return chunks[chunks.count - 1].baseAddress!
  }

  /// Keeps that much of the memory that was handed out last.
  func keep(_ count: Int) { used += count }

  /// Keeps the text so far for as long as the body is read.
  func keepAll() { floor = (chunks.count, used) }

  /// Forgets the text of a row.
  @inline(__always)
  func forgetRow() {
    guard used != floor.used || chunks.count != floor.chunks else { return }
    let kept = max(1, floor.chunks)
    for chunk in chunks.dropFirst(kept) { chunk.deallocate() }
    chunks.removeLast(chunks.count - min(kept, chunks.count))
    used = floor.chunks == chunks.count ? floor.used : 0
  }

  /// Forgets all text, and gives back what was large.
  func forgetAll() {
    let isSmall = chunks.count <= 1 && (chunks.first?.count ?? 0) <= 1 << 20
    if !isSmall {
      for chunk in chunks { chunk.deallocate() }
      chunks = []
    }
    (floor, used) = ((0, 0), 0)
    cells.tidy()
  }

  /// One container on the way to a value.
  struct Frame {
    var name: UnsafeBufferPointer<UInt8>
    /// The place of an element; -1 for a member.
    var index: Int32
  }
}

/// Scratch memory by turns: as much as there are readers at one time.
final class ScratchPool: Sendable {
  private let free = Mutex<[SendableScratch]>([])

  func take(for program: ResponseProgram) -> Scratch {
    free.withLock { $0.popLast() }?.scratch ?? Scratch(for: program)
  }

  func give(_ scratch: Scratch) {
    scratch.forgetAll()
    let returned = SendableScratch(scratch: scratch)
    free.withLock { $0.append(returned) }
  }

  /// Nobody else holds it while it lies in the pool.
  private struct SendableScratch: @unchecked Sendable {
    let scratch: Scratch
  }
}
