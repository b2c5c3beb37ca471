// SPDX-License-Identifier: Apache-2.0
// A registry and an identity service on one loopback port: when somebody logs in, and how often.

import Conformance
import Loopback
import MockRegistry
import Synchronization
import Testing
import Wire

@testable import LiveTransport

@Suite(.serialized, .timeLimit(.minutes(30)))
struct IdentityServiceTests {
  @Test func `the first request logs in, and the token serves all of them`() async throws {
    let service = try Service()
    let transport = try service.transport()
    let statuses = try await withThrowingTaskGroup { group in
      for _ in 1...8 {
        group.addTask { try await transport.send(HTTPRequest(target: "/"), as: .own).status.code }
      }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(statuses == [200])
    #expect(service.logins.count == 1)
    #expect(transport.admission.secrets == ["a p\"ssword", "issued-1"])
  }

  @Test func `a login has the form of the identity service`() async throws {
    let service = try Service()
    _ = try await service.transport().send(HTTPRequest(target: "/"), as: .own)
    let login = try #require(service.logins.first)
    #expect(login.method == .post)
    #expect(login.path == "/v3/auth/tokens")
    #expect(login.headers["X-Auth-Token"] == nil)
    #expect(login.headers["Content-Type"] == "application/json")
    let auth = try JSONDocument(parsing: login.body).root["auth"]
    let user = auth?["identity"]?["password"]?["user"]
    #expect(auth?["identity"]?["methods"]?.elements.map(\.string) == ["password"])
    #expect(user?["name"]?.string == "me")
    #expect(user?["password"]?.string == "a p\"ssword")
    #expect(user?["domain"]?["name"]?.string == "the account")
    #expect(auth?["scope"]?["project"]?["id"]?.string == "p")
  }

  @Test func `a token that ran out is followed by another login`() async throws {
    let service = try Service()
    let transport = try service.transport()
    _ = try await transport.send(HTTPRequest(target: "/"), as: .own)
    service.forgetTokens()
    #expect(try await transport.send(HTTPRequest(target: "/"), as: .own).status == 200)
    #expect(service.logins.count == 2)
    #expect(transport.admission.secrets.suffix(2) == ["issued-1", "issued-2"])
  }

  @Test func `the wrong credential is a wrong token and no wrong password`() async throws {
    let service = try Service()
    let transport = try service.transport()
    #expect(try await transport.send(HTTPRequest(target: "/"), as: .wrong).status == 401)
    #expect(service.logins.map(\.body) == [service.logins[0].body])
  }

  @Test(arguments: [
    (
      401, #"{"error":{"code":401,"message":"The username or password is wrong.","title":"U"}}"#,
      " refused the login with status 401: 401 The username or password is wrong.; "
        + "check SWR_IAM_USER, SWR_IAM_PASSWORD, SWR_IAM_DOMAIN and the project"
    ),
    (
      403, #"{"error_code":"IAM.0001","error_msg":"not a p\"ssword of me"}"#,
      " refused the login with status 403; "
        + "check SWR_IAM_USER, SWR_IAM_PASSWORD, SWR_IAM_DOMAIN and the project"
    ),
    (201, "{}", " answered the login without a token; check SWR_IAM_ENDPOINT"),
  ])
  func `a refused password is tried once and never shown`(
    status: Int, body: String, told: String
  ) async throws {
    let service = try Service(refusal: HTTPResponse(status: .init(status), body: Array(body.utf8)))
    let transport = try service.transport()
    let failures = await withTaskGroup { group in
      for _ in 1...4 { group.addTask { await transport.failure("/") } }
      return await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(failures == [TransportFailure(.unauthorized, service.authority + told)])
    #expect(await transport.failure("/") != nil)
    #expect(service.logins.count == 1)
  }

  @Test func `an identity service that cannot be reached is named`() async throws {
    let service = try Service()
    var login = service.login
    login.endpoint = "http://127.0.0.1:1"
    let transport = try CurlTransport(target: .sample(service.endpoint, .login(login)))
    let failure = await transport.failure("/")
    #expect(failure?.kind == .refused)
    #expect(failure?.description.hasPrefix("127.0.0.1:1 refused the connection") == true)
  }
}

/// A registry that lets in whom its own identity service has issued a token.
private final class Service: Sendable {
  private struct State {
    var logins: [HTTPRequest] = []
    var good: Set<String> = []
  }

  private let server: LoopbackServer
  private let log: Log

  private final class Log: Sendable {
    let state = Mutex(State())
    let refusal: HTTPResponse?

    init(_ refusal: HTTPResponse?) { self.refusal = refusal }

    func answer(_ request: HTTPRequest) -> LoopbackAnswer {
      LoopbackAnswer(request.path == "/v3/auth/tokens" ? logIn(request) : list(request))
    }

    private func logIn(_ request: HTTPRequest) -> HTTPResponse {
      state.withLock { state in
        state.logins.append(request)
        if let refusal { return refusal }
        let token = "issued-\(state.logins.count)"
        state.good.insert(token)
        return HTTPResponse(status: 201, headers: ["x-subject-token": token])
      }
    }

    private func list(_ request: HTTPRequest) -> HTTPResponse {
      let isGood = state.withLock { $0.good.contains(request.headers["X-Auth-Token"] ?? "") }
      return HTTPResponse(status: isGood ? 200 : 401)
    }
  }

  init(refusal: HTTPResponse? = nil) throws {
    let log = Log(refusal)
    server = try LoopbackServer { log.answer($0) }
    self.log = log
  }

  deinit { server.stop() }

  var endpoint: String { server.endpoint }
  var authority: String { "127.0.0.1:\(server.port)" }
  var logins: [HTTPRequest] { log.state.withLock { $0.logins } }

  func forgetTokens() { log.state.withLock { $0.good = [] } }

  var login: Access.Login {
    Access.Login(
      endpoint: endpoint, domain: "the account", user: "me", password: "a p\"ssword", project: "p")
  }

  func transport() throws -> CurlTransport {
    try CurlTransport(target: .sample(endpoint, .login(login)))
  }
}
