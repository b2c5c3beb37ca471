// SPDX-License-Identifier: Apache-2.0
// What rows show of a quirk, ready to be read off the values of one row.

import Contract
import Wire

/// A quirk that every row can show a side of.
struct RowObservation: Sendable {
  /// The place of the quirk in the operation's list.
  let number: Int
  let quirk: Quirk
  let observable: Observable
  /// The sides of the quirk; the count of those that show none stands behind theirs.
  let sideCount: Int
  let slots: [Int]
  private let condition: Int
  /// The side of each sign; signs that decide nothing have none.
  private let places: [String: Int]
  /// The side of signs that no side names.
  private let otherPlace: Int
  /// By the numbers of the words of the first slot's table; -1 for a sign that decides nothing.
  private let wordPlaces: [Int]
  private let formPlaces: [Int]
  private let prefix: [UInt8]

  /// Nil for a quirk that rows do not show, or not one by one.
  init?(_ quirk: Quirk, number: Int, _ compiler: ProgramCompiler) {
    guard let observable = quirk.observable else { return nil }
    var (slots, condition, prefix) = ([Int](), -1, [UInt8]())
    switch observable {
    case .field(let path, _, let when):
      slots = [compiler.slot(path)]
      if let when { condition = compiler.slot(FieldPath([when.field])) }
    case .names(let names): slots = names.map { compiler.slot(FieldPath([$0])) }
    case .prefix(let path, let parameter):
      guard let value = compiler.value(ofPath: parameter) else { return nil }
      slots = [compiler.slot(path)]
      prefix = Array((value + "/").utf8)
    case .pair(let left, let right): slots = [compiler.slot(left), compiler.slot(right)]
    case .extraMembers, .nulls: break
    default: return nil
    }
    (self.quirk, self.observable, self.number) = (quirk, observable, number)
    (self.slots, self.condition, self.prefix) = (slots, condition, prefix)
    sideCount = quirk.sides.count
    otherPlace = quirk.sides.firstIndex { $0.signs.contains(Side.anything) } ?? quirk.sides.count
    places = quirk.places
    let table = slots.first.flatMap(compiler.table(ofSlot:))
    let amongst: [String]? =
      if case .field(_, .among(let words), _) = observable { words } else { nil }
    let (places, otherPlace) = (places, otherPlace)
    wordPlaces = (table?.texts ?? []).map { word in
      if let amongst, !amongst.contains(word) { return -1 }
      return places[word] ?? otherPlace
    }
    formPlaces = Slot.Form.allCases.map { form in
      places[form.sign] ?? (form == .absent ? -1 : otherPlace)
    }
  }

  /// The side that a sign speaks for; nil for one that decides nothing.
  private func place(_ sign: String) -> Int? {
    guard let place = places[sign] else { return sign == "absent" ? nil : otherPlace }
    return place >= 0 ? place : nil
  }

  /// The side that a row shows; nil where it shows none.
  func place(_ row: UnsafePointer<Slot>, _ site: RowSite) -> Int? {
    switch observable {
    case .field(_, let trait, let when):
      if let when, condition >= 0 {
        let state = row + condition
        guard state.pointee.state == .present, state.pointee.isString,
          state.pointee.isAny(of: when.words)
        else { return nil }
      }
      return place(of: row + slots[0], trait)
    default: return sign(row, site).flatMap(place)
    }
  }

  private func place(of slot: UnsafePointer<Slot>, _ trait: Observable.Trait) -> Int? {
    guard slot.pointee.state != .unreached else { return nil }
    guard slot.pointee.state == .present else { return place("absent") }
    var found = -1
    switch trait {
    case .value where slot.pointee.word >= 0:
      found = wordPlaces[Int(slot.pointee.word)]
    case .value: found = otherPlace
    case .among:
      guard slot.pointee.isString, slot.pointee.word >= 0 else { return nil }
      found = wordPlaces[Int(slot.pointee.word)]
    case .form: found = formPlaces[Int(slot.pointee.form.rawValue)]
    default: return sign(of: slot, trait).flatMap(place)
    }
    return found >= 0 ? found : nil
  }

  /// The sign that a row shows, in words; nil where it shows none.
  func sign(_ row: UnsafePointer<Slot>, _ site: RowSite) -> String? {
    switch observable {
    case .field(_, let trait, _): return sign(of: row + slots[0], trait)
    case .names(let names):
      return zip(names, slots).first { (row + $0.1).pointee.state == .present }?.0 ?? "absent"
    case .prefix:
      let slot = row + slots[0]
      guard slot.pointee.state == .present, slot.pointee.isString else { return nil }
      return slot.pointee.text.starts(with: prefix) ? "with" : "without"
    case .pair:
      let (left, right) = (row + slots[0], row + slots[1])
      guard left.pointee.state == .present, right.pointee.state == .present else { return nil }
      return left.pointee.isSame(as: right.pointee) ? "equal" : "different"
    case .extraMembers: return site.extra == nil ? "none" : "some"
    case .nulls: return site.null == nil ? "none" : "some"
    default: return nil
    }
  }

  private func sign(of slot: UnsafePointer<Slot>, _ trait: Observable.Trait) -> String? {
    guard slot.pointee.state == .present else {
      return slot.pointee.state == .absent ? "absent" : nil
    }
    let form = slot.pointee.form.sign
    switch trait {
    case .value: return slot.pointee.isString ? slot.pointee.decoded : slot.pointee.rawText
    case .among(let words):
      guard slot.pointee.isString else { return nil }
      let text = slot.pointee.decoded
      return words.contains(text) ? text : nil
    case .form: return form
    case .letterCase:
      guard slot.pointee.isString else { return nil }
      return slot.pointee.isLowerCase ? "lower" : "capitalized"
    case .shape: return slot.pointee.isString ? slot.pointee.shape : form
    case .magnitude:
      guard slot.pointee.isInteger else { return form }
      let number = slot.pointee.integer
      return number == 0 ? "zero" : Int32(exactly: number) == nil ? "64-bit" : "32-bit"
    case .zeroTime: return slot.pointee.instant.map { $0.isZeroTime ? "zero" : "time" } ?? form
    }
  }

  /// The slot in which the sign stands, and the name that leads to it.
  func evidence(_ row: UnsafePointer<Slot>, _ site: RowSite) -> (path: FieldPath, slot: Int?) {
    switch observable {
    case .field(let path, _, _), .prefix(let path, _), .pair(let path, _): (path, slots[0])
    case .names(let names):
      zip(names, slots).first { (row + $0.1).pointee.state == .present }
        .map { (FieldPath([$0.0]), $0.1) } ?? (FieldPath([names[0]]), nil)
    default: (FieldPath([]), nil)
    }
  }
}

/// What of a row no slot holds.
struct RowSite {
  var index: Int
  var span: Range<Int>
  /// The first member that no table lists: its name and where its value stands.
  var extra: (name: String, value: Range<Int>)?
  /// The first member that is null.
  var null: (name: String, value: Range<Int>)?
}

extension Quirk {
  /// The side that each sign speaks for, -1 for a sign of several sides.
  fileprivate var places: [String: Int] {
    var places: [String: Int] = [:]
    for (index, side) in sides.enumerated() {
      for sign in side.signs where sign != Side.anything {
        places[sign] = [nil, index].contains(places[sign]) ? index : -1
      }
    }
    return places
  }
}

extension Slot {
  fileprivate var isLowerCase: Bool {
    guard text.allSatisfy({ $0 < 0x80 }) else { return decoded == decoded.lowercased() }
    return !text.contains { (0x41...0x5A).contains($0) }
  }

  fileprivate var shape: String {
    if text.isEmpty { return "empty" }
    if text.count == 24, text.allSatisfy({ ASCII.hexValue($0) != nil }) { return "hexadecimal" }
    let isUUID = text.indices.allSatisfy { place in
      [8, 13, 18, 23].contains(place)
        ? text[place] == UInt8(ascii: "-") : ASCII.hexValue(text[place]) != nil
    }
    return text.count == 36 && isUUID ? "uuid" : "other"
  }

  /// Whether both mean the same; see ``JSONValue/isSame(as:)``.
  fileprivate func isSame(as other: Slot) -> Bool {
    if raw.elementsEqual(other.raw) { return true }
    guard let mine = try? JSONDocument(parsing: Array(raw)),
      let theirs = try? JSONDocument(parsing: Array(other.raw))
    else { return false }
    return mine.root.isSame(as: theirs.root)
  }
}
