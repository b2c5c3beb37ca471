// SPDX-License-Identifier: Apache-2.0
// A walk read as one list: its pages, and the identities of its rows in order.

import Contract
import Wire

/// One transcript of a walk, read as a list; a class, since few rules ask for all that it knows.
final class ListReading {
  let transcript: Transcript
  let limit: Int
  /// The size of its pages as a query says it, such as `limit=7`.
  let size: String
  private let paging: Paging
  /// The pages that could be read, in order; behind a cut the last one stands alone.
  private(set) lazy var pages = transcript.readings.enumerated().compactMap {
    ListPage($1, number: $0 + 1, paging: paging)
  }
  /// The identities of the rows from the first on, without a gap.
  private(set) lazy var identities = RowIdentities(joining: connectedPages.map(\.identities))
  /// How many rows that are.
  private(set) lazy var count = connectedPages.reduce(0) { $0 + $1.identities.count }

  init(_ transcript: Transcript, paging: Paging) {
    self.transcript = transcript
    limit = transcript.probe.traversal.limit ?? 0
    size = "\(paging.size)=\(limit)"
    self.paging = paging
  }

  /// Whether the list was read from its first row to its last.
  var isComplete: Bool { transcript.ending == .complete }

  /// The pages without a gap between them.
  var connectedPages: ArraySlice<ListPage> {
    transcript.ending == .cut(tail: true) ? pages.dropLast() : pages[...]
  }

  /// The answer that shows a row of the list; the last one for a row behind its end.
  func reading(of row: Int) -> Reading? {
    var count = 0
    for page in connectedPages {
      count += page.identities.count
      if row < count { return page.reading }
    }
    return connectedPages.last?.reading
  }

  /// The end of a sentence where the second page begins where it would if offset counted pages.
  func explanation(beside whole: ListReading) -> String {
    guard let page = pages.dropFirst().first, limit > 1, case .offset = page.paging.style,
      let offset = page.reading.request.query.first(where: { $0.name == page.paging.position })
        .flatMap({ Int($0.value) }), offset > 0, offset < whole.count
    else { return "" }
    return page.identities.isPage(offset, of: whole.identities, size: limit)
      ? ", as if offset counted pages" : ""
  }

  /// Why the list could not be read on, where that is so.
  var obstacle: Inconclusive? {
    guard transcript.ending == .stuck, let last = transcript.readings.last else { return nil }
    if let gap = last.bodyGap { return gap }
    let status = last.response.map { "status \($0.status)" } ?? "no answer"
    return .unreadable("\(last.request.line) brought \(status) and no list")
  }
}

extension RowIdentities {
  /// Whether these begin where the page of a list with that number does, the first page being 0.
  func isPage(_ number: Int, of whole: RowIdentities, size: Int) -> Bool {
    let start = number * size
    return isEmpty ? start >= whole.count : whole.indices.contains(start) && whole[start] == first
  }
}

extension Transcripts {
  /// The walks among the transcripts.
  func lists(_ planning: PlanningContext) -> [ListReading] {
    filter { $0.probe.traversal.limit != nil }
      .map { ListReading($0, paging: planning.operation.paging) }
  }
}
