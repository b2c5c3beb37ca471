// SPDX-License-Identifier: Apache-2.0
// One call for each body: begins, reads, and hands over what was seen.

import Contract
import Wire

extension ResponseProgram {
  /// What one body shows of everything that the operation promises.
  ///
  /// - Throws: The first place at which the body is not JSON, the same as ``JSONDocument`` names.
  func read(
    _ body: UnsafeBufferPointer<UInt8>, _ options: BodyReader.Options
  ) throws(JSONSyntaxError) -> BodyReading {
    let scratch = scratch.take(for: self)
    defer { self.scratch.give(scratch) }
    let counts = UnsafeMutablePointer<Int32>.allocate(capacity: layout.count)
    defer { counts.deallocate() }
    var options = options
    // A body in which names stand twice or text breaks off is read again with that in mind.
    while true {
      counts.initialize(repeating: 0, count: layout.count)
      var reader = try BodyReader(self, body, options, scratch, counts)
      try reader.read()
      let isSurprised =
        reader.hasTwins && !options.isCareful || reader.hasBrokenText && !options.triesText
      guard isSurprised else { return reader.reading }
      options.isCareful = options.isCareful || reader.hasTwins
      options.triesText = options.triesText || reader.hasBrokenText
      options.ledger?.clear()
      scratch.forgetAll()
    }
  }
}

/// What one body shows.
final class BodyReading: Sendable {
  let program: ResponseProgram
  /// By the places of a ``CountLayout``.
  let counts: [Int32]
  let facts: BodyFacts
  let faults: FaultSheet

  init(program: ResponseProgram, counts: [Int32], facts: BodyFacts, faults: FaultSheet) {
    self.program = program
    self.counts = counts
    self.facts = facts
    self.faults = faults
  }
}

extension BodyReader {
  init(
    _ program: ResponseProgram, _ body: UnsafeBufferPointer<UInt8>, _ options: Options,
    _ scratch: Scratch, _ counts: UnsafeMutablePointer<Int32>
  ) throws(JSONSyntaxError) {
    guard let start = body.baseAddress, body.count > 0 else {
      throw JSONSyntaxError(offset: 0, reason: .emptyInput)
    }
    guard body.count <= Int32.max else { throw JSONSyntaxError(offset: 0, reason: .tooLong) }
    self.program = program
    self.body = body
    self.options = options
    self.scratch = scratch
    self.counts = counts
    slots = scratch.slots
    frames = scratch.frames
    successors = scratch.successors
    tables = program.tables
    nullCounts = program.layout.null(0)
    relationCounts = program.layout.relation(0)
    rowSlots = program.rowSlots
    identitySlot = program.anchors.identity
    nodes = tables.nodes
    objects = tables.objects
    keys = tables.keys
    scanner = JSONScanner(bytes: start, end: body.count)
    for slot in 0..<program.slotCount { slots[slot].state = .unreached }
  }

  /// Reads the whole body.
  mutating func read() throws(JSONSyntaxError) {
    guard !scanner.startsWithByteOrderMark() else {
      throw JSONSyntaxError(offset: 0, reason: .byteOrderMark)
    }
    let start = scanner.skipBlanks(from: 0)
    if scanner.byte(at: start) == UInt8(ascii: "{") {
      facts.rootKind = .object
      let isObject = program.operation.paging.isObject
      try finish(behind: isObject ? loneRow(at: start) : object(0, at: start, .all))
      facts.trim()
      facts.root = rootFacts()
    } else {
      let end = try anyValue(at: start)
      facts.rootKind = Self.kind(of: scanner.byte(at: start))
      facts.isEncodedTwice = facts.rootKind == .string && facts.objectCount > 0
      facts.rootToken = Finding.Received(
        value: UnsafeBufferPointer(start: scanner.bytes + start, count: end - start))
      try finish(behind: end)
    }
  }

  private func finish(behind end: Int) throws(JSONSyntaxError) {
    let end = scanner.skipBlanks(from: end)
    guard end == scanner.end else { throw scanner.failure(at: end, .bytesAfterDocument, in: nil) }
  }

  var reading: BodyReading {
    BodyReading(
      program: program,
      counts: Array(UnsafeBufferPointer(start: counts, count: program.layout.count)),
      facts: facts, faults: sheet)
  }

  /// What the members of the root say of the page.
  private func rootFacts() -> RootFacts {
    var root = RootFacts()
    let anchors = program.anchors
    root.hasIdentity = slots[anchors.rootIdentity].state == .present
    if anchors.total >= 0, slots[anchors.total].state == .present {
      root.total = slots[anchors.total].isInteger ? slots[anchors.total].integer : nil
      root.totalBytes = slots[anchors.total].bytes
      if options.ledger != nil { root.totalExcerpt = excerpt(root.totalBytes) }
    }
    if anchors.marker >= 0, slots[anchors.marker].state == .present,
      slots[anchors.marker].isString, !slots[anchors.marker].text.isEmpty
    {
      root.marker = slots[anchors.marker].decoded
    }
    for (path, slot) in anchors.roots {
      root.members[path] =
        slots[slot].state != .present
        ? SeenSide(
          sign: "absent", received: Finding.Received("no such member"),
          location: AnswerLocation(pointer: path.pointer))
        : SeenSide(
          sign: slots[slot].form.sign, received: slots[slot].received,
          location: AnswerLocation(
            pointer: path.pointer, bytes: slots[slot].bytes, excerpt: excerpt(slots[slot].bytes)))
    }
    return root
  }

  @inline(__always)
  mutating func enter(at open: Int) throws(JSONSyntaxError) {
    guard containers < JSONDocument.depthLimit else {
      throw JSONSyntaxError(offset: open, reason: .tooDeep)
    }
    containers &+= 1
    if textSpan == nil, scanner.bytes[open] == UInt8(ascii: "{") { facts.objectCount &+= 1 }
  }

  @inline(__always)
  mutating func leave() { containers &-= 1 }

  @inline(__always)
  mutating func push(_ frame: Scratch.Frame) {
    frames[depth] = frame
    depth &+= 1
  }
}
