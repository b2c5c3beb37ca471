// SPDX-License-Identifier: Apache-2.0
// One page of a list on its way to the wire: rows, and the frame they stand in.

import Wire

/// The answer to a query, before it becomes bytes.
struct MockPage: Sendable {
  let query: ListQuery
  let context: RequestContext
  /// The members of the answer beside the list: `total`, or `page_info`.
  var frame: RawObject
  var listKey: String
  var content: Content
  /// The number of the first row among all rows the query is about, from 0.
  var start: Int
  /// JSON that stands where the rows would, if not nil.
  var list: String?
  /// Whether the one row is the whole answer, with the members of the frame behind its own.
  var isObject = false

  /// Where the rows are while the page is made.
  enum Content: Sendable {
    /// As their table has them; nobody has looked at any.
    case rows([Row])
    case objects([RawObject])
  }

  /// The rows in fields, which only those who change rows pay for.
  var rows: [RawObject] {
    get {
      switch content {
      case .rows(let rows): rows.map(\.object)
      case .objects(let objects): objects
      }
    }
    set { content = .objects(newValue) }
  }

  var json: String { String(decoding: bytes, as: UTF8.self) }

  /// The page as it travels, without blanks.
  var bytes: [UInt8] {
    guard !isObject else { return RawObject((rows.first?.fields ?? []) + frame.fields).bytes }
    var bytes = frame.bytes
    bytes.removeLast()
    bytes += "\(frame.fields.isEmpty ? "" : ",")\"\(listKey)\":".utf8
    if let list { bytes += list.utf8 } else { content.write(to: &bytes) }
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }
}

extension MockPage.Content {
  /// Writes the rows as a JSON array.
  fileprivate func write(to bytes: inout [UInt8]) {
    switch self {
    case .rows(let rows):
      bytes.reserveCapacity(rows.reduce(bytes.count) { $0 + $1.size })
      bytes.appendArray(of: rows) { $0.write(to: &$1) }
    case .objects(let objects):
      bytes.appendArray(of: objects) { $0.write(to: &$1) }
    }
  }
}

extension [UInt8] {
  /// Writes a JSON array of things, each with what writes it.
  fileprivate mutating func appendArray<Item>(
    of items: [Item], by write: (Item, inout [UInt8]) -> Void
  ) {
    append(UInt8(ascii: "["))
    for (number, item) in items.enumerated() {
      if number > 0 { append(UInt8(ascii: ",")) }
      write(item, &self)
    }
    append(UInt8(ascii: "]"))
  }
}

extension MockPage {
  /// The rows that a query is after, and what follows them.
  init(_ query: ListQuery, on context: RequestContext) {
    let list = context.list
    let view = context.table.view(query)
    self.query = query
    self.context = context
    start = query.marker.map { view.firstIndex(behind: $0.id) } ?? query.offset
    let end = start >= view.count ? start : min(start + query.limit, view.count)
    let rows = view.rows(start..<end)
    content = .rows(rows)
    listKey = list.key
    isObject = list.isObject
    frame = RawObject()
    if list.turnsByMarker {
      let last = end < view.count ? rows.last?.id : nil
      frame["page_info"] = Self.pageInfo(next: last.map { Marker(id: $0).description })
    } else if let total = list.paging.total {
      frame[total] = String(view.count)
    }
  }

  /// Counts anew what the rows count of other lists.
  mutating func count(by counts: (inout RawObject, Inventory) -> Void, in inventory: Inventory) {
    var objects = rows
    for index in objects.indices { counts(&objects[index], inventory) }
    rows = objects
  }

  /// What a marker list says of the next page; nothing, if there is none.
  static func pageInfo(next marker: String?) -> String {
    RawObject(marker.map { [.init(name: "next_marker", json: $0.quoted)] } ?? []).json
  }
}
