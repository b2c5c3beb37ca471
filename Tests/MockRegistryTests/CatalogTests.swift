// SPDX-License-Identifier: Apache-2.0
// Every fault is seen to change something, and nothing but its own operation.

import Loopback
import Testing
import Wire

@testable import MockRegistry

struct CatalogTests {
  @Test func `names of faults are unique and speak`() {
    let names = Fault.catalog.map(\.name)
    #expect(Set(names).count == names.count)
    for fault in Fault.catalog {
      #expect(isKebab(fault.name), "\(fault.name)")
      #expect(fault.name.hasPrefix(fault.list.word + "-"), "\(fault.name)")
      #expect(!fault.summary.isEmpty && !fault.summary.hasSuffix("."), "\(fault.name)")
    }
    #expect(names.allSatisfy { Fault.named($0)?.name == $0 })
  }

  @Test(arguments: FieldOperator.allCases)
  func `every operator makes a fault of some field, or is harmless everywhere`(
    mutation: FieldOperator
  ) {
    #expect(Fault.catalog.contains { $0.name.contains("-\(mutation.word)") }, "\(mutation)")
  }

  @Test(arguments: ListOperation.judged)
  func `what a field says of an operator is of one that its kind has`(list: ListOperation) {
    for field in list.rows.fields {
      for mutation in field.weights.keys {
        #expect(mutation.definition(for: field) != nil, "\(field.path) \(mutation)")
      }
    }
  }

  @Test(arguments: ListOperation.judged)
  func `a fault changes an answer of its operation`(list: ListOperation) throws {
    let healthy = try #require(Self.healthy[list])
    // One in thirty; the self-test judges each.
    for (number, fault) in Fault.catalog.enumerated() where fault.list == list && number % 30 == 0 {
      let registry = MockRegistry(.init(fault: fault))
      #expect(healthy.contains { $0.answer != registry.answer($0.request) }, "\(fault.name)")
    }
  }

  @Test(arguments: ListOperation.judged)
  func `a fault stands a registry without rows or with one`(list: ListOperation) {
    let requests = samples(of: list)
    for (number, fault) in Fault.catalog.enumerated() where fault.list == list && number % 9 == 0 {
      let registry = MockRegistry(.init(rows: number % 2, fault: fault))
      for request in requests.indices.filter({ ($0 + number) % 20 == 0 }).map({ requests[$0] }) {
        #expect(registry.respond(request).status.code >= 200)
      }
    }
  }

  @Test(arguments: ListOperation.judged)
  func `a fault leaves the other operations alone`(list: ListOperation) throws {
    let healthy = try #require(Self.healthy[list])
    // Three others of the fifteen, since every pair is 25,000 answers.
    let next = (ListOperation.judged + ListOperation.judged).drop { $0 != list }.dropFirst()
    for other in next.prefix(3) {
      let registry = MockRegistry(.init(fault: Fault.catalog.last { $0.list == other }))
      #expect(healthy.allSatisfy { $0.answer == registry.answer($0.request) })
    }
  }

  @Test func `names of variants are unique and speak`() {
    let names = Variant.catalog.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(Set(names).isDisjoint(with: Fault.catalog.map(\.name)))
    for variant in Variant.catalog {
      #expect(isKebab(variant.name), "\(variant.name)")
      #expect(Variant.named(variant.name)?.summary == variant.summary)
    }
  }

  @Test(arguments: Variant.catalog.map(\.name))
  func `a variant changes an answer of some operation`(name: String) throws {
    let variant = try #require(Variant.named(name))
    #expect(
      Self.healthy.values.contains { exchanges in
        let odd = MockRegistry(.init(variants: [variant]))
        return exchanges.contains { $0.answer != odd.answer($0.request) }
      }
    )
  }

  /// What a healthy registry answers to the samples of each list, in order.
  private static let healthy: [ListOperation: [(request: HTTPRequest, answer: LoopbackAnswer)]] =
    Dictionary(
      uniqueKeysWithValues: ListOperation.judged.map { list in
        let registry = MockRegistry()
        return (list, samples(of: list).map { ($0, registry.answer($0)) })
      }
    )

  private func isKebab(_ name: String) -> Bool {
    !name.isEmpty && !name.contains("--") && name.first != "-" && name.last != "-"
      && name.utf8.allSatisfy {
        $0 == 0x2D || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
      }
  }
}

/// Requests of one list that between them touch every rule there is.
func samples(of list: ListOperation) -> [HTTPRequest] {
  let walks = stride(from: 0, through: 60, by: 10).map { "limit=10&offset=\($0)" }
  let rows = (list.turnsByMarker ? list : .gcTasks).baseRows
  let markers = [0, 9, 19, 29, 32].map { "limit=10&" + marker(rows[$0].integer("id") ?? 0) }
  let deep = (list.filterWords ?? []).flatMap { word in
    [3, 5, 9, 14].map {
      "limit=2&\(list.wordFilter?.parameter ?? "")=\(word)&" + marker(rows[$0].integer("id") ?? 0)
    }
  }
  let filters = list.statusWords.flatMap { word in
    [
      "status=\(word)", "limit=100&status=\(word)", "limit=2&offset=2&status=\(word)",
      "limit=2&offset=4&status=\(word)", "status=\(word.lowercased())",
      "status=\(word)%00",
      "\(marker(1279))&limit=2&status=\(word)", "\(marker(1180))&limit=2&status=\(word)",
    ]
  }
  let bad = [
    "limit=0", "limit=-1", "limit=101", "limit=abc", "limit=9223372036854775808", "offset=-1",
    "offset=abc", "limit=10&offset=5", "offset=10", "offset=200", "limit=100&offset=100",
    "offset=9223372036854775800", "limit=10&offset=2147483650",
    "limit=100&offset=9223372036854775800", "limit=100&offset=107374182400", "status=NoSuch",
    "status=success", "status=%27",
    "status=" + String(repeating: "x", count: 1_024), "marker=bogus",
  ]
  let good = [
    "", "limit=1", "limit=1&offset=1", "limit=5", "limit=7", "limit=20", "limit=100", "limit=100",
    "",
  ]
  let columns = list.columns.flatMap { column in
    let filters = list.filters.map {
      "&\($0.parameter)=\(list.baseRows[0].text(at: $0.field) ?? "")"
    }
    let pages = ["limit=100", "limit=2", "limit=2&offset=2"] + filters.map { "limit=100\($0)" }
    return ["limit=100&order_type=asc&order_column=\(column)"]
      + pages.map { "\($0)&order_type=desc&order_column=\(column)" }
  }
  let open = list.filters.filter { $0.parameter != "status" }.flatMap { filter in
    let value = list.baseRows[0].text(at: filter.field) ?? ""
    let part = String(value.dropFirst().dropLast())
    let texts = [value, part, "nobody", "%27", "%25_", "true", "false", "2147483646"]
    let pages = ["", "limit=100&", "limit=7&", "limit=2&", "limit=2&offset=4&"]
    let pairs = list.statusWords.map { "limit=100&status=\($0)&\(filter.parameter)=\(value)" }
    return pairs + texts.flatMap { text in pages.map { "\($0)\(filter.parameter)=\(text)" } }
  }
  let (first, last) = (list.filters.first, list.filters.last)
  let pair = [(first, list.baseRows.first), (last, list.baseRows.last)].compactMap { filter, row in
    filter.flatMap { filter in row?.text(at: filter.field).map { "\(filter.parameter)=\($0)" } }
  }.joined(separator: "&")
  let again = list.statusWords.prefix(1).map { "status=\($0)" } + markers.prefix(1)
  let queries = [columns, open, [pair], deep, good, walks, markers, filters, again, bad].joined()
  return queries.map { ask(list, $0) } + refused(list)
}

private func marker(_ id: Int) -> String {
  "marker=" + PercentEncoding.encode(Marker(id: id).description)
}

/// Requests of one list that are refused whatever they ask.
private func refused(_ list: ListOperation) -> [HTTPRequest] {
  let facts = MockRegistry.Facts.only
  let right = facts["token"] ?? ""
  let wrong = facts.entries.flatMap { entry in
    ["999999", "abc"].map { ask(list, replacing: entry.key, with: $0) }
  }
  let methods = [HTTPRequest.Method.post, .put, .patch, .delete].map { ask(list, method: $0) }
  let misplaced = ["instance_id", "namespace_name", "retention_policy_id"].map { (fact: String) in
    ask(list, replacing: fact, with: facts["other_\(fact)"] ?? "")
  }
  return wrong + misplaced + methods + signed(list) + [
    ask(list, token: "\u{A0}\u{A0}"),
    ask(list, token: nil), ask(list, token: "guessed"), ask(list, token: ""),
    ask(list, "limit=100", token: "guessed"), ask(list, anyQuery(of: list), token: nil),
    ask(list, token: right + "x"), ask(list, token: right.uppercased()),
    ask(list, replacing: "instance_id", with: (facts["instance_id"] ?? "").prefix(8) + "-none"),
    ask(list, replacing: "project_id", with: facts["foreign_project_id"] ?? ""),
  ]
}

/// A page under a filter, where the list has one.
private func anyQuery(of list: ListOperation) -> String {
  let filter = list.filters.first.map {
    "&\($0.parameter)=\(list.baseRows[0].text(at: $0.field) ?? "")"
  }
  return "limit=1&offset=1" + (filter ?? "")
}

/// Requests with signatures that are as they should be, and in no way else.
private func signed(_ list: ListOperation) -> [HTTPRequest] {
  let request = ask(list, token: nil)
  let registry = MockRegistry()
  var altered = registry.signed(request)
  altered.headers["Authorization"] = altered.headers["Authorization"].map { text in
    text.dropLast() + (text.hasSuffix("0") ? "1" : "0")
  }
  var parent = request
  parent.target = request.path.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
  var misplaced = registry.signed(parent)
  misplaced.target = request.target
  return [registry.signed(request), registry.signed(request, age: 1200), altered, misplaced]
}
