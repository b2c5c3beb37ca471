// SPDX-License-Identifier: Apache-2.0
// Operators on filters of status words, and on what is no word at all.

import Loopback
import Wire

extension ListFaults {
  /// One operator for each word: it is forgotten, refused, taken for another, or gives more.
  var filterWords: [Fault] {
    guard let words = list.filterWords, words.count > 1 else { return [] }
    let keeps = "filter-keeps-value"
    let neighbors = zip(words, words.dropFirst() + words.prefix(1))
    return neighbors.flatMap { word, next in
      [
        misread("filter-ignored-for-\(word.kebab)", keeps, "\(word) gives every row", of: "status")
        { $0 == word ? nil : $0 },
        misread("filter-refuses-\(word.kebab)", keeps, "\(word) is refused", of: "status") {
          $0 == word ? "x\(word)" : $0
        },
        misread(
          "filter-\(word.kebab)-gives-\(next.kebab)", keeps,
          "\(word) gives the rows that are \(next)", of: "status"
        ) { $0 == word ? next : $0 },
        picking("\(word.kebab)-also-\(next.kebab)", keeps, "\(word) gives \(next) too", word) {
          [word, next].contains($0)
        },
        filtered(
          "filter-\(word.kebab)-without-first", "filters-add-up",
          "\(word) lacks its first row, and total agrees"
        ) { page, query, _ in
          guard query.status == word else { return }
          if page.start == 0 { page.rows = Array(page.rows.dropFirst()) }
          page.countOneLess()
        },
        picking("\(word.kebab)-empty", "filters-add-up", "\(word) gives no row", word) { _ in false
        },
      ]
    }
  }

  /// Gives the rows with some words where one is asked for.
  private func picking(
    _ word: String, _ rule: String, _ says: String, _ asked: String,
    if isPicked: @escaping @Sendable (String) -> Bool
  ) -> Fault {
    filtered("filter-\(word)", rule, says) { [list] page, query, all in
      guard query.status == asked else { return }
      let rows = all[0..<min(all.count, 100)].filter {
        isPicked($0.word(list.statusField).map(String.init) ?? "")
      }
      page.rows = Array(rows.dropFirst(page.start).prefix(query.limit))
      if page.frame["total"] != nil { page.frame["total"] = String(rows.count) }
      if list.turnsByMarker { page.frame["page_info"] = "{}" }
    }
  }

  /// Filters that are lost, leak, or hold back, whatever the word.
  var filters: [Fault] {
    guard let words = list.filterWords, words.count > 1 else { return unlisted }
    return lost(words) + leaking(words) + unknown(words)
      + (list.paging.total == nil ? [] : totals(words))
  }

  /// Of a list that cannot be asked for a status.
  private var unlisted: [Fault] {
    [
      fault(
        "status-parameter-500", "unlisted-filter-does-no-harm",
        "a status, which the list cannot be asked for, makes it fail",
        .status(500, on: .asking { $0[query: "status"] != nil }))
    ]
  }

  private func lost(_ words: [String]) -> [Fault] {
    let (keeps, combine) = ("filter-keeps-value", "filter-and-paging-combine")
    let later = turnsByOffset ? "offset" : "marker"
    return [
      misread("filter-ignored", keeps, "every status gives every row", of: "status") {
        words.contains($0) ? nil : $0
      },
      misread(
        "filter-only-on-first-page", turnsByOffset ? keeps : combine, "later pages are not filtered"
      ) { request in
        if request[query: later].map({ $0 != "0" }) ?? false { request[query: "status"] = nil }
      },
      filtered(
        "filter-lost-on-third-page", turnsByOffset ? keeps : combine,
        "filtered pages behind the second show rows of every status"
      ) { page, query, all in
        if page.start >= 2 * query.limit {
          page.rows = all[page.start..<page.start + query.limit]
        }
      },
      misread("filter-only-with-limit", "filter-alone", "without a limit a status is ignored") {
        request in
        if request[query: "limit"] == nil, request.asks(for: words) {
          request[query: "status"] = nil
        }
      },
      misread(
        "filter-only-with-default-limit", keeps, "a status works only with the limit of no limit"
      ) { [list] request in
        let habit = list.paging.defaultLimit
        if request.number("limit") ?? habit != habit, request.asks(for: words) {
          request[query: "status"] = nil
        }
      },
      misread("filter-ignores-\(later)", combine, "with a status every page is the first") {
        request in
        if request[query: "status"] != nil, request[query: later] != nil {
          request[query: later] = nil
        }
      },
      fault(
        "filter-forgotten-when-repeated", keeps,
        "a filtered request that comes again is not filtered",
        .request { request, context in
          if context.repeats > 0 { request[query: "status"] = nil }
        }),
      misread("filter-words-swapped", keeps, "the last two words are mixed up", of: "status") {
        word in
        let last = words.suffix(2)
        return last.contains(word) ? last.first { $0 != word } ?? word : word
      },
      fault(
        "short-pages-of-filter-refused", combine, "a filter is refused on pages of two",
        .refuse("limit") { $0.request[query: "status"] != nil && $0.request.number("limit") == 2 }),
    ] + (turnsByOffset ? [] : [endingEarly])
  }

  private var endingEarly: Fault {
    filtered(
      "filter-ends-after-first-page", "filter-and-paging-combine",
      "a filtered page never gives a marker though rows follow"
    ) { page, _, _ in page.frame["page_info"] = "{}" }
  }

  private func leaking(_ words: [String]) -> [Fault] {
    let keeps = "filter-keeps-value"
    return [
      filtered("filter-leaks-a-row", keeps, "the last row of the list ends every filtered page") {
        page, _, all in
        if let last = page.rows.indices.last { page.rows[last] = all[all.count - 1] }
      },
      filtered("filter-drops-a-row", "filters-add-up", "the last row of every status is left out") {
        [list] page, query, all in
        let count = all.count { $0.word(list.statusField).map(String.init) == query.status }
        if page.start + page.rows.count >= count { _ = page.rows.popLast() }
        page.countOneLess()
      },
      filtered(
        "filter-drops-first-row", "filters-add-up", "the first row of every status is left out"
      ) { page, _, _ in
        if page.start == 0 { page.rows = Array(page.rows.dropFirst()) }
        page.countOneLess()
      },
      filtered(
        "filter-other-row-on-later-page", keeps,
        "filtered pages behind the first open with a row of another status"
      ) { [list] page, query, all in
        let others = all[0..<min(all.count, 100)].filter {
          $0.word(list.statusField).map(String.init) != query.status
        }
        if page.start > 0, !page.rows.isEmpty, let other = others.first { page.rows[0] = other }
      },
      filtered("filter-null-among-rows", "filter-is-subset", "a null ends every filtered list") {
        page, _, _ in page.list = page.withNull
      },
      pages(
        "filter-needed-for-first-row", "filter-is-subset",
        "without a status the first row is held back"
      ) { page, query, _ in
        if query.status == nil, page.start == 0 { page.rows = Array(page.rows.dropFirst()) }
      },
      filtered(
        "row-under-two-words", "filters-add-up",
        "the last word also gives a row of another, shown as if it had that word"
      ) { [list] page, query, all in
        guard query.status == words.last, page.start == 0, query.limit == 100 else { return }
        let others = all[0..<100].filter { $0.word(list.statusField) != words.last?[...] }
        guard var row = others.first else { return }
        row[list.statusField] = words.last?.quoted
        page.rows.append(row)
        page.frame["total"] = page.frame.integer("total").map { String($0 + 1) }
      },
    ]
  }

  private func totals(_ words: [String]) -> [Fault] {
    [
      filtered(
        "filter-total-of-all", "filter-total", level: .should,
        "total counts the rows of every status"
      ) { page, _, all in page.frame["total"] = String(all.count) },
      page(
        "filter-total-of-first-filter", "filter-total", level: .should,
        "every filtered total is that of the first word"
      ) { page, query, context in
        guard query.status != nil else { return }
        page.frame["total"] = String(context.table.view(status: words[0]).count)
      },
    ]
  }

  private func unknown(_ words: [String]) -> [Fault] {
    let (rule, hostile) = ("unknown-value-is-refused", "hostile-value-is-refused")
    let strange = Mutation.Answers.asking { $0.hasHostileStatus }
    return [
      fault(
        "unknown-status-500", rule, "a status nobody documented crashes",
        .crash(.asking { $0[query: "status"] != nil && !$0.asks(for: words) })),
      misread(
        "unknown-status-unfiltered", rule, level: .should,
        "a status nobody documented gives every row", of: "status"
      ) { words.contains($0) ? $0 : nil },
      misread(
        "filter-in-any-case", rule, level: .should,
        "a documented word is also taken in small letters", of: "status"
      ) { status in
        words.first { $0.lowercased() == status.lowercased() } ?? status
      },
      fault("hostile-status-500", hostile, "a status beyond letters crashes", .crash(strange)),
      fault(
        "hostile-status-html", hostile, "a status beyond letters gives a page for people and 500",
        .html(strange), .status(500, on: strange)),
      fault(
        "hostile-status-stack-trace", hostile,
        "a status beyond letters gives the program's own words and 500", .crash(strange),
        .text(.status(500)) { _ in Fault.Trace.go.rawValue }),
    ]
  }
}

extension MockPage {
  fileprivate mutating func countOneLess() {
    frame["total"] = frame.integer("total").map { String(max(0, $0 - 1)) }
  }
}

extension Table.View {
  fileprivate func count(where isMeant: (RawObject) -> Bool) -> Int {
    self[0..<Swift.min(count, 1_000)].count(where: isMeant)
  }
}

extension HTTPRequest {
  fileprivate func asks(for words: [String]) -> Bool {
    self[query: "status"].map(words.contains) ?? false
  }

  fileprivate var hasHostileStatus: Bool {
    guard let status = self[query: "status"] else { return false }
    return status.utf8.count > 200 || !status.allSatisfy { $0.isASCII && $0.isLetter }
  }
}
