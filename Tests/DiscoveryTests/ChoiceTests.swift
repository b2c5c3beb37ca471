// SPDX-License-Identifier: Apache-2.0
// What is chosen where there is more than one: most rows, and what belongs together.

import Conformance
import Contract
import SWRSpecs
import Testing

@testable import Discovery

@Suite struct ChoiceTests {
  @Test func `a plain registry is known after ten requests`() async {
    let registry = PaperRegistry(PaperRegistry.plain)
    let result = await registry.discover()
    #expect(result.ending == .complete)
    #expect(result.exit == .passed)
    #expect(
      result.facts == [
        .projectID: "p", .instanceID: "i", .namespaceName: "n", .webhookPolicyID: "5",
        .retentionPolicyID: "6", .retentionExecutionID: "7", .replicationExecutionID: "8",
      ])
    #expect(result.choices.map(\.rows) == [102, 46, 12, 34, 34, 56])
    #expect(result.remarks == [])
    #expect(registry.asked.count == 10)
    #expect(result.requests == 10)
  }

  @Test func `the policy with most rows is chosen, and the second best is told`() async {
    let jobs = "/instances/i/namespaces/n/webhook/policies"
    let result = await PaperRegistry.plain(with: [
      "/instances/i/webhook/policies": PaperRegistry.policies(
        "policies", [(1, "n"), (2, "n"), (3, "n")]),
      "\(jobs)/1/jobs": PaperRegistry.total(3, "jobs"),
      "\(jobs)/2/jobs": PaperRegistry.total(30, "jobs"),
      "\(jobs)/3/jobs": PaperRegistry.total(29, "jobs"),
    ]).discover()
    let choice = result[.webhookPolicyID]
    #expect(choice?.value == "2")
    #expect(choice?.rows == 30)
    #expect(choice?.candidates == 3)
    #expect(choice?.next == Choice.Option(value: "3", rows: 29))
  }

  @Test func `a policy that its own list does not know is not chosen`() async {
    let result = await PaperRegistry.plain(with: [
      "/instances/i/webhook/policies": PaperRegistry.policies("policies", [(1, "n"), (5, "n")])
    ]).discover()
    #expect(result[.webhookPolicyID]?.value == "5")
    #expect(result.ending == .complete)
  }

  @Test func `an execution is chosen with the policy that it belongs to`() async {
    let policies = "/instances/i/namespaces/n/retention/policies"
    let result = await PaperRegistry.plain(with: [
      "/instances/i/retention/policies": PaperRegistry.policies(
        "retentions", [(6, "n"), (9, "n")]),
      "\(policies)/9/executions": PaperRegistry.list("executions", ["70", "71"]),
      "\(policies)/9/executions/70/tasks": PaperRegistry.total(1, "tasks"),
      "\(policies)/9/executions/71/tasks": PaperRegistry.total(99, "tasks"),
    ]).discover()
    #expect(result.facts[.retentionPolicyID] == "9")
    #expect(result.facts[.retentionExecutionID] == "71")
    #expect(result[.retentionPolicyID]?.next == Choice.Option(value: "6", rows: 34))
    #expect(result.facts[.otherRetentionPolicyID] == "6", "what else there is owns nothing of it")
  }

  /// Namespace a has jobs only, b has few of both, c has tasks only.
  private static let divided: [String: String] = {
    let namespaces = "/instances/i/namespaces"
    var bodies = [
      namespaces: #"{"total":3,"namespaces":[{"name":"a"},{"name":"b"},{"name":"c"}]}"#,
      "/instances/i/webhook/policies": PaperRegistry.policies("policies", [(1, "a"), (2, "b")]),
      "/instances/i/retention/policies": PaperRegistry.policies(
        "retentions", [(3, "b"), (4, "c")]),
      "\(namespaces)/a/webhook/policies/1/jobs": PaperRegistry.total(500, "jobs"),
      "\(namespaces)/b/webhook/policies/2/jobs": PaperRegistry.total(2, "jobs"),
    ]
    for (namespace, policy, rows) in [("b", 3, 3), ("c", 4, 700)] {
      let executions = "\(namespaces)/\(namespace)/retention/policies/\(policy)/executions"
      bodies[executions] = PaperRegistry.list("executions", ["\(policy)0"])
      bodies["\(executions)/\(policy)0/tasks"] = PaperRegistry.total(rows, "tasks")
    }
    return bodies
  }()

  @Test func `a namespace with rows in both lists wins over one with more in one`() async {
    let result = await PaperRegistry.plain(with: Self.divided).discover()
    #expect(result.facts[.namespaceName] == "b")
    #expect(result.facts[.webhookPolicyID] == "2")
    #expect(result.facts[.retentionExecutionID] == "30")
    #expect(result[.namespaceName]?.next == Choice.Option(value: "c", rows: 700))
    #expect(result[.namespaceName]?.candidates == 3)
  }

  @Test func `without such a namespace the one with most rows wins, and the rest is told`() async {
    var bodies = Self.divided
    bodies["/instances/i/namespaces/b/webhook/policies/2/jobs"] = nil
    bodies["/instances/i/namespaces/b/retention/policies/3/executions"] = nil
    let result = await PaperRegistry.plain(with: bodies).discover()
    #expect(result.facts[.namespaceName] == "c")
    #expect(result.facts[.webhookPolicyID] == nil)
    #expect(result.ending == .lacking)
    #expect(result.exit == .unasserted)
    #expect(
      result.description(
        "ListInstanceWebhookJobs has 500 rows in namespace a and none in c; set SWR_NAMESPACE_NAME"
      ))
    #expect(
      result.description(
        "ListInstanceWebhookJobs will be skipped: the target does not say webhook_pol"))
  }

  @Test func `the instance with most rows is chosen`() async {
    var bodies = PaperRegistry.plain
    bodies["/instances"] = PaperRegistry.list("instances", ["empty", "i", "small"])
    bodies["/instances/small/replication/executions"] = PaperRegistry.list("executions", ["1"])
    bodies["/instances/small/replication/executions/1/tasks"] = PaperRegistry.total(900, "tasks")
    let result = await PaperRegistry(bodies).discover()
    #expect(result.facts[.instanceID] == "i", "three lists with rows are worth more than one")
    #expect(result[.instanceID]?.candidates == 3)
    #expect(result[.instanceID]?.next == Choice.Option(value: "small", rows: 900))
    #expect(result.remarks == [], "what other instances lack is nobody's business")
  }

  @Test func `what is given is kept, not asked for, and narrows the rest`() async {
    let registry = PaperRegistry.plain(with: Self.divided)
    let result = await registry.discover([
      .instanceID: "i", .namespaceName: "a", .replicationExecutionID: "8",
    ])
    #expect(result.facts[.namespaceName] == "a")
    #expect(result.facts[.webhookPolicyID] == "1")
    #expect(result.facts[.retentionPolicyID] == nil)
    #expect(result[.namespaceName]?.origin == .given)
    let paths = registry.asked.map { $0.prefix { $0 != "?" } }
    #expect(!paths.contains("/v2/p/instances"))
    #expect(!paths.contains("/v2/p/instances/i/namespaces"))
    #expect(!paths.contains { $0.contains("replication") })
    #expect(result.description("ListInstanceRetentionPolicies has 2 rows, none of which fits"))
  }

  @Test func `a policy that is given finds its namespace`() async {
    let result = await PaperRegistry.plain(with: Self.divided).discover([.webhookPolicyID: "1"])
    #expect(result.facts[.namespaceName] == "a")
    #expect(result.facts[.webhookPolicyID] == "1")
  }

  @Test func `nothing is asked if everything is given`() async {
    let registry = PaperRegistry([:])
    let all = Profile.swr.facts.map { ($0, $0.name) }
    let result = await registry.discover(Dictionary(uniqueKeysWithValues: all))
    #expect(result.ending == .complete)
    #expect(registry.asked == [])
    #expect(result.choices.allSatisfy { $0.origin == .given })
  }
}
