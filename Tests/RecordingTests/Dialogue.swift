// SPDX-License-Identifier: Apache-2.0
// What a client of the mock asked and was told, with what a server might have said instead.

import Conformance
import Contract
import EmbeddedTarget
import Foundation
import MockRegistry
import SWRSpecs
import Wire

/// A session of a client, one request a second, as a program records it.
struct Dialogue {
  enum List: String {
    case hooks, jobs, gc, policies

    var operation: String {
      switch self {
      case .hooks: "ListInstanceWebhookJobs"
      case .jobs: "ListInstanceJobs"
      case .gc: "ListGcTasks"
      case .policies: "ListInstanceWebhooks"
      }
    }
  }

  let list: List
  private(set) var entries: [String] = []
  private let registry = MockRegistry()

  init(_ list: List) { self.list = list }

  private var path: String {
    let facts = registry.facts
    let project = "/v2/\(facts["project_id"] ?? "")"
    let instance = "\(project)/instances/\(facts["instance_id"] ?? "")"
    return switch list {
    case .jobs: "\(project)/jobs"
    case .gc: "\(instance)/system/gc"
    case .policies: "\(instance)/webhook/policies"
    case .hooks:
      "\(instance)/namespaces/\(facts["namespace_name"] ?? "")/webhook/policies/"
        + "\(facts["webhook_policy_id"] ?? "")/jobs"
    }
  }

  /// Asks the mock, and records what it says or another answer.
  ///
  /// - Parameters:
  ///   - token: What is shown of who asks; nil where nobody is named.
  ///   - status: What is recorded in place of the status, with an error for a body.
  ///   - edit: What is recorded in place of the body.
  /// - Returns: The marker behind the page; nil where there is none.
  @discardableResult
  mutating func ask(
    _ query: String, token: String? = "a-token", gives status: Int? = nil,
    _ edit: (String) -> String = { $0 }
  ) async throws -> String? {
    let target = path + (query.isEmpty ? "" : "?\(query)")
    let transport = EmbeddedTransport(registry, for: .swr, waits: false)
    let response = try await transport.send(HTTPRequest(target: target), as: .own)
    let body =
      status == nil
      ? edit(String(decoding: response.body, as: UTF8.self))
      : #"{"error_code":"SWR.400001","error_msg":"no"}"#
    let shown = token.map { #"{"name": "X-Auth-Token", "value": "\#($0)"}"# } ?? ""
    let second = entries.count < 10 ? "0\(entries.count)" : "\(entries.count)"
    entries.append(
      """
      {"startedDateTime": "2026-01-01T00:00:\(second).000Z", "request": {"method": "GET",
      "url": "https://swr.example.com\(target)", "headers": [\(shown)]},
      "response": {"status": \(status ?? response.status.code), "headers": [
      {"name": "Content-Type", "value": "application/json"},
      {"name": "X-Request-Id", "value": "id-\(entries.count)"}],
      "content": {"text": \(JSONText.quote(body))}}}
      """)
    return (try? JSONDocument(parsing: response.body))?.root["page_info"]?["next_marker"]?.string
      .map(PercentEncoding.encode)
  }

  /// What is said of each case of the list.
  func results() async throws -> [CaseResult] {
    try await ScratchHAR(entries: entries).results(
      selection: Selection(only: ["\(list.operation)."]))
  }

  /// The outcomes of some cases, such as `failed`; with what fails besides.
  func outcomes(_ cases: [String]) async throws -> [String: String] {
    let results = try await results()
    var outcomes: [String: String] = [:]
    for result in results {
      let name = String(result.id.dropFirst(list.operation.count + 1))
      if cases.contains(name) || result.verdict.outcome == .failed {
        outcomes[name] = result.verdict.outcome.rawValue
      }
    }
    return outcomes
  }
}
