// SPDX-License-Identifier: Apache-2.0
// What a survey says of a target that refuses, answers oddly, has nothing or has too much.

import Conformance
import Contract
import Redaction
import SWRSpecs
import Testing
import Wire

@testable import Discovery

@Suite struct TroubleTests {
  private static let forbidden =
    #"{"error_code":"SWR.403001","error_msg":"No permission","encoded_authorization_message":"x"}"#

  @Test func `a token that is refused ends the survey with what the body says`() async {
    let registry = PaperRegistry(
      [:], refusing: "/instances", 401, #"{"error_code":"APIGW.0301","error_msg":"expired"}"#)
    let result = await registry.discover()
    #expect(result.ending == .barred)
    #expect(result.exit == .unreachable)
    #expect(registry.asked == ["/v2/p/instances?limit=100&offset=0"])
    #expect(
      result.remarks.first
        == "ListInstance answered status 401: APIGW.0301 expired; renew the credentials")
  }

  @Test func `no right to list instances is said, with a way around`() async {
    let result = await PaperRegistry([:], refusing: "/instances", 403, Self.forbidden).discover()
    #expect(result.ending == .barred)
    #expect(
      result.description(
        "ListInstance answered status 403: SWR.403001 No permission; ask for the right to call it, "
          + "or set SWR_INSTANCE_ID yourself"))
  }

  @Test func `no right to one list leaves the others`() async {
    let result = await PaperRegistry(
      PaperRegistry.plain, refusing: "/instances/i/webhook/policies", 403, Self.forbidden
    ).discover()
    #expect(result.ending == .lacking)
    #expect(result.facts[.retentionExecutionID] == "7")
    #expect(result[.webhookPolicyID]?.origin == .missing)
    #expect(result.description("or set SWR_WEBHOOK_POLICY_ID yourself"))
    #expect(result.description("ListInstanceWebhookJobs will be skipped"))
  }

  @Test func `a policy is chosen even if nobody may count its jobs`() async {
    let jobs = "/instances/i/namespaces/n/webhook/policies/5/jobs"
    let result = await PaperRegistry(
      PaperRegistry.plain, refusing: jobs, 403, Self.forbidden
    ).discover()
    #expect(result.ending == .complete)
    #expect(result[.webhookPolicyID]?.value == "5")
    #expect(result[.webhookPolicyID]?.rows == nil)
    #expect(result.description("ListInstanceWebhookJobs answered status 403"))
  }

  @Test func `a target that is not reached ends the survey with what happened`() async {
    let failure = TransportFailure(.refused, "127.0.0.1:9 refused the connection")
    let result = await PaperRegistry([:], failing: ["/instances": failure]).discover()
    #expect(result.ending == .barred)
    #expect(result.remarks.first == "127.0.0.1:9 refused the connection")
  }

  @Test(
    arguments: [
      ("<html>", "ListInstance answered status 200 with a body that is no JSON ("),
      ("[]", "ListInstance answered no object but JSON array; check the endpoint"),
      ("7", "ListInstance answered no object but JSON number"),
      (#"{"total":1}"#, "ListInstance answered an object whose instances is absent"),
      (#"{"instances":{}}"#, "an object whose instances is no array but JSON object"),
      (#"{"total":1,"instances":[{"name":"x"}]}"#, "rows without a usable id"),
      (#"{"total":1,"instances":[7]}"#, "rows without a usable id"),
      (#"{"total":1,"instances":[{"id":1.5}]}"#, "rows without a usable id"),
      (#"{"total":1,"instances":[{"id":""}]}"#, "rows without a usable id"),
      (#"{"total":0,"instances":[]}"#, "ListInstance has no rows; make one, or set SWR_INSTANCE"),
      (#"{"total":0,"instances":null}"#, "ListInstance has no rows"),
    ])
  func `an answer of another shape is told`(body: String, words: String) async {
    let result = await PaperRegistry(["/instances": body]).discover()
    #expect(result.ending == .lacking)
    #expect(result.description(words), "\(result.remarks)")
    #expect(result.description("ListGcTasks will be skipped: the target does not say instance_id"))
  }

  @Test func `the array that the documentation shows around an object is looked into`() async {
    let executions = "/instances/i/namespaces/n/retention/policies/6/executions"
    let result = await PaperRegistry.plain(with: [
      executions: "[\(PaperRegistry.list("executions", ["7"]))]"
    ]).discover()
    #expect(result.ending == .complete)
    #expect(result.description("answered an array around its object"))
  }

  @Test func `a row that repeats the token names nothing`() async {
    let result = await PaperRegistry([
      "/instances": PaperRegistry.list("instances", [Profile.swr.mark])
    ])
    .discover()
    #expect(result.facts[.instanceID] == nil)
    #expect(!result.description(Profile.swr.mark))
  }

  @Test func `a policy without a namespace is told`() async {
    let result = await PaperRegistry.plain(with: [
      "/instances/i/namespaces": #"{"total":2,"namespaces":[{"name":"n"},{"name":"m"}]}"#,
      "/instances/i/webhook/policies": #"{"total":1,"policies":[{"id":5}]}"#,
    ]).discover()
    #expect(result.facts[.webhookPolicyID] == nil)
    #expect(result.description("do not say their namespace_name; set SWR_NAMESPACE_NAME"))
  }

  @Test func `the only namespace is that of a policy without one`() async {
    let result = await PaperRegistry.plain(with: [
      "/instances/i/webhook/policies": #"{"total":1,"policies":[{"id":5}]}"#
    ]).discover()
    #expect(result.facts[.webhookPolicyID] == "5")
  }

  @Test func `an empty list is chosen and told`() async {
    let jobs = "/instances/i/namespaces/n/webhook/policies/5/jobs"
    let result = await PaperRegistry.plain(with: [jobs: PaperRegistry.total(0, "jobs")]).discover()
    #expect(result.ending == .complete)
    #expect(result[.webhookPolicyID]?.rows == 0)
    #expect(result.description("ListInstanceWebhookJobs is empty even there"))
  }

  @Test func `lists without end cost no more than 200 requests, and say so`() async throws {
    let ids = (1...100).map(String.init)
    let many = PaperRegistry.list("executions", ids, total: 1_000_000)
    let policies = (1...100).map { ($0, "n") }
    let registry = PaperRegistry.plain(with: [
      "/instances/i/webhook/policies": PaperRegistry.policies("policies", policies),
      "/instances/i/retention/policies": PaperRegistry.policies("retentions", policies),
      "/instances/i/namespaces/n/retention/policies/1/executions": many,
      "/instances/i/replication/executions": many,
    ])
    let result = await registry.discover()
    #expect(registry.asked.count == result.requests)
    #expect((150...200).contains(result.requests), "\(result.requests)")
    #expect(
      result.description("ListInstanceWebhooks has 100 rows; looked at the first 48, set SWR_WEB"))
    #expect(
      result.description("ListInstanceReplicationPolicyExecutions has 1000000 rows; looked at"))
    #expect(result.facts[.webhookPolicyID] == "5")
    #expect(Set(registry.asked).count == registry.asked.count, "nothing is asked twice")
  }

  @Test func `many instances share the 200 requests, and the first ten are looked into`() async {
    let names = (1...30).map { "i\($0)" }
    var bodies = ["/instances": PaperRegistry.list("instances", names)]
    for name in names {
      bodies["/instances/\(name)/replication/executions"] = PaperRegistry.list(
        "executions", (1...50).map(String.init))
    }
    let registry = PaperRegistry(bodies)
    let result = await registry.discover()
    #expect(registry.asked.count <= 200)
    #expect(
      result.description("ListInstance has 30 rows; looked at the first 10, set SWR_INSTANCE_ID"))
  }

  @Test(arguments: [1, 3])
  func `what the transport sends again counts among the 200 requests`(repeats: Int) async {
    let policies = (1...100).map { ($0, "n") }
    let registry = PaperRegistry.plain(with: [
      "/instances/i/webhook/policies": PaperRegistry.policies("policies", policies),
      "/instances/i/retention/policies": PaperRegistry.policies("retentions", policies),
    ])
    let result = await registry.discover(sending: repeats)
    #expect(result.requests == registry.asked.count * repeats)
    #expect((100...200).contains(result.requests), "\(result.requests)")
    #expect(result.facts[.webhookPolicyID] == "5", "what was found before is kept")
    let remark = "looked no further, for a search sends at most 200 requests; say yourself what"
    #expect(result.description(remark) == (repeats > 1), "\(result.remarks)")
  }

  @Test func `a gate that is shut is told`() async {
    let shut = PaperRegistry.plain(with: [
      "/instances/i/feature-gates": #"{"enableArtifactGc":false}"#
    ])
    let open = PaperRegistry.plain(with: [
      "/instances/i/feature-gates": #"{"enableArtifactGc":true}"#
    ])
    #expect(
      await shut.discover().description("ListGcTasks may be refused: ListFeatureGates says that"))
    #expect(await open.discover().remarks == [])
  }
}
