// SPDX-License-Identifier: Apache-2.0
// The server as its clients see it, over real sockets.

import Testing
import Wire

@testable import Loopback

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite(.serialized) struct LoopbackServerTests {
  @Test func `a connection is kept for the next request`() throws {
    try serve { client, _ in
      for path in ["/a", "/b?c=%2F"] {
        client.send(get(path))
        let head = try client.read(through: "\r\n\r\n")
        #expect(head.hasPrefix("HTTP/1.1 200 OK\r\n"))
        let body = try client.read(through: "<GET \(path) 0>")
        #expect(body.utf8.count == path.utf8.count + 8)
      }
    }
  }

  @Test func `a pipeline sent byte by byte is answered in order`() throws {
    try serve { client, _ in
      let chunked = "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
      let text =
        get("/1") + "PUT /2 HTTP/1.1\r\nHost: h\r\n" + chunked
        + "GET /3 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"
      for byte in text.utf8 { client.send(String(UnicodeScalar(byte))) }
      let answers = try client.readToEnd().split(separator: "HTTP/1.1 200 OK").map(String.init)
      #expect(answers.map(\.afterHeader) == ["<GET /1 0>", "<PUT /2 5>", "<GET /3 0>"])
    }
  }

  @Test func `32 clients are connected and answered at once`() throws {
    try serve { _, port in
      let clients = try (0..<32).map { _ in try RawClient(port: port) }
      for (number, client) in clients.enumerated() { client.send(get("/\(number)")) }
      for (number, client) in clients.enumerated().reversed() {
        _ = try client.read(through: "<GET /\(number) 0>")
      }
    }
  }

  @Test func `a delayed answer keeps nobody else waiting`() throws {
    try serve { client, port in
      client.send(get("/delayed"))
      let other = try RawClient(port: port)
      other.send(get("/a"))
      _ = try other.read(through: "<GET /a 0>")
      client.endOutput()
      let answer = try client.readToEnd()
      #expect(answer.hasSuffix("<GET /delayed 0>"))
    }
  }

  @Test func `a held back body is asked for`() throws {
    try serve { client, _ in
      client.send("PUT / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n")
      let interim = try client.read(through: "\r\n\r\n")
      #expect(interim == "HTTP/1.1 100 Continue\r\n\r\n")
      client.send("ab")
      _ = try client.read(through: "<PUT / 2>")
    }
  }

  @Test func `a client that has shut its writing side is answered`() throws {
    try serve { client, _ in
      client.send(get("/a"))
      client.endOutput()
      let answer = try client.readToEnd()
      #expect(answer.hasSuffix("<GET /a 0>"))
    }
  }

  @Test(arguments: [
    ("nonsense\r\n\r\n", "400"), ("GET /0123456789abcdefg HTTP/1.1\r\n", "414"),
    ("GET / HTTP/1.1\r\nA: \(String(repeating: "a", count: 5000))", "431"),
    ("PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 101\r\n\r\n", "413"),
    ("GET / HTTP/3.0\r\n", "505"),
  ])
  func `a refusal arrives although the client goes on`(text: String, status: String) throws {
    var limits = LoopbackServer.Limits()
    limits.targetBytes = 16
    limits.headerBytes = 1000
    limits.bodyBytes = 100
    try serve(limits) { client, _ in
      client.send(text + String(repeating: "more", count: 50_000))
      client.endOutput()
      let answer = try client.readToEnd()
      #expect(answer.hasPrefix("HTTP/1.1 \(status) "))
      #expect(answer.contains("\r\nConnection: close\r\n"))
    }
  }

  @Test func `a client that does not finish its request is cut`() throws {
    var limits = LoopbackServer.Limits()
    limits.patience = .milliseconds(200)
    try serve(limits) { client, _ in
      client.send("GET / HTTP/1.1\r\nHo")
      let answer = try client.readToEnd()
      #expect(answer.hasPrefix("HTTP/1.1 408 Request Timeout\r\n"))
    }
  }

  @Test(arguments: [
    ("/chunked", "4\r\n<GET\r\n4\r\n /ch\r\n4\r\nunke\r\n4\r\nd 0>\r\n0\r\n\r\n", nil),
    ("/truncated", "<GET", "Content-Length: 18"),
    ("/misdeclared", "<GET /misdeclared 0>", "Content-Length: 99"),
  ])
  func `a fault reaches the wire`(path: String, body: String, field: String?) throws {
    try serve { client, _ in
      client.send(get(path))
      if field == nil { client.endOutput() }
      let answer = try client.readToEnd()
      #expect(answer.afterHeader == body)
      #expect(answer.contains("\r\n" + (field ?? "Transfer-Encoding: chunked") + "\r\n"))
    }
  }

  @Test func `a closed answer is an end without a byte`() throws {
    try serve { client, _ in
      client.send(get("/closed"))
      let answer = try client.readToEnd()
      #expect(answer == "")
    }
  }

  @Test func `more clients than the limit are served in turn`() throws {
    var limits = LoopbackServer.Limits()
    limits.connections = 2
    try serve(limits) { client, port in
      client.send(get("/1"))
      _ = try client.read(through: "<GET /1 0>")
      for number in 2..<8 {
        let other = try RawClient(port: port)
        other.send(get("/\(number)"))
        _ = try other.read(through: "<GET /\(number) 0>")
      }
    }
  }

  @Test func `slow clients do not shut out the next one`() throws {
    var limits = LoopbackServer.Limits()
    limits.grace = .milliseconds(50)
    try serve(limits) { client, port in
      let slow = try (0..<limits.connections).map { number in
        let other = try RawClient(port: port)
        other.send(number % 2 == 0 ? "" : "GET /slow HTTP/1.1\r\nHost:")
        return other
      }
      let next = try RawClient(port: port)
      next.send(get("/next"))
      _ = try next.read(through: "<GET /next 0>")
      #expect(slow.count == limits.connections)
    }
  }

  @Test func `stopping ends connections and frees the port`() throws {
    let first = try LoopbackServer(answer: answer)
    let client = try RawClient(port: first.port)
    client.send(get("/delayed"))
    first.stop()
    first.stop()
    #expect(throws: RawClient.Refused.self) { try RawClient(port: first.port) }
    let second = try LoopbackServer(port: first.port, answer: answer)
    #expect(second.endpoint == "http://127.0.0.1:\(first.port)")
    second.stop()
  }

  @Test func `a port in use is named, with what to do`() throws {
    let server = try LoopbackServer(answer: answer)
    defer { server.stop() }
    let failure = #expect(throws: LoopbackServer.Failure.self) {
      try LoopbackServer(port: server.port, answer: answer)
    }
    #expect(failure == .portInUse(server.port))
    #expect("\(try #require(failure))".hasPrefix("port \(server.port) of 127.0.0.1 is in use; "))
  }

  @Test func `500 clients, some of them vanishing, leave no descriptor behind`() throws {
    let before = openDescriptors()
    // A connection that were not given back would count, and the limit of 128 be reached.
    try serve { _, port in
      for number in 0..<500 {
        let guest = try RawClient(port: port)
        guest.send(get(number.isMultiple(of: 2) ? "/large" : "/a"))
        _ = try guest.read(through: "HTTP/1.1 200 OK")
        if number.isMultiple(of: 4) { guest.vanish() }
      }
    }
    // Other suites run meanwhile and hold a few of their own.
    #expect(openDescriptors() < before + 50)
  }

  private func serve(
    _ limits: LoopbackServer.Limits = .init(), _ visit: (RawClient, UInt16) throws -> Void
  ) throws {
    let server = try LoopbackServer(limits: limits, answer: answer)
    defer { server.stop() }
    try visit(RawClient(port: server.port), server.port)
  }

  private func get(_ target: String) -> String { "GET \(target) HTTP/1.1\r\nHost: h\r\n\r\n" }

  private func openDescriptors() -> Int { (0..<4096).count { fcntl(Int32($0), F_GETFD) >= 0 } }
}

/// Says what was asked, delivered as the path demands.
@Sendable private func answer(_ request: HTTPRequest) -> LoopbackAnswer {
  let echo = "<\(request.method) \(request.target) \(request.body.count)>"
  var answer = LoopbackAnswer(HTTPResponse(status: 200, body: Array(echo.utf8)))
  switch request.path {
  case "/delayed": answer.delay = .milliseconds(100)
  case "/chunked": answer.delivery = .chunked(size: 4)
  case "/truncated": answer.delivery = .truncated(after: 4)
  case "/misdeclared": answer.delivery = .misdeclared(length: 99)
  case "/closed": answer.delivery = .closed
  case "/large": answer.response.body = Array(repeating: 0x61, count: 1_000_000)
  default: break
  }
  return answer
}
