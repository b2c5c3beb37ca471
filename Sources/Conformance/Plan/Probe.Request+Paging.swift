// SPDX-License-Identifier: Apache-2.0
// Which page of a list a request asks for, by the names that the operation has for it.

import Contract
import Wire

extension Probe.Request {
  /// The whole number that a parameter of the query is; nil where it is none.
  func integer(_ name: String) -> Int? {
    query.first { $0.name == name }.flatMap { PercentEncoding.decode($0.value) }.flatMap { Int($0) }
  }

  /// How many rows stand before the page that is asked for; nil behind a marker, or where the query
  /// does not say it with a number.
  ///
  /// - Parameter size: The rows of a page where the query has no number of them.
  func rowsBefore(_ paging: Paging, size: Int) -> Int? {
    guard query.contains(where: { $0.name == paging.position }) else { return 0 }
    return integer(paging.position).flatMap {
      paging.rows(before: $0, size: integer(paging.size) ?? size)
    }
  }

  /// Whether the list is read from its first row on.
  func startsList(_ paging: Paging) -> Bool { rowsBefore(paging, size: 1) == 0 }

  /// The same with the page of a size that begins behind so many rows; for markers the first page.
  func page(_ paging: Paging, behind rows: Int, size: Int) -> Probe.Request {
    let page = adding(.init(paging.size, "\(size)"))
    guard let position = paging.position(behind: rows, size: size) else { return page }
    return page.adding(.init(paging.position, "\(position)"))
  }
}
