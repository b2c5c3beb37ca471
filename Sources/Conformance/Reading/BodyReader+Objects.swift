// SPDX-License-Identifier: Apache-2.0
// Reads the members of objects; a member that comes where it came last time is known by one look.

import Contract
import Digests
import Wire

extension BodyReader {
  /// One member name and where its value begins.
  struct Member {
    var name: UnsafeBufferPointer<UInt8>
    /// What stands for the name where no node does.
    var fingerprint: UInt64 = 0
    /// Where the name stands, with its quotes.
    var key: Range<Int>
    /// The number of the node that knows it; -1 for none.
    var node: Int
    var value: Int
  }

  /// Reads an object, and answers where it ends.
  ///
  /// - Parameter number: The object of the program; -1 for one of which nothing is known.
  mutating func object(
    _ number: Int, at open: Int, _ wanted: Mode
  ) throws(JSONSyntaxError) -> Int {
    try enter(at: open)
    let isRow = containers == rowContainers && textSpan == nil
    var known = ResponseProgram.Object(nodes: 0..<0)
    if number >= 0 { known = objects[number] }
    let mode = known.declared == 0 ? wanted.intersection(.slots) : wanted
    if mode.contains(.slots) { markAbsent(known) }
    let superseded = options.isCareful && number >= 0 ? supersededNames(at: open) : nil
    var seen: UInt64 = 0
    let outer = strangeNames.count
    var many: Set<UInt64>?
    var sum: UInt64 = 0x0B1E
    var previous = tables.nodeCount + max(0, number)
    var at = scanner.skipBlanks(from: open &+ 1)
    var isFirst = true
    var twins: [Range<Int>]?
    if scanner.byte(at: at) == UInt8(ascii: "}") {
      at &+= 1
    } else {
      while true {
        let member = try self.member(at: at, known, after: previous, isFirst: isFirst)
        isFirst = false
        if member.node >= 0 {
          let bit: UInt64 = 1 &<< UInt64(member.node &- Int(known.nodes.lowerBound))
          if seen & bit != 0 { remember(member.key, in: &twins) }
          seen |= bit
          previous = member.node
        } else {
          if !isNew(member.fingerprint, behind: outer, &many) { remember(member.key, in: &twins) }
        }
        let isSuperseded = superseded?.contains(member.key.lowerBound) ?? false
        let inner = isSuperseded ? mode.intersection(.notes) : mode
        let end = try self.value(of: member, inner, isRow: isRow)
        if isInRow, isPartOfMeaning(member, known) {
          let name =
            member.node >= 0
            ? (nodes + member.node).pointee.nameFingerprint : member.fingerprint
          sum &+= Fingerprint.combine(name, fingerprint)
        }
        at = scanner.skipBlanks(from: end)
        let byte = scanner.byte(at: at)
        if byte == UInt8(ascii: ",") {
          at = scanner.skipBlanks(from: at &+ 1)
        } else if byte == UInt8(ascii: "}") {
          at &+= 1
          break
        } else {
          throw scanner.failure(at: at, .commaOrBraceExpected, in: .object)
        }
      }
    }
    if strangeNames.count > outer { strangeNames.removeSubrange(outer...) }
    if let twins { note(twins) }
    if mode.contains(.fields) {
      counts[Int(known.number)] &+= 1
      let missing = known.declared & ~seen
      if missing != 0 { noteMissing(missing, of: known, open..<at) }
    }
    fingerprint = Fingerprint.combine(sum, 0x0B1E)
    leave()
    return at
  }

  /// Whether two objects mean different things that differ in the member.
  ///
  /// Nobody has promised anything of a member that no table lists, where there is a table; and null is
  /// nothing where it is as good as absent.
  @inline(__always)
  private func isPartOfMeaning(_ member: Member, _ known: ResponseProgram.Object) -> Bool {
    guard known.declared != 0 else { return true }
    guard member.node >= 0 else { return false }
    guard (nodes + member.node).pointee.field >= 0 else {
      return Int((nodes + member.node).pointee.slot) == identitySlot
    }
    return !(nodes + member.node).pointee.isNullSilent
      || scanner.byte(at: member.value) != UInt8(ascii: "n")
  }

  /// Whether a name that the program does not know stands in an object for the first time.
  ///
  /// - Parameters:
  ///   - outer: How many names are known of the objects around.
  ///   - many: The names of the object once they are too many to look through.
  private mutating func isNew(
    _ name: UInt64, behind outer: Int, _ many: inout Set<UInt64>?
  ) -> Bool {
    guard strangeNames.count &- outer < 16 else {
      var names = many.take() ?? Set(strangeNames[outer...])
      defer { many = names }
      return names.insert(name).inserted
    }
    for place in outer..<strangeNames.count where strangeNames[place] == name { return false }
    strangeNames.append(name)
    return true
  }

  /// Keeps the place of a name that stands there once more, where the places are told.
  private mutating func remember(_ key: Range<Int>, in twins: inout [Range<Int>]?) {
    hasTwins = true
    guard options.isCareful else { return }
    if twins == nil { twins = [] }
    twins?.append(key)
  }

  /// Reads a member's value by what is known of it.
  @inline(__always)
  private mutating func value(
    of member: Member, _ mode: Mode, isRow: Bool
  ) throws(JSONSyntaxError) -> Int {
    enclosing = .object
    guard member.node >= 0 || !mode.isEmpty || isRow || options.isCareful else {
      return try anyValue(at: member.value)
    }
    push(Scratch.Frame(name: member.name, index: -1))
    defer { depth &-= 1 }
    if mode.contains(.notes) { facts.memberCount &+= 1 }
    let end: Int
    if member.node >= 0 {
      end = try value(member.node, at: member.value, mode)
      if (nodes + member.node).pointee.field >= 0, !isRow { return end }
    } else {
      end = try anyValue(at: member.value)
    }
    if isRow { lookAtRowMember(member, end) }
    if mode.contains(.notes), member.node < 0 || (nodes + member.node).pointee.field < 0 {
      noteStranger(member, end)
    }
    return end
  }

  /// Remembers the first member of a row that is null or that no table lists.
  @inline(__always)
  private mutating func lookAtRowMember(_ member: Member, _ end: Int) {
    let isStranger = member.node < 0 || (nodes + member.node).pointee.field < 0
    if isStranger, site.extra == nil {
      site.extra = RowSite.Member(name: member.name, value: member.value..<end)
    }
    if scanner.byte(at: member.value) == UInt8(ascii: "n"), site.null == nil {
      site.null = RowSite.Member(name: member.name, value: member.value..<end)
    }
  }

  // MARK: names

  /// Reads a member name with its colon.
  @inline(__always)
  private mutating func member(
    at start: Int, _ known: ResponseProgram.Object, after previous: Int, isFirst: Bool
  ) throws(JSONSyntaxError) -> Member {
    let guess = Int(successors[previous])
    if known.nodes.contains(Int32(guess)), stands((nodes + guess).pointee.key, at: start) {
      let count = Int((nodes + guess).pointee.key.count)
      return Member(
        name: UnsafeBufferPointer(start: scanner.bytes + start + 1, count: count &- 3),
        key: start..<(start &+ count &- 1), node: guess,
        value: scanner.skipBlanks(from: start &+ count))
    }
    return try namedMember(at: start, known, after: previous, isFirst: isFirst)
  }

  /// Whether a key of the program stands there, colon included.
  @inline(__always)
  private func stands(_ key: ResponseProgram.TextRange, at start: Int) -> Bool {
    let count = Int(key.count)
    guard start &+ count &+ 8 <= scanner.end else { return false }
    let mine = UnsafeRawPointer(keys + Int(key.start))
    let theirs = UnsafeRawPointer(scanner.bytes + start)
    if count < 8 {
      let mask = (1 as UInt64) &<< UInt64(count &* 8) &- 1
      return (mine.loadUnaligned(as: UInt64.self) ^ theirs.loadUnaligned(as: UInt64.self))
        .littleEndian & mask == 0
    }
    var offset = 0
    while offset &+ 8 < count {
      guard
        (mine + offset).loadUnaligned(as: UInt64.self)
          == (theirs + offset).loadUnaligned(as: UInt64.self)
      else { return false }
      offset &+= 8
    }
    return (mine + (count &- 8)).loadUnaligned(as: UInt64.self)
      == (theirs + (count &- 8)).loadUnaligned(as: UInt64.self)
  }

  @inline(never)
  private mutating func namedMember(
    at start: Int, _ known: ResponseProgram.Object, after previous: Int, isFirst: Bool
  ) throws(JSONSyntaxError) -> Member {
    guard scanner.byte(at: start) == UInt8(ascii: "\"") else {
      throw scanner.noName(at: start, !isFirst, in: .object)
    }
    let lexeme = try scanner.string(at: start)
    let name = text(start, lexeme, keeps: true)
    let colon = scanner.skipBlanks(from: lexeme.end)
    guard scanner.byte(at: colon) == UInt8(ascii: ":") else {
      throw scanner.failure(at: colon, .colonExpected, in: .object)
    }
    let fingerprint = textFingerprint(name, lexeme, at: start)
    let node = node(name, fingerprint, in: known)
    if node >= 0 { successors[previous] = Int32(node) }
    return Member(
      name: name, fingerprint: fingerprint, key: start..<lexeme.end, node: node,
      value: scanner.skipBlanks(from: colon &+ 1))
  }

  /// The node of a name; -1 where the object knows none.
  @inline(__always)
  private mutating func node(
    _ name: UnsafeBufferPointer<UInt8>, _ fingerprint: UInt64, in known: ResponseProgram.Object
  ) -> Int {
    for number in Int(known.nodes.lowerBound)..<Int(known.nodes.upperBound)
    where (nodes + number).pointee.nameFingerprint == fingerprint {
      if program.names[number].utf8.elementsEqual(name) { return number }
    }
    return -1
  }

  /// The offsets of the names that stand once more behind, so that their values do not count.
  private func supersededNames(at open: Int) -> Set<Int> {
    guard let document = try? JSONDocument(parsing: Array(rest(from: open))) else { return [] }
    var last: [String: Int] = [:]
    var superseded: Set<Int> = []
    for member in document.root.members {
      let place = open + member.key.span.lowerBound
      if let before = last.updateValue(place, forKey: member.name) { superseded.insert(before) }
    }
    return superseded
  }

  /// The bytes of the object that begins there.
  private func rest(from open: Int) -> UnsafeBufferPointer<UInt8> {
    var depth = 0
    var at = open
    while at < scanner.end {
      switch scanner.bytes[at] {
      case UInt8(ascii: "\""):
        guard let lexeme = try? scanner.string(at: at) else { break }
        at = lexeme.end - 1
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 {
          return UnsafeBufferPointer(start: scanner.bytes + open, count: at + 1 - open)
        }
      default: break
      }
      at += 1
    }
    return UnsafeBufferPointer(start: scanner.bytes + open, count: 0)
  }

  private mutating func markAbsent(_ known: ResponseProgram.Object) {
    for number in known.nodes {
      let slot = Int((nodes + Int(number)).pointee.slot)
      if slot >= 0 { slots[slot].state = .absent }
    }
  }
}
