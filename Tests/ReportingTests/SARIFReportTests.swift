// SPDX-License-Identifier: Apache-2.0
// The SARIF log: rules, places, and fingerprints that outlast the data.

import Conformance
import Contract
import Reporting
import Testing
import Wire

struct SARIFReportTests {
  private func run(of report: Report) throws -> JSONValue {
    let text = SARIFReport(contract: "sha256:abc").text(of: report)
    let document = try JSONDocument(parsing: Array(text.utf8))
    #expect(document.root["version"]?.string == "2.1.0")
    return try #require(document.value(at: JSONPointer(["runs", "0"])))
  }

  private func results(of report: Report) throws -> [JSONValue] {
    Array(try #require(try run(of: report)["results"]).elements)
  }

  private func fingerprint(_ finding: Finding, _ name: String = "tasks.id") throws -> String? {
    let report = Report.sample([.sample(name, .shape, .failed(asserted: 1), [finding])])
    return try results(of: report)[0]["partialFingerprints"]?["finding/v1"]?.string
  }

  @Test func `a result stands at its literal and at its case`() throws {
    let result = try results(of: .full)[0]
    let locations =
      #"[{"physicalLocation":{"artifactLocation":{"uri":"Specs/ListGcTasks.swift","#
      + #""uriBaseId":"SRCROOT"},"region":{"startLine":41}},"logicalLocations":["#
      + #"{"name":"ListGcTasks","fullyQualifiedName":"ListGcTasks.shape.tasks.id","#
      + #""kind":"resource"}]}]"#
    #expect(result["locations"]?.raw.filter { !$0.isWhitespace } == locations)
    #expect(result["level"]?.string == "error")
    #expect(result["occurrenceCount"]?.raw == "34")
    let message =
      "ListGcTasks.shape.tasks.id: /tasks/3/id is a string; the contract says integer: "
      + #"expected integer, received string "1004"; clause: id is the task's number — "#
      + "003_d4fe1a037a1e99f9.txt › response, status 200"
    #expect(result["message"]?["text"]?.string == message)
  }

  @Test func `every result names a rule that the log describes`() throws {
    var results = Report.full.results
    results[0].about =
      CaseResult.sample("tasks.id", .shape, results[0].verdict, by: "status-200").about
    let run = try run(of: .sample(results))
    let rules = Array(try #require(run["tool"]?["driver"]?["rules"]).elements)
    #expect(rules.map { $0["id"]?.string } == ["status-200", "sample-rule"])
    let help = rules[0]["help"]?["text"]?.string ?? ""
    #expect(help.hasPrefix("A request as documented is answered with status 200. "))
    #expect(rules[1]["shortDescription"]?["text"]?.string == "tasks.id is as promised")
    for result in try #require(run["results"]).elements {
      let index = try #require(Int(result["ruleIndex"]?.raw ?? ""))
      #expect(rules[index]["id"]?.string == result["ruleId"]?.string)
    }
  }

  @Test func `a check of somebody else is described in its own words`() throws {
    let own = Check("sample-rule", .shape, "A task has a number.") { _, _ in [] }
    let text = SARIFReport(contract: "", checks: Check.all + [own]).text(of: .full)
    let rules = try JSONDocument(parsing: Array(text.utf8)).root["runs"]?[0]?["tool"]?["driver"]?[
      "rules"]
    #expect(rules?[0]?["shortDescription"]?["text"]?.string == "A task has a number.")
  }

  @Test func `a fingerprint is the same in another row with another value`() throws {
    var other = Finding.idIsText
    other.pointer = JSONPointer(["tasks", "17", "id"])
    other.received = .init("\"2\"", type: "string")
    (other.count, other.outOf, other.summary) = (1, 40, "/tasks/17/id is a string")
    other.expected = "at least 12"
    other.clause.location.line += 5
    #expect(try fingerprint(other) == fingerprint(.idIsText))
  }

  @Test func `a fingerprint is another one in another field or case`() throws {
    var other = Finding.idIsText
    other.pointer = JSONPointer(["tasks", "3", "name"])
    #expect(try fingerprint(other) != fingerprint(.idIsText))
    #expect(try fingerprint(.idIsText, "tasks.name") != fingerprint(.idIsText))
    var twice = Report.full
    twice.results[1].findings += [.idIsText]
    let prints = try results(of: twice).map { $0["partialFingerprints"]?["finding/v1"]?.string }
    #expect(Set(prints).count == prints.count)
  }

  @Test func `only what a baseline suppresses has a suppression`() throws {
    var report = Report.full
    report.results[1].findings[0].suppression = "the vendor knows"
    let suppressions = try results(of: report).map { $0["suppressions"]?.raw }
    #expect(
      suppressions[0]?.filter { $0 != "\n" && $0 != " " }
        == #"[{"kind":"external","status":"accepted","justification":"thevendorknows"}]"#)
    #expect(suppressions.dropFirst().allSatisfy { $0 == "[]" })
  }

  @Test func `an invocation says what was not found out`() throws {
    var report = Report.sample([
      .sample("late", .paging, .inconclusive(.unreachable("no route"))),
      .sample("old", .paging, .skipped(.notApplicable("no fact"))),
    ])
    report.notices = ["certificates were not verified"]
    let invocation = try #require(try run(of: report)["invocations"]?.elements.first)
    #expect(invocation["executionSuccessful"]?.raw == "false")
    #expect(invocation["exitCode"]?.raw == "3")
    let told = try #require(invocation["toolExecutionNotifications"]).elements.map {
      "\($0["level"]?.string ?? ""): \($0["message"]?["text"]?.string ?? "")"
    }
    #expect(
      told == [
        "warning: certificates were not verified",
        "error: 1 case inconclusive: not reached: no route — ListGcTasks.paging.late",
        "note: 1 case skipped: no fact — ListGcTasks.paging.old",
      ])
  }

  @Test func `a quirk result breaks no rule, and is for a person once its side has changed`() throws
  {
    var report = Report.full
    let quirk = try #require(try results(of: report).last)
    #expect((quirk["kind"]?.string, quirk["level"]?.string) == ("informational", "none"))
    for place in report.results.indices {
      report.results[place].quirkResult?.was = "as-table (one)"
    }
    #expect(try results(of: report).last?["kind"]?.string == "review")
    #expect(try results(of: report).dropLast().allSatisfy { $0["kind"]?.string == "fail" })
  }

  @Test func `a place may stand under an address`() throws {
    let text = SARIFReport(contract: "c", sources: SourceRoot("https://example.com/v1"))
      .text(of: .full)
    #expect(
      text.contains(#""SRCROOT": {"uri": "https://example.com/v1/""#)
        || text.contains(#""uri": "https://example.com/v1/""#))
  }

  @Test func `a message has no link that a server wrote`() throws {
    for result in try results(of: .hostile) {
      #expect(result["message"]?["text"]?.string?.contains("](") == false)
    }
  }
}
