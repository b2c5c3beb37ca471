// SPDX-License-Identifier: Apache-2.0
// How often, how fast and how patiently an endpoint is asked, in a time that nobody waits for.

import Conformance
import Foundation
import Synchronization
import Testing
import Wire

@testable import LiveTransport

@Suite struct PoliteTransportTests {
  @Test(arguments: [408, 429, 502, 503, 504])
  func `an answer of a bad moment is asked for again`(status: Int) async throws {
    let script = Script([.of(status), .of(200)])
    #expect(try await script.send().status == 200)
    #expect(script.polite.tally == .init(sent: 2, repeated: 1))
    #expect(script.moments == [.zero, .seconds(1)])
  }

  @Test(arguments: [429, 503])
  func `two repetitions are all, each later than the one before`(status: Int) async throws {
    let script = Script([.of(status)])
    #expect(try await script.send().status.code == status)
    #expect(script.polite.tally == .init(sent: 3, repeated: 2))
    #expect(script.moments == [.zero, .seconds(1), .seconds(3)])
  }

  @Test(arguments: [200, 302, 400, 401, 403, 404, 500, 501])
  func `any other answer is handed on at once`(status: Int) async throws {
    let script = Script([.of(status)])
    #expect(try await script.send().status.code == status)
    #expect(script.moments == [.zero])
  }

  @Test(arguments: [Credential.own, .absent, .wrong])
  func `a GET is sent again in every name`(credential: Credential) async throws {
    let script = Script([.of(429), .of(401)])
    let request = HTTPRequest(target: "/")
    #expect(try await script.polite.send(request, as: credential).status == 401)
    #expect(script.polite.tally == .init(sent: 2, repeated: 1))
  }

  @Test(arguments: [HTTPRequest.Method.post, .put, .patch, .delete])
  func `what is no GET is sent once`(method: HTTPRequest.Method) async throws {
    let script = Script([.of(429)])
    let request = HTTPRequest(method: method, target: "/")
    #expect(try await script.polite.send(request, as: .own).status == 429)
    #expect(script.polite.tally == .init(sent: 1, repeated: 0))
  }

  @Test func `what the server says of the time counts`() async throws {
    let script = Script([.of(429, "7"), .of(503, "0"), .of(200)])
    #expect(try await script.send().status == 200)
    #expect(script.moments == [.zero, .seconds(7), .seconds(7)])
  }

  @Test func `a pace that is held lets nobody go before`() async throws {
    let moved = Mutex(Duration.zero)
    let time = Timepiece(
      elapsed: { moved.withLock { $0 } }, date: { RetryAfterTests.now },
      sleep: { wait in moved.withLock { $0 += wait } })
    let pace = Pace(rate: 2, time: time)
    pace.hold(for: .seconds(30))
    try await pace.turn()
    #expect(time.elapsed() == .seconds(30))
    try await pace.turn()
    #expect(time.elapsed() == .seconds(30.5))
  }

  @Test func `a wait of more than a minute is not waited for`() async throws {
    let script = Script([.of(429, "61"), .of(200)])
    #expect(try await script.send().status == 429)
    #expect(script.polite.tally == .init(sent: 1, repeated: 0))
  }

  @Test(arguments: [(0.5, 2), (1, 1), (4, 0.25)])
  func `a rate spaces all requests, those sent again too`(rate: Double, gap: Double) async throws {
    var manners = PoliteTransport.Manners(rate: rate)
    manners.shortestWait = .zero
    let script = Script([.of(200), .of(503), .of(200)], manners)
    for _ in 0..<3 { _ = try await script.send() }
    #expect(script.moments == (0..<4).map { .seconds(gap * Double($0)) })
  }

  @Test func `no more is sent than is allowed`() async throws {
    let script = Script([.of(200)], .init(most: 2))
    for _ in 0..<2 { _ = try await script.send() }
    let failure = await #expect(throws: TransportFailure.self) { try await script.send() }
    #expect(failure?.kind == .givenUp)
    #expect(failure?.description == "--max-requests allows 2 requests, and they were sent")
    #expect(script.moments.count == 2)
  }

  @Test func `a repetition counts as a request`() async throws {
    let script = Script([.of(503)], .init(most: 2))
    #expect(try await script.send().status == 503)
    #expect(script.polite.tally == .init(sent: 2, repeated: 1))
  }

  @Test func `whoever waits for a turn can be told to stop`() async throws {
    let polite = PoliteTransport(Script([.of(503, "50")]).inner)
    let waiting = Task { try await polite.send(HTTPRequest(target: "/"), as: .own) }
    waiting.cancel()
    let failure = await #expect(throws: TransportFailure.self) { try await waiting.value }
    #expect(failure?.kind == .givenUp)
  }
}

@Suite struct RetryAfterTests {
  static let now = Date(timeIntervalSince1970: 1_772_319_420)  // Sat, 28 Feb 2026 22:57:00 GMT

  @Test(arguments: [
    ("0", 0), ("120", 120), ("99999999999999999999", 86_400), (" 5 ", nil),
    ("Sat, 28 Feb 2026 22:58:30 GMT", 90), ("Sat, 28 Feb 2026 22:00:00 GMT", 0),
    ("-1", nil), ("1.5", nil), ("soon", nil), ("", nil), ("1, 1", nil),
  ])
  func `seconds and dates are read, nothing else`(text: String, seconds: Int?) {
    let read = RetryAfter(.of(429, text), now: Self.now)
    #expect(read?.duration == seconds.map { .seconds($0) })
  }

  @Test func `a date counts from the date of the answer`() {
    var response = HTTPResponse.of(429, "Sat, 28 Feb 2026 22:58:30 GMT")
    response.headers["Date"] = "Sat, 28 Feb 2026 22:58:00 GMT"
    #expect(RetryAfter(response, now: Self.now)?.duration == .seconds(30))
  }
}

extension HTTPResponse {
  fileprivate static func of(_ status: Int, _ retryAfter: String? = nil) -> HTTPResponse {
    HTTPResponse(
      status: Status(status), headers: retryAfter.map { ["Retry-After": $0] } ?? [:])
  }
}

extension PoliteTransport.Tally {
  fileprivate init(sent: Int, repeated: Int) {
    self.init()
    (self.sent, self.repeated) = (sent, repeated)
  }
}

/// A server that gives its answers in order, the last one for ever, in a time that sleepers move.
private final class Script: Sendable {
  let inner: Inner
  let polite: PoliteTransport

  init(_ answers: [HTTPResponse], _ manners: PoliteTransport.Manners = .init()) {
    let inner = Inner(answers)
    self.inner = inner
    let time = Timepiece(
      elapsed: { inner.now.withLock { $0 } }, date: { RetryAfterTests.now },
      sleep: { wait in inner.now.withLock { $0 += wait } })
    polite = PoliteTransport(inner, manners: manners, time: time)
  }

  /// When each request arrived.
  var moments: [Duration] { inner.moments.withLock { $0 } }

  func send() async throws(TransportFailure) -> HTTPResponse {
    try await polite.send(HTTPRequest(target: "/"), as: .own)
  }

  final class Inner: Transport {
    let now = Mutex(Duration.zero)
    let moments = Mutex<[Duration]>([])
    private let answers: [HTTPResponse]

    init(_ answers: [HTTPResponse]) { self.answers = answers }

    func send(
      _ request: HTTPRequest, as credential: Credential
    ) async throws(TransportFailure) -> HTTPResponse {
      let now = now.withLock { $0 }
      let count = moments.withLock { moments in
        moments.append(now)
        return moments.count
      }
      return answers[min(count, answers.count) - 1]
    }
  }
}
