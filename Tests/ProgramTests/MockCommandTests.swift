// SPDX-License-Identifier: Apache-2.0
// The mock as a process: what it serves, what it can do wrong, and how it ends.

import Foundation
import Testing
import Wire

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

@Suite(.timeLimit(.minutes(30))) struct MockCommandTests {
  @Test func `a million rows are served from their end`() async throws {
    try await MockProcess.serve("--rows", "1000000") { mock in
      let project = try #require(mock.facts["project_id"])
      let url = try #require(
        URL(string: "\(mock.endpoint)/v2/\(project)/jobs?offset=999990&limit=10"))
      var request = URLRequest(url: url)
      request.setValue(mock.token, forHTTPHeaderField: "X-Auth-Token")
      let (body, _) = try await URLSession.shared.data(for: request)
      let page = try JSONDocument(parsing: Array(body)).root
      #expect(page["total"]?.raw == "1000000")
      #expect(page["jobs"]?.count == 10)
    }
  }

  @Test func `what it prints is a target file with the keys of the design`() async throws {
    try await MockProcess.serve { mock in
      let printed = try JSONDocument(parsing: Array(mock.targetFile.utf8))
      #expect(
        printed.root.names == [
          "endpoint", "project_id", "instance_id", "namespace_name", "webhook_policy_id",
          "retention_policy_id", "retention_execution_id", "retention_task_id",
          "replication_execution_id", "replication_task_id", "other_instance_id",
          "other_namespace_name", "other_retention_policy_id", "foreign_project_id", "token",
        ])
      #expect(mock.endpoint.wholeMatch(of: #/http://127\.0\.0\.1:\d+/#) != nil)
    }
  }

  @Test(
    arguments: [
      ("aksk", ["ak", "sk"]), ("temporary", ["ak", "sk", "security_token"]),
      ("iam", ["iam_endpoint", "iam_domain", "iam_user", "iam_password"]),
    ])
  func `it prints the credentials that are asked for`(way: String, keys: [String]) async throws {
    try await MockProcess.serve("--auth", way) { mock in
      let printed = try JSONDocument(parsing: Array(mock.targetFile.utf8))
      #expect(Array(printed.root.names.suffix(keys.count)) == keys)
      #expect(printed.root["token"] == nil)
      #expect(printed.root["iam_endpoint"].map { $0.string == mock.endpoint } ?? true)
    }
  }

  @Test func `faults and variants are listed with what they are about`() async throws {
    let run = try await ProgramRun("mock", "--list-faults", "--json")
    let root = try ReportDocument(run.output).root
    let faults = Array(try #require(root["faults"]).elements)
    #expect(run.status == 0)
    #expect(faults.count >= 120)
    #expect(Set(faults.compactMap { $0["name"]?.string }).count == faults.count)
    #expect(Set(faults.compactMap { $0["operation"]?.string }).count == 16)
    let names = ["name", "operation", "category", "level", "rule", "summary"]
    #expect(faults.allSatisfy { $0.names == names })
    #expect(root["variants"]?.count ?? 0 >= 25)
    #expect(root["disturbances"]?.count == 8)
  }
}
