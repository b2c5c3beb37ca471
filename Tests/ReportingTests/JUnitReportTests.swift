// SPDX-License-Identifier: Apache-2.0
// The JUnit report as a whole text, and as FoundationXML reads it.

import Conformance
import Contract
import Foundation
import Reporting
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct JUnitReportTests {
  private let format = JUnitReport(contract: "sha256:abc")

  @Test func `a warning is a failure where warnings count as failed`() {
    var report = Report.sample([
      .sample("order", .paging, .warned(asserted: 3), [.sample(.warning, "3 and 4 are swapped")])
    ])
    report.isStrict = true
    let text = format.text(of: report)
    #expect(text.contains(#"tests="1" failures="1" errors="0""#))
    #expect(text.contains("<failure message=\"3 and 4 are swapped"))
    #expect(!text.contains("<system-out>warning"))
    #expect(GitHubReport().text(of: report).hasPrefix("::error file=Specs/ListGcTasks.swift"))
    #expect(GitLabReport().text(of: report).contains(#""severity": "major""#))
    #expect(SARIFReport(contract: "c").text(of: report).contains(#""level": "error""#))
  }

  @Test func `each outcome has its element`() {
    let report = Report.sample([
      .sample("tasks", .shape, .passed(asserted: 34)),
      .sample("tasks.id", .shape, .failed(asserted: 34), [.idIsText]),
      .sample("order", .paging, .warned(asserted: 3), [.sample(.warning, "3 and 4 are swapped")]),
      .sample("late", .relations, .inconclusive(.tooFewRows(have: 4, need: 21))),
      .sample(
        "foreign-project", .errors, .skipped(.notApplicable("the target has no foreign_project_id"))
      ),
    ])
    #expect(
      format.text(of: report) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="swr-conformance" tests="5" failures="1" errors="1" time="0.414">
          <testsuite name="ListGcTasks" tests="5" failures="1" errors="1" skipped="1" time="0.000" timestamp="2026-01-02T03:04:05Z" file="Specs/ListGcTasks.swift">
            <properties>
              <property name="version" value="0.1.0"/>
              <property name="contract" value="sha256:abc"/>
              <property name="mode" value="live"/>
              <property name="endpoint" value="http://127.0.0.1:8080"/>
              <property name="requests" value="71"/>
              <property name="retries" value="0"/>
              <property name="partial" value="false"/>
              <property name="exit" value="1: a case failed: ListGcTasks.shape.tasks.id"/>
            </properties>
            <testcase classname="ListGcTasks" name="shape.tasks" time="0.000"/>
            <testcase classname="ListGcTasks" name="shape.tasks.id" time="0.000">
              <failure message="/tasks/3/id is a string; the contract says integer: expected integer, received string &quot;1004&quot;" type="sample-rule">failed  ListGcTasks.shape.tasks.id
                /tasks/3/id is a string; the contract says integer
                expected  integer
                received  string "1004" (page 2, bytes 118–123; 34 of 34 items)
                clause    id is the task's number — 003_d4fe1a037a1e99f9.txt › response,
                          status 200 (Specs/ListGcTasks.swift:41)
                repeat    curl -sS -H "X-Auth-Token: $SWR_TOKEN" 'http://127.0.0.1:8080/v2/p/instances/i/system/gc?limit=10'
                finding   bb9b09c6</failure>
            </testcase>
            <testcase classname="ListGcTasks" name="paging.order" time="0.000">
              <system-out>warning ListGcTasks.paging.order
                3 and 4 are swapped
                expected  5
                received  4
                clause    five is five — 003_d4fe1a037a1e99f9.txt › response, status 200
                          (Specs/ListGcTasks.swift:12)
                finding   4a35dfbc</system-out>
            </testcase>
            <testcase classname="ListGcTasks" name="relations.late" time="0.000">
              <error message="too few rows: 4, the rule needs 21" type="inconclusive">too few rows: 4, the rule needs 21</error>
            </testcase>
            <testcase classname="ListGcTasks" name="errors.foreign-project" time="0.000">
              <skipped message="the target has no foreign_project_id"/>
            </testcase>
          </testsuite>
        </testsuites>

        """)
  }

  @Test func `FoundationXML finds every case once, and counts that add up`() throws {
    let root = try #require(try XMLDocument(xmlString: format.text(of: .full)).rootElement())
    let cases = try root.nodes(forXPath: "testsuite/testcase").compactMap { $0 as? XMLElement }
    let names = cases.map { "\($0["classname"]).\($0["name"])" }
    #expect(names == Report.full.results.map(\.id))
    for (attribute, element) in [("failures", "failure"), ("errors", "error"), ("skipped", nil)] {
      let count = try root.nodes(forXPath: "testsuite/testcase/\(element ?? attribute)").count
      if attribute != "skipped" { #expect(root[attribute] == "\(count)") }
      #expect(
        try root.nodes(forXPath: "testsuite/@\(attribute)").map(\.stringValue) == ["\(count)"])
    }
    #expect(root["tests"] == "12")
  }

  @Test func `a failure has what was expected and received, and the block`() throws {
    let root = try #require(try XMLDocument(xmlString: format.text(of: .full)).rootElement())
    let failure = try #require(try root.nodes(forXPath: "//failure").first as? XMLElement)
    #expect(failure["message"].hasSuffix(#": expected integer, received string "1004""#))
    let result = Report.full.results[1]
    #expect(failure.stringValue == TextReport().block(of: .idIsText, in: result))
  }

  @Test func `what XML cannot hold is spelled out and read back`() throws {
    let text = format.text(of: .hostile)
    let root = try #require(try XMLDocument(xmlString: text).rootElement())
    let failures = try root.nodes(forXPath: "//failure").compactMap { $0 as? XMLElement }
    #expect(failures.count == Report.hostileTexts.count)
    #expect(failures[0]["message"].hasPrefix(Report.hostileTexts[0]))
    #expect(failures[1]["message"].contains(#"\u{1B}[31m"#))
    #expect(failures[1]["message"].contains(#"\u{FFFE}\u{FFFF}"#))
    #expect(failures[7]["message"].hasPrefix(Report.hostileTexts[7]))
    #expect(try root.nodes(forXPath: "//error").count == Report.hostileTexts.count)
    #expect(try root.nodes(forXPath: "//script").isEmpty)
  }

  @Test func `notices and a stopped run are told in every suite`() throws {
    var report = Report.full
    report.isPartial = true
    report.notices = ["certificates were not verified"]
    report.retries = 3
    let root = try #require(try XMLDocument(xmlString: format.text(of: report)).rootElement())
    #expect(
      try root.nodes(forXPath: "testsuite/system-out").map(\.stringValue) == [
        """
        notice: the run was stopped: this report is partial
        notice: certificates were not verified
        """
      ])
    let partial = try root.nodes(forXPath: "//property[@name='partial']/@value")
    #expect(partial.map(\.stringValue) == ["true"])
    let retries = try root.nodes(forXPath: "//property[@name='retries']/@value")
    #expect(retries.map(\.stringValue) == ["3"])
  }

  @Test func `a suppressed finding is no failure and says why`() {
    var finding = Finding.idIsText
    finding.suppression = "the vendor knows"
    let text = format.text(
      of: .sample([.sample("tasks.id", .shape, .passed(asserted: 34), [finding])]))
    #expect(!text.contains("<failure"))
    #expect(text.contains("<system-out>suppressed by the baseline: the vendor knows\nfailed  List"))
  }
}

extension XMLElement {
  fileprivate subscript(name: String) -> String { attribute(forName: name)?.stringValue ?? "" }
}
