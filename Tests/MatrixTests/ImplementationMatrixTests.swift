// SPDX-License-Identifier: Apache-2.0
// Every state of a cell has a sign and a word of its own, and no server writes into the page.

import Contract
import Reporting
import SWRSpecs
import Testing
import Wire

@testable import Matrix

@Suite struct ImplementationMatrixTests {
  /// A report of `ListGcTasks` whose cases have these outcomes, each written `level outcome`.
  private func report(
    _ cases: [String], endpoint: String = "http://a", quirk: String = "as-table"
  ) -> [UInt8] {
    let trees = cases.enumerated().map { number, text -> JSONTree in
      let words = text.split(separator: " ").map(String.init)
      return [
        "id": .string("ListGcTasks.\(words[0]).case\(number)"), "outcome": .string(words[1]),
        "asserted": .integer(1), "reason": words[1] == "skipped" ? "not asked for" : .null,
        "findings": [],
      ]
    }
    let tree: JSONTree = [
      "schema": "swr-conformance.report/3",
      "suite": ["version": "1.0", "contract": "sha256:00"],
      "target": ["mode": "live", "endpoint": .string(endpoint)],
      "started": "2026-01-02T03:04:05Z", "seconds": .integer(1), "requests": .integer(1),
      "exit": .integer(1),
      "cases": .array(trees),
      "coverage": [
        "seen": .integer(1), "items": [["count": .integer(1)], ["count": .integer(0)]],
      ],
      "quirkResults": [
        [
          "id": "casing", "operation": "ListGcTasks", "outcome": .string(quirk),
          "side": .string(endpoint),
        ]
      ],
    ]
    return Array(tree.document.utf8)
  }

  private func matrix(_ reports: [UInt8]...) throws -> ImplementationMatrix {
    ImplementationMatrix(
      of: .swr,
      try reports.enumerated().map {
        try .init("i\($0.offset)", WrittenReport(parsing: $0.element), isVerified: false)
      }, catalogue: ["ListGcTasks", "ListInstance"])
  }

  @Test func `each state has a sign and a word of its own`() throws {
    let cells: [(cases: [String], words: String)] = [
      ([], "– not asked"),
      (["shape passed"], "✓ held, 1 of 1"),
      (["shape passed", "shape skipped"], "✓ held, 1 of 2: 1 skipped"),
      (["shape passed", "shape warned"], "! warned, 2 of 2: 1 warned"),
      (
        ["shape passed", "shape failed", "shape inconclusive"],
        "✗ failed, 1 of 3: 1 failed, 1 inconclusive"
      ),
      (["shape passed", "shape inconclusive"], "? in part, 1 of 2: 1 inconclusive"),
      (
        ["shape skipped", "shape inconclusive"],
        "∅ not exercised, 0 of 2: 1 inconclusive, 1 skipped"
      ),
    ]
    for (cases, words) in cells {
      let matrix = try matrix(report(cases))
      #expect(matrix.implementations[0].cell("ListGcTasks", .shape).words == words)
      #expect(matrix.implementations[0].cell(.shape).words == words)
      #expect(matrix.implementations[0].cell("ListInstance", .shape).words == "– not asked")
      #expect(matrix.markdown.contains("| ListGcTasks | \(words) |"))
      let state = String(words.prefix { $0 != "," })
      #expect(
        matrix.html.contains("<b>\(state)</b>") || cases.isEmpty && matrix.html.contains(state))
    }
  }

  @Test func `what implementations differ in comes first`() throws {
    let same = try matrix(report([]), report([]))
    let other = try matrix(report([]), report([], endpoint: "http://b"))
    #expect(same.quirks.map(\.isDisputed) == [false])
    #expect(other.quirks.map(\.isDisputed) == [true])
    #expect(other.markdown.contains("ListGcTasks casing (differ)"))
    #expect(other.html.contains("they differ"))
    #expect(other.html.contains("1 of 2"))
    #expect(other.summary == "2 failed (1); 0 of 2 operations asked")
    let mixed = try matrix(report(["shape passed"]), report([]))
    #expect(
      mixed.summary
        == "1 failed (1); 1 of 2 operations asked · 1 failed (1); 0 of 2 operations asked")
  }

  @Test func `nobody writes into a page but the suite`() throws {
    let hostile = #"</td><script>alert(1)</script>|`x`"# + "\u{1B}[2J\n# head"
    let matrix = try matrix(report(["shape passed"], endpoint: hostile))
    #expect(!matrix.html.contains("<script"))
    for text in [matrix.html, matrix.markdown, matrix.json, matrix.earl] {
      #expect(!text.contains("\u{1B}") && !text.contains("\n# head"))
    }
    let row = matrix.markdown.split(separator: "\n").first { $0.contains("alert") }
    #expect(row?.replacing(#"\|"#, with: "").count { $0 == "|" } == 13)
  }

  @Test func `an assertion of EARL has an outcome of EARL`() throws {
    let outcomes = ["passed", "warned", "failed", "inconclusive", "skipped"]
    let matrix = try matrix(report(outcomes.map { "shape \($0)" }))
    let graph = try JSONDocument(parsing: Array(matrix.earl.utf8)).root["@graph"]
    let assertions = try #require(graph).elements.filter {
      $0["@type"]?.string == "earl:Assertion"
    }
    #expect(
      assertions.map { $0["earl:result"]?["earl:outcome"]?.string } == [
        "earl:passed", "earl:passed", "earl:failed", "earl:cantTell", "earl:untested",
      ])
    let ids = Set(try #require(graph).elements.compactMap { $0["@id"]?.string })
    for assertion in assertions {
      #expect(ids.contains(assertion["earl:test"]?.string ?? ""))
      #expect(ids.contains(assertion["earl:subject"]?.string ?? ""))
    }
    let json = try JSONDocument(parsing: Array(matrix.json.utf8)).root
    #expect(json["schema"]?.string == "swr-conformance.matrix/1")
    #expect(json["cells"]?.elements.count == 2 * Level.allCases.count)
  }

  @Test func `who did not observe a quirk takes no other side`() throws {
    let one = report(["shape passed"])
    #expect(
      try matrix(one, report(["shape passed"], quirk: "as-example")).quirks.map(\.isDisputed) == [
        true
      ])
    #expect(
      try matrix(one, report(["shape passed"], quirk: "not-observed")).quirks.map(\.isDisputed)
        == [false])
  }

  @Test func `text tells what is not alike, or broken, and counts the rest`() throws {
    let one = report(["shape passed", "paging failed"])
    let text = try matrix(one, report(["shape skipped", "paging failed"], endpoint: "http://b"))
      .text
    #expect(
      text.hasPrefix("2 implementations of one contract\n2 failed (1); 1 of 2 operations asked\n"))
    #expect(
      text.contains(
        """
        where they are not alike, or break something
          ListGcTasks shape
            i0  ✓ held, 1 of 1
            i1  ∅ not exercised, 0 of 1: 1 skipped
          ListGcTasks paging
            i0  ✗ failed, 0 of 1: 1 failed
            i1  ✗ failed, 0 of 1: 1 failed

        quirks of which they take other sides
          ListGcTasks casing
            i0  as-table: http://a
            i1  as-table: http://b

        the other 8 of 10 places (an operation at a level) and 0 of 1 quirk are alike;
        --report md=- has them all

        """))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }
}
