// SPDX-License-Identifier: Apache-2.0
// The whole text of reports, because the golden is the spec of the text.

import Conformance
import Contract
import Reporting
import Testing

struct TextReportTests {
  @Test func `every section stands in its place`() {
    #expect(
      TextReport(contract: "sha256:0123456789abcdef").text(of: .full) == """
        swr-conformance 0.1.0 · contract 0123456789ab
        http://127.0.0.1:8080 · a live endpoint

          shape     1/2, 1 failed
          paging    1/1, 1 warned
          filters   1/1
          relations 0/5, 5 inconclusive, NOT EXERCISED
          errors    1/2, 1 skipped
          quirks    1/1

        1 quirk result, 1 not as the tables have it
        to see them: --report json=FILE, then swr-conformance quirks --report FILE

        warning ListGcTasks.paging.order
                rows 3 and 4 are swapped
                expected  5
                received  4
                clause    five is five — 003_d4fe1a037a1e99f9.txt › response, status 200
                          (Specs/ListGcTasks.swift:12)
                finding   4a35dfbc

        inconclusive
          4   too few rows: 4, the rule needs 21 — ListGcTasks
          1   data moved: 2 rows came — ListGcTasks

        skipped
          1   the target has no foreign_project_id

        failed  ListGcTasks.shape.tasks.id
                /tasks/3/id is a string; the contract says integer
                expected  integer
                received  string "1004" (page 2, bytes 118–123; 34 of 34 items)
                clause    id is the task's number — 003_d4fe1a037a1e99f9.txt › response,
                          status 200 (Specs/ListGcTasks.swift:41)
                repeat    curl -sS -H "X-Auth-Token: $SWR_TOKEN" 'http://127.0.0.1:8080/v2/p/instances/i/system/gc?limit=10'
                finding   bb9b09c6

        findings: 1 failed, 1 warning, 1 note
        cases: 4 passed, 1 warned, 1 failed, 5 inconclusive, 1 skipped
        71 requests in 0.41 s
        exit 1: a case failed: ListGcTasks.shape.tasks.id

        """)
  }

  @Test func `verbose tells each operation, quirk, note and case`() {
    let text = TextReport(detail: .verbose).text(of: .full)
    for words in [
      "ListGcTasks\n  shape     1/2, 1 failed\n",
      "quirks\n  ListGcTasks\n    casing                                     as another source",
      "notes\nnote    ListGcTasks.filters.status  status is matched without case\n\n",
      "  4   too few rows: 4, the rule needs 21 — ListGcTasks.relations.late,\n",
    ] {
      #expect(text.contains(words), "\(text)")
    }
    #expect(TextReport.line(of: "a\nb") == #"a\u{A}b"#)
  }

  @Test func `a quirk whose side has changed is told even when quiet`() {
    var report = Report.full
    for place in report.results.indices {
      report.results[place].quirkResult?.was = "as-table (one)"
    }
    let told = """
      1 quirk result changed
        ListGcTasks casing
          as another source: statusRevision in 3 of 4; before: as-table (one)

      """
    #expect(TextReport(detail: .quiet).text(of: report).contains(told))
    #expect(TextReport().text(of: report).contains(told))
  }

  @Test func `quiet tells only what failed, what was warned of and the summary`() {
    #expect(
      TextReport(detail: .quiet).text(of: .full) == """
        warning ListGcTasks.paging.order
                rows 3 and 4 are swapped
                expected  5
                received  4
                clause    five is five — 003_d4fe1a037a1e99f9.txt › response, status 200
                          (Specs/ListGcTasks.swift:12)
                finding   4a35dfbc

        failed  ListGcTasks.shape.tasks.id
                /tasks/3/id is a string; the contract says integer
                expected  integer
                received  string "1004" (page 2, bytes 118–123; 34 of 34 items)
                clause    id is the task's number — 003_d4fe1a037a1e99f9.txt › response,
                          status 200 (Specs/ListGcTasks.swift:41)
                repeat    curl -sS -H "X-Auth-Token: $SWR_TOKEN" 'http://127.0.0.1:8080/v2/p/instances/i/system/gc?limit=10'
                finding   bb9b09c6

        findings: 1 failed, 1 warning, 1 note
        cases: 4 passed, 1 warned, 1 failed, 5 inconclusive, 1 skipped
        71 requests in 0.41 s
        exit 1: a case failed: ListGcTasks.shape.tasks.id

        """)
  }

  @Test func `what is suppressed is counted and not told`() {
    var findings = [Finding.idIsText, .sample(.warning, "odd")]
    findings[0].suppression = "the vendor knows"
    let report = Report.sample([.sample("tasks.id", .shape, .warned(asserted: 1), findings)])
    #expect(
      TextReport(detail: .quiet).text(of: report) == """
        warning ListGcTasks.shape.tasks.id
                odd
                expected  5
                received  4
                clause    five is five — 003_d4fe1a037a1e99f9.txt › response, status 200
                          (Specs/ListGcTasks.swift:12)
                finding   ec55c653

        findings: 1 warning
        1 finding is suppressed by the baseline
        cases: 0 passed, 1 warned, 0 failed, 0 inconclusive, 0 skipped
        71 requests in 0.41 s
        exit 0: what was asserted is as promised

        """)
  }

  @Test func `a clean report is counts and a summary`() {
    let report = Report.sample([.sample("tasks", .shape, .passed(asserted: 1))], mode: .live)
    #expect(
      TextReport().text(of: report) == """
        swr-conformance 0.1.0
        http://127.0.0.1:8080 · a live endpoint

          shape     1/1

        NOT ASKED AT ALL: paging, filters, relations, errors, quirks

        cases: 1 passed, 0 warned, 0 failed, 0 inconclusive, 0 skipped
        71 requests in 0.41 s
        exit 0: what was asserted is as promised

        """)
  }

  @Test func `colour is added to the same words`() {
    let text = TextReport(style: .init(color: true)).text(of: .full)
    #expect(
      text.contains("\u{1B}[1;31mfailed\u{1B}[0m  \u{1B}[1mListGcTasks.shape.tasks.id\u{1B}[0m"))
    #expect(text.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == TextReport().text(of: .full))
  }

  @Test func `long promises are wrapped and curl lines are not`() {
    var finding = Finding.idIsText
    finding.clause.description = Array(repeating: "word", count: 30).joined(separator: " ")
    finding.evidence?.repeatLines = [Array(repeating: "curl", count: 30).joined(separator: " ")]
    finding.received = .init(String(repeating: "y", count: 70), type: "string")
    let report = Report.sample([.sample("tasks.id", .shape, .failed(asserted: 1), [finding])])
    #expect(
      TextReport(detail: .quiet).text(of: report) == """
        failed  ListGcTasks.shape.tasks.id
                /tasks/3/id is a string; the contract says integer
                expected  integer
                received  string
                          yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy
                          (page 2, bytes 118–123; 34 of 34 items)
                clause    word word word word word word word word word word word word
                          word word word word word word word word word word word word
                          word word word word word word — 003_d4fe1a037a1e99f9.txt ›
                          response, status 200 (Specs/ListGcTasks.swift:41)
                repeat    curl curl curl curl curl curl curl curl curl curl curl curl curl curl curl curl curl curl curl curl curl curl curl curl curl curl curl curl curl curl
                finding   bb9b09c6

        findings: 1 failed
        cases: 0 passed, 0 warned, 1 failed, 0 inconclusive, 0 skipped
        71 requests in 0.41 s
        exit 1: a case failed: ListGcTasks.shape.tasks.id

        """)
  }

  @Test func `control characters of a server never reach the terminal`() {
    let finding = Finding.sample(
      .error, "/a\u{1B}[2J is odd", received: .init("\"\u{7}\n\u{202E}\"", type: "string"))
    let report = Report.sample([.sample("a", .shape, .failed(asserted: 1), [finding])])
    let text = TextReport(detail: .quiet).text(of: report)
    #expect(text.contains(#"/a\u{1B}[2J is odd"#))
    #expect(text.contains(#"string "\u{7}\u{A}\u{202E}""#))
    #expect(!text.unicodeScalars.contains("\u{1B}"))
  }

  @Test(arguments: [
    (ExitCode.passed, "exit 0: what was asserted is as promised"),
    (.failed, "exit 1: warnings count as failed"),
    (.usage, "exit 2: the command line or a file it names cannot be used"),
    (.unreachable, "exit 3: the target was not reached or did not let us in"),
    (.unasserted, "exit 4: something that was claimed could not be asserted"),
  ])
  func `the summary says what the exit code means`(exit: ExitCode, words: String) {
    let text = TextReport(detail: .quiet).text(of: .sample([], exit: exit))
    #expect(
      text
        == "cases: 0 passed, 0 warned, 0 failed, 0 inconclusive, 0 skipped\n71 requests in 0.41 s\n\(words)\n"
    )
  }
}
