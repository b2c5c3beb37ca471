// SPDX-License-Identifier: Apache-2.0
// What happens when a token runs out between two requests, against a server that lets it.

import Conformance
import Contract
import Foundation
import Loopback
import MockRegistry
import SWRSpecs
import Synchronization
import Testing
import Wire

@testable import LiveTransport

@Suite(.serialized, .timeLimit(.minutes(30)))
struct AdmissionTests {
  @Test func `a token that ran out is fetched anew and the request repeated`() async throws {
    let counter = try Scratch("1")
    let gate = try Gate(token: "t1")
    let line = "n=$(cat \(counter.path)); echo $((n + 1)) > \(counter.path); echo t$n"
    let source = TokenSource.command(line, variable: "SWR_TOKEN_COMMAND")
    let transport = try gate.transport(.token(try source.firstToken(), from: source))
    #expect(try await transport.status("/1") == 200)
    gate.open(for: "t2")
    #expect(try await transport.status("/2") == 200)
    #expect(gate.shown("/2") == ["t1", "t2"])
    #expect(gate.shown("/1") == ["t1", "t1"], "what was let in before is asked once more")
    #expect(transport.admission.secrets == ["t1", "t2"])
  }

  @Test func `requests that are refused together renew the token once`() async throws {
    let counter = try Scratch("2")
    let gate = try Gate(token: "t1")
    let line = "n=$(cat \(counter.path)); echo $((n + 1)) > \(counter.path); echo t$n"
    let transport = try gate.transport(
      .token("t1", from: .command(line, variable: "SWR_TOKEN_COMMAND")))
    #expect(try await transport.status("/first") == 200)
    gate.open(for: "t2")
    let statuses = try await withThrowingTaskGroup { group in
      for number in 1...12 { group.addTask { try await transport.status("/\(number)") } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses == Array(repeating: 200, count: 12))
    #expect(try counter.text == "3\n")
  }

  @Test func `a token file is read again, and of use if it has changed`() async throws {
    let file = try Scratch("t1\n")
    let gate = try Gate(token: "t1")
    let transport = try gate.transport(
      .token("t1", from: .file(file.path, variable: "SWR_TOKEN_FILE")))
    #expect(try await transport.status("/1") == 200)
    gate.open(for: "t2")
    try file.write("t2\r\n")
    #expect(try await transport.status("/2") == 200)
    gate.open(for: "t3")
    let failure = await transport.failure("/3")
    #expect(failure?.kind == .unauthorized)
    #expect(
      failure?.description == "\(gate.authority) let us in before and now answers status 401"
        + ": APIGW.0301 no; SWR_TOKEN_FILE still holds that token; put a new one there")
  }

  @Test func `a token without a source ends the run, and nothing more is sent`() async throws {
    let gate = try Gate(token: "t1")
    let transport = try gate.transport(.token("t1"))
    #expect(try await transport.status("/1") == 200)
    gate.open(for: "t2")
    let failure = await transport.failure("/2")
    #expect(failure?.description.contains("the token has run out; set a new one") == true)
    let count = gate.count
    #expect(await transport.failure("/3") == failure)
    #expect(await transport.failure("/4", as: .wrong) == failure)
    #expect(gate.count == count)
  }

  @Test func `a renewed token that is refused as well ends the run`() async throws {
    let gate = try Gate(token: "t1")
    let transport = try gate.transport(
      .token("t1", from: .command("echo t2", variable: "SWR_TOKEN_COMMAND")))
    #expect(try await transport.status("/1") == 200)
    gate.open(for: "t3")
    #expect(await transport.failure("/2")?.kind == .unauthorized)
  }

  @Test func `a source that fails says why`() async throws {
    let gate = try Gate(token: "t1")
    let line = "echo first >&2; echo 'the vault is sealed' >&2; exit 3"
    let transport = try gate.transport(
      .token("t1", from: .command(line, variable: "SWR_TOKEN_COMMAND")))
    #expect(try await transport.status("/1") == 200)
    gate.open(for: "t2")
    let failure = await transport.failure("/2")
    #expect(
      failure?.description == "the token has run out, and SWR_TOKEN_COMMAND ended with exit code 3"
        + "; run it by hand to see why; what it says may hold the token and is not shown")
  }

  @Test func `a refusal of one request alone is an answer to judge`() async throws {
    let gate = try Gate(token: "t1")
    let transport = try gate.transport(
      .token("t1", from: .command("echo t2", variable: "SWR_TOKEN_COMMAND")))
    #expect(try await transport.status("/1") == 200)
    #expect(try await transport.status("/forbidden") == 401)
    #expect(gate.shown("/forbidden") == ["t1"])
  }

  @Test func `a target that never let us in is not asked with another token`() async throws {
    let gate = try Gate(token: "t2")
    let transport = try gate.transport(
      .token("t1", from: .command("echo t2", variable: "SWR_TOKEN_COMMAND")))
    #expect(try await transport.status("/1") == 401)
    #expect(gate.count == 1)
  }
}

extension CurlTransport {
  fileprivate func status(_ target: String, as credential: Credential = .own) async throws -> Int {
    try await send(HTTPRequest(target: target), as: credential).status.code
  }

  func failure(_ target: String, as credential: Credential = .own) async -> TransportFailure? {
    do throws(TransportFailure) {
      _ = try await send(HTTPRequest(target: target), as: credential)
      return nil
    } catch {
      return error
    }
  }
}

extension TokenSource {
  fileprivate func firstToken() throws -> String {
    let environment = ["SWR_ENDPOINT": "https://h", "SWR_PROJECT_ID": "p", variable.0: variable.1]
    guard
      case .token(let token, from: self) = try Target.load(nil, of: .swr, environment: environment)
        .access
    else { return "no token" }
    return token
  }

  private var variable: (String, String) {
    switch self {
    case .file(let value, let variable), .command(let value, let variable): (variable, value)
    }
  }
}

/// A server that lets one token in, and that can change its mind about which.
private final class Gate: Sendable {
  private let server: LoopbackServer
  private let log: Log

  init(token: String) throws {
    let log = Log(token)
    server = try LoopbackServer { log.answer($0) }
    self.log = log
  }

  deinit { server.stop() }

  var authority: String { "127.0.0.1:\(server.port)" }
  var count: Int { log.state.withLock { $0.seen.count } }

  func open(for token: String) { log.state.withLock { $0.token = token } }

  /// The tokens that came with requests for that target.
  func shown(_ target: String) -> [String] {
    log.state.withLock { $0.seen.filter { $0.target == target }.map(\.token) }
  }

  func transport(_ access: Access) throws -> CurlTransport {
    try CurlTransport(target: .sample(server.endpoint, access))
  }
}

private final class Log: Sendable {
  let state: Mutex<(token: String, seen: [(target: String, token: String)])>

  init(_ token: String) { state = Mutex((token, [])) }

  func answer(_ request: HTTPRequest) -> LoopbackAnswer {
    let token = request.headers["X-Auth-Token"] ?? ""
    let isLetIn = state.withLock { state in
      state.seen.append((request.target, token))
      return token == state.token && request.target != "/forbidden"
    }
    let body = isLetIn ? "{}" : #"{"error_code": "APIGW.0301", "error_msg": "no"}"#
    return LoopbackAnswer(HTTPResponse(status: isLetIn ? 200 : 401, body: Array(body.utf8)))
  }
}

/// A file of one test.
private final class Scratch: Sendable {
  let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID())").path

  init(_ text: String) throws { try write(text) }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var text: String { get throws { try String(contentsOfFile: path, encoding: .utf8) } }

  func write(_ text: String) throws { try Data(text.utf8).write(to: URL(filePath: path)) }
}
