// SPDX-License-Identifier: Apache-2.0
// What keeps a report from being believed is told by every format: the mock, and what was not exercised.

import Conformance
import Contract
import Reporting
import SWRSpecs
import Testing

@Suite struct LoudReportTests {
  private static let formats: [(name: String, text: @Sendable (Report) -> String)] = [
    ("text", { TextReport().text(of: $0) }),
    ("quiet", { TextReport(detail: .quiet).text(of: $0) }),
    ("junit", { JUnitReport(contract: "c").text(of: $0) }),
    ("sarif", { SARIFReport(contract: "c").text(of: $0) }),
    ("md", { MarkdownReport(contract: "c").text(of: $0) }),
    ("gitlab", { GitLabReport().text(of: $0) }), ("github", { GitHubReport().text(of: $0) }),
    ("html", { HTMLReport(contract: "c").text(of: $0) }),
  ]

  private static let wanting = Report.sample([
    .sample("a", .shape, .passed(asserted: 1)),
    .sample("b", .paging, .skipped(.notExercised(wanting: [.instanceID]))),
    .sample("c", .errors, .skipped(.notExercised(wanting: [.foreignProjectID, .instanceID]))),
    .sample("d", .errors, .skipped(.notApplicable("level errors not claimed"))),
  ])

  @Test(arguments: formats)
  func `what was not exercised is counted, with what to set`(
    name: String, text: @Sendable (Report) -> String
  ) {
    #expect(Self.wanting.exit == .unasserted)
    let told = text(Self.wanting)
    for words in [
      "NOT EXERCISED: 2 of 4 cases, for the target does not say foreign_project_id, instance_id",
      "set SWR_FOREIGN_PROJECT_ID and so on", "--allow-skipped",
    ] {
      #expect(told.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(words))
    }
  }

  @Test(arguments: formats)
  func `that it was the mock is told`(name: String, text: @Sendable (Report) -> String) {
    let words = "no registry was asked: this is the embedded mock"
    let cases = [CaseResult.sample("a", .shape, .passed(asserted: 1))]
    #expect(text(.sample(cases, mode: .embedded)).contains(words))
    #expect(!text(.sample(cases, mode: .live)).contains(words))
  }

  @Test func `JSON names the facts and the variables of each group`() {
    #expect(
      JSONReport(contract: "c").text(of: Self.wanting).contains(
        """
          "unexercised": [
            {
              "cases": 1,
              "wanting": ["foreign_project_id", "instance_id"],
              "set": ["SWR_FOREIGN_PROJECT_ID", "SWR_INSTANCE_ID"]
            },
            {
              "cases": 1,
              "wanting": ["instance_id"],
              "set": ["SWR_INSTANCE_ID"]
            }
          ],
        """))
  }

  @Test func `JUnit counts it among the errors`() {
    let text = JUnitReport(contract: "c").text(of: Self.wanting)
    #expect(text.contains(#"tests="4" failures="0" errors="2" skipped="1""#))
    #expect(text.split(separator: #"type="not exercised""#).count == 3)
  }

  @Test func `a recording is made again, since nothing that is set changes it`() {
    var report = Self.wanting
    report.mode = .recorded
    #expect(TextReport().text(of: report).contains("record a run that says so"))
  }
}
