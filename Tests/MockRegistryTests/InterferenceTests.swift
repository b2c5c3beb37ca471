// SPDX-License-Identifier: Apache-2.0
// What gets in a client's way: seen once by those who do not retry, unnoticed by those who do.

import Loopback
import Testing
import Wire

@testable import MockRegistry

struct InterferenceTests {
  private let requests = (1...30).map { ask(.gcTasks, "limit=\($0)") }

  @Test func `interferences have unique names and are found by them`() {
    let names = Interference.catalog.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(Set(names).isDisjoint(with: Fault.catalog.map(\.name)))
    #expect(names.allSatisfy { Interference.named($0)?.summary.isEmpty == false })
  }

  @Test(arguments: [("429-once", 429), ("502-once", 502), ("503-once", 503), ("504-once", 504)])
  func `each tenth new request is refused, and taken again`(name: String, code: Int) throws {
    let registry = try Self.registry(name)
    let first = requests.map { registry.respond($0) }
    let refused = first.indices.filter { first[$0].status.code == code }
    #expect(refused == [9, 19, 29])
    #expect(first.filter { $0.status == 200 }.count == 27)
    #expect(refused.allSatisfy { first[$0].object.word("error_code") != nil })
    #expect(requests.allSatisfy { registry.respond($0).status == 200 })
  }

  @Test func `several strike at different requests`() throws {
    let registry = try Self.registry("429-once", "502-once")
    let codes = requests.map { registry.respond($0).status.code }
    #expect(codes.filter { $0 == 429 }.count == 3)
    #expect(codes.filter { $0 == 502 }.count == 3)
  }

  @Test func `what is throttled says when to come again`() throws {
    let registry = try Self.registry("429-always")
    for request in requests + requests {
      let response = registry.respond(request)
      #expect(response.status == 429)
      #expect(response.headers["Retry-After"] == "0")
    }
    #expect(registry.respond(IdentityTests.login()).status == 201)
  }

  @Test func `tokens run out once, and IAM gives one that lasts`() throws {
    let registry = try Self.registry("token-expires")
    let login = IdentityTests.login()
    let early = registry.respond(login).headers["X-Subject-Token"]
    let codes = (0..<60).map { _ in registry.respond(ask(.gcTasks)).status.code }
    #expect(codes == Array(repeating: 200, count: 50) + Array(repeating: 401, count: 10))
    #expect(registry.respond(ask(.gcTasks, token: early)).status == 401)
    let late = registry.respond(login).headers["X-Subject-Token"]
    #expect(
      (0..<120).allSatisfy { _ in registry.respond(ask(.gcTasks, token: late)).status == 200 }
    )
  }

  @Test func `a slow answer is a whole answer`() throws {
    let answer = try Self.registry("slow").answer(requests[0])
    #expect(answer.delay == .milliseconds(200))
    #expect(answer.response == MockRegistry().respond(requests[0]))
  }

  @Test func `one operation is sent to another host`() throws {
    let registry = try Self.registry("redirect")
    let response = registry.respond(ask(.instanceJobs))
    #expect(response.status == 302)
    #expect(response.headers["Location"]?.hasPrefix("http://registry.example.net/") == true)
    #expect(registry.respond(requests[0]).status == 200)
  }

  private static func registry(_ names: String...) throws -> MockRegistry {
    MockRegistry(.init(interferences: try names.map { try #require(Interference.named($0)) }))
  }
}
