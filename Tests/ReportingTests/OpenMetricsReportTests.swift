// SPDX-License-Identifier: Apache-2.0
// A report as OpenMetrics: each metric declared once, labels escaped, the end marked.

import Conformance
import Contract
import Testing

@testable import Reporting

@Suite struct OpenMetricsReportTests {
  private static let report = Report.sample([
    .sample("a", .shape, .passed(asserted: 1)),
    .sample("b", .shape, .failed(asserted: 1), [.sample(.error, "x")]),
  ])

  @Test func `cases, findings and exit code are gauges`() {
    let lines = OpenMetricsReport().text(of: Self.report).split(separator: "\n").map(String.init)
    #expect(lines.last == "# EOF")
    let passed =
      #"{operation="\#(Self.report.results[0].operation)",level="shape",outcome="passed"} 1.0"#
    #expect(lines.contains("swr_conformance_cases" + passed))
    #expect(lines.contains(#"swr_conformance_findings{severity="error"} 1.0"#))
    #expect(lines.contains("swr_conformance_exit_code 1.0"))
    #expect(lines.count { $0 == "# TYPE swr_conformance_cases gauge" } == 1)
    #expect(!lines.contains { $0.contains("coverage_ratio") || $0.contains("baseline_expiry") })
  }

  @Test func `days to the next expiry are counted from the day of the run`() {
    var report = Self.report
    (report.started, report.nextExpiry) = ("2026-11-28T23:59:59Z", "2026-12-01")
    #expect(
      OpenMetricsReport().text(of: report).contains("\nswr_conformance_baseline_expiry_days 3.0\n"))
  }

  @Test func `coverage and latencies are told where they were measured`() {
    var report = Self.report
    report.coverage = Coverage(items: [
      .init(operation: "L", level: .shape, kind: .field, name: "a", count: 1),
      .init(operation: "L", level: .shape, kind: .field, name: "b", count: 0),
    ])
    report.timings = (1...100).map {
      .init(operation: "L", request: .init(path: "/"), status: 200, seconds: Double($0), bytes: 1)
    }
    report.endpoint = "a\"b\\c"
    let text = OpenMetricsReport().text(of: report)
    for line in [
      #"swr_conformance_coverage_ratio{operation="L"} 0.5"#,
      #"swr_conformance_response_seconds{operation="L",quantile="0.5"} 50.0"#,
      #"swr_conformance_response_seconds{operation="L",quantile="0.95"} 95.0"#,
      #"swr_conformance_response_seconds{operation="L",quantile="0.99"} 99.0"#,
      #"swr_conformance_target{endpoint="a\"b\\c",mode="#,
    ] { #expect(text.contains(line)) }
  }
}
