// SPDX-License-Identifier: Apache-2.0
// Operators on filters of status words, and on what is no word at all.

import Wire

extension ListFaults {
  /// One operator for each word: it is forgotten, refused, taken for another, or gives more.
  var filterWords: [Fault] {
    guard let filter = list.wordFilter, let words = filter.words, words.count > 1 else { return [] }
    let (keeps, addUp): (Fault.Rule, Fault.Rule) = ("filter-keeps-value", "filters-add-up")
    let name = filter.parameter
    return zip(words, words.dropFirst() + words.prefix(1)).flatMap { word, next in
      let kebab = word.kebab
      return [
        misread("filter-ignored-for-\(kebab)", keeps, "\(word) gives every row", of: name) {
          $0 == word ? nil : $0
        },
        fault(
          "filter-refuses-\(kebab)", keeps, "\(word) is refused",
          .refuse(name) { $0.request[query: name] == word }),
        misread(
          "filter-\(kebab)-gives-\(next.kebab)", keeps,
          "\(word) gives the rows that are \(next)", of: name
        ) { $0 == word ? next : $0 },
        picking(
          "\(kebab)-also-\(next.kebab)", keeps, "\(word) gives \(next) too", word, [word, next]),
        page(
          "filter-\(kebab)-without-first", addUp, "\(word) lacks its first row, and total agrees"
        ) { if $0.query.word == word { $0.leaveOutFirst() } },
        picking("\(kebab)-empty", addUp, "\(word) gives no row", word, []),
      ]
    }
  }

  /// Gives the rows with some words where one is asked for.
  private func picking(
    _ word: String, _ rule: Fault.Rule, _ says: String, _ asked: String, _ picked: [String]
  ) -> Fault {
    page("filter-\(word)", rule, says) { [wordOf] page in
      guard page.query.word == asked else { return }
      let rows = page.all[0..<100].filter { picked.contains(wordOf($0) ?? "") }
      page.rows = Array(rows.dropFirst(page.start).prefix(page.query.limit))
      page.count("total") { _, _ in rows.count }
      if page.frame["page_info"] != nil { page.frame["page_info"] = "{}" }
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
    return
      [
        lost(filter.parameter, words), leaking(filter, words), unknown(filter.parameter, words),
        hostile(filter.parameter),
        words.contains("true") ? [] : [cutAtNUL(filter.parameter, words)],
        list.paging.total == nil ? [] : totals(filter, words),
      ].flatMap(\.self)
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

  private func lost(_ name: String, _ words: [String]) -> [Fault] {
    let (keeps, combine): (Fault.Rule, Fault.Rule) = (
      "filter-keeps-value", "filter-and-paging-combine"
    )
    let turned = turnsByOffset ? keeps : combine
    let later = turnsByOffset ? "offset" : "marker"
    let habit = list.paging.defaultLimit
    let endingEarly = page(
      "filter-ends-after-first-page", combine,
      "a filtered page never gives a marker though rows follow", on: .filtered
    ) { $0.frame["page_info"] = "{}" }
    let emptyEnd = page(
      "filter-last-short-page-empty", combine, "the last filtered page of two rows shows none",
      on: .last
    ) { if $0.query.word != nil, $0.query.limit == 2 { $0.rows = [] } }
    return [
      misread("filter-ignored", keeps, "every status gives every row", of: name) {
        words.contains($0) ? nil : $0
      },
      misread("filter-only-on-first-page", turned, "later pages are not filtered") {
        if $0[query: later] ?? "0" != "0" { $0[query: name] = nil }
      },
      misread("filter-only-with-limit", "filter-alone", "without a limit a status is ignored") {
        if $0[query: "limit"] == nil, words.contains($0[query: name] ?? "") {
          $0[query: name] = nil
        }
      },
      misread(
        "filter-only-with-default-limit", keeps, "a status works only with the limit of no limit"
      ) {
        if $0.number("limit") ?? habit != habit, words.contains($0[query: name] ?? "") {
          $0[query: name] = nil
        }
      },
      misread("filter-ignores-\(later)", combine, "with a status every page is the first") {
        if $0[query: name] != nil { $0[query: later] = nil }
      },
      fault(
        "filter-forgotten-when-repeated", keeps,
        "a filtered request that comes again is not filtered",
        .request { request, context in if context.repeats > 0 { request[query: name] = nil } }),
      misread("filter-words-swapped", keeps, "the last two words are mixed up", of: name) { word in
        let last = words.suffix(2)
        return last.contains(word) ? last.first { $0 != word } ?? word : word
      },
      fault(
        "short-pages-of-filter-refused", combine, "a filter is refused on pages of two",
        .refuse("limit") { $0.request[query: name] != nil && $0.request.number("limit") == 2 }),
      stray("other-row-on-later-page", keeps, from: 1),
      stray("lost-on-third-page", turned, from: 2),
    ] + [turnsByOffset ? emptyEnd : endingEarly]
  }

  /// Filtered pages behind the first few open with a row of another word.
  private func stray(_ word: String, _ rule: Fault.Rule, from first: Int) -> Fault {
    page(
      "filter-\(word)", rule, "filtered pages behind \(first) open with a row of another word",
      on: .filtered
    ) { [wordOf] page in
      let other = page.all[0..<100].first { wordOf($0) != page.query.word }
      if page.start >= first * page.query.limit, !page.rows.isEmpty, let other {
        page.rows[0] = other
      }
    }
  }

  private func leaking(_ filter: ListOperation.Filter, _ words: [String]) -> [Fault] {
    let (addUp, subset): (Fault.Rule, Fault.Rule) = ("filters-add-up", "filter-is-subset")
    return [
      page(
        "filter-leaks-a-row", "filter-keeps-value",
        "the last row of the list ends every filtered page", on: .filtered
      ) { if $0.last >= 0 { $0.rows[$0.last] = $0.all[$0.all.count - 1] } },
      page(
        "filter-drops-a-row", addUp, "the last row of every status is left out", on: .filtered
      ) {
        if !$0.isFollowed { $0.dropLast() }
        $0.countOneLess()
      },
      page(
        "filter-drops-first-row", addUp, "the first row of every status is left out", on: .filtered
      ) { $0.leaveOutFirst() },
      page(
        "filter-null-among-rows", subset, "a null ends every filtered list", on: .filtered
      ) { $0.list = $0.withNull },
      page(
        "filter-needed-for-first-row", subset, "without a status the first row is held back"
      ) { if $0.query.word == nil, $0.start == 0 { $0.dropFirst() } },
      page(
        "row-under-two-words", addUp,
        "the last word also gives a row of another, shown as if it had that word", on: .limit(100)
      ) { [wordOf] page in
        guard page.query.word == words.last, page.start == 0,
          var row = page.all[0..<100].first(where: { wordOf($0) != words.last })
        else { return }
        row.reach(filter.field) { $0[$1] = words.last?.quoted }
        page.rows.append(row)
        page.count("total") { $1 + 1 }
      },
    ]
  }

  private func totals(_ filter: ListOperation.Filter, _ words: [String]) -> [Fault] {
    let rule: Fault.Rule = .should("filter-total")
    let first = Table.Condition(filter, words[0])
    return [
      page(
        "filter-total-of-all", rule, "total counts the rows of every status", on: .filtered
      ) { $0.frame["total"] = String($0.all.count) },
      page(
        "filter-total-of-first-filter", rule, "every filtered total is that of the first word",
        on: .filtered
      ) { $0.frame["total"] = String($0.context.table.view(where: [first]).count) },
    ] + (turnsByOffset ? [ofShortPages(rule)] : [])
  }

  private func ofShortPages(_ rule: Fault.Rule) -> Fault {
    page(
      "filter-total-of-short-page", rule, "total counts the rows of a filtered page of two",
      on: .filtered
    ) { if $0.query.limit == 2 { $0.frame["total"] = String($0.rows.count) } }
  }

  private func unknown(_ name: String, _ words: [String]) -> [Fault] {
    let rule: Fault.Rule = "unknown-value-is-refused"
    let cased = misread(
      "filter-in-any-case", .should(rule), "a documented word is also taken in small letters",
      of: name
    ) { text in words.first { $0.lowercased() == text.lowercased() } ?? text }
    return [
      fault(
        "unknown-\(name)-500", rule, "a \(name) nobody documented crashes",
        .crash(.asking { $0[query: name].map { !words.contains($0) } ?? false })),
      misread(
        "unknown-\(name)-unfiltered", .should(rule),
        "a \(name) nobody documented gives every row", of: name
      ) { words.contains($0) ? $0 : nil },
    ] + (words.contains { $0 != $0.lowercased() } ? [cased] : [])
  }
}

extension MockPage {
  fileprivate mutating func countOneLess() { count("total") { max(0, $1 - 1) } }

  /// Leaves out the first row of the query, and does not count it.
  fileprivate mutating func leaveOutFirst() {
    if start == 0 { dropFirst() }
    countOneLess()
  }
}
