// SPDX-License-Identifier: Apache-2.0
// Which findings are one thing to mend, and which cases follow from one.

import Contract
import Testing
import Wire

@testable import Conformance
@testable import Reporting

struct FindingGroupTests {
  private static func finding(
    _ rule: String, _ received: Finding.Received, expected: String = "status 400",
    at tokens: [String]? = nil
  ) -> Finding {
    var finding = Finding.sample(.error, "odd", received: received, expected: expected)
    finding.rule = rule
    finding.pointer = tokens.map(JSONPointer.init)
    return finding
  }

  private static func result(
    _ name: String, of operation: String = "A", _ findings: Finding...
  ) -> CaseResult {
    .sample(name, .shape, .failed(asserted: 1), findings, of: operation)
  }

  @Test(
    arguments: [
      ("the same status", "r", Finding.Received("status 500: A.1 oops"), nil, 1),
      ("another status", "r", .init("status 418"), nil, 2),
      ("another rule", "s", .init("status 500"), nil, 2),
      ("a place in the body", "r", .init("status 500"), ["jobs", "0", "id"], 2),
    ] as [(String, String, Finding.Received, [String]?, Int)])
  func `findings of one rule, place and answer are one cause`(
    name: String, rule: String, received: Finding.Received, tokens: [String]?, causes: Int
  ) {
    let report = Report.sample([
      Self.result("a", Self.finding("r", .init("status 500"))),
      Self.result("a", of: "B", Self.finding(rule, received, at: tokens)),
    ])
    #expect(report.groups(.error).count == causes)
    #expect(report.groups(.error).flatMap(\.told).count == 2)
  }

  @Test func `rows and values make no cause of their own, types and fields do`() {
    let rows = ["3", "17"].map { row in
      Self.finding(
        "r", .init("\"7\"", type: "string"), expected: "at least \(row)", at: ["jobs", row, "id"])
    }
    let field = Self.finding("r", .init("\"7\"", type: "string"), at: ["jobs", "3", "name"])
    let type = Self.finding(
      "r", .init("7", type: "number"), expected: "at least 1", at: ["jobs", "3", "id"])
    let report = Report.sample([
      Self.result("a", rows[0], rows[1], field), Self.result("b", type),
    ])
    #expect(report.groups(.error).map(\.told.count) == [2, 1, 1])
    #expect(report.groups(.error)[0].others == "1 more in this case")
    #expect(report.findingCounts == "4 failed (3 causes)")
  }

  @Test(
    arguments: [
      ("rows", [["tasks", "0", "id"], ["jobs", "3", "id"]], "integer", 1),
      ("the lists themselves", [["tasks"], ["jobs"]], "array", 1),
      ("rows and an object", [["tasks", "0", "id"], ["id"]], "integer", 2),
      ("members of objects", [["id"], ["count"]], "integer", 2),
      ("members of a part", [["page_info", "size"], ["page_info", "count"]], "integer", 2),
    ] as [(String, [[String]], String, Int)])
  func `the name of a list makes no cause of its own`(
    name: String, places: [[String]], expected: String, causes: Int
  ) {
    let report = Report.sample(
      places.enumerated().map { number, tokens in
        Self.result(
          "a", of: "Operation\(number)",
          Self.finding("r", .init("null", type: "null"), expected: expected, at: tokens))
      })
    #expect(report.groups(.error).count == causes)
  }

  @Test func `names in one style are one cause, wherever they stand`() {
    let names = [["jobs", "0", "policy_id"], ["tasks", "0", "job_id"], ["page_info"]].map {
      Self.finding(
        "required-field", .init("policyId", type: "name in camelCase"),
        expected: "names as the page spells them", at: $0)
    }
    let report = Report.sample(names.map { Self.result("a", $0) })
    #expect(report.groups(.error).count == 1)
  }

  @Test func `a list that no answer has under its name is one cause, and takes cases with it`() {
    func lost(_ name: String, _ received: String) -> Finding {
      Self.finding("required-field", .init(received), expected: "\(name) (array)", at: [name])
    }
    let open = CaseResult.sample(
      "b", .paging, .inconclusive(.nothingToAssert("the field is in no answer")), of: "B")
    let report = Report.sample([
      Self.result("a", lost("jobs", "items instead")),
      Self.result("a", of: "B", lost("tasks", "items instead")), open,
      Self.result("a", of: "C", lost("tasks", "no such member")),
    ])
    #expect(report.groups(.error).map(\.told.count) == [2, 1])
    #expect(report.followers == [open.id])
  }

  @Test(arguments: [(3, 3), (4, 1)])
  func `a form that four fields or more have in common is one cause`(fields: Int, causes: Int) {
    let report = Report.sample(
      (0..<fields).map { number in
        let name = String(repeating: "x", count: number + 1)
        var finding = Self.finding("r", .init("\"7\"", type: "string"), at: ["jobs", "0", name])
        finding.summary = "/jobs/0/\(name) is a string; the contract says integer"
        return Self.result("a", finding)
      })
    #expect(report.groups(.error).count == causes)
  }

  @Test func `findings that name one cause are told by the one that shows it best`() {
    func caused(_ rule: String, at tokens: [String]? = nil, by pointer: JSONPointer? = nil)
      -> Finding
    {
      var finding = Self.finding(rule, .init("odd \(rule)"), at: tokens)
      finding.cause = .init(words: "offset is ignored", rule: "best", pointer: pointer)
      return finding
    }
    let report = Report.sample([
      Self.result("a", caused("one")), Self.result("b", caused("best")),
      Self.result("c", of: "B", caused("two")),
    ])
    #expect(report.groups(.error).map(\.told.count) == [3])
    #expect(report.groups(.error)[0].first.finding.rule == "best")
    #expect(TextReport().text(of: report).contains("        cause     offset is ignored\n"))
    // A finding that is itself the cause has its own words.
    let missing = Self.finding("best", .init("no such member"), at: ["page_info"])
    let other = caused("one", by: JSONPointer(["page_info"]))
    #expect(
      Report.sample([Self.result("a", missing), Self.result("b", other)]).groups(.error)
        .map(\.told.count) == [2])
  }

  @Test(arguments: [("\"ok\"", 1), ("\"Failed\"", 2)])
  func `a row with a value that none may have is no mistake of the filter`(
    kept: String, causes: Int
  ) {
    let place = ["jobs", "3", "status"]
    let value = Self.finding(
      "value-in-enum", .init("\"ok\"", type: "string"), expected: "Success | Failed", at: place)
    let filter = Self.finding(
      "filter-keeps-value", .init(kept, type: "string"), expected: "Success", at: place)
    let report = Report.sample([
      Self.result("a", value), .sample("b", .filters, .failed(asserted: 1), [filter], of: "A"),
    ])
    #expect(report.groups(.error).count == causes)
  }

  @Test func `bodies that are no JSON are one cause, whatever stands in them`() {
    func broken(_ summary: String, _ opening: String) -> Finding {
      var finding = Self.finding("well-formed-json", .init(opening), expected: "one JSON object")
      finding.summary = summary
      finding.evidence = .init(request: "GET /", repeatLines: [], bytes: 0..<1)
      return finding
    }
    let report = Report.sample([
      Self.result("a", broken("the body is UTF-16, and JSON travels as UTF-8", "{jobs")),
      Self.result("a", of: "B", broken("the body is UTF-16, and JSON travels as UTF-8", "{tasks")),
      Self.result("a", of: "C", broken("the body is a page of HTML", "<html>")),
    ])
    #expect(report.groups(.error).map(\.told.count) == [2, 1])
  }

  @Test func `a list that is not served takes the cases of its operation with it`() {
    let answer = Self.finding("status-200", .init("status 500"))
    let lost = ["b", "c"].map { name in
      CaseResult.sample(name, .paging, .inconclusive(.notServed("status 500")))
    }
    let other = CaseResult.sample(
      "d", .paging, .inconclusive(.notServed("status 500")), of: "B")
    let report = Report.sample(
      [Self.result("a", of: "ListGcTasks", answer)] + lost + [other])
    #expect(report.groups(.error).map(\.others) == ["2 cases follow from it"])
    #expect(report.followers == Set(lost.map(\.id)))
    let text = TextReport().text(of: report)
    #expect(text.contains("\ninconclusive\n  1   not served: status 500 — B\n"))
    #expect(
      TextReport(detail: .verbose).text(of: report).contains("\n  3   not served: status 500"))
  }

  @Test func `the other cases are named up to three, and counted`() {
    let report = Report.sample(
      ["A", "B", "C", "D", "E"].map { operation in
        Self.result("a", of: operation, Self.finding("r", .init("status 500")))
      })
    #expect(
      report.groups(.error).map(\.others)
        == ["4 other cases: B.shape.a, C.shape.a, D.shape.a and 1 more"])
  }

  @Test(
    arguments: [
      ("status 500: A.1 oops", "status 500"), ("10 rows, row 3 is \"x\"", "* rows row * is *"),
      ("no such member", "no such member"), ("limit=10&offset=0", "limit * offset *"),
    ])
  func `words that are values are left out of a cause`(text: String, words: String) {
    #expect(text.withoutValues == words)
  }
}
