// SPDX-License-Identifier: Apache-2.0
// What rows show of a quirk, ready to be read off the values of one row.

import Contract
import Wire

/// A quirk that every row can show a side of; a plain value whose tables live as long as its program.
struct RowObservation {
  /// The sides of the quirk; the count of those that show none stands behind theirs.
  let sideCount: Int
  /// Where its counts begin in a ``CountLayout``.
  var firstCount = 0
  private let slots: ProgramTable<Int>
  fileprivate let kind: Kind
  /// The slot whose word decides whether the row is looked at; -1 where every row is.
  private let condition: Int
  /// Whether the row is looked at, by the numbers of that slot's words.
  private let conditionWords: ProgramTable<Bool>
  /// The sides of the words of the first slot, by their numbers; -1 for one that decides nothing.
  private let wordPlaces: ProgramTable<Int8>
  /// The sides of the signs that have names of their own; -1 for one that decides nothing.
  private let signPlaces: ProgramTable<Int8>
  /// The side of every sign that no side names.
  private let otherPlace: Int8
  private let prefix: ProgramTable<UInt8>

  fileprivate enum Kind: UInt8 {
    case value, among, form, letterCase, shape, magnitude, zeroTime
    case names, prefix, pair, extraMembers, nulls
  }

  /// The signs that are not words of the server: what a value is, or how two stand to each other.
  /// Those of forms stand first and in the order of ``Slot/Form``.
  enum Sign: UInt8, CaseIterable {
    case object, text, broken, plain, empty, number, boolean, array, null, absent
    case lower, capitalized, hexadecimal, uuid, other
    case zero, narrow, wide, time
    case with, without, equal, different, none, some

    /// The sign as quirks spell it.
    var spelling: String {
      switch self {
      case .broken: "broken-text"
      case .narrow: "32-bit"
      case .wide: "64-bit"
      default: "\(self)"
      }
    }
  }

  /// Nil for a quirk that rows do not show, or not one by one.
  init?(_ quirk: Quirk, _ compiler: ProgramCompiler) {
    guard let observable = quirk.observable, let kind = Kind(observable) else { return nil }
    var condition = -1
    var words: [String] = []
    var prefix: [UInt8] = []
    let slots: [Int]
    switch observable {
    case .field(let path, _, let when):
      slots = [compiler.slot(path)]
      if let when { (condition, words) = (compiler.slot(FieldPath([when.field])), when.words) }
    case .names(let names): slots = names.map { compiler.slot(FieldPath([$0])) }
    case .prefix(let path, let parameter):
      guard let value = compiler.value(ofPath: parameter) else { return nil }
      slots = [compiler.slot(path)]
      prefix = Array((value + "/").utf8)
    case .pair(let left, let right): slots = [compiler.slot(left), compiler.slot(right)]
    default: slots = []
    }
    (self.kind, self.slots, self.prefix) = (kind, ProgramTable(slots), ProgramTable(prefix))
    self.condition = condition
    conditionWords = ProgramTable(
      (compiler.table(ofSlot: condition)?.texts ?? []).map(words.contains))
    sideCount = quirk.sides.count
    let other = quirk.sides.firstIndex { $0.signs.contains(Side.anything) } ?? quirk.sides.count
    otherPlace = Int8(other)
    let places = quirk.places
    let texts = slots.first.flatMap(compiler.table(ofSlot:))?.texts ?? []
    wordPlaces = ProgramTable(
      texts.map { word in
        if case .field(_, .among(let few), _) = observable, !few.contains(word) { return -1 }
        return Int8(places[word] ?? other)
      })
    let names: [String]? = if case .names(let names) = observable { names } else { nil }
    let signs = names.map { $0 + ["absent"] } ?? Sign.allCases.map(\.spelling)
    signPlaces = ProgramTable(
      signs.map { Int8(places[$0] ?? ($0 == "absent" ? -1 : other)) })
  }

  func deallocate() {
    slots.deallocate()
    conditionWords.deallocate()
    wordPlaces.deallocate()
    signPlaces.deallocate()
    prefix.deallocate()
  }

  /// The side that a row shows; -1 where it shows none.
  @inline(__always)
  func place(_ row: UnsafePointer<Slot>, hasExtra: Bool, hasNull: Bool) -> Int {
    if condition >= 0 {
      let state = row + condition
      guard state.pointee.isPresentString, state.pointee.word >= 0,
        conditionWords[Int(state.pointee.word)]
      else { return -1 }
    }
    switch kind {
    case .value, .among: return place(ofWord: row + slots[0])
    case .names: return Int(signPlaces[nameNumber(row)])
    case .extraMembers: return place(hasExtra ? .some : .none)
    case .nulls: return place(hasNull ? .some : .none)
    default: return sign(row).map(place) ?? -1
    }
  }

  @inline(__always)
  private func place(_ sign: Sign) -> Int { Int(signPlaces[Int(sign.rawValue)]) }

  private func place(ofWord slot: UnsafePointer<Slot>) -> Int {
    guard slot.pointee.state == .present else {
      return slot.pointee.state == .absent ? place(.absent) : -1
    }
    if kind == .among, !slot.pointee.isString { return -1 }
    guard slot.pointee.word >= 0 else { return kind == .among ? -1 : Int(otherPlace) }
    return Int(wordPlaces[Int(slot.pointee.word)])
  }

  /// Which of the names is there; their number for none.
  private func nameNumber(_ row: UnsafePointer<Slot>) -> Int {
    slots.values.firstIndex { (row + $0).pointee.state == .present } ?? slots.values.count
  }

  /// The sign that is no word of the server; nil where the row shows none.
  private func sign(_ row: UnsafePointer<Slot>) -> Sign? {
    let slot = row + slots[0]
    switch kind {
    case .prefix:
      guard slot.pointee.isPresentString else { return nil }
      return slot.pointee.text.starts(with: prefix.values) ? .with : .without
    case .pair:
      let other = row + slots[1]
      guard slot.pointee.state == .present, other.pointee.state == .present else { return nil }
      return slot.pointee.isSame(as: other.pointee) ? .equal : .different
    default: break
    }
    guard slot.pointee.state == .present else {
      return slot.pointee.state == .absent ? .absent : nil
    }
    switch kind {
    case .letterCase:
      guard slot.pointee.isString else { return nil }
      return slot.pointee.isLowerCase ? .lower : .capitalized
    case .shape where slot.pointee.isString: return slot.pointee.shape
    case .magnitude where slot.pointee.isInteger:
      let number = slot.pointee.integer
      return number == 0 ? .zero : Int32(exactly: number) == nil ? .wide : .narrow
    case .zeroTime:
      return slot.pointee.instant.map { $0.isZeroTime ? .zero : .time } ?? slot.pointee.sign
    default: return slot.pointee.sign
    }
  }

  /// The sign that a row shows, as quirks spell it; nil where it shows none.
  func text(
    _ observable: Observable, _ row: UnsafePointer<Slot>, hasExtra: Bool, hasNull: Bool
  ) -> String? {
    switch observable {
    case .names(let names):
      let number = nameNumber(row)
      return number < names.count ? names[number] : "absent"
    case .extraMembers: return hasExtra ? "some" : "none"
    case .nulls: return hasNull ? "some" : "none"
    default: break
    }
    let slot = row + slots[0]
    guard kind == .value || kind == .among, slot.pointee.state == .present else {
      return sign(row)?.spelling
    }
    return slot.pointee.isString ? slot.pointee.decoded : slot.pointee.rawText
  }

  /// The slot in which the sign stands, and the path that leads to it.
  func evidence(
    _ observable: Observable, _ row: UnsafePointer<Slot>
  ) -> (path: FieldPath, slot: Int?) {
    switch observable {
    case .field(let path, _, _), .prefix(let path, _), .pair(let path, _): return (path, slots[0])
    case .names(let names):
      let number = nameNumber(row)
      return number < names.count
        ? (FieldPath([names[number]]), slots[number]) : (FieldPath([names[0]]), nil)
    default: return (FieldPath([]), nil)
    }
  }
}

/// What of a row no slot holds.
struct RowSite {
  var index = 0
  var span = 0..<0
  /// The first member that no table lists; nil where there is none.
  var extra: Member?
  /// The first member that is null.
  var null: Member?

  struct Member {
    var name: UnsafeBufferPointer<UInt8>
    var value: Range<Int>
  }
}

extension RowObservation.Kind {
  fileprivate init?(_ observable: Observable) {
    switch observable {
    case .field(_, let trait, _):
      switch trait {
      case .value: self = .value
      case .among: self = .among
      case .form: self = .form
      case .letterCase: self = .letterCase
      case .shape: self = .shape
      case .magnitude: self = .magnitude
      case .zeroTime: self = .zeroTime
      }
    case .names: self = .names
    case .prefix: self = .prefix
    case .pair: self = .pair
    case .extraMembers: self = .extraMembers
    case .nulls: self = .nulls
    default: return nil
    }
  }
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
  @inline(__always)
  fileprivate var isPresentString: Bool { state == .present && isString }

  fileprivate var sign: RowObservation.Sign { RowObservation.Sign(rawValue: form.rawValue)! }

  fileprivate var isLowerCase: Bool {
    guard text.allSatisfy({ $0 < 0x80 }) else { return decoded == decoded.lowercased() }
    return !text.contains { (0x41...0x5A).contains($0) }
  }

  fileprivate var shape: RowObservation.Sign {
    if text.isEmpty { return .empty }
    if text.isHexadecimal24 { return .hexadecimal }
    return text.isUUID ? .uuid : .other
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
