// SPDX-License-Identifier: Apache-2.0
// A registry on paper: bodies by path, and everything else does not exist.

import Conformance
import Contract
import Discovery
import SWRSpecs
import Synchronization
import Wire

/// Answers from a table and remembers what was asked.
final class PaperRegistry: Transport {
  /// By path below `/v2/p`; what is not there is answered with 404.
  let answers: [String: Result<HTTPResponse, TransportFailure>]
  private let log = Mutex<[String]>([])

  init(_ bodies: [String: String], failing failures: [String: TransportFailure] = [:]) {
    answers = bodies.mapValues { .success(HTTPResponse(status: 200, body: Array($0.utf8))) }
      .merging(failures.mapValues { .failure($0) }) { $1 }
  }

  init(_ bodies: [String: String], refusing path: String, _ status: Int, _ body: String) {
    answers = bodies.mapValues { .success(HTTPResponse(status: 200, body: Array($0.utf8))) }
      .merging([
        path: .success(HTTPResponse(status: .init(status), body: Array(body.utf8)))
      ]) { $1 }
  }

  func send(
    _ request: HTTPRequest, as credential: Credential
  ) async throws(TransportFailure) -> HTTPResponse {
    log.withLock { $0.append(request.target) }
    let missing = HTTPResponse(
      status: 404, body: Array(#"{"error_code":"SWR.404001","error_msg":"gone"}"#.utf8))
    return try answers[String(request.path.dropFirst("/v2/p".count))]?.get() ?? missing
  }

  /// The targets that were asked, in order.
  var asked: [String] { log.withLock { $0 } }

  /// What a search of it finds.
  ///
  /// - Parameter times: How often each request is said to be sent.
  func discover(
    _ given: [Fact: String] = [:], sending times: Int = 1
  ) async -> DiscoveryResult {
    await DiscoveryResult(
      of: given.merging([.projectID: "p"]) { known, _ in known },
      for: Array(Catalog.operations.prefix(5)), by: .swr,
      over: self, .init(mostPerCall: times) { self.asked.count * times })
  }
}

extension PaperRegistry {
  /// One instance with one namespace, and one of everything else.
  static let plain = [
    "/instances": list("instances", ["i"]),
    "/instances/i/namespaces": #"{"total":1,"namespaces":[{"id":1,"name":"n"}]}"#,
    "/instances/i/webhook/policies": policies("policies", [(5, "n")]),
    "/instances/i/namespaces/n/webhook/policies/5/jobs": total(12, "jobs"),
    "/instances/i/retention/policies": policies("retentions", [(6, "n")]),
    "/instances/i/namespaces/n/retention/policies/6/executions": list("executions", ["7"]),
    "/instances/i/namespaces/n/retention/policies/6/executions/7/tasks": total(34, "tasks"),
    "/instances/i/replication/executions": list("executions", ["8"]),
    "/instances/i/replication/executions/8/tasks": total(56, "tasks"),
  ]

  static func plain(with other: [String: String]) -> PaperRegistry {
    PaperRegistry(plain.merging(other) { $1 })
  }

  static func list(_ name: String, _ ids: [String], total: Int? = nil) -> String {
    let rows = ids.map { #"{"id":"\#($0)"}"# }.joined(separator: ",")
    return #"{"total":\#(total ?? ids.count),"\#(name)":[\#(rows)]}"#
  }

  static func policies(_ name: String, _ rows: [(id: Int, namespace: String)]) -> String {
    let rows = rows.map { #"{"id":\#($0.id),"namespace_name":"\#($0.namespace)"}"# }
    return #"{"total":\#(rows.count),"\#(name)":[\#(rows.joined(separator: ","))]}"#
  }

  static func total(_ total: Int, _ name: String) -> String {
    #"{"total":\#(total),"\#(name)":[]}"#
  }
}

extension DiscoveryResult {
  subscript(_ fact: Fact) -> Choice? { choices.first { $0.fact == fact } }

  func description(_ words: String) -> Bool { remarks.contains { $0.contains(words) } }
}
