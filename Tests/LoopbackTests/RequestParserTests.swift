// SPDX-License-Identifier: Apache-2.0
// The grammar of requests, with the bytes cut wherever a network could cut them.

import Testing
import Wire

@testable import Loopback

@Suite struct RequestParserTests {
  private static let pipeline = """
    \r\nGET http://a.test:80?q=%2F HTTP/1.1\r\nhOsT: a.test\r\nX-Odd:\t two  words \t\r\n\r\n\
    POST /a%2fb?x=1&x HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello\
    PUT /c HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: Chunked\r\n\r\n\
    3;why=\"x\"\r\nabc\r\n0A\r\n0123456789\r\n000\r\nTrailer: t\r\n\r\n\
    GET /d HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n\
    HEAD //e HTTP/1.1\r\nHost: h\r\nConnection: x, close\r\n\r\n
    """

  private static let expected = [
    ReceivedRequest(
      request: HTTPRequest(target: "/?q=%2F", headers: ["hOsT": "a.test", "X-Odd": "two  words"]),
      authority: "a.test:80"
    ),
    ReceivedRequest(
      request: HTTPRequest(
        method: .post, target: "/a%2fb?x=1&x", headers: ["Host": "h", "Content-Length": "5"],
        body: Array("hello".utf8))
    ),
    ReceivedRequest(
      request: HTTPRequest(
        method: .put, target: "/c", headers: ["Host": "h", "Transfer-Encoding": "Chunked"],
        body: Array("abc0123456789".utf8))
    ),
    ReceivedRequest(
      request: HTTPRequest(target: "/d", headers: ["Connection": "Keep-Alive"]), version: .http10),
    ReceivedRequest(
      request: HTTPRequest(
        method: .head,
        target: "//e",
        headers: ["Host": "h", "Connection": "x, close"]
      ),
      keepsAlive: false
    ),
  ]

  @Test func `a pipeline reads the same wherever its bytes are cut in two`() {
    let bytes = Array(Self.pipeline.utf8)
    for cut in bytes.indices {
      var parser = RequestParser()
      let steps = parser.steps(after: bytes[..<cut]) + parser.steps(after: bytes[cut...])
      #expect(steps == Self.expected.map { .request($0) }, "cut at \(cut)")
      #expect(parser.isIdle)
    }
  }

  @Test func `a pipeline reads the same byte by byte`() {
    var parser = RequestParser()
    let steps = Self.pipeline.utf8.flatMap { parser.steps(after: [$0]) }
    #expect(steps == Self.expected.map { .request($0) })
  }

  @Test func `damaged bytes are judged the same whole and byte by byte`() {
    var random = SeededNumbers(state: 48271)
    for _ in 0..<300 {
      var bytes = Array(Self.pipeline.utf8)
      for _ in 0..<3 {
        bytes[Int.random(in: bytes.indices, using: &random)] = bytes.randomElement(using: &random)!
      }
      var whole = RequestParser()
      var split = RequestParser()
      var steps: [RequestParser.Step] = []
      for byte in bytes where !steps.contains(where: \.isRefusal) {
        steps += split.steps(after: [byte])
      }
      #expect(whole.steps(after: bytes) == steps, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test(arguments: [
    ("GET / HTTP/1.1\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400), ("GET /\r\n", 400), ("GET  / HTTP/1.1\r\n", 400),
    ("GET / HTTP/1.1 \r\n", 400), ("GET / http/1.1\r\n", 400), ("GET / HTTP/1.1\n", 400),
    ("GET /a\rb HTTP/1.1\r\n", 400), ("GET /\u{e9} HTTP/1.1\r\n", 400), ("G@T / HTTP/1.1\r\n", 400),
    ("GET a HTTP/1.1\r\n", 400), ("GET * HTTP/1.1\r\n", 400), ("GET / HTTP/2.0\r\n", 505),
    ("GET / HTTP/0.9\r\n", 505), ("GET / HTTP/1.1\r\nHost : a\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a\r\n folded\r\n", 400), ("GET / HTTP/1.1\r\nnonsense\r\n", 400),
    ("GET / HTTP/1.1\r\nA: \u{1}\r\n", 400), ("GET / HTTP/1.1\r\n: a\r\n", 400),
  ])
  func `a broken head is refused at once`(text: String, status: Int) {
    #expect(Self.refusal(of: text) == status)
  }

  @Test(arguments: [
    ("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
    ("Content-Length: 3\r\nContent-Length: 3\r\n\r\n", 400), ("Content-Length: +3\r\n\r\n", 400),
    ("Content-Length:\r\n\r\n", 400), ("Content-Length: 99999999999999999999\r\n\r\n", 413),
    ("Transfer-Encoding:\r\n\r\n", 400), ("Transfer-Encoding: chunked, gzip\r\n\r\n", 400),
    ("Transfer-Encoding: gzip, chunked\r\n\r\n", 501),
    ("Transfer-Encoding: chunked\r\n\r\nx\r\n", 400),
    ("Transfer-Encoding: chunked\r\n\r\n 1\r\n", 400),
    ("Transfer-Encoding: chunked\r\n\r\n1\r\nab\r\n", 400),
    ("Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n", 413),
    ("Transfer-Encoding: chunked\r\n\r\n0\r\nbad\r\n", 400),
  ])
  func `a body whose end is in doubt is refused`(rest: String, status: Int) {
    let text = "POST / HTTP/1.1\r\nHost: h\r\n" + rest
    #expect(Self.refusal(of: text) == status)
  }

  @Test func `HTTP 1.0 has no transfer codings`() {
    let text = "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"
    #expect(Self.refusal(of: text) == 400)
  }

  @Test(arguments: [
    ("GET /2345678", nil), ("GET /23456789 HTTP/1.1\r\n", 414),
    ("GET /\(String(repeating: "a", count: 60))", 414), ("GET / HTTP/1.1\r\nA: 0123456789abc", nil),
    ("GET / HTTP/1.1\r\nA: 0123456789abcdefghi", 431),
    ("GET / HTTP/1.1\r\nA: 12345\r\nB: 12345\r\nC: 12345\r\n", 431),
    ("PUT / HTTP/1.0\r\nContent-Length: 4\r\n\r\nabc", nil),
    ("PUT / HTTP/1.0\r\nContent-Length: 5\r\n\r\n", 413),
  ])
  func `a request larger than a limit is refused`(text: String, status: Int?) {
    var limits = LoopbackServer.Limits()
    limits.targetBytes = 8
    limits.headerBytes = 20
    limits.bodyBytes = 4
    #expect(Self.refusal(of: text, limits) == status)
  }

  @Test func `the chunks of a body are limited in sum`() {
    var limits = LoopbackServer.Limits()
    limits.bodyBytes = 4
    let text = "PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n"
    #expect(Self.refusal(of: text + "2\r\ncd\r\n", limits) == nil)
    #expect(Self.refusal(of: text + "3\r\n", limits) == 413)
  }

  @Test func `a held back body is asked for once`() {
    var parser = RequestParser()
    let head = "PUT / HTTP/1.1\r\nHost: h\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n\r\n"
    #expect(parser.steps(after: head.utf8) == [.wantsContinue])
    #expect(parser.steps(after: "a".utf8).isEmpty)
    #expect(parser.steps(after: "b".utf8).count == 1)
    #expect(parser.steps(after: (head + "ab").utf8).count == 1)
  }

  private static func refusal(of text: String, _ limits: LoopbackServer.Limits = .init()) -> Int? {
    var parser = RequestParser(limits: limits)
    guard case .refused(let refusal) = parser.steps(after: text.utf8).last else { return nil }
    return refusal.status.code
  }
}

extension RequestParser {
  /// Every step that those bytes make possible, the final `needsMore` left out.
  fileprivate mutating func steps(after bytes: some Sequence<UInt8>) -> [Step] {
    append(bytes)
    var steps: [Step] = []
    while true {
      let step = next()
      if step == .needsMore { return steps }
      steps.append(step)
      if case .refused = step { return steps }
    }
  }
}

extension RequestParser.Step {
  fileprivate var isRefusal: Bool { if case .refused = self { true } else { false } }
}

/// The same numbers in every run, so that a failure can be repeated.
private struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 32
  }
}
