// SPDX-License-Identifier: Apache-2.0
// An answer read as one page of a list: its rows, the total, and the way to the next page.

import Contract
import Wire

/// One answer read as a page of an operation's list.
struct ListPage {
  let exchange: Exchange
  /// Within its walk, from 1.
  let number: Int
  let root: JSONValue
  /// Nil where the field of the rows is neither an array nor null.
  let rows: [JSONValue]?
  /// The raw spelling of each row's identity; a row without one is told apart by its whole text.
  let identities: [String]
  let paging: Paging

  /// Nil unless the answer is 200 and a JSON object.
  init?(_ exchange: Exchange, number: Int, paging: Paging) {
    guard exchange.response?.status == 200, let root = exchange.root, root.kind == .object else {
      return nil
    }
    self.exchange = exchange
    self.number = number
    self.root = root
    self.paging = paging
    let list = root.value(at: paging.rows)
    rows = list?.kind == .array ? Array(list!.elements) : list?.isNull == true ? [] : nil
    identities = (rows ?? []).map { $0[paging.identity]?.raw ?? $0.raw }
  }

  /// The number of all rows that the page names; nil in marker paging or where it is no integer.
  var total: Int64? {
    guard case .offset(let path, _) = paging.style else { return nil }
    return root.value(at: path)?.number?.int64
  }

  /// The marker of the next page; nil where it is absent, null or empty.
  var nextMarker: String? {
    guard case .marker(let path) = paging.style, let text = root.value(at: path)?.string,
      !text.isEmpty
    else { return nil }
    return text
  }

  /// The pointer to a row, or to one of its fields.
  func pointer(row: Int, field: String? = nil) -> JSONPointer {
    let place = paging.rows.pointer.appending(row)
    return field.map(place.appending) ?? place
  }
}

extension FieldPath {
  var pointer: JSONPointer { JSONPointer(names) }
}

extension JSONValue {
  /// The value at the end of a path of member names.
  func value(at path: FieldPath) -> JSONValue? {
    path.names.reduce(self as JSONValue?) { $0?[$1] }
  }
}
