// SPDX-License-Identifier: Apache-2.0
// Operators on filters of status words, and on what is no word at all.

import Loopback
import Wire

extension ListFaults {
  /// One operator for each word: it is forgotten, refused, taken for another, or gives more.
  var filterWords: [Fault] {
    guard let filter = list.wordFilter, let words = filter.words, words.count > 1 else { return [] }
    let (keeps, name) = ("filter-keeps-value", filter.parameter)
    let neighbors = zip(words, words.dropFirst() + words.prefix(1))
    return neighbors.flatMap { word, next in
      [
        misread("filter-ignored-for-\(word.kebab)", keeps, "\(word) gives every row", of: name) {
          $0 == word ? nil : $0
        },
        fault(
          "filter-refuses-\(word.kebab)", keeps, "\(word) is refused",
          .refuse(name) { $0.request[query: name] == word }),
        misread(
          "filter-\(word.kebab)-gives-\(next.kebab)", keeps,
          "\(word) gives the rows that are \(next)", of: name
        ) { $0 == word ? next : $0 },
        picking("\(word.kebab)-also-\(next.kebab)", keeps, "\(word) gives \(next) too", word) {
          [word, next].contains($0)
        },
        filtered(
          "filter-\(word.kebab)-without-first", "filters-add-up",
          "\(word) lacks its first row, and total agrees"
        ) { page, query, _ in
          guard query.word == word else { return }
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
    filtered("filter-\(word)", rule, says) { [list, wordOf] page, query, all in
      guard query.word == asked else { return }
      let rows = all[0..<min(all.count, 100)].filter { isPicked(wordOf($0) ?? "") }
      page.rows = Array(rows.dropFirst(page.start).prefix(query.limit))
      if page.frame["total"] != nil { page.frame["total"] = String(rows.count) }
      if list.turnsByMarker { page.frame["page_info"] = "{}" }
    }
  }

  /// What a row has in the field of the filter of words.
  private var wordOf: @Sendable (RawObject) -> String? {
    let field = list.wordFilter?.field ?? ""
    return { $0.text(at: field) }
  }

  /// Filters that are lost, leak, or hold back, whatever the word.
  var filters: [Fault] {
    guard let filter = list.wordFilter, let words = filter.words, words.count > 1 else {
      return unlisted
    }
    return lost(filter, words) + leaking(filter, words) + unknown(filter, words)
      + hostile(filter.parameter) + (list.paging.total == nil ? [] : totals(filter, words))
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

  private func lost(_ filter: ListOperation.Filter, _ words: [String]) -> [Fault] {
    let (keeps, combine, name) = (
      "filter-keeps-value", "filter-and-paging-combine", filter.parameter
    )
    let later = turnsByOffset ? "offset" : "marker"
    return [
      misread("filter-ignored", keeps, "every status gives every row", of: name) {
        words.contains($0) ? nil : $0
      },
      misread(
        "filter-only-on-first-page", turnsByOffset ? keeps : combine, "later pages are not filtered"
      ) { request in
        if request[query: later].map({ $0 != "0" }) ?? false { request[query: name] = nil }
      },
      misread("filter-only-with-limit", "filter-alone", "without a limit a status is ignored") {
        request in
        if request[query: "limit"] == nil, words.contains(request[query: name] ?? "") {
          request[query: name] = nil
        }
      },
      misread(
        "filter-only-with-default-limit", keeps, "a status works only with the limit of no limit"
      ) { [list] request in
        let habit = list.paging.defaultLimit
        if request.number("limit") ?? habit != habit, words.contains(request[query: name] ?? "") {
          request[query: name] = nil
        }
      },
      misread("filter-ignores-\(later)", combine, "with a status every page is the first") {
        request in
        if request[query: name] != nil, request[query: later] != nil {
          request[query: later] = nil
        }
      },
      fault(
        "filter-forgotten-when-repeated", keeps,
        "a filtered request that comes again is not filtered",
        .request { request, context in
          if context.repeats > 0 { request[query: name] = nil }
        }),
      misread("filter-words-swapped", keeps, "the last two words are mixed up", of: name) {
        word in
        let last = words.suffix(2)
        return last.contains(word) ? last.first { $0 != word } ?? word : word
      },
      fault(
        "short-pages-of-filter-refused", combine, "a filter is refused on pages of two",
        .refuse("limit") { $0.request[query: name] != nil && $0.request.number("limit") == 2 }),
    ] + [
      stray("other-row-on-later-page", keeps, from: 1),
      stray("lost-on-third-page", turnsByOffset ? keeps : combine, from: 2),
    ] + (turnsByOffset ? [] : [endingEarly])
  }

  /// Filtered pages behind the first few open with a row of another word.
  private func stray(_ word: String, _ rule: String, from page: Int) -> Fault {
    filtered(
      "filter-\(word)", rule, "filtered pages behind \(page) open with a row of another word"
    ) {
      [wordOf, first = page] page, query, all in
      let other = all[0..<min(all.count, 100)].first { wordOf($0) != query.word }
      if page.start >= first * query.limit, !page.rows.isEmpty, let other { page.rows[0] = other }
    }
  }

  private var endingEarly: Fault {
    filtered(
      "filter-ends-after-first-page", "filter-and-paging-combine",
      "a filtered page never gives a marker though rows follow"
    ) { page, _, _ in page.frame["page_info"] = "{}" }
  }

  private func leaking(_ filter: ListOperation.Filter, _ words: [String]) -> [Fault] {
    let (keeps, name) = ("filter-keeps-value", filter.field)
    return [
      filtered("filter-leaks-a-row", keeps, "the last row of the list ends every filtered page") {
        page, _, all in
        if let last = page.rows.indices.last { page.rows[last] = all[all.count - 1] }
      },
      filtered("filter-drops-a-row", "filters-add-up", "the last row of every status is left out") {
        [wordOf] page, query, all in
        let count = all.count { wordOf($0) == query.word }
        if page.start + page.rows.count >= count { _ = page.rows.popLast() }
        page.countOneLess()
      },
      filtered(
        "filter-drops-first-row", "filters-add-up", "the first row of every status is left out"
      ) { page, _, _ in
        if page.start == 0 { page.rows = Array(page.rows.dropFirst()) }
        page.countOneLess()
      },
      filtered("filter-null-among-rows", "filter-is-subset", "a null ends every filtered list") {
        page, _, _ in page.list = page.withNull
      },
      pages(
        "filter-needed-for-first-row", "filter-is-subset",
        "without a status the first row is held back"
      ) { page, query, _ in
        if query.word == nil, page.start == 0 { page.rows = Array(page.rows.dropFirst()) }
      },
      filtered(
        "row-under-two-words", "filters-add-up",
        "the last word also gives a row of another, shown as if it had that word"
      ) { [wordOf] page, query, all in
        guard query.word == words.last, page.start == 0, query.limit == 100 else { return }
        guard var row = all[0..<100].first(where: { wordOf($0) != words.last }) else { return }
        row.reach(name) { $0[$1] = words.last?.quoted }
        page.rows.append(row)
        page.frame["total"] = page.frame.integer("total").map { String($0 + 1) }
      },
    ]
  }

  private func totals(_ filter: ListOperation.Filter, _ words: [String]) -> [Fault] {
    [
      filtered(
        "filter-total-of-all", "filter-total", level: .should,
        "total counts the rows of every status"
      ) { page, _, all in page.frame["total"] = String(all.count) },
      page(
        "filter-total-of-first-filter", "filter-total", level: .should,
        "every filtered total is that of the first word"
      ) { page, query, context in
        guard query.word != nil else { return }
        let first = Table.Condition(filter, words[0])
        page.frame["total"] = String(context.table.view(where: [first]).count)
      },
    ]
  }

  private func unknown(_ filter: ListOperation.Filter, _ words: [String]) -> [Fault] {
    let (rule, name) = ("unknown-value-is-refused", filter.parameter)
    let cased = misread(
      "filter-in-any-case", rule, level: .should,
      "a documented word is also taken in small letters", of: name
    ) { text in
      words.first { $0.lowercased() == text.lowercased() } ?? text
    }
    return [
      fault(
        "unknown-\(name)-500", rule, "a \(name) nobody documented crashes",
        .crash(.asking { $0[query: name].map { !words.contains($0) } ?? false })),
      misread(
        "unknown-\(name)-unfiltered", rule, level: .should,
        "a \(name) nobody documented gives every row", of: name
      ) { words.contains($0) ? $0 : nil },
    ] + (words.contains { $0 != $0.lowercased() } ? [cased] : [])
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
