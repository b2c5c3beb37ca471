// SPDX-License-Identifier: Apache-2.0
// The order of things on one connection, with moments that a test chooses instead of a clock.

import Testing
import Wire

@testable import Loopback

@Suite struct ConversationTests {
  private let start = ContinuousClock.now
  private var conversation: Conversation

  init() {
    conversation = Conversation(limits: .init(), at: start) { received in
      let request = received.request
      var answer = LoopbackAnswer(HTTPResponse(status: 200, body: Array(request.target.utf8)))
      if request.path == "/slow" { answer.delay = .seconds(60) }
      if request.path == "/closed" { answer.delivery = .closed }
      return answer
    }
  }

  @Test mutating func `a byte a second does not buy more time`() {
    for second in 0..<10 {
      conversation.receive([0x47], at: start + .seconds(second))
    }
    #expect(conversation.deadline == start + .seconds(10))
    conversation.elapse(at: conversation.deadline)
    #expect(takeOutput().hasPrefix("HTTP/1.1 408 "))
    #expect(conversation.isLeaving)
  }

  @Test mutating func `empty lines do not buy more time`() {
    conversation.receive("\r\n".utf8, at: start + .seconds(1))
    conversation.receive("\r\n".utf8, at: start + .seconds(9))
    #expect(conversation.deadline == start + .seconds(11))
  }

  @Test mutating func `an idle client is closed without a word`() {
    ask("/a")
    #expect(takeOutput().hasSuffix("/a"))
    conversation.elapse(at: conversation.deadline)
    #expect(conversation.output.isEmpty)
    #expect(conversation.isOver)
  }

  @Test mutating func `a client that takes no answer is closed`() {
    ask("/a")
    #expect(!conversation.wantsInput)
    conversation.elapse(at: start + .seconds(10))
    #expect(conversation.isOver)
  }

  @Test mutating func `a held back answer holds back those behind it`() {
    ask("/a", "/slow", "/b")
    #expect(takeOutput().hasSuffix("/a"))
    #expect(conversation.output.isEmpty)
    #expect(conversation.deadline == start + .seconds(60))
    conversation.elapse(at: start + .seconds(60))
    let rest = takeOutput()
    #expect(rest.contains("\r\n\r\n/slowHTTP/1.1"))
    #expect(rest.hasSuffix("/b"))
  }

  @Test mutating func `nothing is said behind a closed answer`() {
    ask("/a", "/closed", "/b")
    #expect(takeOutput().hasSuffix("/a"))
    #expect(conversation.isLeaving)
    conversation.receive("GET /c HTTP/1.1\r\nHost: h\r\n\r\n".utf8, at: start)
    #expect(conversation.output.isEmpty)
    conversation.receiveEnd(at: start)
    #expect(conversation.isOver)
  }

  @Test mutating func `a client that sends no more still gets its answers`() {
    ask("/a", "/slow")
    conversation.receiveEnd(at: start)
    #expect(takeOutput().hasSuffix("/a"))
    #expect(!conversation.isOver)
    conversation.elapse(at: conversation.deadline)
    #expect(takeOutput().hasSuffix("/slow"))
    #expect(conversation.isOver)
  }

  @Test mutating func `a client that stays after the last answer is left`() {
    ask("/closed")
    #expect(conversation.isLeaving)
    #expect(conversation.wantsInput)
    conversation.elapse(at: conversation.deadline)
    #expect(conversation.isOver)
  }

  @Test mutating func `a flood of requests waits until its answers are taken`() {
    let paths = (0..<2000).map { "/\($0)" }
    conversation.receive(paths.map(Self.request).joined().utf8, at: start)
    #expect(conversation.output.count < 70_000)
    var text = ""
    while !conversation.output.isEmpty { text += takeOutput(atMost: 50_000) }
    #expect(text.split(separator: "HTTP/1.1 200 OK").count == 2000)
    #expect(text.hasSuffix("/1999"))
    #expect(conversation.wantsInput)
  }

  private static func request(_ path: String) -> String {
    "GET \(path) HTTP/1.1\r\nHost: h\r\n\r\n"
  }

  private mutating func ask(_ paths: String...) {
    conversation.receive(paths.map(Self.request).joined().utf8, at: start)
  }

  private mutating func takeOutput(atMost most: Int = .max) -> String {
    let bytes = conversation.output.prefix(most)
    conversation.sent(bytes.count, at: start)
    return String(decoding: bytes, as: UTF8.self)
  }
}
