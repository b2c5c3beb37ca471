// SPDX-License-Identifier: Apache-2.0
// Where a GC page ended, in the opaque form in which the next page is asked for.

import Wire

/// The id of a page's last row, in base64 of `{"id":1234}`.
struct Marker: Sendable, Hashable, CustomStringConvertible {
  var id: Int

  init(id: Int) { self.id = id }

  /// Reads back what `description` wrote; anything else is nobody's marker.
  init?(_ text: String) {
    guard let bytes = Base64.decode(text) else { return nil }
    let digits = String(decoding: bytes, as: UTF8.self).dropFirst(6).dropLast()
    guard let id = Int(digits) else { return nil }
    self.init(id: id)
    guard description == text else { return nil }
  }

  var description: String { Base64.encode(Array("{\"id\":\(id)}".utf8)) }
}
