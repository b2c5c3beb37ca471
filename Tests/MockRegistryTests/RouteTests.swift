// SPDX-License-Identifier: Apache-2.0
// Paths, methods, tokens and missing resources, in the order in which they are looked at.

import Testing
import Wire

@testable import MockRegistry

struct RouteTests {
  let registry = MockRegistry()

  @Test(arguments: ListOperation.judged)
  func `every list answers at its path`(list: ListOperation) {
    let response = registry.respond(ask(list))
    #expect(response.status == 200)
    #expect(response.headers["Content-Type"] == "application/json")
    #expect(response.rows(of: list).count == min(list.paging.defaultLimit, list.baseRows.count))
  }

  @Test(arguments: ["/", "/v2", "/v2//jobs", "/v2/x/jobs/", "/v2/x/job", "/v2/x/instances/y/gc"])
  func `an unknown path is answered by the gateway`(path: String) {
    let response = registry.respond(HTTPRequest(target: path))
    #expect(response.status == 404)
    #expect(response.object.word("error_code") == "APIGW.0101")
    #expect(response.object.word("request_id") == response.headers["X-Request-Id"]?[...])
  }

  @Test(arguments: [HTTPRequest.Method.post, .put, .delete, .patch, .head])
  func `only GET is allowed`(method: HTTPRequest.Method) {
    let response = registry.respond(ask(.gcTasks, method: method, token: nil))
    #expect(response.status == 405)
    #expect(response.headers["Allow"] == "GET")
  }

  @Test(arguments: [nil, "", "guessed-token"])
  func `a missing or wrong token is refused and not repeated`(token: String?) {
    let response = registry.respond(
      ask(.instanceJobs, token: token, replacing: "project_id", with: "other")
    )
    #expect(response.status == 401)
    #expect(response.object.word("error_code") == "APIGW.0301")
    #expect(!String(decoding: response.body, as: UTF8.self).contains("guessed-token"))
  }

  @Test(arguments: ListOperation.judged)
  func `another project is forbidden`(list: ListOperation) {
    let foreign = registry.facts["foreign_project_id"] ?? ""
    let response = registry.respond(ask(list, "limit=0", replacing: "project_id", with: foreign))
    #expect(response.status == 403)
    #expect(response.object["encoded_authorization_message"] != nil)
  }

  @Test(arguments: [
    (ListOperation.webhookJobs, "instance_id", "nowhere", 404),
    (.webhookJobs, "namespace_name", "nobody", 404),
    (.webhookJobs, "webhook_policy_id", "999999", 404),
    (.webhookJobs, "webhook_policy_id", "abc", 400),
    (.retentionTasks, "instance_id", "nowhere", 404),
    (.retentionTasks, "retention_policy_id", "1.5", 400),
    (.retentionTasks, "retention_execution_id", "0", 404),
    (.gcTasks, "instance_id", "nowhere", 404),
    (.replicationTasks, "replication_execution_id", "518a", 400),
    (.replicationTasks, "replication_execution_id", "519", 404),
  ])
  func `a resource that is not there is named`(
    list: ListOperation, fact: String, value: String, status: Int
  ) {
    let response = registry.respond(ask(list, replacing: fact, with: value))
    #expect(response.status.code == status)
    #expect(response.object.word("error_code")?.hasPrefix("SWR.\(status)") == true)
    #expect(response.object.word("error_msg")?.isEmpty == false)
  }

  @Test func `percent-encoding in a path is undone before it is compared`() {
    let encoded = registry.respond(
      ask(.webhookJobs, replacing: "namespace_name", with: "team%2Datlas")
    )
    #expect(encoded.status == 200)
    let broken = registry.respond(ask(.webhookJobs, replacing: "namespace_name", with: "team%2"))
    #expect(broken.status == 400)
  }

  @Test func `request ids are unique and repeat with the seed`() {
    let ids = { (seed: UInt64) in
      let registry = MockRegistry(.init(seed: seed))
      return (0..<200).map { _ in
        registry.respond(ask(.gcTasks)).headers["X-Request-Id"] ?? ""
      }
    }
    #expect(Set(ids(1)).count == 200)
    #expect(ids(1) == ids(1))
    #expect(ids(1) != ids(2))
    #expect(ids(3).allSatisfy { $0.count == 32 && $0.allSatisfy(\.isHexDigit) })
  }
}
