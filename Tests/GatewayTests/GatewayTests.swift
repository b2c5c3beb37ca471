// SPDX-License-Identifier: Apache-2.0
// What goes through a gateway is what went in, and what does not come is told apart.

import Conformance
import Contract
import Loopback
import Recording
import SWRSpecs
import Synchronization
import Testing
import Wire

@testable import Gateway
@testable import LiveTransport

@Suite(.timeLimit(.minutes(30))) struct GatewayTests {
  /// Answers with what was asked, in the way that the path names.
  @Sendable private static func answer(_ request: HTTPRequest) -> LoopbackAnswer {
    let shown = request.headers.fields.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
    let body = Array("\(request.method) \(request.target)\n\(shown)\n".utf8) + request.body
    var response = HTTPResponse(
      status: 200,
      headers: ["X-Odd": "  a  b ", "x-odd": "c", "Date": "today", "Keep-Alive": "timeout=5"],
      body: body)
    let ways: [String: LoopbackAnswer.Delivery] = [
      "/chunked": .chunked(size: 7), "/gzip": .gzip, "/cut": .truncated(after: 3),
      "/closed": .closed,
    ]
    if request.path == "/none" { response.status = 204 }
    return LoopbackAnswer(
      response, delivery: ways[request.path] ?? .whole,
      delay: request.path == "/slow" ? .seconds(60) : .zero)
  }

  private static func target(_ endpoint: String) -> Target {
    Target(facts: TargetFacts(of: .swr, endpoint: endpoint, values: [:]), access: .open)
  }

  private let upstream: LoopbackServer
  private let gateway: Gateway
  private let seen = Seen()

  private final class Seen: Sendable {
    let exchanges = Mutex<[PassedExchange]>([])
  }

  init() throws {
    upstream = try LoopbackServer(answer: Self.answer)
    var limits = CurlTransport.Limits()
    limits.patience = .milliseconds(300)
    gateway = try Gateway(to: Self.target(upstream.endpoint), limits: limits) { [seen] exchange in
      seen.exchanges.withLock { $0.append(exchange) }
    }
  }

  private func ask(
    _ path: String, method: HTTPRequest.Method = .get, _ fields: HTTPFields = [:],
    body: [UInt8] = [], directly: Bool = false
  ) async throws -> CurlRelay.Answer {
    let relay = try CurlRelay(
      target: Self.target(directly ? upstream.endpoint : gateway.endpoint), limits: .init())
    return try await relay.answer(
      to: HTTPRequest(method: method, target: path, headers: fields, body: body))
  }

  @Test(
    arguments: ["/a?b=%7e&c=+", "/{a}|b?c=<\"100%>", "/chunked", "/gzip", "/none"],
    ["GET", "HEAD", "POST", "DELETE"])
  func `an answer comes as it was given`(path: String, method: String) async throws {
    let fields: HTTPFields = ["X-Auth-Token": "t", "x-Two": "1", "X-Two": "2", "Accept": "*/*"]
    let body = Array((method == "POST" ? "what is said" : "").utf8)
    let direct = try await ask(
      path, method: .init(method), fields, body: body, directly: true)
    let through = try await ask(path, method: .init(method), fields, body: body)
    let head = String(decoding: direct.head, as: UTF8.self)
    #expect(
      String(decoding: through.head, as: UTF8.self)
        == head.replacing("Keep-Alive: timeout=5\r\n", with: ""))
    #expect(through.response.headers["Keep-Alive"] == nil)
    #expect(
      through.response.headers.values(of: "X-Odd") == direct.response.headers.values(of: "X-Odd"))
    // `Host` names the registry in both.
    #expect(through.body == direct.body)
    let last = try #require(seen.exchanges.withLock { $0.last })
    #expect(try last.result.get().body == direct.response.body)
    #expect(last.request.headers["X-Auth-Token"] == "t")
  }

  @Test(
    arguments: [
      ("/cut", 502, "http_response_incomplete"), ("/closed", 502, "connection_terminated"),
      ("/slow", 504, "http_response_timeout"),
    ])
  func `what does not come whole is the gateway's own answer`(
    path: String, status: Int, error: String
  ) async throws {
    let answer = try await ask(path)
    #expect(answer.response.status.code == status)
    let marked = answer.response.headers["Proxy-Status"] ?? ""
    #expect(marked.hasPrefix("swr-conformance; error=\(error); details=\""))
    let last = try #require(seen.exchanges.withLock { $0.last })
    #expect(throws: TransportFailure.self) { try last.result.get() }
  }

  @Test func `a registry that is gone is told apart`() async throws {
    upstream.stop()
    let answer = try await ask("/a")
    #expect(answer.response.status == 502)
    #expect(answer.response.headers["Proxy-Status"]?.contains("error=connection_refused") == true)
  }

  @Test func `a coding that was asked for is no oddity, and is read`() async throws {
    let answer = try await ask("/gzip", ["Accept-Encoding": "gzip"])
    let last = try #require(seen.exchanges.withLock { $0.last })
    let passed = try last.result.get()
    #expect(answer.head.count > 0 && answer.body.starts(with: [0x1F, 0x8B]))
    #expect(passed.body.starts(with: "GET /gzip".utf8) && passed.arrival?.oddities == [])
  }

  @Test func `a host that was signed stays, and any other names the registry`() {
    let fields = PassingFields(to: Self.target("https://swr.example.com/api"))
    func host(_ proof: String?) -> String? {
      var request = HTTPRequest(target: "/v2", headers: ["Host": "127.0.0.1:1", "TE": "trailers"])
      request.headers["Authorization"] = proof
      request.headers["Connection"] = "X-Hop"
      request.headers["X-Hop"] = "1"
      let passed = fields.passed(request)
      #expect(passed.headers["TE"] == nil && passed.headers["X-Hop"] == nil)
      #expect(passed.headers["Authorization"] == proof)
      return passed.headers["Host"]
    }
    let proof = "SDK-HMAC-SHA256 Access=k, SignedHeaders="
    #expect(host("\(proof)content-type;host;x-sdk-date, Signature=s") == "127.0.0.1:1")
    #expect(host("\(proof)x-sdk-date, Signature=s") == nil)
    #expect(host(nil) == nil)
    #expect(fields.leads(to: "SWR.example.com:80") && !fields.leads(to: "iam.example.com"))
    #expect(fields.withoutPrefix("/api/v2") == "/v2" && fields.withoutPrefix("/v2") == "/v2")
  }
}
