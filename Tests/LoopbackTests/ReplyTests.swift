// SPDX-License-Identifier: Apache-2.0
// Every byte of an answer, for each way of delivering it.

import Testing
import Wire

@testable import Loopback

@Suite struct ReplyTests {
  private static let response = HTTPResponse(
    status: 200, headers: ["x-Odd": "v", "Date": "D", "sErver": "S"], body: Array("0123456789".utf8)
  )
  private static let start = "HTTP/1.1 200 OK\r\nx-Odd: v\r\nDate: D\r\nsErver: S\r\n"

  @Test func `a whole answer has a true length and leaves the connection open`() {
    let reply = reply(to: LoopbackAnswer(Self.response))
    #expect(reply.text == Self.start + "Content-Length: 10\r\n\r\n0123456789")
    #expect(!reply.closes)
  }

  @Test func `chunks have the size that was asked for and an end`() {
    let reply = reply(to: LoopbackAnswer(Self.response, delivery: .chunked(size: 4)))
    let body = "4\r\n0123\r\n4\r\n4567\r\n2\r\n89\r\n0\r\n\r\n"
    #expect(reply.text == Self.start + "Transfer-Encoding: chunked\r\n\r\n" + body)
    #expect(!reply.closes)
  }

  @Test func `HTTP 1.0 gets no chunks but a closed connection`() {
    let reply = reply(
      to: LoopbackAnswer(Self.response, delivery: .chunked(size: 4)),
      ReceivedRequest(request: HTTPRequest(target: "/"), version: .http10))
    #expect(reply.text == Self.start + "Connection: close\r\n\r\n0123456789")
    #expect(reply.closes)
  }

  @Test func `HTTP 1.0 is told that its connection stays open`() {
    let reply = reply(
      to: LoopbackAnswer(Self.response),
      ReceivedRequest(request: HTTPRequest(target: "/"), version: .http10))
    #expect(reply.text.contains("\r\nConnection: keep-alive\r\n"))
    #expect(!reply.closes)
  }

  @Test func `a truncated answer declares more than it sends`() {
    let reply = reply(to: LoopbackAnswer(Self.response, delivery: .truncated(after: 3)))
    #expect(reply.text == Self.start + "Content-Length: 10\r\nConnection: close\r\n\r\n012")
    #expect(reply.closes)
  }

  @Test(arguments: [3, 99])
  func `a misdeclared answer is whole under a wrong length`(length: Int) {
    let reply = reply(to: LoopbackAnswer(Self.response, delivery: .misdeclared(length: length)))
    let end = "Content-Length: \(length)\r\nConnection: close\r\n\r\n0123456789"
    #expect(reply.text == Self.start + end)
    #expect(reply.closes)
  }

  @Test func `a closed answer has no byte`() {
    let reply = reply(to: LoopbackAnswer(Self.response, delivery: .closed))
    #expect(reply.bytes.isEmpty)
    #expect(reply.closes)
  }

  @Test func `HEAD gets the header alone`() {
    let head = ReceivedRequest(request: HTTPRequest(method: .head, target: "/"))
    let whole = reply(to: LoopbackAnswer(Self.response), head)
    #expect(whole.text == Self.start + "Content-Length: 10\r\n\r\n")
    let chunked = reply(to: LoopbackAnswer(Self.response, delivery: .chunked(size: 4)), head)
    #expect(chunked.text == Self.start + "Transfer-Encoding: chunked\r\n\r\n")
    let known = HTTPResponse(status: 404, headers: ["content-length": "7"])
    #expect(reply(to: LoopbackAnswer(known), head).text.contains("\r\nContent-Length: 7\r\n"))
  }

  @Test(arguments: [204, 304])
  func `a status without a body is sent without body and length`(code: Int) {
    let response = HTTPResponse(status: .init(code), headers: [:], body: [0x61])
    let text = reply(to: LoopbackAnswer(response)).text
    #expect(!text.contains("Content-Length"))
    #expect(text.hasSuffix("\r\n\r\n"))
  }

  @Test func `framing fields of the response are not sent twice`() {
    var response = Self.response
    response.headers.append("content-length", "3")
    response.headers.append("transfer-encoding", "chunked")
    let text = reply(to: LoopbackAnswer(response)).text
    #expect(text == Self.start + "Content-Length: 10\r\n\r\n0123456789")
  }

  @Test func `Date and Server are added, Content-Type is not`() {
    let text = reply(to: LoopbackAnswer(HTTPResponse(status: 299))).text
    let head = "HTTP/1.1 299 \r\nDate: today\r\nServer: loopback\r\n"
    #expect(text == head + "Content-Length: 0\r\n\r\n")
  }

  @Test func `a response can ask for its connection to be closed`() {
    let response = HTTPResponse(status: 200, headers: ["connection": "Close"])
    let reply = reply(to: LoopbackAnswer(response))
    #expect(reply.closes)
    #expect(!reply.text.contains("Connection"))
  }

  @Test func `a line break in a value begins no new field`() {
    let response = HTTPResponse(status: 200, headers: ["X": "a\r\nEvil: b\0"])
    #expect(reply(to: LoopbackAnswer(response)).text.contains("\r\nX: a  Evil: b \r\n"))
  }

  private func reply(
    to answer: LoopbackAnswer,
    _ received: ReceivedRequest = .init(request: HTTPRequest(target: "/"))
  ) -> Reply {
    Reply(answer, to: received, date: "today")
  }
}

extension Reply {
  fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }
}
