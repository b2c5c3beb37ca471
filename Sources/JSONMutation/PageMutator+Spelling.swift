// SPDX-License-Identifier: Apache-2.0
// Other spellings of the same page, letters in the other case, and bytes that were hit on the way.

import Wire

extension PageMutator {
  /// The same value in another spelling: members in another order, letters as escapes.
  mutating func respelled(_ sketch: JSONSketch) -> JSONSketch {
    switch sketch {
    case .token(let token): return .token(respelled(token))
    case .array(let elements):
      var again: [JSONSketch] = []
      for element in elements { again.append(respelled(element)) }
      return .array(again)
    case .object(let members):
      var again: [JSONSketch.Member] = []
      for member in members {
        let name = chance(1, of: 6) ? respelled(member.name) : member.name
        again.append(.init(name: name, value: respelled(member.value)))
      }
      // Members of the same name are compared in their order, so that they keep it.
      if Set(members.map(\.name)).count == members.count { again.shuffle(using: &random) }
      return .object(again)
    case .text: return sketch
    }
  }

  /// The same string with some of its characters as escapes; every other token as it is.
  mutating func respelled(_ token: [UInt8]) -> [UInt8] {
    guard token.first == UInt8(ascii: "\""), let value = try? JSONDocument(parsing: token).root,
      let text = value.string, !value.hasLoneSurrogate
    else { return token }
    var literal = "\""
    for scalar in text.unicodeScalars {
      if chance(1, of: 4) {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16, uppercase: chance(1, of: 2))
          literal += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      } else if scalar == "/", chance(1, of: 2) {
        literal += "\\/"
      } else {
        literal += JSONText.quote(String(scalar)).dropFirst().dropLast()
      }
    }
    return Array((literal + "\"").utf8)
  }

  /// A token with its letters in the other case, or with something in front or behind.
  mutating func turned(_ token: [UInt8]) -> [UInt8] {
    guard token.first == UInt8(ascii: "\"") else {
      return chance(1, of: 2) ? [UInt8(ascii: "-")] + token : token + [UInt8(ascii: "0")]
    }
    switch Int.random(in: 0...4, using: &random) {
    case 0: return token.map { (0x61...0x7A).contains($0) ? $0 & 0xDF : $0 }
    case 1: return token.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    case 2: return token.dropLast() + Array(#"\ud800""#.utf8)
    case 3: return token.dropLast() + Array("é仓😀\"".utf8)
    default: return token.dropLast() + Array(" \"".utf8)
    }
  }

  /// Hits bytes here and there, without a thought for the grammar.
  mutating func damage(_ text: inout [UInt8]) {
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      guard let place = text.indices.randomElement(using: &random) else { return }
      switch Int.random(in: 0...5, using: &random) {
      case 0: text[place] ^= 1 << Int.random(in: 0...7, using: &random)
      case 1: text.removeSubrange(place...)
      case 2: text.remove(at: place)
      case 3: text.insert(.random(in: 0...255, using: &random), at: place)
      case 4:
        let end = min(text.count, place + Int.random(in: 1...8, using: &random))
        text.removeSubrange(place..<end)
      default: text.insert(Self.marks.randomElement(using: &random)!, at: place)
      }
    }
  }

  private static let marks = Array("{}[],:\"\\ 0-+.eE/#'ntf".utf8)
}

extension JSONSketch {
  /// Puts a member at the end of a path, with objects on the way to it.
  mutating func put(_ value: JSONSketch, at path: ArraySlice<String>) {
    guard let name = path.first, var members else { return }
    let key = Array(JSONText.quote(name).utf8)
    var inner = value
    if path.count > 1 {
      inner = members.first { $0.name == key }?.value ?? .object([])
      inner.put(value, at: path.dropFirst())
    }
    if let place = members.firstIndex(where: { $0.name == key }) {
      members[place].value = inner
    } else {
      members.append(Member(name: key, value: inner))
    }
    self = .object(members)
  }
}
