// SPDX-License-Identifier: Apache-2.0
// temporary driver
import Conformance
import Contract
import EmbeddedTarget
import Foundation
import MockRegistry
import Reporting
import SWRSpecs

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
