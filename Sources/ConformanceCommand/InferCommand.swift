// SPDX-License-Identifier: Apache-2.0
// `infer`: says what holds in a recording, or at a target, and stands in no spec.

import CommandLineArguments
import Conformance
import Contract
import Inference
import LiveTransport
import Recording
import Reporting
import Wire

extension Program {
  /// Prints each invariant as a literal, with how many values show it; exit code 4 if nothing was read.
  func infer(_ options: Invocation.Infer) async throws -> ExitCode {
    let inference = Inference(of: operations, profile)
    let (plan, transport) =
      try options.file.map { try recorded($0, options, inference) } ?? live(options, inference)
    if let complaint = plan.complaint(about: options.run.selection) ?? plan.complaintAboutFacts {
      throw UsageError(complaint)
    }
    let run = Run(
      plan, over: transport, concurrency: options.file == nil ? options.run.concurrency : 1)
    let progress = Progress("probes", on: terminal)
    let results = await run.results { progress.show($0, of: $1) }
    progress.end()
    if let refusal = results.compactMap(\.verdict.obstacle).first(where: \.isAccess),
      !results.contains(where: { $0.verdict.asserted > 0 })
    {
      terminal.complain("\(refusal)")
      return .unreachable
    }
    let found = inference.invariants(in: results)
    terminal.write(options.json ? found.json : found.text(of: results))
    return results.contains { $0.verdict.asserted > 0 } ? .passed : .unasserted
  }

  private func recorded(
    _ file: String, _ options: Invocation.Infer, _ inference: Inference
  ) throws -> (Plan, any Transport) {
    let session = try session(in: file, options.run)
    let plan = inference.suite.plan(
      against: session.facts, selection: Selection(options.run.selection, of: profile),
      recorded: session.requests)
    return (plan, session.transport)
  }

  private func live(
    _ options: Invocation.Infer, _ inference: Inference
  ) throws -> (Plan, any Transport) {
    let asked = try AskedTarget(options.run, of: suite, environment: terminal.environment)
    asked.notices.forEach(terminal.complain)
    if asked.mode == .embedded, !options.run.isMock {
      terminal.complain(
        "no recording and no target is named, so these are the rows of the embedded mock; "
          + "name FILE.har, or use --target FILE.json")
    }
    return (asked.plan(for: inference.suite, options.run), asked.transport)
  }
}

extension [Invariant] {
  /// The literals below the operation that each belongs to.
  fileprivate func text(of results: [CaseResult]) -> String {
    let read = Set(results.filter { $0.verdict.asserted > 0 }.map(\.operation)).count
    let sections = Dictionary(grouping: self, by: \.operation).sorted { $0.key < $1.key }
      .map { "// \($0)\n" + $1.map { $0.swift + "\n" }.joined() }
    return
      (sections + [
        "\(count.counted("invariant")) that no spec states, in the rows of "
          + "\(read.counted("operation"))\n"
      ]).joined(separator: "\n")
  }

  fileprivate var json: String {
    RowListing.json([
      (
        "invariants",
        map { invariant in
          [
            ("operation", invariant.operation), ("literal", invariant.literal),
            ("support", "\(invariant.support)"), ("exceptions", "\(invariant.exceptions)"),
            ("counterexample", invariant.counterexample ?? ""),
          ]
        }
      )
    ])
  }
}
