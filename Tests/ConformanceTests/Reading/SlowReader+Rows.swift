// SPDX-License-Identifier: Apache-2.0
// The slow way through the rows: relations, words of filters, and the signs of quirks.

import Contract
import Foundation
import Wire

@testable import Conformance

extension SlowReader {
  mutating func readRows() {
    for filter in program.filterFields.indices { readWords(filter) }
    for (number, relation) in program.operation.relations.enumerated() {
      var known: Set<[UInt8]> = []
      for place in rows.indices { hold(relation, number, place, &known) }
    }
    for (number, quirk) in program.observedQuirks.enumerated() {
      for place in rows.indices { observe(quirk, number, place) }
    }
    for (place, row) in rows.enumerated() {
      let own = row[program.operation.paging.identity]
      let identity = own.flatMap { $0.kind == .null ? nil : $0 } ?? row
      facts.identities.append(identity.usualSpelling)
      readTimes(of: row, place)
    }
  }

  private func pointer(_ row: Int, _ names: [String]) -> JSONPointer {
    names.reduce(program.operation.paging.pointer(ofRow: row)) { $0.appending($1) }
  }

  /// A value at the end of a path, with the bytes that show it.
  private typealias Sight = (value: JSONValue, bytes: Range<Int>)

  /// The value at a path of a row, looking into objects that travel as text.
  private func sight(_ path: FieldPath, _ row: JSONValue) -> Sight? {
    var (holder, text): (JSONValue, Range<Int>?) = (row, nil)
    for (place, name) in path.names.enumerated() {
      if place > 0, let inner = EncodedObject(in: holder)?.document?.root {
        text = text ?? holder.span
        holder = inner
      }
      guard let value = holder[name] else { return nil }
      holder = value
    }
    return (holder, text ?? holder.span)
  }

  private mutating func readWords(_ filter: Int) {
    var places: [String: Int32] = [:]
    for (place, row) in rows.enumerated() {
      let path = FieldPath(stringLiteral: program.filterFields[filter])
      guard let (value, bytes) = sight(path, row) else {
        facts.words[filter].column.append(-1)
        continue
      }
      let name = value.string.map(JSONText.quote) ?? value.raw
      if let known = places[name] {
        facts.words[filter].tallies[Int(known)].count += 1
      } else {
        places[name] = Int32(places.count)
        facts.words[filter].tallies.append(
          WordTally(raw: value.raw, row: place, bytes: bytes))
      }
      facts.words[filter].column.append(places[name]!)
    }
  }

  // MARK: relations

  private mutating func hold(
    _ relation: Relation, _ number: Int, _ place: Int, _ known: inout Set<[UInt8]>
  ) {
    let sights = relation.fields.map { sight(FieldPath(stringLiteral: $0), rows[place]) }
    guard let first = sights[0], !first.value.isNull else { return }
    let second = sights.count > 1 ? sights[1]?.value : nil
    switch relation.kind {
    case .counts, .row: return
    default: break
    }
    if case .sum(_, let parts) = relation.kind {
      let numbers = sights.dropFirst().compactMap { $0?.value.number?.int64 }
      guard numbers.count == parts.count, let whole = first.value.number?.int64 else { return }
      let sum = numbers.reduce(0, +)
      count(program.layout.relation(number))
      guard whole != sum else { return }
      return tell(
        relation, number, place, first.value, first.bytes,
        expected: "\(parts.joined(separator: " + ")), which is \(sum)")
    }
    guard let outcome = outcome(relation, first.value, second, &known) else { return }
    count(program.layout.relation(number))
    guard case .fails(let expected) = outcome else { return }
    tell(relation, number, place, first.value, first.bytes, expected: expected)
  }

  private mutating func tell(
    _ relation: Relation, _ number: Int, _ place: Int, _ value: JSONValue, _ bytes: Range<Int>?,
    expected: String
  ) {
    let pointer = pointer(place, FieldPath(stringLiteral: relation.fields[0]).names)
    sheet.note(
      Fault(
        severity: Severity(breaking: relation.obligation),
        summary: "\(pointer) is \(value.raw); \(relation.description)",
        expected: expected, received: Finding.Received(value), kind: relation.name,
        location: AnswerLocation(pointer: pointer, bytes: bytes)),
      of: .relation(number))
  }

  private enum Outcome {
    case holds
    case fails(expected: String)

    init(_ holds: Bool, expected: String) { self = holds ? .holds : .fails(expected: expected) }
  }

  /// Nil where the values are not what the relation speaks of.
  private func outcome(
    _ relation: Relation, _ first: JSONValue, _ second: JSONValue?, _ known: inout Set<[UInt8]>
  ) -> Outcome? {
    switch relation.kind {
    case .echo(_, let parameter):
      guard let asked = pathValue(parameter) else { return nil }
      return Outcome(asked == (first.string ?? first.raw), expected: asked)
    case .unique:
      return Outcome(
        known.insert(Array(first.usualSpelling.utf8)).inserted,
        expected: "a value that no other row has")
    case .notNegative:
      guard let number = first.number, number.isIntegerToken else { return nil }
      return Outcome(!number.raw.hasPrefix("-") || number.int64 == 0, expected: "0 or more")
    case .atMost(_, let other):
      guard let left = first.number?.int64, let right = second?.number?.int64 else { return nil }
      return Outcome(left <= right, expected: "at most \(other), which is \(right)")
    case .notBefore(_, let earlier):
      guard let left = first.time, let right = second?.time, !left.isZeroTime, !right.isZeroTime
      else { return nil }
      return Outcome(left >= right, expected: "not before \(earlier), \(second?.raw ?? "")")
    default: return told(relation, first, second)
    }
  }

  /// The relations that follow a word.
  private func told(_ relation: Relation, _ first: JSONValue, _ second: JSONValue?) -> Outcome? {
    switch relation.kind {
    case .zeroTimeWhileUnfinished(_, let state, let final):
      guard let time = first.time, let word = second?.string, final.contains(word) else {
        return nil
      }
      return Outcome(!time.isZeroTime, expected: "a time, because \(state) is \(word)")
    case .zeroTimeUntilFinished(_, let state, let unfinished):
      guard let time = first.time, let word = second?.string, unfinished.contains(word) else {
        return nil
      }
      return Outcome(time.isZeroTime, expected: "no time yet, because \(state) is \(word)")
    case .code(_, let word, let codes):
      guard let text = second?.string, let code = codes[text] else { return nil }
      return Outcome(first.raw == "\(code)", expected: "\(code), because \(word) is \(text)")
    case .told(let field, _, let words):
      guard let word = first.string, words.contains(word) else { return nil }
      return Outcome(
        second.map { !$0.isNull && $0.string != "" } ?? false, expected: "\(field) beside it")
    default: return nil
    }
  }

  // MARK: quirks

  private mutating func observe(_ quirk: Quirk, _ number: Int, _ place: Int) {
    guard let seen = quirk.observable.flatMap({ seen($0, place) }),
      let side = quirk.side(of: seen.sign)
    else { return }
    count(program.layout.observations[number] + side)
    let key = SeenSide.Key(observation: number, place: side)
    if facts.seenSides[key] == nil { facts.seenSides[key] = seen }
  }

  private func seen(_ observable: Observable, _ place: Int) -> SeenSide? {
    let row = rows[place]
    switch observable {
    case .field(let path, let trait, let condition):
      if let condition, !condition.words.contains(row[condition.field]?.string ?? "") {
        return nil
      }
      guard holder(of: path, row)?.kind == .object else { return nil }
      let found = sight(path, row)
      return trait.sign(of: found?.value).map { seen($0, path, found, place) }
    case .names(let names):
      let name = names.first { row[$0] != nil }
      let path = FieldPath([name ?? names[0]])
      return seen(name ?? "absent", path, sight(path, row), place)
    case .prefix(let path, let parameter):
      guard let found = sight(path, row), let text = found.value.string,
        let prefix = pathValue(parameter)
      else { return nil }
      let isThere = text.utf8.starts(with: (prefix + "/").utf8)
      return seen(isThere ? "with" : "without", path, found, place)
    case .pair(let left, let right):
      guard let found = sight(left, row), let other = sight(right, row) else { return nil }
      let isSame = found.value.isSame(as: other.value)
      return seen(isSame ? "equal" : "different", left, found, place)
    case .extraMembers:
      let known = Set(program.operation.rowFields.map(\.name))
      return seen(row.members.first { !known.contains($0.name) }, place)
    case .nulls: return seen(row.members.first { $0.value.isNull }, place)
    default: return nil
    }
  }

  /// The object that has, or should have, the last name of a path.
  private func holder(of path: FieldPath, _ row: JSONValue) -> JSONValue? {
    guard path.names.count > 1 else { return row }
    guard let holder = sight(FieldPath(path.names.dropLast()), row)?.value else { return nil }
    return EncodedObject(in: holder).map { $0.document?.root } ?? holder
  }

  private func seen(_ sign: String, _ path: FieldPath, _ found: Sight?, _ place: Int) -> SeenSide {
    SeenSide(
      sign: sign,
      received: found.map { Finding.Received($0.value) } ?? Finding.Received("no such member"),
      location: AnswerLocation(
        pointer: pointer(place, path.names), bytes: found?.bytes ?? rows[place].span))
  }

  private func seen(_ member: JSONValue.Member?, _ place: Int) -> SeenSide {
    guard let member else { return SeenSide(sign: "none") }
    return seen("some", FieldPath([member.name]), (member.value, member.value.span), place)
  }

  private mutating func readTimes(of row: JSONValue, _ place: Int) {
    for quirk in program.operation.quirks {
      guard case .order(let path)? = quirk.observable, let time = sight(path, row)?.value.time
      else { continue }
      facts.orders[path, default: TimeRun()].append(time)
    }
    for number in facts.timeDigits.indices {
      for name in facts.timeDigits[number].names {
        guard let value = row[name], let time = value.time, !time.isZeroTime else { continue }
        if facts.timeDigits[number].digits == 0 {
          facts.timeDigits[number].first = SeenSide(
            sign: "", received: Finding.Received(value),
            location: AnswerLocation(pointer: pointer(place, [name]), bytes: value.span))
        }
        facts.timeDigits[number].digits |= 1 << UInt16(time.fractionDigits)
      }
    }
  }
}

extension Quirk {
  /// The only side that a sign speaks for, one behind the last for a sign of none; nil for a sign
  /// that decides nothing.
  fileprivate func side(of sign: String) -> Int? {
    let own = sides.indices.filter { sides[$0].signs.contains(sign) }
    guard own.isEmpty else { return own.count == 1 ? own[0] : nil }
    if sign == "absent" { return nil }
    return sides.firstIndex { $0.signs.contains(Side.anything) } ?? sides.count
  }
}

extension Observable.Trait {
  /// The sign that a value shows, absence included; nil where it shows none.
  fileprivate func sign(of value: JSONValue?) -> String? {
    guard let value else { return "absent" }
    switch self {
    case .value: return value.string ?? value.raw
    case .among(let words): return value.string.flatMap { words.contains($0) ? $0 : nil }
    case .form: return value.form
    case .letterCase: return value.string.map { $0 == $0.lowercased() ? "lower" : "capitalized" }
    case .shape: return value.string.map(\.shape) ?? value.form
    case .magnitude:
      guard let number = value.number?.int64 else { return value.form }
      return number == 0 ? "zero" : Int32(exactly: number) == nil ? "64-bit" : "32-bit"
    case .zeroTime: return value.time.map { $0.isZeroTime ? "zero" : "time" } ?? value.form
    }
  }
}

extension JSONValue {
  /// The kind of a value, where a string is told apart by what it holds.
  var form: String {
    guard let text = string else { return kind.description }
    if text.isEmpty { return "empty" }
    guard let inner = EncodedObject(in: self) else { return "plain" }
    return inner.document == nil ? "broken-text" : "text"
  }

  fileprivate var time: Instant? { string.flatMap { try? Instant(reading: $0) } }
}

extension String {
  fileprivate var shape: String {
    if isEmpty { return "empty" }
    let isHex = { (text: Substring) in text.allSatisfy { $0.isASCII && $0.isHexDigit } }
    if utf8.count == 24, isHex(self[...]) { return "hexadecimal" }
    let groups = split(separator: "-", omittingEmptySubsequences: false)
    let isUUID = groups.map(\.utf8.count) == [8, 4, 4, 4, 12] && groups.allSatisfy(isHex)
    return isUUID ? "uuid" : "other"
  }
}

extension JSONValue {
  /// The one spelling of a value that may be written in several.
  fileprivate var usualSpelling: String {
    if let number { return number.raw.plainNumber }
    guard !hasLoneSurrogate, let string else { return raw }
    return JSONText.quote(UUID(uuidString: string) == nil ? string : string.lowercased())
  }
}
