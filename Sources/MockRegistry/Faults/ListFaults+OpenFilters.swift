// SPDX-License-Identifier: Apache-2.0
// Operators on filters that take any value, on hostile values, and on orders that a client may ask for.

import Loopback
import Wire

extension ListFaults {
  /// Filters that take any value: they are forgotten, find nothing, miscount, or fall.
  var openFilters: [Fault] {
    list.filters.filter { $0.words == nil }.flatMap { filter -> [Fault] in
      if case .number = filter { return open(filter, nobody: "2147483646") }
      return open(filter, nobody: "nobody") + hostile(filter.parameter)
    }
  }

  private func open(_ filter: ListOperation.Filter, nobody: String) -> [Fault] {
    let (name, word, keepsAll) = (filter.parameter, filter.parameter.kebab, "open-filter-keeps-all")
    let isNumber = Int(nobody) != nil
    let values = list.baseRows.compactMap { $0.text(at: filter.field) }
    var faults = [
      misread("\(word)-ignored", "open-filter-keeps-value", "rows of every \(name) come", of: name)
      {
        isNumber && Int($0) == nil ? $0 : nil
      },
      misread("\(word)-finds-nothing", keepsAll, "nothing is found by \(name)", of: name) { _ in
        nobody
      },
      fault(
        "unknown-\(word)-500", "unknown-value-is-refused", level: .should,
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
        "\(word)-counts-one-more", "open-filter-total", level: .should,
        "\(total) counts one row more under a \(name)"
      ) { page, _, context in
        guard context.request[query: name] != nil else { return }
        page.frame[total] = page.frame.integer(total).map { String($0 + 1) }
      }
    ]
  }

  /// Values that attackers and broken clients send.
  func hostile(_ name: String) -> [Fault] {
    let (rule, word) = ("hostile-value-is-refused", name.kebab)
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

  /// Orders that were asked for and are not kept, for each field that rows can be sorted by.
  var sorts: [Fault] {
    let rule = "rows-are-sorted"
    return list.columns.flatMap { column in
      let asked = Mutation.Answers.asking { $0[query: "order_column"] == column }
      return [
        misread(
          "order-by-\(column.kebab)-ignored", rule, "rows are not sorted by \(column)",
          of: "order_column"
        ) { $0 == column ? nil : $0 },
        misread("order-by-\(column.kebab)-ascends", rule, "\(column) ascends whatever is asked") {
          if $0[query: "order_column"] == column { $0[query: "order_type"] = "asc" }
        },
        pages("sorted-by-\(column.kebab)-lacks-a-row", rule, "rows sorted by \(column) lack one") {
          page, query, _ in if query.order?.field == column { _ = page.rows.popLast() }
        },
        fault(
          "order-by-\(column.kebab)-500", "no-server-error", "an order by \(column) crashes",
          .crash(asked)),
      ]
    }
  }
}
