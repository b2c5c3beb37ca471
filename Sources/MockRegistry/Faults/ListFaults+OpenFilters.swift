// SPDX-License-Identifier: Apache-2.0
// Operators on filters that take any value, on hostile values, and on orders that a client may ask for.

import Loopback
import Wire

extension ListFaults {
  /// Filters that take any value: they are forgotten, find nothing, miscount, or fall.
  var openFilters: [Fault] {
    forgottenOnPages + forgottenValues
      + list.filters.filter { $0.words == nil }.flatMap { filter -> [Fault] in
        switch filter {
        case .number: return open(filter, nobody: "2147483646")
        case .numberOfTwo:
          return open(filter, nobody: "2147483646") + [half(of: filter)]
        default: break
        }
        return open(filter, nobody: "nobody") + hostile(filter.parameter) + wildcards(filter)
      }
  }

  /// Filters that count on long pages only, in lists that have none with words of its own.
  private var forgottenOnPages: [Fault] {
    guard list.wordFilter == nil, !list.filters.isEmpty else { return [] }
    let names = list.filters.map(\.parameter)
    return [
      misread(
        "filters-lost-on-pages-of-two", "filter-and-paging-combine", "pages of two are not filtered"
      ) { request in
        if request[query: "limit"] == "2" { for name in names { request[query: name] = nil } }
      }
    ]
  }

  /// A filter that another one in the same request replaces.
  var filterPairs: [Fault] {
    guard list.filters.count > 1 else { return [] }
    let names = list.filters.map(\.parameter)
    let areTwo = { @Sendable (request: HTTPRequest) in
      names.count { request[query: $0] != nil } > 1
    }
    let times = ["created_at", "creation_time", "start_time"].filter {
      list.baseRows.first?[$0] != nil
    }
    let changed = fault(
      "row-differs-under-two-filters", "same-row-everywhere",
      "rows have another time where two filters are asked for",
      .row { row, place in
        guard areTwo(place.context.request) else { return }
        for name in times { row[name] = "2020-02-02T02:02:02Z".quoted }
      })
    return (times.isEmpty ? [] : [changed]) + [
      fault(
        "html-under-two-filters", "well-formed-json",
        "a page for people comes where two filters are asked for", .html(.asking(areTwo)))
    ]
      + zip(names, names.reversed()).prefix(2).map { name, other in
        misread(
          "\(name.kebab)-beside-\(other.kebab)-forgotten", "filters-combine",
          "\(name) is forgotten beside \(other)"
        ) { if $0[query: other] != nil { $0[query: name] = nil } }
      }
  }

  /// A pattern of the database that nobody escaped.
  private func wildcards(_ filter: ListOperation.Filter) -> [Fault] {
    guard case .part = filter else { return [] }
    return [
      misread(
        "\(filter.parameter.kebab)-takes-wildcards", .should("hostile-value-is-refused"),
        "a percent sign in \(filter.parameter) stands for any text", of: filter.parameter
      ) { PercentEncoding.decode($0) == "%_" ? nil : $0 }
    ]
  }

  private func isNumber(_ filter: ListOperation.Filter) -> Bool {
    if case .number = filter { true } else { false }
  }

  /// Only the value of the first row is looked for.
  private var forgottenValues: [Fault] {
    guard list.wordFilter == nil, let filter = list.filters.first(where: isNumber) else {
      return []
    }
    let (name, first) = (filter.parameter, list.baseRows.first?.text(at: filter.field))
    return [
      misread(
        "\(name.kebab)-of-other-rows-ignored", "open-filter-keeps-common-value",
        "rows of every \(name) come for any but that of the first row", of: name
      ) { $0 == first ? $0 : nil }
    ]
  }

  /// Only the first of two fields is looked at.
  private func half(of filter: ListOperation.Filter) -> Fault {
    let (name, field) = (filter.parameter, filter.field)
    return page(
      "\(name.kebab)-by-one-field", "open-filter-keeps-all", "\(name) finds rows by \(field) alone"
    ) { place in
      guard let wanted = place.context.request[query: name] else { return }
      place.rows.removeAll { $0.text(at: field) != wanted }
    }
  }

  private func open(_ filter: ListOperation.Filter, nobody: String) -> [Fault] {
    let (name, word) = (filter.parameter, filter.parameter.kebab)
    let keepsAll: Fault.Rule = "open-filter-keeps-all"
    let isNumber = Int(nobody) != nil
    let values = list.baseRows.compactMap { $0.text(at: filter.field) }
    var faults = [
      misread("\(word)-ignored", "open-filter-keeps-value", "rows of every \(name) come", of: name)
      { isNumber && Int($0) == nil ? $0 : nil },
      misread("\(word)-finds-nothing", keepsAll, "nothing is found by \(name)", of: name) { _ in
        nobody
      },
      fault(
        "unknown-\(word)-500", .should("unknown-value-is-refused"),
        "a \(name) that no row has crashes",
        .crash(
          .asking { request in
            let text = request[query: name].flatMap { PercentEncoding.decode($0) }
            return text.map { text in !values.contains { $0.contains(text) } } ?? false
          })),
    ]
    if case .part = filter {
      faults.append(
        misread("part-of-\(word)-unknown", keepsAll, "only a whole \(name) is found", of: name) {
          values.contains($0) ? $0 : nobody
        })
    }
    guard let total = list.paging.total else { return faults }
    return faults + [
      page(
        "\(word)-counts-one-more", .should("open-filter-total"),
        "\(total) counts one row more under a \(name)"
      ) { if $0.context.request[query: name] != nil { $0.count(total) { $1 + 1 } } }
    ]
  }

  /// Values that attackers and broken clients send.
  func hostile(_ name: String) -> [Fault] {
    let (rule, word): (Fault.Rule, String) = ("hostile-value-is-refused", name.kebab)
    let strange = Mutation.Answers.asking { request in
      request[query: name].map { $0.utf8.count > 200 || $0.contains("%") } ?? false
    }
    return [
      fault("hostile-\(word)-500", rule, "a \(name) beyond letters crashes", .crash(strange)),
      fault(
        "hostile-\(word)-html", rule, "a \(name) beyond letters gives a page for people and 500",
        .html(strange), .status(500, on: strange)),
      fault(
        "hostile-\(word)-stack-trace", rule,
        "a \(name) beyond letters gives the program's own words and 500", .crash(strange),
        .text(.status(500)) { _ in Fault.Trace.go.rawValue }),
    ]
  }

  /// A value that ends at a NUL, as a text of C does.
  func cutAtNUL(_ name: String, _ words: [String]) -> Fault {
    misread(
      "\(name.kebab)-ends-at-nul", .should("hostile-value-is-refused"),
      "what stands behind a NUL in \(name) does not count", of: name
    ) { value in words.first { value == $0 + "%00" } ?? value }
  }

  /// Orders that were asked for and are not kept, for each field that rows can be sorted by.
  var sorts: [Fault] {
    let rule: Fault.Rule = "rows-are-sorted"
    return list.columns.flatMap { column in
      let word = column.kebab
      let isAsked = { @Sendable (request: HTTPRequest) in request[query: "order_column"] == column }
      return [
        misread("order-by-\(word)-ignored", rule, "rows are not sorted by \(column)") {
          if isAsked($0) { $0[query: "order_column"] = nil }
        },
        misread("order-by-\(word)-of-long-pages", rule, "\(column) ascends on short pages") {
          if isAsked($0), $0[query: "limit"] == "2" { $0[query: "order_type"] = "asc" }
        },
        misread("order-by-\(word)-of-first-page", rule, "\(column) ascends behind the first page") {
          if isAsked($0), ($0[query: "offset"] ?? "0") != "0" { $0[query: "order_type"] = "asc" }
        },
        misread("order-by-\(word)-ascends", rule, "\(column) ascends whatever is asked") {
          if isAsked($0) { $0[query: "order_type"] = "asc" }
        },
        page("sorted-by-\(word)-lacks-a-row", rule, "rows sorted by \(column) lack one") {
          if $0.query.order?.field == column { $0.dropLast() }
        },
        fault(
          "order-by-\(word)-500", "no-server-error", "an order by \(column) crashes",
          .crash(.asking(isAsked))),
      ]
    } + list.columns.suffix(1).flatMap { [lostOrder($0), lostFilters($0)] } + beyondRows
  }

  /// What an order changes beside the rows.
  private var beyondRows: [Fault] {
    guard !list.columns.isEmpty else { return [] }
    let filters = list.filters.map(\.parameter)
    let isFiltered = { @Sendable (request: HTTPRequest) in
      request[query: "order_column"] != nil && filters.contains { request[query: $0] != nil }
    }
    let total = list.paging.total ?? ""
    return [
      page("total-of-ordered-page", "rows-are-sorted", "total counts the page in an order") {
        if $0.query.order != nil { $0.count(total) { page, _ in page.rows.count } }
      },
      page("total-of-ordered-rows-higher", "rows-are-sorted", "total counts one more in an order") {
        if $0.query.order != nil { $0.count(total) { $1 + 1 } }
      },
      fault(
        "html-under-order-and-filter", "well-formed-json",
        "a page for people comes where a filter and an order are asked for",
        .html(.asking(isFiltered))),
      page("no-rows-under-order-and-filter", "rows-are-sorted", "an ordered filter finds nothing") {
        if isFiltered($0.context.request) { $0.rows = [] }
      },
    ]
  }

  /// Filters that are forgotten beside an order.
  private func lostFilters(_ column: String) -> Fault {
    let filters = list.filters.map(\.parameter)
    return misread(
      "filters-lost-under-order-by-\(column.kebab)", "rows-are-sorted",
      "rows sorted by \(column) are not filtered"
    ) { request in
      guard request[query: "order_column"] == column else { return }
      for filter in filters { request[query: filter] = nil }
    }
  }

  /// An order that is forgotten beside a filter.
  private func lostOrder(_ column: String) -> Fault {
    let filters = list.filters.map(\.parameter)
    return misread(
      "order-by-\(column.kebab)-lost-under-filters", "rows-are-sorted",
      "filtered rows are not sorted by \(column)"
    ) { request in
      guard filters.contains(where: { request[query: $0] != nil }) else { return }
      request[query: "order_column"] = nil
    }
  }
}
