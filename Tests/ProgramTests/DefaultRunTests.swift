// SPDX-License-Identifier: Apache-2.0
// What a person sees who types nothing but the program's name.

import MockRegistry
import Testing
import Wire

@Suite(.timeLimit(.minutes(30))) struct DefaultRunTests {
  @Test func `a healthy registry ends in exit code 0 and complains of nothing`() async throws {
    let run = try await DefaultRun.shared.value.run
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.lines.allSatisfy { !$0.hasPrefix("failed") })
  }

  @Test func `every operation has a line for each level, with the cases it has`() async throws {
    let text = try await ProgramRun("--verbose").output
    let report = try await DefaultRun.shared.value.report
    let levels = Dictionary(grouping: report.cases) {
      "\($0["operation"]?.string ?? "") \($0["level"]?.string ?? "")"
    }
    #expect(Self.totals(in: text) == levels.mapValues(\.count))
  }

  @Test func `the ledger's casing and string-encoded values are told as quirks`() async throws {
    let run = try await ProgramRun("--verbose", "--claim", "quirks")
    #expect(
      run.words.contains("repl-status-revision-casing as the table: StatusRevision in 39 of 39"))
    #expect(
      run.words.contains("gc-job-parameters-object-or-string as another source: string in 33 of 33")
    )
  }

  @Test func `the last line, and no other, is the summary`() async throws {
    let (run, report) = try await (DefaultRun.shared.value.run, DefaultRun.shared.value.report)
    let counts = ["passed", "warned", "failed", "inconclusive", "skipped"]
      .map { "\(report.count($0)) \($0)" }.joined(separator: ", ")
    #expect(run.summary.hasPrefix("cases: \(counts); \(report.requests) requests in "))
    #expect(run.summary.hasSuffix("; exit 0: what was asserted is as promised"))
    #expect(run.lines.count { $0.contains(" inconclusive, ") } == 1)
  }

  @Test func `a healthy run fits on one screen of 24 lines and 80 columns`() async throws {
    let run = try await DefaultRun.shared.value.run
    let text = run.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(text.reduce(0) { $0 + max(1, ($1.count + 79) / 80) } <= 24, "\(run.output)")
    #expect(text.dropLast().allSatisfy { $0.count <= 80 })
    #expect(run.summary.contains(" 0 warned, 0 failed, "))
  }

  @Test func `no report shows the token`() async throws {
    let token = try #require(MockRegistry().facts["token"])
    let healthy = try await DefaultRun.shared.value
    #expect(!(healthy.run.output + healthy.json).contains(token))
  }

  @Test func `a pipe gets no colour`() async throws {
    let run = try await DefaultRun.shared.value.run
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test func `colour comes if it is always wanted`() async throws {
    let run = try await ProgramRun("--color", "always", "--only", "ListInstanceJobs.shape.total")
    #expect(run.status == 0)
    #expect(run.output.contains("\u{1B}["))
  }

  @Test func `a quiet run of a healthy registry says what it is and what it cost`() async throws {
    let run = try await ProgramRun("run", "--quiet", "--only", "ListInstanceJobs.shape.total")
    #expect(
      run.lines.prefix(1) == ["notice  no registry was asked: this is the embedded mock"])
    #expect(run.lines.count == 4)
    #expect(run.summary.contains("exit 0"))
  }

  /// The number of cases behind each operation and level of the table that opens a text report.
  private static func totals(in text: String) -> [String: Int] {
    var operation = ""
    var totals: [String: Int] = [:]
    for line in text.split(separator: "\n") {
      if line.wholeMatch(of: #/[A-Z][A-Za-z]+/#) != nil { operation = String(line) }
      if let count = line.prefixMatch(of: #/  ([a-z]+) +\d+/(\d+)/#)?.output {
        totals["\(operation) \(count.1)"] = Int(count.2)
      }
    }
    return totals
  }
}
