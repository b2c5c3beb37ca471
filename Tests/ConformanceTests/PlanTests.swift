// SPDX-License-Identifier: Apache-2.0
// What a plan asks, skips and counts, before the first request is sent.

import Contract
import SWRSpecs
import Testing
import Wire

@testable import Conformance

@Suite struct PlanTests {
  private let operations = Catalog.operations
  /// Made once, for an unoptimized build takes a second to plan everything.
  private static let whole = PlanTests().plan(selection: Selection())
  private static let signing: Plan = {
    var facts = whole.facts
    facts.canSign = true
    return Plan(for: Catalog.operations, against: facts)
  }()

  private func plan() -> Plan { Self.whole }

  private func plan(without missing: Set<Fact> = [], selection: Selection = Selection()) -> Plan {
    let values = TargetFacts.sample.values.filter { !missing.contains($0.key) }
    return Plan(
      for: operations, against: TargetFacts(of: .swr, endpoint: "http://a", values: values),
      selection: selection)
  }

  @Test func `ids are unique and do not depend on the target`() {
    let ids = plan().cases.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(plan(without: Set(Profile.swr.facts)).cases.map(\.id) == ids)
    #expect(plan().cases.map(\.title) == plan(without: Set(Profile.swr.facts)).cases.map(\.title))
  }

  @Test func `every operation has cases of every check that applies`() {
    let rules = Set(plan().cases.map(\.rule))
    #expect(
      rules
        == Set(Check.all.map(\.rule)).subtracting([
          "time-budget", "missing-parameter-is-refused", "link-leads-to-next-page",
        ]))
  }

  @Test func `a fact that is missing is named by the cases that need it`() {
    let fewer = plan(without: [.instanceID, .namespaceName])
    let cases = fewer.cases.filter { $0.operation == "ListGcTasks" && $0.asks != .nothing }
    let reasons = Set(cases.compactMap(\.skipReason?.description)).subtracting([
      "other methods need --allow-unsafe-methods"
    ])
    #expect(cases.allSatisfy { $0.skipReason != nil })
    #expect(reasons == ["the target does not say instance_id"])
    #expect(fewer.requests(of: "ListGcTasks", rows: 40) == [])
  }

  @Test func `facts that are missing are named in order`() throws {
    let nothing = plan(without: Set(Profile.swr.facts))
    let id = "ListInstanceRetentionPolicyExecTasks.shape.status-200"
    let planned = try #require(nothing.cases.first { $0.id == id })
    #expect(
      planned.skipReason?.description
        == "the target does not say instance_id, namespace_name, project_id, "
        + "retention_execution_id, retention_policy_id")
  }

  @Test func `only the case of a foreign project needs one`() {
    let fewer = plan(without: [.foreignProjectID])
    let skipped = fewer.cases.filter { $0.skipReason?.wantedFacts == [.foreignProjectID] }
    #expect(Set(skipped.map(\.rule)) == ["foreign-project-is-refused"])
    #expect(skipped.count == operations.count)
    #expect(!fewer.probes.contains { $0.first.path.contains("{") })
  }

  @Test func `a fact that may be missing is not wanted, and any other one is`() {
    let selection = Selection(dispensable: [.foreignProjectID])
    let fewer = plan(without: [.foreignProjectID], selection: selection)
    let reasons = fewer.cases.filter { $0.rule == "foreign-project-is-refused" }
      .map(\.skipReason)
    #expect(
      Set(reasons)
        == [.notApplicable("the target does not say foreign_project_id, which is allowed")])
    let less = plan(without: [.foreignProjectID, .instanceID], selection: selection)
    let wanted = Set(less.cases.compactMap(\.skipReason?.wantedFacts))
    #expect(wanted.contains([.instanceID]) && wanted.contains([.instanceID, .foreignProjectID]))
    #expect(!wanted.contains([.foreignProjectID]))
  }

  @Test func `only and skip go by the beginning of an id`() {
    let all = plan().cases.map(\.id)
    let only = Selection(only: ["ListGcTasks.shape", "ListInstanceJobs.paging"])
    #expect(
      plan(selection: only).cases.map(\.id)
        == all.filter {
          $0.hasPrefix("ListGcTasks.shape") || $0.hasPrefix("ListInstanceJobs.paging")
        })
    let both = Selection(only: ["ListGcTasks"], skip: ["ListGcTasks.shape"])
    #expect(
      plan(selection: both).cases.map(\.id)
        == all.filter { $0.hasPrefix("ListGcTasks.") && !$0.hasPrefix("ListGcTasks.shape") })
    #expect(plan(selection: Selection(only: ["Nothing"])).probes.isEmpty)
  }

  @Test(arguments: ["errors.no-server-error", "shape.well-formed-json", "shape.jobs.id"])
  func `a case by itself looks at what it looks at beside all others`(name: String) throws {
    let id = "ListInstanceJobs.\(name)"
    let (alone, whole) = (plan(selection: Selection(only: [id])), plan())
    let planned = try #require(alone.cases.first)
    #expect(Set(alone.probes(of: planned)) == Set(whole.probes(of: planned)))
  }

  @Test(arguments: ["paging", "errors", "relations", "shape"])
  func `nothing is asked that no case looks at`(level: String) {
    let narrow = plan(selection: Selection(only: ["ListInstanceJobs.\(level)"]))
    let seen = Set(narrow.cases.flatMap { narrow.probes(of: $0) })
    let entrances = Set(narrow.baselineRequests.values)
    #expect(narrow.probes.allSatisfy { seen.contains($0) || entrances.contains($0) })
    let isFiltered = narrow.probes.contains { $0.first.query.contains { $0.name == "status" } }
    #expect(isFiltered == (level == "shape" || level == "relations" || level == "errors"))
  }

  @Test func `cases of a level that is not claimed are skipped and say so`() {
    let shape = plan(selection: Selection(claims: [.shape]))
    #expect(shape.cases.map(\.id) == plan().cases.map(\.id))
    for planned in shape.cases where planned.asks != .nothing {
      #expect(
        planned.skipReason
          == (planned.level == .shape ? nil : .notApplicable("level \(planned.level) not claimed")))
    }
  }

  @Test func `methods other than GET are planned only if allowed`() {
    #expect(plan().probes.allSatisfy { $0.first.method == .get })
    let daring = plan(selection: Selection(allowsUnsafeMethods: true))
    #expect(Set(daring.probes.map(\.first.method)) == [.get, .post, .put, .patch, .delete])
  }

  @Test func `the baseline requests come first and no probe twice`() {
    let probes = plan().probes
    #expect(Set(probes).count == probes.count)
    for operation in operations {
      let first = probes.first { $0.operation == operation.id }
      #expect(first == plan().baselineRequests[operation.id])
    }
  }

  @Test(arguments: Catalog.operations.map(\.id))
  func `an operation with 40 rows takes at most 66 requests`(operation: String) {
    let requests = plan().requests(of: operation, rows: 40)
    let range = operation.hasPrefix("Show") ? 5...20 : 20...66
    #expect(range.contains(requests.count), "\(requests.count) requests")
    let more = Self.signing.requests(of: operation, rows: 40)
    #expect(range.contains(more.count), "\(more.count) requests of who signs")
  }

  static let traversals: [Probe.Traversal] = [
    .offsetWalk(limit: 10, most: 25, beyondEnd: false),
    .offsetWalk(limit: 10, most: 25, beyondEnd: true),
    .offsetWalk(limit: 7, most: 25, beyondEnd: false),
    .offsetWalk(limit: 10, most: 2, beyondEnd: false),
    .offsetWalk(limit: 10, most: 2, beyondEnd: true),
  ]

  @Test(arguments: traversals)
  func `a walk asks what was planned, however long the list is`(traversal: Probe.Traversal) {
    let operation = Contract.Operation.sample()
    let check = Check("walk", .paging, "A walk.") { planning, check in
      let probe = Probe(operation: "Sample", first: planning.request(), traversal: traversal)
      return [
        check.makeCase(planning, nil, "it ends", clause: .sample, asks: .probes([probe])) { _, _ in
        }
      ]
    }
    let plan = Plan(for: [operation], against: .sample, checks: [check])
    let wrong = (0...61).filter { rows in
      let walked = Walk.transcript(traversal, operation.paging, RowList(rows: rows).answer)
      return plan.requests(of: plan.cases[0], rows: rows) != walked.requests.map(\.line)
    }
    #expect(wrong == [], "these numbers of rows are planned otherwise than they are read")
  }
}
