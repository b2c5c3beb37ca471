// SPDX-License-Identifier: Apache-2.0
// What arrives at a socket has the signature that belongs to exactly those bytes.

import Conformance
import Contract
import Foundation
import LiveTransport
import Loopback
import MockRegistry
import SWRSpecs
import Synchronization
import Testing
import Wire

@Suite(.serialized, .timeLimit(.minutes(30)))
struct SignedRequestTests {
  private static let keys = Access.AccessKeys(id: "AK", secret: "the secret that never travels")
  private static let targets = [
    "/v2/p/jobs", "/v2/p/jobs?limit=10&offset=0&status=Failed",
    "/v2/p/instances/i/system/gc?limit=10&marker=eyJpZCI6MTIzNH0%3D",
    "/v2/p/instances/i/namespaces/%E4%BD%A0%20~/webhook/policies/1/jobs?status=%00&status=a%2Bb",
    "/v2/p/jobs/?limit=&limit=1&bare&x=%ff+",
  ]

  @Test(
    .enabled(if: ReceivedSignatures.isPythonThere),
    arguments: [("127.0.0.1", "", nil), ("LOCALHOST", "/pre%20fix/%C3%A9", "temporary==")])
  func `the signature is that of the bytes that arrive`(
    host: String, prefix: String, securityToken: String?
  ) async throws {
    var keys = Self.keys
    keys.securityToken = securityToken
    let received = try await Self.received(.keys(keys), host: host, prefix: prefix) { transport in
      for target in Self.targets {
        _ = try await transport.send(HTTPRequest(target: target), as: .own)
      }
      let other = HTTPRequest(
        method: .delete, target: "/v2", headers: ["content-type": "text/plain"])
      _ = try await transport.send(other, as: .own)
    }
    #expect(received.map(\.target) == (Self.targets + ["/v2"]).map { prefix + $0 })
    #expect(received.allSatisfy { $0.headers["Host"]?.hasPrefix("\(host):") == true })
    #expect(received.allSatisfy { $0.headers["X-Project-Id"] == "p" })
    #expect(received.allSatisfy { $0.headers["X-Security-Token"] == securityToken })
    let expected = try ReceivedSignatures.expected(of: received, id: keys.id, secret: keys.secret)
    #expect(received.map { $0.headers["Authorization"] } == expected)
  }

  @Test(.enabled(if: ReceivedSignatures.isPythonThere))
  func `the wrong credential signs with a wrong key, the absent one not at all`() async throws {
    let received = try await Self.received(.keys(Self.keys)) { transport in
      for credential in [Credential.wrong, .absent] {
        _ = try await transport.send(HTTPRequest(target: "/"), as: credential)
      }
    }
    let names = ["Authorization", "X-Sdk-Date", "X-Project-Id", "X-Security-Token", "X-Auth-Token"]
    #expect(names.allSatisfy { received[1].headers[$0] == nil })
    let right = try ReceivedSignatures.expected(
      of: [received[0]], id: "AK", secret: Self.keys.secret)
    let wrong = try ReceivedSignatures.expected(
      of: [received[0]], id: "AK", secret: "not-" + Self.keys.secret)
    #expect(received[0].headers["Authorization"] != right[0])
    #expect(received[0].headers["Authorization"] == wrong[0])
  }

  @Test(arguments: [-1_200, 1_200])
  func `a refused signature tells how far the clocks are apart`(seconds: Int) async throws {
    let now = Date().addingTimeInterval(Double(seconds))
    let date = DateFormatter()
    date.locale = Locale(identifier: "en_US_POSIX")
    date.timeZone = TimeZone(secondsFromGMT: 0)
    date.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    let refusal = HTTPResponse(
      status: 401, headers: ["Date": date.string(from: now)],
      body: Array(#"{"error_code": "APIGW.0301", "error_msg": "verify aksk"}"#.utf8))
    let server = try LoopbackServer { _ in LoopbackAnswer(refusal) }
    defer { server.stop() }
    let transport = try CurlTransport(target: .sample(server.endpoint, .keys(Self.keys)))
    let failure = await #expect(throws: TransportFailure.self) {
      try await transport.send(HTTPRequest(target: "/"), as: .own)
    }
    #expect(failure?.kind == .unauthorized)
    let words = seconds < 0 ? "ahead of" : "behind"
    #expect(failure?.description.contains("status 401: APIGW.0301 verify aksk") == true)
    #expect(failure?.description.contains("minutes \(words) the server's") == true)
  }

  /// The requests as they arrived at a server that answers all of them.
  private static func received(
    _ access: Access, host: String = "127.0.0.1", prefix: String = "",
    _ body: (CurlTransport) async throws -> Void
  ) async throws -> [HTTPRequest] {
    let seen = Mutex<[HTTPRequest]>([])
    let server = try LoopbackServer { request in
      seen.withLock { $0.append(request) }
      return LoopbackAnswer(HTTPResponse(status: 200, body: Array("{}".utf8)))
    }
    defer { server.stop() }
    let endpoint = "http://\(host):\(server.port)\(prefix)"
    try await body(try CurlTransport(target: .sample(endpoint, access)))
    return seen.withLock { $0 }
  }
}

extension Target {
  static func sample(_ endpoint: String, _ access: Access = .token("secret")) -> Target {
    Target(
      facts: TargetFacts(of: .swr, endpoint: endpoint, values: [.projectID: "p"]), access: access)
  }
}
