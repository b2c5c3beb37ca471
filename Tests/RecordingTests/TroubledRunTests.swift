// SPDX-License-Identifier: Apache-2.0
// Runs that met trouble on the way: their recordings give the same verdicts, and hold each answer once.

import Conformance
import EmbeddedTarget
import Foundation
import MockRegistry
import Synchronization
import Testing
import Wire

@testable import Recording

struct TroubledRunTests {
  /// What gets in the way of the requests behind the 30th.
  enum Trouble: CaseIterable {
    case serviceAway, serviceAwayOnce, allBreak, oneBreaks, oneIsRefused, banned

    func answer(to number: Int) -> Result<HTTPResponse, TransportFailure>? {
      switch self {
      case .serviceAway: number > 30 ? .success(HTTPResponse(status: 503)) : nil
      case .serviceAwayOnce: number == 31 ? .success(HTTPResponse(status: 503)) : nil
      case .allBreak: number > 30 ? .failure(TransportFailure(.closed, "it was closed")) : nil
      case .oneBreaks: number == 31 ? .failure(TransportFailure(.closed, "it was closed")) : nil
      case .oneIsRefused: number == 31 ? .success(HTTPResponse(status: 401)) : nil
      case .banned: (31...38).contains(number) ? .success(.ban) : nil
      }
    }
  }

  @Test(arguments: Trouble.allCases, [nil, "gc-job-kind-lower-case"])
  func `the recording of a run gives its verdicts`(trouble: Trouble, fault: String?) async throws {
    let recording = try await MockRecording(
      MockRegistry.Configuration(fault: fault.flatMap(Fault.named)), operation: "ListGcTasks"
    ) { base, _ in TroubledTransport(base: base, trouble: trouble) }
    let judged = try await recording.file.results()
    #expect(judged.map(\.id) == recording.results.map(\.id))
    for (judged, told) in zip(judged, recording.results) {
      #expect(judged.verdict == told.verdict, "\(told.id)")
      #expect(trouble != .banned || fault != nil || told.verdict.outcome != .failed, "\(told.id)")
    }
    let run = try #require(try recording.file.session().run)
    let audit = try RecordingAudit(
      path: recording.file.path, of: run, asked: recording.asked,
      started: Date().formatted(.iso8601), seconds: 3600)
    #expect(audit.differences.filter { !$0.contains("outside of the run") } == [])
  }
}

extension HTTPResponse {
  /// What a firewall says to whom it has seen enough of.
  fileprivate static let ban = HTTPResponse(
    status: 403, headers: ["Content-Type": "text/html"], body: Array("<html>blocked</html>".utf8))
}

/// Counts requests, and answers some of them in place of the mock.
private final class TroubledTransport: Transport {
  private let base: EmbeddedTransport
  private let trouble: TroubledRunTests.Trouble
  private let count = Mutex(0)

  init(base: EmbeddedTransport, trouble: TroubledRunTests.Trouble) {
    (self.base, self.trouble) = (base, trouble)
  }

  func send(
    _ request: HTTPRequest, as credential: Credential
  ) async throws(TransportFailure) -> HTTPResponse {
    let number = count.withLock { count in
      count += 1
      return count
    }
    if let answer = trouble.answer(to: number) { return try answer.get() }
    return try await base.send(request, as: credential)
  }
}
