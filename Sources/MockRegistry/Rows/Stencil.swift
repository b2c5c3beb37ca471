// SPDX-License-Identifier: Apache-2.0
// A row is read and cut once, so that none of its many copies has to be read again.

/// A row as JSON, with the places at which its copies differ from it.
final class Stencil: Sendable {
  /// The row itself, as a client sees it.
  let object: RawObject
  /// The members that no client sees, whose names begin with an underscore.
  let hidden: RawObject
  /// The row's status, in JSON.
  let status: String?
  /// The row's id, where it is a number.
  let id: Int?
  private let text: [UInt8]
  private let cuts: [Cut]

  /// The value of one field, of which some bytes are written anew in every copy.
  private struct Cut {
    var field: Int
    /// Where the value stands in the text.
    var value: Range<Int>
    /// Which bytes of the text are written anew.
    var moving: Range<Int>
    var slot: Slot
  }

  init(_ row: RawObject, of form: RowForm) {
    hidden = RawObject(row.fields.filter { $0.name.hasPrefix("_") })
    object = hidden.fields.isEmpty ? row : RawObject(row.fields.filter { $0.name.first != "_" })
    status = form.status.flatMap { row[$0.field] }
    id = object.integer("id")
    var text: [UInt8] = []
    var cuts: [Cut] = []
    for (index, field) in object.fields.enumerated() {
      text += "\(index == 0 ? "{" : ",")\"\(field.name)\":".utf8
      let value = text.count..<(text.count + field.json.utf8.count)
      text += field.json.utf8
      guard let (slot, place) = form.shift(of: field.name).flatMap({ Slot.of(field, $0) }) else {
        continue
      }
      let moving = value.lowerBound + place.lowerBound..<value.lowerBound + place.upperBound
      cuts.append(Cut(field: index, value: value, moving: moving, slot: slot))
    }
    self.text = text + "}".utf8
    self.cuts = cuts
  }

  /// About as many bytes as a copy takes: its numbers may have more digits than the row's.
  var size: Int { text.count + 8 }

  /// Writes the copy that is so far from the row.
  func write(_ distance: Distance, to bytes: inout [UInt8]) {
    var place = 0
    for cut in cuts {
      bytes += text[place..<cut.moving.lowerBound]
      cut.slot.write(distance, to: &bytes)
      place = cut.moving.upperBound
    }
    bytes += text[place...]
  }

  /// The copy that is so far from the row, in fields.
  func object(_ distance: Distance) -> RawObject {
    var copy = object
    for cut in cuts {
      var json = Array(text[cut.value.lowerBound..<cut.moving.lowerBound])
      cut.slot.write(distance, to: &json)
      json += text[cut.moving.upperBound..<cut.value.upperBound]
      copy.fields[cut.field].json = String(decoding: json, as: UTF8.self)
    }
    return copy
  }
}

/// How far a copy is from its row.
struct Distance: Sendable {
  var ids = 0
  var hexadecimal = 0
  var seconds = 0
  /// The number of the owner, where it is another.
  var owner: String?

  /// So many steps further.
  func moved(_ steps: Int, by stride: RowForm.Stride) -> Distance {
    var moved = self
    moved.ids += steps * stride.ids
    moved.hexadecimal += steps * stride.hexadecimal
    moved.seconds += steps * stride.seconds
    return moved
  }
}

/// A row of a table: what it is cut from, and how far it has moved.
struct Row: Sendable {
  var stencil: Stencil
  var distance = Distance()

  /// The row in fields, for those who want to change some.
  var object: RawObject { stencil.object(distance) }

  /// The id, where it is a number.
  var id: Int? { stencil.id.map { $0 + distance.ids } }

  /// About as many bytes as the row takes on a page.
  var size: Int { stencil.size }

  func write(to bytes: inout [UInt8]) { stencil.write(distance, to: &bytes) }
}
