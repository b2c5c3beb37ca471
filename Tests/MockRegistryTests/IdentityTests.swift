// SPDX-License-Identifier: Apache-2.0
// The mock as IAM: who gets a token, what it is good for, and what wrong words are answered.

import Testing
import Wire

@testable import MockRegistry

struct IdentityTests {
  let registry = MockRegistry()

  @Test(arguments: [
    #""id":"05d3a1f0b98026b12f8cc01e7a4b6d95""#, #""name":"mock-region-1""#,
  ])
  func `a password is worth a token that lists rows`(project: String) throws {
    let response = registry.respond(Self.login(project: project))
    #expect(response.status == 201)
    let token = try #require(response.headers["X-Subject-Token"])
    #expect(token != registry.facts["token"])
    #expect(registry.respond(ask(.gcTasks, token: token)).status == 200)
    let body = try JSONDocument(parsing: response.body).root["token"]
    #expect(body?["project"]?["id"]?.string == registry.facts["project_id"])
    let times = ["issued_at", "expires_at"].map { body?[$0]?.string?.count }
    #expect(times == [27, 27])
  }

  @Test func `a token that was never issued is refused`() {
    let token = MockRegistry().respond(Self.login()).headers["X-Subject-Token"]
    #expect(registry.respond(ask(.gcTasks, token: token)).status == 401)
  }

  @Test(arguments: [
    ("{", 400), ("{}", 400), (#"{"auth":{"identity":{"methods":["token"]}}}"#, 400),
  ])
  func `a body that is no login is refused`(body: String, status: Int) throws {
    try expect(
      HTTPRequest(method: .post, target: IdentityService.path, body: Array(body.utf8)), status)
  }

  @Test func `wrong words are refused in the shape of IAM`() throws {
    try expect(Self.login(password: "wrong"), 401)
    try expect(Self.login(user: "nobody"), 401)
    try expect(Self.login(project: #""name":"elsewhere""#), 404)
    var request = Self.login()
    request.method = .get
    try expect(request, 405)
  }

  @Test(arguments: MockRegistry.Authentication.allCases)
  func `each way to be let in has facts of its own`(way: MockRegistry.Authentication) {
    let facts = registry.facts(for: way, endpoint: "http://127.0.0.1:1")
    #expect((facts["token"] != nil) == (way == .token))
    #expect((facts["sk"] != nil) == (way == .aksk || way == .temporary))
    #expect((facts["security_token"] != nil) == (way == .temporary))
    #expect((facts["iam_endpoint"] == "http://127.0.0.1:1") == (way == .iam))
    #expect(facts["project_id"] == registry.facts["project_id"])
  }

  private func expect(_ request: HTTPRequest, _ status: Int) throws {
    let response = registry.respond(request)
    let error = try JSONDocument(parsing: response.body).root["error"]
    #expect(response.status.code == status)
    #expect(response.headers["X-Subject-Token"] == nil)
    #expect(error?["code"]?.raw == "\(status)")
    #expect(error?["title"]?.string?.isEmpty == false)
    #expect(error?["message"]?.string?.contains("wrong.") == (status == 401))
  }

  static func login(
    user: String = Account.only.user, password: String = Account.only.password,
    project: String = #""name":"mock-region-1""#
  ) -> HTTPRequest {
    let body = """
      {"auth":{"identity":{"methods":["password"],"password":{"user":{
      "domain":{"name":"\(Account.only.domain)"},"name":"\(user)","password":"\(password)"}}},
      "scope":{"project":{\(project)}}}}
      """
    return HTTPRequest(
      method: .post, target: IdentityService.path + "?nocatalog=true", body: Array(body.utf8))
  }
}
