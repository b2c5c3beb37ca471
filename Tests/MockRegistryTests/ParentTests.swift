// SPDX-License-Identifier: Apache-2.0
// The lists in which a client finds what the five lists hang from, and what it finds there.

import Testing
import Wire

@testable import MockRegistry

struct ParentTests {
  let registry = MockRegistry()

  @Test(arguments: parents)
  func `every parent list has more than one choice`(parent: ListOperation) {
    let response = registry.respond(ask(parent))
    #expect(response.status == 200)
    #expect(response.rows(of: parent).count >= 2)
    #expect(response.object["total"].flatMap { Int($0) } ?? 0 >= response.rows(of: parent).count)
    #expect(response.rows(of: parent).allSatisfy { $0.fields.allSatisfy { $0.name.first != "_" } })
  }

  @Test(arguments: parents)
  func `a parent list is turned page by page to its end`(parent: ListOperation) {
    let total = registry.respond(ask(parent)).object["total"].flatMap { Int($0) } ?? 0
    let pages = (0...total).map { registry.respond(ask(parent, "limit=1&offset=\($0)")) }
    let rows = pages.map { $0.rows(of: parent) }
    #expect(rows.dropLast().allSatisfy { $0.count == 1 })
    #expect(rows.last?.isEmpty == true)
    #expect(Set(rows.flatMap(\.self)).count == total)
  }

  @Test(arguments: [
    (ListOperation.namespaces, "limit=101"), (.namespaces, "limit=0"), (.namespaces, "limit=x"),
    (.namespaces, "offset=5"), (.instances, "limit=101"), (.instances, "status=running"),
    (.retentionPolicies, "namespace_id=x"), (.replicationExecutions, "policy_id=-1"),
  ])
  func `a query that is not allowed is refused`(parent: ListOperation, query: String) {
    #expect(registry.respond(ask(parent, query)).status == 400)
  }

  @Test func `an offset between two pages is allowed for instances alone`() {
    #expect(registry.respond(ask(.instances, "limit=2&offset=1")).status == 200)
    #expect(registry.respond(ask(.namespaces, "limit=2&offset=1")).status == 400)
  }

  @Test(arguments: [
    (ListOperation.instances, "status=Running", 20), (.instances, "status=Unavailable", 4),
    (.namespaces, "name=edge", 1), (.webhookPolicies, "namespace_id=7", 12),
    (.retentionPolicies, "namespace_id=7", 7), (.replicationExecutions, "policy_id=5", 18),
  ])
  func `a filter picks rows`(parent: ListOperation, query: String, count: Int) {
    let response = registry.respond(ask(parent, query + "&limit=100"))
    #expect(response.rows(of: parent).count == count)
    #expect(response.object["total"] == "\(count)")
  }

  @Test(arguments: ListOperation.judged.filter { $0 != .instanceJobs && !$0.isObject })
  func `the registry's own facts have the longest list`(list: ListOperation) {
    let own = registry.respond(ask(list, "limit=100")).rows.count
    for (fact, value) in Self.others where list.path.hasSuffix("{\(fact)}" + list.tail) {
      let response = registry.respond(ask(list, "limit=100", replacing: fact, with: value))
      #expect(response.status == 200)
      #expect(response.rows.count < own)
      guard fact != "instance_id" else { continue }
      #expect(response.rows.allSatisfy { ($0["execution_id"] ?? $0["policy_id"]) == value })
    }
  }

  private static let others = [
    ("webhook_policy_id", "31"), ("webhook_policy_id", "19"),
    ("retention_execution_id", "371"), ("retention_execution_id", "348"),
    ("replication_execution_id", "523"), ("replication_execution_id", "506"),
    ("instance_id", "b52e9a10-6c0d-11f0-8d27-0255ac1007e4"),
  ]

  @Test func `what belongs to another namespace is not found`() {
    #expect(
      registry.respond(ask(.webhookJobs, replacing: "webhook_policy_id", with: "34")).status == 404)
    let elsewhere = ask(.webhookJobs, replacing: "namespace_name", with: "data-lake")
    #expect(registry.respond(elsewhere).status == 404)
    var right = elsewhere
    right.target = right.target.replacing("/27/", with: "/34/")
    #expect(registry.respond(right).rows.count == 5)
  }

  @Test func `an execution counts the tasks that its list has`() throws {
    let executions = registry.respond(ask(.replicationExecutions, "limit=100")).rows
    #expect(executions.count == 35)
    for execution in executions {
      let list = registry.respond(
        ask(
          .replicationTasks, "limit=100",
          replacing: "replication_execution_id", with: try #require(execution["id"])))
      #expect(list.object["total"] == execution["total"])
      for (count, word) in [("failed", "Failed"), ("succeed", "Succeed"), ("stopped", "Stopped")] {
        let rows = list.rows.filter { $0.word("status") == word[...] }
        #expect(execution[count] == "\(rows.count)")
      }
    }
  }

  @Test func `only one instance has garbage collection`() {
    let gates = { (instance: String) in
      self.registry.respond(
        ask("/v2/{project_id}/instances/\(instance)/feature-gates")
      ).object["enableArtifactGc"]
    }
    #expect(gates("{instance_id}") == "true")
    #expect(gates("b52e9a10-6c0d-11f0-8d27-0255ac1007e4") == "false")
    #expect(gates("nowhere") == nil)
  }

  @Test(arguments: parents)
  func `a parent list is as guarded as the others`(parent: ListOperation) {
    var request = ask(parent)
    request.headers["X-Auth-Token"] = nil
    #expect(registry.respond(request).status == 401)
    request = ask(parent)
    request.method = .post
    #expect(registry.respond(request).status == 405)
    let foreign = parent.path.replacing("{project_id}", with: "{foreign_project_id}")
    #expect(registry.respond(ask(foreign)).status == 403)
  }
}

/// A request with the own token for a path in which facts stand in braces.
func ask(_ template: String, _ query: String = "") -> HTTPRequest {
  var target = template
  for entry in MockRegistry.Facts.only.entries {
    target = target.replacing("{\(entry.key)}", with: entry.value)
  }
  return HTTPRequest(
    target: target + (query.isEmpty ? "" : "?" + query),
    headers: ["X-Auth-Token": MockRegistry.Facts.only["token"] ?? ""])
}

/// The lists that paths lead through.
private let parents: [ListOperation] = [
  .instances, .namespaces, .webhookPolicies, .retentionPolicies, .retentionExecutions,
  .replicationPolicies, .replicationExecutions,
]

extension ListOperation {
  /// What stands behind the last fact of the path.
  fileprivate var tail: Substring {
    path[(path.lastIndex(of: "}") ?? path.startIndex)...].dropFirst()
  }
}
