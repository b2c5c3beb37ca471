// SPDX-License-Identifier: Apache-2.0
// One page of a list on its way to the wire: rows, and the frame they stand in.

import Wire

/// The answer to a question, before it becomes bytes.
struct MockPage: Sendable {
  /// The members of the answer beside the list: `total`, or `page_info`.
  var frame: Record
  var listKey: String
  var rows: [Record]
  /// The number of the first row among all rows the question is about, from 0.
  var start: Int
  /// JSON that stands where the rows would, if not nil.
  var list: String?

  var json: String {
    var answer = frame
    let list = list ?? "[" + rows.map(\.json).joined(separator: ",") + "]"
    answer.fields.append(.init(name: listKey, json: list))
    return answer.json
  }
}

extension MockPage {
  /// The rows that a question is after, and what follows them.
  init(_ question: Question, from table: Table) {
    let view = table.view(status: question.status)
    start = question.marker.map { view.firstIndex(below: $0.id) } ?? question.offset
    let end = start >= view.count ? start : min(start + question.limit, view.count)
    rows = view[start..<end]
    listKey = table.listing.listKey
    frame = Record()
    if table.listing.turnsByMarker {
      let last = end < view.count ? rows.last?.integer("id") : nil
      frame["page_info"] = Self.pageInfo(next: last.map { Marker(id: $0).description })
    } else {
      frame["total"] = String(view.count)
    }
  }

  /// What a marker list says of the next page; nothing, if there is none.
  static func pageInfo(next marker: String?) -> String {
    Record(marker.map { [.init(name: "next_marker", json: $0.quoted)] } ?? []).json
  }
}
