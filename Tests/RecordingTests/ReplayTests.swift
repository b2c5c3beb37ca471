// SPDX-License-Identifier: Apache-2.0
// A recording gives the verdicts and findings of the run that it was made of.

import Conformance
import EmbeddedTarget
import Foundation
import MockRegistry
import Redaction
import SWRSpecs
import Testing
import Wire

@testable import Recording

@Suite(.timeLimit(.minutes(30))) struct ReplayTests {
  @Test func `a healthy run is judged the same from its recording`() async throws {
    let recording = try await MockRecording(.init())
    #expect(recording.results.count > 400)
    #expect(try await recording.file.results() == recording.results)
  }

  /// Every kind of damage once: bytes, headers, tokens repeated, pages, deliveries that break off.
  static let faults: [Fault] = {
    // What only --thorough asks for shows nothing here, and nobody waits for what comes late.
    let all = Fault.catalog.filter {
      !$0.name.contains("-lets-in-") && !$0.name.hasSuffix("-answers-late")
    }
    let telling = all.filter { fault in
      ["token", "nan", "utf", "trunc", "surrogate", "length", "bom", "closed"].contains {
        fault.name.contains($0)
      }
    }
    let step = max(1, all.count / 12)
    let sample = stride(from: 0, to: all.count, by: step).map { all[$0] }
    return (telling.prefix(16) + sample).reduce(into: []) { list, fault in
      if !list.contains(where: { $0.name == fault.name }) { list.append(fault) }
    }
  }()

  @Test(arguments: faults)
  func `a fault is told the same from its recording`(fault: Fault) async throws {
    let recording = try await MockRecording(.init(fault: fault), operation: fault.operation)
    #expect(
      recording.results.contains { !$0.findings.isEmpty || $0.verdict.outcome == .inconclusive })
    #expect(try await recording.file.results() == recording.results)
  }

  @Test func `data that moved while it was recorded is no fault afterwards`() async throws {
    let recording = try await MockRecording(.init(churn: 7), operation: "ListInstanceJobs")
    let again = try await recording.file.results()
    #expect(again.map(\.verdict.outcome) == recording.results.map(\.verdict.outcome))
    #expect(!again.contains { $0.verdict.outcome == .failed })
  }

  @Test func `a recording shows no secret, and still that one was repeated`() async throws {
    let recording = try await MockRecording(.init(), operation: "ListGcTasks") {
      EchoingTransport(base: $0, token: $1.facts["token"] ?? "")
    }
    let text = try String(contentsOfFile: recording.file.path, encoding: .utf8)
    let token = try #require(MockRegistry().facts["token"])
    #expect(!text.contains(token))
    #expect(!text.contains("of-somebody"))
    #expect(text.contains(#""X-Auth-Token", "value": "redacted""#))
    let again = try await recording.file.results()
    #expect(again == recording.results)
    let leak = try #require(again.first { $0.rule == "token-is-not-repeated" })
    #expect(leak.verdict.outcome == .failed)
  }

  @Test func `what was not recorded is inconclusive and says so`() async throws {
    let recording = try await MockRecording(.init(), operation: "ListGcTasks")
    let all = try await recording.file.results(selection: Selection())
    // A case of the list looks up in the list of instances whether another one exists.
    let asked = ["ListGcTasks", "ListInstance"]
    let others = all.filter {
      !asked.contains($0.operation) && $0.verdict.outcome != .skipped
    }
    #expect(others.count > 300)
    #expect(others.allSatisfy { $0.verdict == .inconclusive(.notRecorded) })
  }
}

/// A server that shows the token of its caller in a header field and in a cookie.
private struct EchoingTransport: Transport {
  let base: EmbeddedTransport
  let token: String

  func send(
    _ request: HTTPRequest, as credential: Credential
  ) async throws(TransportFailure) -> HTTPResponse {
    var response = try await base.send(request, as: credential)
    response.headers.append("X-Seen", "from \(token)")
    response.headers.append("Set-Cookie", "session=of-somebody")
    return Redaction(for: .swr, secrets: [token]).redacted(response)
  }
}
