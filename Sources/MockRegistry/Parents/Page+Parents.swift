// SPDX-License-Identifier: Apache-2.0
// One page of a parent list: filters, an offset and a limit.

import Wire

extension MockPage {
  /// The rows of a parent list that a query is after; throws 400 for what it does not allow.
  init(
    _ parent: Parent,
    under arguments: [PathArgument],
    asked query: [HTTPRequest.QueryItem],
    in inventory: Inventory
  ) throws(ErrorResponse) {
    let words = try QueryParameters(query, known: ["limit", "offset"] + parent.filters)
    let limit = try words.number("limit", in: 1...100) ?? parent.defaultLimit
    let offset = try words.number("offset", in: 0...Int.max) ?? 0
    guard !parent.wantsMultiples || offset % limit == 0 else { throw .invalid("offset") }
    let picked = try inventory.rows(of: parent, under: arguments).matching(words, of: parent)
    frame = RawObject([.init(name: "total", json: String(picked.count))])
    content = .objects(
      picked.dropFirst(offset).prefix(limit).map { inventory.served($0, of: parent) })
    listKey = parent.listKey
    start = offset
  }
}

extension [RawObject] {
  fileprivate func matching(_ words: QueryParameters, of parent: Parent) throws(ErrorResponse)
    -> [RawObject]
  {
    var rows = self
    for name in parent.filters {
      guard let wanted = words[name] else { continue }
      if name == "namespace_id" || name == "policy_id" {
        _ = try words.number(name, in: 1...Int.max)
      }
      if name == "status", !Parent.statusWords.contains(wanted) { throw .invalid(name) }
      rows.removeAll { $0.text(name) != wanted }
    }
    return rows
  }
}
