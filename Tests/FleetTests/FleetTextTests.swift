// SPDX-License-Identifier: Apache-2.0
// A fleet is told within the width of a terminal, however long the names of its targets are.

import Conformance
import Fleet
import SWRSpecs
import Testing

@Suite struct FleetTextTests {
  @Test func `no line is wider than a terminal`() {
    let names = ["eu", "the-registry-of-the-team-in-the-south-of-the-country"]
    let problem = String(repeating: "no endpoint is given, so nothing was asked; ", count: 3)
    let report = FleetReport(
      of: .swr, contract: "sha256:0", started: "2026-11-27T08:00:00Z", seconds: 1,
      rows: names.map { FleetReport.Row($0, problem: problem, exit: .usage) })
    let lines = report.text().split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 }, "\(report.text())")
    #expect(lines.contains { $0.hasPrefix("eu      ") && $0.hasSuffix(" 0") })
    #expect(lines.contains(names[1][...]) && lines.contains { $0.hasPrefix("         ") })
  }
}
