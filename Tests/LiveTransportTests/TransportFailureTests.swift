// SPDX-License-Identifier: Apache-2.0
// Every way in which a peer can fail, and the kind and sentence that we make of it.

import Conformance
import LiveTransport
import Testing
import Wire

@Suite(.serialized, .timeLimit(.minutes(30)))
struct TransportFailureTests {
  @Test func `nobody listens`() async throws {
    try await expect(.refused, "refused the connection", from: "http://127.0.0.1:1")
  }

  @Test func `the host has no address`() async throws {
    try await expect(.unknownHost, "no known host", from: "http://no-such-host.invalid")
  }

  @Test func `the connection is closed without a byte`() async throws {
    let server = try RawServer("")
    try await expect(.closed, "without an answer", from: server)
  }

  @Test func `the connection is reset before the answer`() async throws {
    let server = try RawServer("", closing: .reset)
    try await expect(.closed, "without an answer", from: server)
  }

  @Test func `the body is shorter than announced`() async throws {
    let server = try RawServer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhello")
    try await expect(.truncated, "after 5 of 100 bytes", from: server)
  }

  @Test func `the connection is reset within the body`() async throws {
    let server = try RawServer(
      "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhello", closing: .reset)
    try await expect(.truncated, "after 5 of 100 bytes", from: server)
  }

  @Test func `a chunked body has no end`() async throws {
    let server = try RawServer(
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")
    try await expect(.truncated, "after 5 bytes", from: server)
  }

  @Test(arguments: [
    "this is not HTTP\r\n\r\n", "SSH-2.0-OpenSSH_9.2\r\n", "220 mail.example.com ESMTP\r\n",
    "RTSP/1.0 200 OK\r\n\r\n",
  ])
  func `the answer is not HTTP`(bytes: String) async throws {
    let server = try RawServer(bytes)
    try await expect(.malformed, "answers in no HTTP: \"\(bytes.prefix(10))", from: server)
  }

  @Test(arguments: [
    "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nhello\r\n0\r\n\r\n",
  ])
  func `the answer is no readable HTTP`(bytes: String) async throws {
    let server = try RawServer(bytes)
    try await expect(.malformed, "no readable HTTP answer (", from: server)
  }

  @Test func `a TLS endpoint speaks plain text`() async throws {
    let server = try RawServer("HTTP/1.1 400 Bad Request\r\n\r\n")
    try await expect(.tls, "speaks no TLS on this port", from: server, scheme: "https")
  }

  @Test(arguments: [
    ("<title>400 No required SSL certificate was sent</title>", "demands a client certificate"),
    ("<center>The plain HTTP request was sent to HTTPS port</center>", "write https://"),
    ("Client sent an HTTP request to an HTTPS server.\n", "write https://"),
  ])
  func `a web server's own page says that TLS is not as it wants it`(
    page: String, words: String
  ) async throws {
    let length = "Content-Length: \(page.utf8.count)"
    let server = try RawServer("HTTP/1.1 400 Bad Request\r\n\(length)\r\n\r\n\(page)")
    try await expect(.tls, words, from: server)
  }

  @Test(arguments: ["", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello"])
  func `the answer does not end`(bytes: String) async throws {
    let server = try RawServer(bytes, closing: .never)
    var limits = CurlTransport.Limits()
    limits.patience = .milliseconds(200)
    try await expect(.timedOut, "no whole answer within 0.2 s", from: server, limits)
  }

  @Test func `the body is longer than we bear`() async throws {
    let server = try RawServer("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\nhello world")
    var limits = CurlTransport.Limits()
    limits.bodyBytes = 10
    try await expect(.tooLarge, "more than 10 bytes", from: server, limits)
  }

  @Test func `whoever waits gives up`() async throws {
    let server = try RawServer("", closing: .never)
    let waiting = Task { try await expect(.givenUp, "was given up", from: server) }
    waiting.cancel()
    try await waiting.value
  }

  @Test(arguments: ["/a b", "/a\u{7F}", "/\u{e4}", "/a\r\nX: y"])
  func `bytes that are no URL are refused before they are sent`(target: String) async throws {
    let transport = try CurlTransport(target: .sample("http://127.0.0.1:9"))
    let failure = await #expect(throws: TransportFailure.self) {
      try await transport.send(HTTPRequest(target: target), as: .own)
    }
    #expect(failure?.description.contains("is not a URL") == true)
  }

  @Test func `a response head is cut short`() async throws {
    let server = try RawServer("HTTP/1.1 200 OK\r\nContent-Le")
    try await expect(.truncated, "inside the head of an answer, after", from: server)
  }

  private func expect(
    _ kind: TransportFailure.Kind, _ words: String, from server: RawServer, scheme: String = "http",
    _ limits: CurlTransport.Limits = .init(), at location: SourceLocation = #_sourceLocation
  ) async throws {
    let endpoint = "\(scheme)://127.0.0.1:\(server.port)"
    try await expect(kind, words, from: endpoint, limits, at: location)
    withExtendedLifetime(server) {}
  }

  private func expect(
    _ kind: TransportFailure.Kind, _ words: String, from endpoint: String,
    _ limits: CurlTransport.Limits = .init(), at location: SourceLocation = #_sourceLocation
  ) async throws {
    let transport = try CurlTransport(target: .sample(endpoint), limits: limits)
    let failure = await #expect(throws: TransportFailure.self, sourceLocation: location) {
      try await transport.send(HTTPRequest(target: "/"), as: .own)
    }
    let told = try #require(failure, sourceLocation: location)
    #expect(told.kind == kind, sourceLocation: location)
    #expect(told.description.contains(words), sourceLocation: location)
    let authority = endpoint.split(separator: "/")[1]
    #expect(told.description.contains(authority), sourceLocation: location)
  }
}
