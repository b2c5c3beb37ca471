// SPDX-License-Identifier: Apache-2.0
// temporary driver
import Conformance
import Contract
import EmbeddedTarget
import Foundation
import MockRegistry
import Reporting
import SWRSpecs
import SelfTest

let registry = MockRegistry()
let plan = Plan(for: Catalog.operations, against: TargetFacts(of: registry))
let run = Run(plan, over: EmbeddedTransport(registry))
let start = Date()
let results = await run.results()
let report = Report(
  mode: .embedded, endpoint: plan.facts.endpoint, started: "2026-11-21T00:00:00Z",
  seconds: Date().timeIntervalSince(start), requests: await run.requestCount, results: results,
  exit: ExitCode(of: results))
print(TextReport(style: TextReport.Style(color: false)).text(of: report))
if CommandLine.arguments.contains("selftest") {
  let t = Date()
  let matrix = await SelfTest(of: Catalog.operations).matrix(
    faults: Fault.catalog,
    variants: Variant.catalog.filter { $0.name != "very-slow" && $0.name != "slow" })
  for row in matrix.rows where !row.isTrue {
    print(
      "UNTRUE", row.kind.rawValue, row.name, row.category ?? "", row.broken.prefix(3).map(\.id),
      "doubted", row.doubted.prefix(3).map { ($0.id, $0.verdict.reason ?? "") })
  }
  print("--- out of category");
  for row in matrix.rows where row.isTrue && row.kind == .mustFault && !row.isCaughtInCategory {
    print(row.name, row.category ?? "", row.caughtBy.prefix(4).map(\.id))
  }
  print("--- untripped"); for c in matrix.untripped { print(c.id) }
  print("--- false alarms"); for c in matrix.falseAlarms { print(c.id, c.verdict) }
  print(matrix.rows.count, Date().timeIntervalSince(t))
}
