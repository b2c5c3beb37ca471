// SPDX-License-Identifier: Apache-2.0
// What is said of a session while it passes: no less than of its recording, and nothing false.

import Conformance
import Contract
import Foundation
import MockRegistry
import Recording
import SWRSpecs
import Synchronization
import Testing
import Wire

@testable import Gateway

/// One after another, since each session keeps all its answers.
@Suite(.serialized, .timeLimit(.minutes(30))) struct TrafficJudgeTests {
  /// All of them where somebody asks for that, and otherwise some of every kind.
  private static let step = ProcessInfo.processInfo.environment["PROXY_ALL"] == nil ? 600 : 1

  /// Among them one for which a recording has to tell the token that nobody issued from others.
  private static let faults = Fault.catalog.enumerated().filter { place, fault in
    place % step == 7 % step || fault.name == "webhook-401-as-200"
  }.map(\.element)
  /// Among them the one whose refusals depend on what a request asks for.
  private static let variants = Variant.catalog.enumerated().filter { place, variant in
    place % min(step, 17) == 3 % min(step, 17) || variant.name == "firewall-in-front"
  }.map(\.element)

  @Test(arguments: faults)
  func `what a recording shows is found while it passes`(fault: Fault) async throws {
    let session = await PassedSession(.init(fault: fault), fault.operation)
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).har").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let writer = RecordingWriter(path: path, started: Date(), of: .swr)
    let (judgement, events) = await session.judged { writer.keep($0, to: session.facts.endpoint) }
    #expect(writer.finish(nil) == nil)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(!text.contains(session.token))
    let recorded = try RecordedSession(path: path, operations: session.suite.operations, of: .swr)
    let plan = session.suite.plan(against: recorded.facts, recorded: recorded.requests)
    let results = await Run(plan, over: recorded.transport, concurrency: 1).results()
    let found = judgement.results.ids(.failed)
    #expect(found.isSuperset(of: results.ids(.failed)))
    #expect(judgement.requests == session.exchanges.count)
    let told = events.count { if case .found = $0 { true } else { false } }
    #expect(told >= found.count)
  }

  @Test(arguments: variants)
  func `no variant is called failed`(variant: Variant) async {
    for operation in Catalog.operations.prefix(5) {
      let session = await PassedSession(.init(variants: [variant]), operation.id)
      #expect(await session.judged().judgement.results.ids(.failed) == [])
    }
  }

  @Test func `windows forget what is long ago, and say so`() async throws {
    var window = TrafficJudge.Window()
    window.exchanges = 20
    let healthy = await PassedSession(.init(), "ListInstanceJobs")
    let (judgement, _) = await healthy.judged(window: window)
    #expect(judgement.results.ids(.failed) == [])
    let fault = try #require(Fault.named("jobs-total-one-too-few"))
    let broken = await PassedSession(.init(fault: fault), fault.operation)
    let whole = await broken.judged().judgement.results.ids(.failed)
    #expect(!whole.isEmpty)
  }

  @Test func `what comes faster than it can be judged is counted and told`() async {
    var window = TrafficJudge.Window()
    window.exchanges = 5
    let session = await PassedSession(.init(), "ListInstanceJobs")
    let judge = TrafficJudge(session.suite, of: session.facts, window: window, tell: { _ in })
    // For none to be lost, a window would have to be judged in the time of five calls, each time.
    for _ in 1...40 { session.exchanges.forEach(judge.put) }
    let judgement = await judge.judgement(isFinal: true)
    #expect(judgement.unjudged > 0)
    #expect(judgement.requests == 40 * session.exchanges.count)
    #expect(
      judgement.notices.contains {
        $0.hasPrefix(judgement.unjudged.counted("exchange") + " came faster than could be judged")
      })
    // Green is what was looked at; what was found in the rest stays found.
    #expect(judgement.exit(.passed) == .unasserted && judgement.exit(.failed) == .failed)
    let whole = await session.judged().judgement
    #expect(whole.unjudged == 0 && whole.exit(.passed) == .passed)
  }

  @Test func `findings that later answers explain are withdrawn`() async throws {
    let session = await PassedSession(.init(), "ListInstanceJobs")
    let fault = try #require(Fault.named("jobs-total-one-too-few"))
    let broken = await PassedSession(.init(fault: fault), fault.operation)
    let events = Mutex<[TrafficJudge.Event]>([])
    let judge = TrafficJudge(
      session.suite, of: session.facts, tell: { event in events.withLock { $0.append(event) } })
    broken.exchanges.forEach(judge.put)
    await judge.rest()
    let found = events.withLock { $0.count }
    #expect(found > 0)
    _ = await judge.judgement(isFinal: false)
    #expect(events.withLock { $0.count } == found, "nothing is told twice")
  }

  @Test func `what nobody answered is told once and counted`() async {
    var session = await PassedSession(.init(), "ListInstanceJobs")
    let failure = TransportFailure(.closed, "host closed the connection without an answer")
    session = session.failing(2, with: failure)
    let (judgement, events) = await session.judged()
    let told = events.count { if case .unanswered = $0 { true } else { false } }
    #expect(told == 1)
    #expect(judgement.notices.contains { $0.hasPrefix("the registry did not answer 2 requests") })
    #expect(judgement.obstacle == nil, "it answered others")
    let silent = await session.failing(session.exchanges.count, with: failure).judged().judgement
    #expect(silent.obstacle == failure.description)
    let empty = TrafficJudge(session.suite, of: session.facts, tell: { _ in })
    #expect(await empty.judgement(isFinal: true).obstacle == nil)
  }
}

extension PassedSession {
  /// The same where the first few requests were not answered.
  fileprivate func failing(_ count: Int, with failure: TransportFailure) -> PassedSession {
    var copy = self
    for place in 0..<count { copy.exchanges[place].result = .failure(failure) }
    return copy
  }
}
