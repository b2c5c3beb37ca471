// SPDX-License-Identifier: Apache-2.0
// Every request against a real socket, because only a socket shows what libcurl does.

import Conformance
import Contract
import Loopback
import MockRegistry
import SWRSpecs
import Synchronization
import Testing
import Wire

@testable import LiveTransport

@Suite(.serialized, .timeLimit(.minutes(30)))
struct CurlTransportTests {
  @Test(arguments: [
    "/v2/p/instances/i/namespaces/a%2Fb/webhook/policies/1/jobs?offset=0&limit=10",
    "/v2/%3D/%00/%25/%2f//x?marker=%3D%26%2B+%20&empty=&bare&bytes=%E4%BD%2e",
    "/?limit=-1&status=%F0%9F%98%80",
  ])
  func `the target arrives byte for byte`(target: String) async throws {
    let (request, _) = try await exchange(HTTPRequest(target: target), .ok)
    #expect(request.target == target)
  }

  @Test func `what follows a lone answer is worked on where it arrived`() async throws {
    let server = try LoopbackServer { _ in .ok }
    defer { server.stop() }
    let transport = try CurlTransport(target: .sample(server.endpoint))
    let loop = try #require(transport.executor as? CurlLoop)
    let task = Task(executorPreference: loop) {
      // On a busy machine an answer may be there before anybody waits for it, and then nothing is moved.
      for _ in 1...50 {
        _ = try await transport.send(HTTPRequest(target: "/"), as: .own)
        if loop.isOwnThread { return true }
      }
      return false
    }
    #expect(try await task.value)
    #expect(!loop.isOwnThread)
  }

  @Test func `behind a 408 a connection that has idled is not asked again`() async throws {
    let server = try RawServer(
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
      "HTTP/1.1 408 Request Time-out\r\nContent-Length: 0\r\n\r\n", closing: .never)
    let transport = try CurlTransport(target: .sample(server.endpoint))
    var statuses: [Int] = []
    for target in ["/a", "/b", "/b"] {
      statuses.append(try await transport.send(HTTPRequest(target: target), as: .own).status.code)
    }
    #expect(statuses == [200, 408, 200])
  }

  @Test func `the header fields are those of the vendor's SDKs`() async throws {
    let (request, _) = try await exchange(HTTPRequest(target: "/"), .ok)
    #expect(request.method == .get)
    #expect(request.headers["Content-Type"] == "application/json")
    #expect(request.headers["X-Language"] == "en-us")
    #expect(request.headers["User-Agent"] == "swr-conformance/0.1.0")
    #expect(request.headers["Accept-Encoding"] == "identity")
    #expect(request.headers["Cookie"] == nil)
    #expect(request.body.isEmpty)
  }

  @Test func `a request's own header fields win`() async throws {
    let asked = HTTPRequest(target: "/", headers: ["x-language": "zh-cn", "X-Extra": "1"])
    let (request, _) = try await exchange(asked, .ok)
    #expect(request.headers.values(of: "X-Language") == ["zh-cn"])
    #expect(request.headers["X-Extra"] == "1")
  }

  @Test func `each credential has its own token`() async throws {
    let own = try await exchange(HTTPRequest(target: "/"), .ok, as: .own).request
    let absent = try await exchange(HTTPRequest(target: "/"), .ok, as: .absent).request
    let wrong = try await exchange(HTTPRequest(target: "/"), .ok, as: .wrong).request
    #expect(own.headers.values(of: "X-Auth-Token") == ["secret"])
    #expect(absent.headers["X-Auth-Token"] == nil)
    #expect(wrong.headers.values(of: "X-Auth-Token") == [Profile.swr.wrongToken])
  }

  @Test(arguments: [
    [], [0], [0xEF, 0xBB, 0xBF, 0x7B, 0x7D], [0xFF, 0xFE, 0xC3, 0x28, 0, 0x0A, 0x0D],
    Array(repeating: 0x78, count: 1_000_000),
  ])
  func `a body arrives byte for byte`(body: [UInt8]) async throws {
    for delivery in [LoopbackAnswer.Delivery.whole, .chunked(size: 4096)] {
      let answer = LoopbackAnswer(HTTPResponse(status: 200, body: body), delivery: delivery)
      #expect(try await exchange(HTTPRequest(target: "/"), answer).response.body == body)
    }
  }

  @Test(arguments: [200, 204, 302, 304, 400, 401, 403, 404, 405, 429, 500, 503])
  func `a response of any status is an answer`(code: Int) async throws {
    let response = HTTPResponse(status: .init(code), headers: ["Location": "/elsewhere"])
    let answer = try await exchange(HTTPRequest(target: "/"), LoopbackAnswer(response)).response
    #expect(answer.status.code == code)
    #expect(answer.headers["location"] == "/elsewhere")
  }

  @Test(arguments: ["Basic realm=\"x\"", "Digest realm=\"x\", nonce=\"y\"", "Bearer realm=\"x\""])
  func `a server that asks for a password is answered by nobody`(challenge: String) async throws {
    let body = [UInt8](repeating: 0x61, count: 200_000)
    let asks = HTTPResponse(status: 401, headers: ["WWW-Authenticate": challenge], body: body)
    let answer = try await exchange(HTTPRequest(target: "/"), LoopbackAnswer(asks)).response
    #expect(answer.status == 401)
    #expect(answer.body == body)
  }

  @Test func `cookies are not sent back`() async throws {
    let asked = Mutex<[String?]>([])
    let server = try LoopbackServer { request in
      asked.withLock { $0.append(request.headers["Cookie"]) }
      return LoopbackAnswer(HTTPResponse(status: 200, headers: ["Set-Cookie": "a=b"]))
    }
    defer { server.stop() }
    let transport = try CurlTransport(target: .sample(server.endpoint))
    for _ in 1...2 { _ = try await transport.send(HTTPRequest(target: "/"), as: .own) }
    #expect(asked.withLock { $0 } == [nil, nil])
  }

  @Test func `many requests at once are all answered`() async throws {
    let server = try LoopbackServer {
      LoopbackAnswer(HTTPResponse(status: 200, body: Array($0.target.utf8)))
    }
    defer { server.stop() }
    let transport = try CurlTransport(target: .sample(server.endpoint))
    let targets = (1...100).map { "/\($0)" }
    let bodies = try await withThrowingTaskGroup { group in
      for target in targets {
        group.addTask { try await transport.send(HTTPRequest(target: target), as: .own).body }
      }
      return try await group.reduce(into: Set<String>()) {
        $0.insert(String(decoding: $1, as: UTF8.self))
      }
    }
    #expect(bodies == Set(targets))
  }

  @Test func `a path in the endpoint stands before the target`() async throws {
    let server = try LoopbackServer {
      LoopbackAnswer(HTTPResponse(status: 200, body: Array($0.target.utf8)))
    }
    defer { server.stop() }
    let transport = try CurlTransport(target: .sample(server.endpoint + "/prefix"))
    let answer = try await transport.send(HTTPRequest(target: "/v2?a=b"), as: .own)
    #expect(String(decoding: answer.body, as: UTF8.self) == "/prefix/v2?a=b")
  }

  @Test func `an answer is handed over as it came`() async throws {
    let bytes =
      "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 Sch\u{f6}n\r\nB: 2\r\na: 1\r\n"
      + "B: 3\r\nName: J\u{e9}r\u{f4}me\r\nEmpty:\r\nTransfer-Encoding: chunked\r\n\r\n"
      + "2\r\n{}\r\n0\r\nSum: 9\r\nSum: 8\r\n\r\n"
    let server = try RawServer(bytes.unicodeScalars.map { UInt8($0.value) })
    let transport = try CurlTransport(target: .sample(server.endpoint))
    let answer = try await transport.send(HTTPRequest(target: "/"), as: .own)
    let arrival = try #require(answer.arrival)
    #expect(answer.status == 200)
    #expect(answer.body == Array("{}".utf8))
    #expect(
      answer.headers.fields.map { "\($0.name)=\($0.value)" } == [
        "B=2", "a=1", "B=3", "Name=J\u{e9}r\u{f4}me", "Empty=", "Transfer-Encoding=chunked",
      ])
    #expect(arrival.version == "HTTP/1.1")
    #expect(arrival.reason == "Sch\u{f6}n")
    #expect(arrival.interim == [103])
    #expect(arrival.earlyFields.values(of: "link") == ["</a>"])
    #expect(arrival.trailers.values(of: "sum") == ["9", "8"])
    #expect(arrival.oddities == [])
    let phases = try #require(answer.phases)
    let moments = [
      0, phases.nameLookup, phases.connect, phases.tls, phases.firstByte, phases.lastByte,
    ]
    #expect(moments == moments.sorted())
    #expect(phases.lastByte > 0)
  }

  @Test func `an IPv6 address is an endpoint, and a name that is nowhere has the address given`()
    async throws
  {
    let server = try LoopbackServer { _ in .ok }
    defer { server.stop() }
    var target = Target.sample("http://registry.invalid:\(server.port)")
    target.route.addresses = ["registry.invalid:\(server.port):127.0.0.1"]
    let answer = try await CurlTransport(target: target).send(HTTPRequest(target: "/"), as: .own)
    #expect(answer.status == 200)
    let failure = await #expect(throws: TransportFailure.self) {
      try await CurlTransport(target: .sample("http://[::1]:1")).send(
        HTTPRequest(target: "/"), as: .own)
    }
    #expect(failure?.kind == .refused)
    #expect(failure?.description.hasPrefix("[::1]:1 refused the connection") == true)
  }

  private func exchange(
    _ request: HTTPRequest, _ answer: LoopbackAnswer, as credential: Credential = .own
  ) async throws -> (request: HTTPRequest, response: HTTPResponse) {
    let seen = Mutex<HTTPRequest?>(nil)
    let server = try LoopbackServer { request in
      seen.withLock { $0 = request }
      return answer
    }
    defer { server.stop() }
    let transport = try CurlTransport(target: .sample(server.endpoint))
    let response = try await transport.send(request, as: credential)
    return (try #require(seen.withLock { $0 }), response)
  }
}

extension LoopbackAnswer {
  fileprivate static let ok = LoopbackAnswer(HTTPResponse(status: 200, body: Array("{}".utf8)))
}
