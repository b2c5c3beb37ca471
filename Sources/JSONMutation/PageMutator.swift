// SPDX-License-Identifier: Apache-2.0
// Makes pages of a list out of good rows, wrong in a few ways that servers could think of.

import Wire

/// An endless, repeatable supply of pages; many are still JSON, and some are still right.
public struct PageMutator: Sendable {
  private let rows: [JSONSketch]
  private let frame: Frame
  /// Names that stand in rows and beside them, with their quotes.
  private let names: [[UInt8]]
  private let words: [String]
  private let pool: [JSONSketch]
  var random: SeededRandom

  /// What stands around the rows.
  public struct Frame: Sendable {
    /// The names on the way to the rows; none where the body is one of them.
    public var rows: [String]
    /// Other members by the names on the way to them, as they are written.
    public var others: [(path: [String], value: String)]

    public init(rows: [String], others: [(path: [String], value: String)]) {
      self.rows = rows
      self.others = others
    }
  }

  /// - Parameters:
  ///   - rows: A JSON array of objects.
  ///   - names: Names beside those of the rows that the operation knows.
  ///   - words: Texts that mean something to the operation.
  /// - Precondition: There is at least one row.
  public init(rows: [UInt8], in frame: Frame, names: [String], words: [String], seed: UInt64) {
    let list = (try? JSONDocument(parsing: rows))?.root
    self.rows = list.map { $0.elements.map(JSONSketch.init) } ?? []
    precondition(!self.rows.isEmpty, "no row to start from")
    self.frame = frame
    self.words = words
    pool = self.rows.flatMap(\.all)
    let own = pool.compactMap(\.members).flatMap { $0.map(\.name) }
    self.names =
      Array(Set(own)).sorted { $0.lexicographicallyPrecedes($1) }
      + names.map { Array(JSONText.quote($0).utf8) }
    random = SeededRandom(seed: seed)
  }

  public mutating func next() -> [UInt8] {
    var page = page()
    for _ in 0..<Int.random(in: 0...5, using: &random) { change(&page) }
    var text: [UInt8] = []
    let isAiry = chance(1, of: 3)
    var blanks = random
    page.write(into: &text) { isAiry ? Self.blanks.randomElement(using: &blanks)! : [] }
    random = blanks
    if chance(1, of: 4) { damage(&text) }
    return text
  }

  private static let blanks: [[UInt8]] = [[], [], [], [0x20], [0x0A, 0x20], [0x09], [0x0D, 0x0A]]

  /// A page that is right, of up to five rows, or one row without a page.
  private mutating func page() -> JSONSketch {
    var rows: [JSONSketch] = []
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      rows.append(self.rows.randomElement(using: &random)!)
    }
    if frame.rows.isEmpty { return self.rows.randomElement(using: &random)! }
    var page = JSONSketch.object([])
    for (path, value) in frame.others { page.put(JSONSketch(value), at: path[...]) }
    page.put(.array(rows), at: frame.rows[...])
    return page
  }

  mutating func chance(_ wins: Int, of all: Int) -> Bool {
    Int.random(in: 0..<all, using: &random) < wins
  }

  // MARK: where

  /// Changes one thing somewhere in a value.
  private mutating func change(_ sketch: inout JSONSketch) {
    switch sketch {
    case .array(var elements):
      if let place = elements.indices.randomElement(using: &random), chance(5, of: 6) {
        change(&elements[place])
      } else {
        changeElements(&elements)
      }
      sketch = .array(elements)
    case .object(var members) where chance(29, of: 30):
      if let place = members.indices.randomElement(using: &random), chance(3, of: 5) {
        change(&members[place].value)
      } else {
        changeMembers(&members)
      }
      sketch = .object(members)
    case .text(var inner) where chance(4, of: 5):
      change(&inner)
      sketch = .text(inner)
    default: changeValue(&sketch)
    }
  }

  private mutating func changeElements(_ elements: inout [JSONSketch]) {
    let place = elements.indices.randomElement(using: &random) ?? 0
    switch Int.random(in: 0...5, using: &random) {
    case 0 where !elements.isEmpty: elements.remove(at: place)
    case 1 where !elements.isEmpty: elements.append(elements[place])
    case 2, 3:
      guard !elements.isEmpty else { return }
      elements.append(respelled(elements[place]))
    case 4: elements.shuffle(using: &random)
    default: elements.insert(value(), at: place)
    }
  }

  private mutating func changeMembers(_ members: inout [JSONSketch.Member]) {
    guard let place = members.indices.randomElement(using: &random) else {
      return members.append(.init(name: name(), value: value()))
    }
    let other = Int.random(in: 0...members.count, using: &random)
    switch Int.random(in: 0...8, using: &random) {
    case 0: members.remove(at: place)
    case 1: members.insert(members[place], at: other)
    case 2: members.insert(.init(name: members[place].name, value: value()), at: other)
    case 3: members[place].name = name()
    case 4: members[place].name = respelled(members[place].name)
    case 5: members.insert(.init(name: name(), value: value()), at: other)
    case 6: members.shuffle(using: &random)
    case 7:
      let name = respelled(members[place].name)
      members.insert(.init(name: name, value: members[place].value), at: other)
    default: members.swapAt(place, min(other, members.count - 1))
    }
  }

  // MARK: what

  private mutating func name() -> [UInt8] {
    let name = names.randomElement(using: &random) ?? []
    switch Int.random(in: 0...5, using: &random) {
    case 0: return Array(String(decoding: name, as: UTF8.self).uppercased().utf8)
    case 1: return name.filter { $0 != UInt8(ascii: "_") }
    case 2: return Array(Self.strangers.randomElement(using: &random)!.utf8)
    default: return name
    }
  }

  private static let strangers = [
    #""""#, #""a""#, #""\ud800""#, #""\udfff""#, #""\ufffd""#, #""é""#, #""e\u0301""#, #""a\/b~""#,
    #""abcdefghijklmnopqrstuvwxyz0123456789""#,
  ]

  private mutating func value() -> JSONSketch {
    switch Int.random(in: 0...3, using: &random) {
    case 0: return pool.randomElement(using: &random)!
    case 1:
      return words.randomElement(using: &random).map { JSONSketch(JSONText.quote($0)) }
        ?? JSONSketch("null")
    default: return JSONSketch(Self.tokens.randomElement(using: &random)!)
    }
  }

  private static let tokens = [
    "null", "null", "true", "false", "0", "-0", "1", "-1", "1.0", "1e0", "47", "3.0",
    "2147483648", "9223372036854775807", "-9223372036854775808", "9223372036854775808",
    "-99999999999999999999", "[]", "{}", "[{}]", "[null]", "[[]]", #""""#, #""1""#, #""{}""#,
    #""{""#, #""{\"a\":1,\"a\":2}""#, #""{\"id\":1,\"id\":2} ""#, #""{\"id\":}""#, #""[1]""#,
    #"{"id":1,"id":1}"#, #"{"a":{"a":1,"a":2},"a":[{"a":0,"\u0061":0}]}"#, #""\ud83d""#,
    #""\ude00\ud83d""#, #""\ud83d\ude00""#, #""\ufffd""#, #""é""#, #""e\u0301""#,
    #""0001-01-01T00:00:00Z""#, #""2024-05-17T08:30:00Z""#, #""2024-05-17T08:30:00.120Z""#,
    #""2024-05-17T08:30:60Z""#, #""2016-12-31T23:59:60Z""#, #""2024-05-17T08:30:00+08:00""#,
    #""2024-02-30T00:00:00Z""#, #""2024-05-17 08:30:00Z""#, #""2024-05-17T08:30:00.1234567890Z""#,
    #""{\"metadata\":\"{\\\"repository\\\":{\\\"name\\\":1,\\\"name\\\":2}}\"}""#,
  ]

  private mutating func changeValue(_ sketch: inout JSONSketch) {
    switch Int.random(in: 0...11, using: &random) {
    case 0: sketch = .array([sketch])
    case 1: sketch = .object([.init(name: name(), value: sketch)])
    case 2: sketch = .text(sketch.members == nil ? .object([]) : sketch)
    case 3, 4: sketch = respelled(sketch)
    case 5: if case .token(let token) = sketch { sketch = .token(turned(token)) }
    case 6: if chance(1, of: 4) { nest(&sketch) }
    case 7: if case .text(let inner) = sketch { sketch = inner }
    default: sketch = value()
    }
  }

  /// Puts a value so deep inside containers that a parser may give up.
  private mutating func nest(_ sketch: inout JSONSketch) {
    let name = name()
    let isObject = chance(1, of: 2)
    for _ in 0..<Int.random(in: 495...515, using: &random) {
      sketch = isObject ? .object([.init(name: name, value: sketch)]) : .array([sketch])
    }
    if chance(1, of: 3), sketch.members != nil { sketch = .text(sketch) }
  }
}
