// SPDX-License-Identifier: Apache-2.0
// Reads the rows of a list, and holds each against the rules that are about rows.

import Contract
import Digests
import Wire

extension BodyReader {
  /// Reads the array of the rows.
  mutating func rows(
    _ node: UnsafePointer<Node>, at open: Int, _ mode: Mode
  ) throws(JSONSyntaxError) -> Int {
    try enter(at: open)
    beginRows()
    var isOdd = false
    var index: Int32 = 0
    var at = scanner.skipBlanks(from: open &+ 1)
    isClosed = scanner.byte(at: at) == UInt8(ascii: "]")
    if isClosed { at &+= 1 }
    while !isClosed {
      let start = at
      if let kind = node.pointee.elementKind, kind != Self.kind(of: scanner.byte(at: at)) {
        isOdd = true
      }
      beginRow(Int(index))
      at = try row(node, at: at, index, mode)
      endRow(start..<at)
      index &+= 1
      at = try behindElement(at)
    }
    endRows()
    leave()
    conclude(
      node, open..<at, .array, isRight: node.pointee.type == .array && !isOdd, mode)
    return at
  }

  /// Reads the object that is the whole answer, as the one row of a list.
  mutating func loneRow(at start: Int) throws(JSONSyntaxError) -> Int {
    beginRows()
    beginRow(0)
    let end = try object(0, at: start, .all)
    endRow(start..<end)
    endRows()
    return end
  }

  private mutating func beginRows() {
    rowContainers = containers &+ 1
    facts.beginRows(of: program)
    scratch.keepAll()
    swap(&uniques, &scratch.uniques)
    uniques.removeAll()
    orders = program.anchors.orders.map { _ in TimeRun() }
    isInRow = true
  }

  private mutating func endRows() {
    isInRow = false
    rowContainers = -1
    swap(&uniques, &scratch.uniques)
    for (order, run) in zip(program.anchors.orders, orders) where run.count > 0 {
      facts.orders[order.path] = run
    }
  }

  private mutating func row(
    _ node: UnsafePointer<Node>, at start: Int, _ index: Int32, _ mode: Mode
  ) throws(JSONSyntaxError) -> Int {
    enclosing = .array
    push(Scratch.Frame(name: .init(start: nil, count: 0), index: index))
    defer { depth &-= 1 }
    guard scanner.byte(at: start) == UInt8(ascii: "{") else { return try anyValue(at: start) }
    return try object(Int(node.pointee.object), at: start, mode)
  }

  private mutating func beginRow(_ index: Int) {
    scratch.forgetRow()
    for slot in rowSlots { slots[slot].state = .unreached }
    site.index = index
    site.extra = nil
    site.null = nil
  }

  private mutating func endRow(_ span: Range<Int>) {
    site.span = span
    let identity = slots + identitySlot
    // A row whose identity is null is told apart as one without any.
    let own =
      identity.pointee.state == .present && identity.pointee.form != .null
      ? identity.pointee.raw
      : UnsafeBufferPointer(start: scanner.bytes + span.lowerBound, count: span.count)
    facts.identities.append(own)
    facts.fingerprints.append(fingerprint)
    if options.keepsRows { facts.samples.append(Array(body[span])) }
    for filter in 0..<tables.filterCount { noteWord(slots + tables.filters[filter], filter) }
    for number in 0..<tables.relationCount { judge(number) }
    if options.observes {
      for number in 0..<tables.observationCount { observe(number) }
      observeTimes()
    }
  }

  // MARK: filters

  /// Counts the word of the field that a filter is about.
  private mutating func noteWord(_ slot: UnsafePointer<Slot>, _ filter: Int) {
    guard slot.pointee.state == .present else {
      facts.words[filter].column.append(-1)
      return
    }
    let isNew = facts.words[filter].note(slot.pointee, row: site.index)
    guard isNew, options.askedWords.indices.contains(filter),
      let asked = options.askedWords[filter]
    else { return }
    if (slot.pointee.isString ? slot.pointee.decoded : slot.pointee.rawText) != asked {
      let place = facts.words[filter].tallies.count - 1
      facts.words[filter].tallies[place].excerpt = excerpt(slot.pointee.bytes)
    }
  }

  // MARK: relations

  @inline(__always)
  private mutating func judge(_ number: Int) {
    let relation = tables.relations + number
    if relation.pointee.isUnique { return judgeUnique(relation, number) }
    switch relation.pointee.outcome(slots) {
    case .silent: return
    case .holds: counts[relationCounts &+ number] &+= 1
    case .fails:
      counts[relationCounts &+ number] &+= 1
      noteBroken(relation, number)
    }
  }

  private mutating func judgeUnique(_ relation: UnsafePointer<RowRelation>, _ number: Int) {
    let slot = slots + relation.pointee.first
    guard slot.pointee.state == .present, slot.pointee.form != .null else { return }
    counts[relationCounts &+ number] &+= 1
    let own = RowIdentities.fingerprint(slot.pointee.raw)
    if !uniques.insert(own &+ UInt64(number) &* 0x9E37_79B9_7F4A_7C15) {
      noteBroken(relation, number)
    }
  }

  @inline(never)
  private mutating func noteBroken(_ relation: UnsafePointer<RowRelation>, _ number: Int) {
    let relationship = program.operation.relations[number]
    let slot = slots[relation.pointee.first]
    let location = location(
      of: slot, FieldPath(stringLiteral: relationship.fields[0]), quotes: false)
    note(
      Fault(
        severity: Severity(breaking: relationship.obligation),
        summary:
          "\(location.pointer?.description ?? "") is \(slot.rawText); \(relationship.description)",
        expected: relation.pointee.expectation(relationship, slots), received: slot.received,
        kind: relationship.name,
        location: location),
      of: .relation(number))
  }

  // MARK: quirks

  @inline(__always)
  private mutating func observe(_ number: Int) {
    let observation = tables.observations + number
    let place = observation.pointee.place(
      slots, hasExtra: site.extra != nil, hasNull: site.null != nil)
    guard place >= 0 else { return }
    let count = observation.pointee.firstCount &+ place
    counts[count] &+= 1
    if counts[count] == 1 { noteFirst(observation.pointee, number, place) }
  }

  @inline(never)
  private mutating func noteFirst(_ observation: RowObservation, _ number: Int, _ place: Int) {
    let isQuoted = options.ledger?.insert(number, place) ?? true
    guard isQuoted, let observable = program.observedQuirks[number].observable,
      let sign = observation.text(
        observable, slots, hasExtra: site.extra != nil, hasNull: site.null != nil)
    else { return }
    var first = SeenSide(sign: sign)
    switch observable {
    case .extraMembers: if let extra = site.extra { quote(extra, &first) }
    case .nulls: if let null = site.null { quote(null, &first) }
    default:
      let (path, slot) = observation.evidence(observable, slots)
      guard let slot, slots[slot].state == .present else {
        first.location = AnswerLocation(pointer: rowPointer(path), bytes: site.span)
        first.location.excerpt = excerpt(site.span)
        first.received = Finding.Received("no such member")
        break
      }
      first.location = location(of: slots[slot], path, quotes: true)
      first.received = slots[slot].received
    }
    facts.seenSides[SeenSide.Key(observation: number, place: place)] = first
  }

  private func quote(_ member: RowSite.Member, _ seen: inout SeenSide) {
    let name = String(decoding: member.name, as: UTF8.self)
    seen.location = AnswerLocation(
      pointer: rowPointer(FieldPath([name])), bytes: member.value, excerpt: excerpt(member.value))
    seen.received = Finding.Received(
      value: UnsafeBufferPointer(rebasing: body[member.value]))
  }

  private mutating func observeTimes() {
    for number in 0..<tables.orderCount {
      let slot = slots + tables.orders[number]
      guard slot.pointee.state == .present, let instant = slot.pointee.instant else { continue }
      orders[number].append(instant)
    }
    for place in 0..<tables.timeCount {
      let (number, slot) = tables.times[place]
      guard slots[slot].state == .present, let instant = slots[slot].instant, !instant.isZeroTime
      else { continue }
      if facts.timeDigits[number].digits == 0 { noteTime(slot, number) }
      facts.timeDigits[number].digits |= 1 << UInt16(instant.fractionDigits)
    }
  }

  @inline(never)
  private mutating func noteTime(_ slot: Int, _ number: Int) {
    guard let time = program.anchors.times[number].first(where: { $0.slot == slot }),
      options.ledger?.insert(-1, number) == true
    else { return }
    facts.timeDigits[number].first = SeenSide(
      sign: "", received: slots[slot].received,
      location: location(of: slots[slot], FieldPath([time.name]), quotes: true))
  }

  // MARK: places

  /// The pointer to what stands at a path of the row that is read.
  private func rowPointer(_ path: FieldPath) -> JSONPointer {
    path.names.reduce(program.operation.paging.pointer(ofRow: Int(site.index))) { $0.appending($1) }
  }

  private func location(of slot: Slot, _ path: FieldPath, quotes: Bool) -> AnswerLocation {
    AnswerLocation(
      pointer: rowPointer(path), bytes: slot.bytes, excerpt: quotes ? excerpt(slot.bytes) : nil)
  }

  func excerpt(_ bytes: Range<Int>?) -> Finding.Excerpt? {
    Finding.Excerpt(of: body, around: bytes)
  }
}

extension Slot {
  /// Where a finding shows it in the body.
  var bytes: Range<Int> { Int(span.lowerBound)..<Int(span.upperBound) }

  var received: Finding.Received { Finding.Received(value: raw) }
}
