// SPDX-License-Identifier: Apache-2.0
// Holds sets of requirements to staying as they are, whatever is added to the suite.

import Contract
import EmbeddedTarget
import Foundation
import MockRegistry
import SWRSpecs
import Testing

@testable import Bundles
@testable import Conformance
@testable import Reporting

struct RequirementSetTests {
  private static let facts = TargetFacts(of: MockRegistry(), for: .swr)

  private var plan: Plan {
    Plan(
      for: Catalog.operations, against: Self.facts,
      selection: Selection(isThorough: true, allowsUnsafeMethods: true))
  }

  @Test(arguments: RequirementSet.swr.map(\.name))
  func `a set is not stale`(_ name: String) throws {
    let set = try #require(Profile.swr.requirementSet(named: name))
    #expect(set.problems(among: plan.cases.map(\.member)) == [])
  }

  /// A recording that was made by a set must hold all that a later release asks of it.
  @Test(arguments: RequirementSet.swr.map(\.name))
  func `the cases of a set ask what they asked`(_ name: String) async throws {
    let set = try #require(Profile.swr.requirementSet(named: name))
    let selection = Selection(allowsUnsafeMethods: true, requirements: set)
    let all = Plan(for: Catalog.operations, against: Self.facts, selection: selection)
    let own = Set(all.cases.filter { !$0.isOutside }.map(\.id))
    let checks = Check.all.map { check in
      Check(check.rule, check.level, check.summary) { planning, _ in
        check.cases(planning, check).filter { own.contains($0.id) }
      }
    }
    let plan = Plan(
      for: Catalog.operations, against: Self.facts, checks: checks, selection: selection)
    #expect(Set(plan.cases.map(\.id)) == own)
    let run = Run(
      plan, over: EmbeddedTransport(MockRegistry(), for: .swr, waits: false), concurrency: 1)
    _ = await run.results()
    let names = Dictionary(
      uniqueKeysWithValues: Catalog.operations.compactMap { operation in
        plan.baselineRequest(of: operation.id).map { ($0.path, operation.id) }
      })
    let asked = Set(
      run.readings.map(\.request).map { request in
        // A hostile value of 8 KiB says no more in full.
        let query = request.query.map { "\($0.name)=\($0.value.prefix(100))" }
        return
          ([names[request.path] ?? request.path, "\(request.method)", "\(request.credential)"]
          + query + (request.repetition == 0 ? [] : ["again \(request.repetition)"]))
          .joined(separator: " ")
      })
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Goldens/requests-of-\(set.name).txt")
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
      try Data((asked.sorted().joined(separator: "\n") + "\n").utf8).write(to: file)
      Issue.record("the golden was recorded")
    }
    let golden = Set(
      try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init))
    #expect(asked.subtracting(golden) == [], "leave that to a case that is named in `later`")
    #expect(golden.subtracting(asked) == [], "no recording lacks it, so the golden may be recorded")
  }

  @Test func `what is new under a rule of a set, and what is gone, is told with a remedy`() throws {
    let members = plan.cases.map(\.member)
    let set = RequirementSet("2026-11", of: members)
    let gone = set.problems(among: Array(members.dropFirst()))
    #expect(gone.count == 1)
    #expect(gone.first?.contains("bring them back") == true)
    var new = members[0]
    new.id += ".new"
    let found = set.problems(among: members + [new])
    #expect(found.first?.contains("name what is new in `later`") == true)
    var amended = set
    amended.later = [new.id]
    #expect(amended.problems(among: members + [new]) == [])
    new.rule = "a-later-rule"
    #expect(set.problems(among: members + [new]) == [])
    #expect(!set.holds(new))
  }

  @Test func `the literal of a set is that set`() throws {
    let set = RequirementSet("2026-11", of: plan.cases.map(\.member))
    let lines = set.literal.split(separator: "\n").drop { $0 != "    \"\"\"" }
      .dropFirst().dropLast().map { String($0.drop { $0 == " " }) }
    #expect(
      RequirementSet("2026-11", of: set.operations, lines.joined(separator: "\n")) == set)
  }

  @Test func `fifty rules that are added change no verdict, no level and no file of a bundle`()
    async throws
  {
    let set = try #require(RequirementSet.swr.last)
    let before = try await bundle(Check.all, by: set)
    let after = try await bundle(Check.all + (1...50).map(Self.laterRule), by: set)
    #expect(after.outside.count == 50)
    #expect(after.outside.allSatisfy { $0.verdict.outcome == .failed })
    #expect(after.report.results == before.report.results)
    #expect(after.report.exit == .passed)
    #expect(after.bundle.files == before.bundle.files)
    #expect(after.report.toldNotices.contains { $0.contains("50 cases are not part of this set") })
    #expect(try await bundle(Check.all + [Self.laterRule(1)], by: nil).report.exit == .failed)
  }

  /// A rule of a later release that every registry fails.
  private static func laterRule(_ number: Int) -> Check {
    Check("later-rule-\(number)", .shape, "A rule of a later release.") { planning, check in
      guard planning.operation.id == "ListGcTasks" else { return [] }
      let request = planning.ask(Probe.Parameter("limit", "\(number)"))
      return [
        check.makeCase(
          planning, nil, "a later rule holds",
          clause: planning.operation.clause("it holds", at: planning.operation.location),
          asks: [request]
        ) { context, answers in
          guard let answer = answers.first, context.assert(count: 1) else { return }
          context.fault(.error, "it does not", expected: "that", received: "this", in: answer)
        }
      ]
    }
  }

  private func bundle(
    _ checks: [Check], by set: RequirementSet?
  ) async throws -> (report: Report, outside: [CaseResult], bundle: VendorBundle) {
    let plan = Plan(
      for: Catalog.operations, against: Self.facts, checks: checks,
      selection: Selection(only: ["ListGcTasks.shape"], requirements: set))
    let transport = EmbeddedTransport(MockRegistry(), for: .swr, waits: false)
    let results = await Run(plan, over: transport, concurrency: 1).results()
    var report = Report(
      of: .swr, mode: .embedded, endpoint: "http://h", started: "2026-11-26T00:00:00Z",
      seconds: 1, requests: 1, results: results, exit: ExitCode(of: results))
    report.requirements = set?.name
    var told = report
    told.outside = []
    let bundle = VendorBundle(
      report: told, contract: "sha256:1", operations: ["ListGcTasks"], facts: Self.facts,
      terms: .init(
        selection: Selection(requirements: set), strict: false, allowEmpty: false),
      recording: Array("{}".utf8))
    return (report, report.outside, bundle)
  }
}
