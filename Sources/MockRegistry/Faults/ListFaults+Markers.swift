// SPDX-License-Identifier: Apache-2.0
// Operators on the markers with which pages are turned.

import Wire

extension ListFaults {
  /// Markers that lead elsewhere, too far, or in a circle.
  var markers: [Fault] {
    list.turnsByMarker ? leadingElsewhere + onOtherPages + misshapen + misread : []
  }

  private var leadingElsewhere: [Fault] {
    let (once, ends): (Fault.Rule, Fault.Rule) = ("marker-comes-once", "marker-walk-ends")
    let same: Fault.Rule = "same-rows-for-every-limit"
    let before = list.rows.newestFirst ? 1 : -1
    return [
      marker("repeats", once, "the second page gives the first page's marker") { page, last in
        page.isFollowed ? page.id(of: 0) : nil
      },
      marker("loops", ends, "the last page leads back to the first") { page, last in
        page.isFollowed ? last : page.id(of: 0).map { $0 + before }
      },
      marker(
        "leads-to-empty-page", .should("marker-leads-to-rows"),
        "the last page gives a marker to an empty one"
      ) { _, last in last },
      marker("missing", same, "the first page gives no marker though rows follow") { _, _ in nil },
      marker("ends-early", same, "the third page gives no marker though rows follow") {
        $0.isFollowed && $0.start < 20 ? $1 : nil
      },
      marker("skips-a-row", same, "the marker of the third page leads one row too far") {
        guard $0.isFollowed else { return nil }
        return $0.start == 20 ? $0.id(of: $0.start + $0.rows.count) : $1
      },
      marker(
        "includes-its-row", "each-row-once", "a marker gives the last row of its page once more"
      ) { $0.isFollowed ? $1 + before : nil },
      marker(
        "of-first-page-on-every-page", once, "every page gives the marker of the first ten rows"
      ) { page, _ in page.id(of: min(9, page.view.count - 1)) },
      fault(
        "marker-list-by-one-404", "status-200", "pages of one row are not found",
        .error(404, on: .asking { $0.number("limit") == 1 })),
      page("marker-page-of-one-empty", ends, "a page of one row has none, and no marker") {
        guard $0.query.limit == 1 else { return }
        ($0.rows, $0.frame["page_info"]) = ([], "{}")
      },
      page("marker-never-ends", ends, "empty pages follow the last, each with a new marker") {
        let next = $0.rows.last?.integer("id") ?? ($0.query.marker?.id ?? 0) - before
        $0.frame["page_info"] = MockPage.pageInfo(next: Marker(id: next).description)
      },
    ]
  }

  /// Only where a page without a limit is not the whole list, and where pages are asked for by a word.
  private var onOtherPages: [Fault] {
    let (once, ends): (Fault.Rule, Fault.Rule) = ("marker-comes-once", "marker-walk-ends")
    let plain = page(
      "marker-missing-without-limit", ends, "a page without a limit gives no marker"
    ) { if $0.context.request[query: "limit"] == nil { $0.frame["page_info"] = "{}" } }
    let filtered = page(
      "marker-repeats-under-filters", once, "a filtered page gives the marker that led to it",
      on: .filtered
    ) {
      guard let marker = $0.query.marker, $0.isFollowed else { return }
      $0.frame["page_info"] = MockPage.pageInfo(next: marker.description)
    }
    return (list.paging.defaultLimit < 100 ? [plain] : [])
      + (list.wordFilter == nil ? [] : [filtered])
  }

  /// Every page leads behind the row of an id, which is made from the page and its last row's id.
  private func marker(
    _ word: String, _ rule: Fault.Rule, _ says: String,
    _ next: @escaping @Sendable (MockPage, Int) -> Int?
  ) -> Fault {
    page("marker-\(word)", rule, says) { page in
      guard let last = page.rows.last?.integer("id") else { return }
      let marker = next(page, last).map { Marker(id: $0).description }
      page.frame["page_info"] = MockPage.pageInfo(next: marker)
    }
  }

  private var misshapen: [Fault] {
    [
      page(
        "marker-in-small-letters", "marker-walk-ends",
        "markers are given out in small letters and not found again"
      ) {
        $0.frame["page_info"] = $0.frame["page_info"]?.replacing("eyJpZCI6", with: "eyjpzci6")
      },
      page("page-info-flat", "required-field", "next_marker stands at the root, not in page_info") {
        $0.frame = RawObject(json: $0.frame["page_info"] ?? "{}")
      },
      page("marker-false-on-last-page", "value-is-string", "next_marker of the last page is false")
      { if $0.frame["page_info"] == "{}" { $0.frame["page_info"] = #"{"next_marker":false}"# } },
    ]
  }

  private var misread: [Fault] {
    let (again, unknown): (Fault.Rule, Fault.Rule) = (
      "same-request-is-answered", "unknown-marker-is-refused"
    )
    return [
      misread(
        "marker-ignored", "marker-walk-ends", "every marker leads to the first page", of: "marker"
      ) { _ in nil },
      misread(
        "marker-not-decoded", "marker-survives-encoding",
        "a percent-encoded marker is compared as it travels", of: "marker"
      ) { $0.contains("%") ? "undecoded" : $0 },
      fault(
        "marker-expires", again, "a marker that is used again is refused",
        .request { request, context in
          if context.repeats > 0, request[query: "marker"] != nil { request[query: "marker"] = "-" }
        }),
      page(
        "marker-used-up", again, "a marker that is used again gives the page after its own",
        on: .repeated
      ) { if $0.query.marker != nil { $0.showRows(from: $0.start + $0.query.limit) } },
      misread(
        "limit-forgotten-behind-marker", "page-within-limit",
        "with a marker every page has the limit of no limit"
      ) {
        if $0[query: "marker"] != nil, (1...100).contains($0.number("limit") ?? 10) {
          $0[query: "limit"] = nil
        }
      },
      fault(
        "unknown-marker-500", unknown, "a marker that was never given out crashes",
        .crash(.asking { $0.hasForeignMarker })),
      misread(
        "unknown-marker-first-page", .should(unknown),
        "a marker that was never given out is ignored"
      ) { if $0.hasForeignMarker { $0[query: "marker"] = nil } },
    ]
  }
}

extension MockPage {
  /// The id of a row of the query, by its number.
  fileprivate func id(of number: Int) -> Int? { view[number].integer("id") }
}
