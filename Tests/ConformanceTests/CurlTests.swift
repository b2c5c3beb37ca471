// SPDX-License-Identifier: Apache-2.0
// The line with which a person repeats a request: safe to paste, and without a secret.

import Contract
import Redaction
import SWRSpecs
import Testing
import Wire

@testable import Conformance

@Suite struct CurlTests {
  private let endpoint = "http://registry.example.com"

  @Test func `the own token is a variable of the environment`() {
    let request = Probe.Request(path: "/v2/p/rows", query: [.init("limit", "10")])
    #expect(
      request.curl(to: endpoint, of: .swr)
        == #"curl -sSi -H "X-Auth-Token: $SWR_TOKEN" 'http://registry.example.com/v2/p/rows?limit=10'"#
    )
    #expect(request.line == "GET /v2/p/rows?limit=10")
  }

  @Test func `no token and a wrong one are written out`() {
    let absent = Probe.Request(path: "/v2/p/rows", credential: .absent)
    #expect(
      absent.curl(to: endpoint, of: .swr) == "curl -sSi 'http://registry.example.com/v2/p/rows'")
    let wrong = Probe.Request(path: "/v2/p/rows", credential: .wrong)
    #expect(
      wrong.curl(to: endpoint, of: .swr)
        == "curl -sSi -H 'X-Auth-Token: \(Profile.swr.wrongToken)' "
        + "'http://registry.example.com/v2/p/rows'")
  }

  @Test func `a method other than GET is named`() {
    let request = Probe.Request(method: .delete, path: "/v2/p/rows", credential: .absent)
    #expect(
      request.curl(to: endpoint, of: .swr)
        == "curl -sSi -X DELETE 'http://registry.example.com/v2/p/rows'")
  }

  @Test func `a quote in the target does not end the word`() {
    let request = Probe.Request(
      path: "/v2/p/rows", query: [.init("status", encoded: "x'; echo $HOME #")],
      credential: .absent)
    #expect(
      request.curl(to: endpoint, of: .swr)
        == #"curl -sSi 'http://registry.example.com/v2/p/rows?status=x'\''; echo $HOME #'"#)
  }

  @Test func `a value of 8192 letters is a command that makes them`() {
    let request = Probe.Request(
      path: "/v2/p/rows", query: [.init("status", Probe.Request.longRun)], credential: .absent)
    #expect(
      request.curl(to: endpoint, of: .swr)
        == "curl -sSi 'http://registry.example.com/v2/p/rows?status='"
        + #""$(printf %08192d | tr 0 a)""# + "''")
  }

  @Test func `an answer that repeats a token is known without showing it`() {
    let request = Probe.Request(path: "/v2/p/rows")
    func repeatsSecret(_ response: HTTPResponse) -> Bool? {
      let redacted = Redaction(for: .swr, secrets: ["s3cret-token", ""]).redacted(response)
      return Reading(redacted, to: request).response?.repeatsSecret
    }
    var inHeader = HTTPResponse(401, "{}")
    inHeader.headers["X-Echo"] = "Bearer s3cret-token"
    let inBody = HTTPResponse(401, #"{"error_msg":"s3cret-token is wrong"}"#)
    #expect(repeatsSecret(inBody) == true)
    #expect(repeatsSecret(HTTPResponse(401, Profile.swr.wrongToken)) == true)
    #expect(repeatsSecret(inHeader) == true)
    #expect(repeatsSecret(HTTPResponse(401, #"{"error_msg":"no"}"#)) == false)
  }
}
