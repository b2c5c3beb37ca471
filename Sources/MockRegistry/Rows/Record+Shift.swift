// SPDX-License-Identifier: Apache-2.0
// How one row becomes another of the same shape: a later id, a later time.

extension Record {
  /// How far a row moves per step, chosen so that no two steps overlap.
  struct Stride {
    var ids: Int
    var hexadecimal: Int
    var seconds: Int
  }

  /// The row some steps later: ids and times move, the zero time stays.
  func shifted(_ steps: Int, by stride: Stride) -> Record {
    guard steps != 0 else { return self }
    var row = self
    for index in row.fields.indices {
      row.fields[index].move(steps, by: stride)
    }
    return row
  }
}

extension Record.Field {
  fileprivate mutating func move(_ steps: Int, by stride: Record.Stride) {
    switch name {
    case "id" where json.hasPrefix("\""), "job_id":
      json = Self.movedHexadecimal(json, by: steps * stride.hexadecimal)
    case "id":
      json = Self.movedInteger(json, by: steps * stride.ids)
    case "status_revision", "StatusRevision":
      json = Self.movedInteger(json, by: steps * stride.seconds)
    case "created_at", "updated_at", "start_time", "end_time", "creation_time", "update_time":
      json = Self.movedTime(json, by: steps * stride.seconds)
    default: break
    }
  }

  private static func movedInteger(_ json: String, by distance: Int) -> String {
    Int(json).map { String($0 + distance) } ?? json
  }

  /// Moves the first eight hexadecimal digits of a quoted id, wrapping at 2^32.
  private static func movedHexadecimal(_ json: String, by distance: Int) -> String {
    let digits = json.dropFirst().prefix(8)
    guard let value = UInt32(digits, radix: 16) else { return json }
    let moved = String(value &+ UInt32(truncatingIfNeeded: distance), radix: 16)
    let padding = String(repeating: "0", count: 8 - moved.count)
    return "\"" + padding + moved + json.dropFirst(9)
  }

  private static func movedTime(_ json: String, by distance: Int) -> String {
    let text = json.dropFirst().dropLast()
    guard text != Timestamp.zero, var time = Timestamp(text) else { return json }
    time.seconds += distance
    return time.text.quoted
  }
}
