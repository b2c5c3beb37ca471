// SPDX-License-Identifier: Apache-2.0
// Operators on the markers with which pages are turned.

import Loopback
import Wire

extension ListFaults {
  /// Markers that lead elsewhere, too far, or in a circle.
  var markers: [Fault] { list.turnsByMarker ? leadingElsewhere + misread : [] }

  private var leadingElsewhere: [Fault] {
    let (once, ends) = ("marker-comes-once", "marker-walk-ends")
    let same = "same-rows-for-every-limit"
    let before = list.rows.newestFirst ? 1 : -1
    return [
      marker("repeats", once, "the second page gives the first page's marker") { page, last, view in
        page.isFollowed(in: view) ? view[0].integer("id") ?? last : nil
      },
      marker("loops", ends, "the last page leads back to the first") { page, last, view in
        page.isFollowed(in: view) ? last : (view[0].integer("id") ?? last) + before
      },
      marker(
        "leads-to-empty-page", "marker-leads-to-rows", level: .should,
        "the last page gives a marker to an empty one"
      ) { _, last, _ in last },
      marker("missing", same, "the first page gives no marker though rows follow") { _, _, _ in nil
      },
      marker("ends-early", same, "the third page gives no marker though rows follow") {
        $0.isFollowed(in: $2) && $0.start < 20 ? $1 : nil
      },
      marker("skips-a-row", same, "the marker of the third page leads one row too far") {
        page, last, view in
        guard page.isFollowed(in: view) else { return nil }
        return page.start == 20 ? view[page.start + page.rows.count].integer("id") ?? last : last
      },
      marker(
        "includes-its-row", "each-row-once", "a marker gives the last row of its page once more"
      ) {
        $0.isFollowed(in: $2) ? $1 + before : nil
      },
      marker(
        "of-first-page-on-every-page", once, "every page gives the marker of the first ten rows"
      ) { _, last, view in
        view[min(9, view.count - 1)].integer("id") ?? last
      },
      page("marker-never-ends", ends, "empty pages follow the last, each with a new marker") {
        page, query, _ in
        let next = page.rows.last?.integer("id") ?? (query.marker?.id ?? 0) - before
        page.frame["page_info"] = MockPage.pageInfo(next: Marker(id: next).description)
      },
      page(
        "marker-in-small-letters", ends,
        "markers are given out in small letters and not found again"
      ) { page, _, _ in
        page.frame["page_info"] = page.frame["page_info"]?.replacing("eyJpZCI6", with: "eyjpzci6")
      },
      page("page-info-flat", "required-field", "next_marker stands at the root, not in page_info") {
        page, _, _ in
        page.frame =
          RawObject.array(Array("[\(page.frame["page_info"] ?? "{}")]".utf8)).first ?? .init()
      },
      page("marker-false-on-last-page", "value-is-string", "next_marker of the last page is false")
      { page, _, _ in
        if page.frame["page_info"] == "{}" { page.frame["page_info"] = #"{"next_marker":false}"# }
      },
    ]
  }

  private func marker(
    _ word: String, _ rule: String, level: Fault.Level = .must, _ says: String,
    _ next: @escaping @Sendable (MockPage, Int, Table.View) -> Int?
  ) -> Fault {
    pages("marker-\(word)", rule, level: level, says) { page, _, view in
      guard let last = page.rows.last?.integer("id") else { return }
      let id = next(page, last, view)
      page.frame["page_info"] = MockPage.pageInfo(next: id.map { Marker(id: $0).description })
    }
  }

  private var misread: [Fault] {
    let refused = "unknown-marker-is-refused"
    return [
      misread(
        "marker-ignored", "marker-walk-ends", "every marker leads to the first page", of: "marker"
      ) { _ in nil },
      misread(
        "marker-not-decoded", "marker-survives-encoding",
        "a percent-encoded marker is compared as it travels", of: "marker"
      ) { $0.contains("%") ? "undecoded" : $0 },
      fault(
        "marker-expires", "same-request-is-answered", "a marker that is used again is refused",
        .request { request, context in
          if context.repeats > 0, request[query: "marker"] != nil { request[query: "marker"] = "-" }
        }),
      page(
        "marker-used-up", "same-request-is-answered",
        "a marker that is used again gives the page after its own"
      ) { page, query, context in
        guard query.marker != nil, context.repeats > 0 else { return }
        let start = page.start + query.limit
        page.rows = context.table.view(query)[start..<start + query.limit]
      },
      misread(
        "limit-forgotten-behind-marker", "page-within-limit",
        "with a marker every page has the limit of no limit"
      ) { request in
        let limit = request.number("limit") ?? 10
        if request[query: "marker"] != nil, (1...100).contains(limit) {
          request[query: "limit"] = nil
        }
      },
      fault(
        "unknown-marker-500", refused, "a marker that was never given out crashes",
        .crash(.asking { $0.hasForeignMarker })),
      misread(
        "unknown-marker-first-page", refused, level: .should,
        "a marker that was never given out is ignored"
      ) { request in
        if request.hasForeignMarker { request[query: "marker"] = nil }
      },
    ]
  }
}
