// SPDX-License-Identifier: Apache-2.0
// The Markdown summary as a whole text, its bound, and that servers write no markup.

import Conformance
import Contract
import Reporting
import Testing

struct MarkdownReportTests {
  private let format = MarkdownReport(contract: "sha256:abc")

  @Test func `the verdict comes first, then the levels, then what is failed`() {
    #expect(
      format.text(of: .full) == """
        ## A case failed

        `http://127.0.0.1:8080`, a live endpoint: 4 passed, 1 warned, 1 failed, 5 inconclusive, 1 skipped; findings: 1 failed, 1 warning, 1 note; 1 quirk result, 1 not as the tables have it; 71 requests in 0.41 s; exit 1, swr-conformance 0.1.0, contract `sha256:abc`.

        | level | held | warned | failed | inconclusive | skipped |
        |---|--:|--:|--:|--:|--:|
        | shape | 1 of 2 | 0 | 1 | 0 | 0 |
        | paging | 1 of 1 | 1 | 0 | 0 | 0 |
        | filters | 1 of 1 | 0 | 0 | 0 | 0 |
        | relations | 0 of 5 | 0 | 0 | 5 | 0 |
        | errors | 1 of 2 | 0 | 0 | 0 | 1 |
        | quirks | 1 of 1 | 0 | 0 | 0 | 0 |

        ### Failed

        - **`ListGcTasks.shape.tasks.id`** (`Specs/ListGcTasks.swift:41`)
          - `/tasks/3/id is a string; the contract says integer`
          - expected `integer`, received `string "1004"`, 34 of 34 items

        ### Warnings

        - **`ListGcTasks.paging.order`** (`Specs/ListGcTasks.swift:12`): `rows 3 and 4 are swapped`

        ### Inconclusive

        - 4 cases: `too few rows: 4, the rule needs 21`, such as `ListGcTasks.relations.late`
        - 1 case: `data moved: 2 rows came`, `ListGcTasks.relations.still`

        ### Skipped

        - 1 case: `the target has no foreign_project_id`, `ListGcTasks.errors.foreign-project`

        """)
  }

  @Test func `a summary never has more than 60 lines`() {
    let levels = Level.allCases.flatMap { level in
      (0..<200).map { number -> CaseResult in
        var findings = [
          Finding.idIsText, .sample(.warning, "odd"), .sample(.note, "worth knowing"),
        ]
        for place in findings.indices { findings[place].rule = "\(level)-\(number)" }
        return CaseResult.sample("case-\(number)", level, .failed(asserted: 1), findings)
      }
    }
    let rest = (0..<50).flatMap { number in
      [
        CaseResult.sample("late-\(number)", .paging, .inconclusive(.unreadable("\(number)"))),
        CaseResult.sample("old-\(number)", .paging, .skipped(.notApplicable("\(number)"))),
      ]
    }
    var report = Report.sample(levels + rest)
    report.notices = Array(repeating: "one thing", count: 30)
    report.isPartial = true
    let lines = format.text(of: report).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 60)
    for more in ["1194", "1197", "47", "48"] {
      #expect(lines.contains("- and \(more) more, in the full report"))
    }
    #expect(lines.contains("> and 28 more notices"))
  }

  @Test func `a server's text stands in code spans, which it cannot end`() {
    let text = format.text(of: .hostile)
    let prose = text.replacing(#/(?<fence>`+)[^`].*?[^`]\k<fence>(?!`)/#, with: "…")
    #expect(!prose.contains("`"))
    for word in ["<script>", "alert", "owned", "@somebody", "example.com", "long", "u{1B}"] {
      #expect(!prose.contains(word), "\(prose)")
    }
    #expect(text.utf8.count < 20_000, "what is 10 KB long was cut")
  }

  @Test func `a fence has more backticks than its text`() {
    let report = Report.sample([
      .sample("a", .shape, .failed(asserted: 1), [.sample(.error, "a `` b", expected: "` <i>|")])
    ])
    let text = format.text(of: report)
    #expect(text.contains("\n  - ``` a `` b ```\n  - expected `` ` <i>| ``, received `4`\n"))
  }

  @Test func `what is suppressed is counted, not listed`() {
    var finding = Finding.idIsText
    finding.suppression = "the vendor knows"
    let report = Report.sample([.sample("a", .shape, .passed(asserted: 1), [finding])])
    #expect(format.text(of: report).contains("; 1 finding is suppressed by the baseline; "))
    #expect(!format.text(of: report).contains("Failed"))
  }
}
