// SPDX-License-Identifier: Apache-2.0
// A registry that repeats whatever a client shows, in every place where an answer can.

import Foundation
import Loopback
import MockRegistry
import Synchronization
import Wire

/// The mock behind a server that misbehaves in another way on each request of a list.
final class EchoServer: Sendable {
  private let mock = MockRegistry()
  private let way: MockRegistry.Authentication
  private let limit: Int
  private let seen = Mutex((count: 0, texts: Set<String>()))
  private let server = Mutex<LoopbackServer?>(nil)

  /// As long as the tokens of the vendor, and with the same characters that others escape.
  private static let token =
    "MIIEkwYJKoZIhvcNAQcCoIIEhDCC+BIACAQExDT/ALBglghkgBZQMEAgEw=="
    + String(repeating: "x/", count: 60)
  /// What a registry tells of its insides in a list of garbage collections.
  private static let redis = "redis://:a-redis-Pa55word@10.0.0.7:6379/3"

  /// - Parameter limit: How many requests are let in.
  init(_ way: MockRegistry.Authentication, lettingIn limit: Int = .max) throws {
    self.way = way
    self.limit = limit
    let server = try LoopbackServer { [weak self] in
      self?.answer($0) ?? LoopbackAnswer(HTTPResponse(status: 500))
    }
    self.server.withLock { $0 = server }
  }

  func stop() { server.withLock { $0?.stop() } }

  /// What was shown so far, and what nobody is shown.
  var secrets: Set<String> {
    let own = ["ak", "sk", "security_token", "iam_password", "token"].compactMap { facts[$0] }
    return seen.withLock { $0.texts }.union(own + [Self.redis])
  }

  private var facts: [String: String] {
    let endpoint = server.withLock { $0?.endpoint } ?? ""
    let entries = mock.facts(for: way, endpoint: endpoint).entries
    var facts = Dictionary(entries.map { ($0.key, $0.value) }) { $1 }
    facts["endpoint"] = endpoint
    if way == .token { facts["token"] = Self.token }
    return facts
  }

  /// Runs the program against this server.
  func run(
    _ words: [String], environment: [String: String] = [:]
  ) async throws -> ProgramRun {
    let isSurvey = words.first == "discover"
    let given = facts.filter { !isSurvey || !$0.key.hasSuffix("_id") || $0.key == "project_id" }
    let variables = given.map { key, value in
      let isOfSDK = ["ak", "sk", "security_token"].contains(key)
      return ((isOfSDK ? "CLOUD_SDK_" : "SWR_") + key.uppercased(), value)
    }
    let verb = isSurvey ? [] : ["run", "--concurrency", "1"]
    return try await ProgramRun(verb + words, environment: environment.merging(variables) { $1 })
  }

  private func answer(_ request: HTTPRequest) -> LoopbackAnswer {
    let shown = Self.secrets(of: request)
    let count = seen.withLock { seen in
      seen.texts.formUnion(shown)
      seen.count += request.path.hasPrefix("/v2/") && !shown.isEmpty ? 1 : 0
      return seen.count
    }
    let echo = shown.joined(separator: " and ")
    guard request.path.hasPrefix("/v2/") else { return login(request, echo) }
    if count > limit { return LoopbackAnswer(Self.refusal(401, echo)) }
    var inner = request
    if request.headers["X-Auth-Token"] == Self.token {
      inner.headers["X-Auth-Token"] = mock.facts["token"]
    }
    let honest = mock.answer(inner).response
    guard limit == .max, honest.status != 401, !request.query.isEmpty else {
      return LoopbackAnswer(honest, echo)
    }
    return LoopbackAnswer(Self.parroted(honest, echo, way: count % 11))
  }

  private func login(_ request: HTTPRequest, _ echo: String) -> LoopbackAnswer {
    guard limit > 0 else {
      let body = String(decoding: request.body, as: UTF8.self)
      return LoopbackAnswer(Self.refusal(401, "\(echo) in \(body)"))
    }
    let answer = mock.answer(request).response
    seen.withLock { $0.texts.formUnion([answer.headers["X-Subject-Token"] ?? ""]) }
    return LoopbackAnswer(answer)
  }

  /// The texts of a request that let somebody in, and what they are made of.
  private static func secrets(of request: HTTPRequest) -> [String] {
    let fields = ["X-Auth-Token", "X-Security-Token"].compactMap { request.headers[$0] }
    let signature = request.headers["Authorization"]?.matches(of: #/(?:Access|Signature)=(\w+)/#)
    return fields.filter { !$0.contains("nobody-issued") && !$0.allSatisfy(\.isWhitespace) }
      + (signature ?? []).map { "\($0.output.1)" }
  }

  /// One of eleven ways to repeat what a client has shown.
  private static func parroted(_ honest: HTTPResponse, _ echo: String, way: Int) -> HTTPResponse {
    var answer = honest
    let first = echo.split(separator: " ").first.map(String.init) ?? ""
    switch way {
    case 0: return refusal(400, echo)
    case 1: return refusal(500, echo.replacing("/", with: #"\/"#))
    case 2:
      answer = refusal(302, "moved")
      answer.headers["Location"] = "http://user:word@registry.example.com/login/\(first)/x"
    case 3: answer.headers["Content-Type"] = "text/html; token=\(first)"
    case 4: answer.headers["Set-Cookie"] = "session=\(echo)"
    case 5: answer.headers["X-Request-Id"] = first
    case 6: answer.body = Array("<html>\(echo)</html>".utf8)
    case 7: return refusal(403, PercentEncoding.encode(echo))
    case 8: answer.body = renamed(honest.body, echo)
    case 9: return refusal(502, echo)
    default: answer.headers["WWW-Authenticate"] = "Basic realm=\"\(first)\""
    }
    return answer
  }

  /// The page with what a client has shown as a value of another type, and as a name.
  private static func renamed(_ body: [UInt8], _ echo: String) -> [UInt8] {
    let text = String(decoding: body, as: UTF8.self)
      .replacing(#/"id":\s*("[^"]*"|\d+)/#) { _ in
        #""id":"\#(echo)","\#(echo)":1,"redis_url_reg":"\#(redis)""#
      }
    return Array(text.utf8)
  }

  private static func refusal(_ status: Int, _ message: String) -> HTTPResponse {
    let text = #"{"error_code":"APIGW.0301","error_msg":\#(JSONText.quote(message))}"#
      .replacing(#"\\/"#, with: #"\/"#)
    return HTTPResponse(
      status: .init(status),
      headers: [
        "Content-Type": "application/json", "WWW-Authenticate": "Token \(message.prefix(200))",
        "Retry-After": "0",
      ],
      body: Array(text.utf8))
  }
}

extension LoopbackAnswer {
  /// An honest answer with an echo where nobody looks.
  fileprivate init(_ honest: HTTPResponse, _ echo: String) {
    var response = honest
    response.headers["X-Echo"] = echo
    self.init(response)
  }
}
