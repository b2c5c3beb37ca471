// SPDX-License-Identifier: Apache-2.0
// JSON that can be bent before it is written: names may come twice, and objects may hide in text.

import Wire

/// A value that is still to be written, in the spelling that it will have.
indirect enum JSONSketch: Sendable {
  /// A number, a word or a string as it will stand there.
  case token([UInt8])
  case array([JSONSketch])
  case object([Member])
  /// A string that holds a value as text.
  case text(JSONSketch)

  struct Member: Sendable {
    /// The name with its quotes.
    var name: [UInt8]
    var value: JSONSketch
  }

  init(_ value: JSONValue) {
    switch value.kind {
    case .array: self = .array(value.elements.map(JSONSketch.init))
    case .object:
      self = .object(
        value.members.map { Member(name: Array($0.key.rawBytes), value: JSONSketch($0.value)) })
    default:
      let text = value.string.map { Array($0.utf8) } ?? []
      if text.first == UInt8(ascii: "{"), let inner = try? JSONDocument(parsing: text).root {
        self = .text(JSONSketch(inner))
      } else {
        self = .token(Array(value.rawBytes))
      }
    }
  }

  init(_ token: String) { self = .token(Array(token.utf8)) }

  /// The members of an object; nil for every other kind.
  var members: [Member]? { if case .object(let members) = self { members } else { nil } }

  /// The value and everything in it, this first.
  var all: [JSONSketch] {
    switch self {
    case .token: [self]
    case .array(let elements): [self] + elements.flatMap(\.all)
    case .object(let members): [self] + members.flatMap(\.value.all)
    case .text(let inner): [self] + inner.all
    }
  }

  /// Writes the value, with what a function has to say where blanks may stand.
  func write(into text: inout [UInt8], blanks: () -> [UInt8]) {
    text += blanks()
    switch self {
    case .token(let token): text += token
    case .text(let inner):
      var held: [UInt8] = []
      inner.write(into: &held, blanks: blanks)
      text += JSONText.quote(String(decoding: held, as: UTF8.self)).utf8
    case .array(let elements):
      text.append(UInt8(ascii: "["))
      for (place, element) in elements.enumerated() {
        if place > 0 { text.append(UInt8(ascii: ",")) }
        element.write(into: &text, blanks: blanks)
      }
      text += blanks() + [UInt8(ascii: "]")]
    case .object(let members):
      text.append(UInt8(ascii: "{"))
      for (place, member) in members.enumerated() {
        text += (place > 0 ? [UInt8(ascii: ",")] : []) + blanks()
        text += member.name + blanks() + [UInt8(ascii: ":")]
        member.value.write(into: &text, blanks: blanks)
      }
      text += blanks() + [UInt8(ascii: "}")]
    }
    text += blanks()
  }
}
