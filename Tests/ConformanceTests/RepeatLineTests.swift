// SPDX-License-Identifier: Apache-2.0
// The line with which a person repeats a request: safe to paste, and without a secret.

import Contract
import Redaction
import SWRSpecs
import Testing
import Wire

@testable import Conformance

@Suite struct RepeatLineTests {
  private let facts = TargetFacts(of: .swr, endpoint: "http://registry.example.com", values: [:])
  private let signing = TargetFacts(
    of: .swr, endpoint: "http://registry.example.com", values: [:], canSign: true,
    reproduction: .init(options: ["--target", "my target.json", "--insecure"], suitsCurl: false))

  @Test func `the own token is a variable of the environment`() {
    let request = Probe.Request(path: "/v2/p/rows", query: [.init("limit", "10")])
    #expect(
      request.repeatLines(to: facts).joined()
        == #"curl -sSi -H "X-Auth-Token: $SWR_TOKEN" 'http://registry.example.com/v2/p/rows?limit=10'"#
    )
    #expect(request.line == "GET /v2/p/rows?limit=10")
  }

  @Test func `a request of a trace is repeated as it was sent`() throws {
    let trace = try #require(
      TraceContext(parent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"))
    var traced = facts
    traced.reproduction.trace = trace
    let request = Probe.Request(path: "/v2/p/rows", credential: .absent)
    let line = request.repeatLines(to: traced).joined()
    #expect(
      line == "curl -sSi -H 'traceparent: \(trace.value(for: "/v2/p/rows", as: .absent))' "
        + "'http://registry.example.com/v2/p/rows'")
    #expect(line.contains("traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-"))
  }

  @Test(arguments: [
    "", "00", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
    "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
    "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
    "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
    "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
    "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01",
  ])
  func `what is no traceparent is not taken for one`(_ text: String) {
    #expect(TraceContext(parent: text) == nil)
  }

  @Test func `every request has a span of its own, and a later version is read`() throws {
    let own = TraceContext()
    #expect(try #require(TraceContext(parent: own.value(for: "/"))).traceID == own.traceID)
    let values = [own.value(for: "/a"), own.value(for: "/b"), own.value(for: "/a", sent: 1)]
    #expect(Set(values).count == 3)
    let later = "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00-more"
    #expect(TraceContext(parent: later)?.flags == "00")
  }

  @Test func `no token and a wrong one are written out`() {
    let absent = Probe.Request(path: "/v2/p/rows", credential: .absent)
    #expect(
      absent.repeatLines(to: facts).joined() == "curl -sSi 'http://registry.example.com/v2/p/rows'")
    let wrong = Probe.Request(path: "/v2/p/rows", credential: .wrong)
    #expect(
      wrong.repeatLines(to: facts).joined()
        == "curl -sSi -H 'X-Auth-Token: \(Profile.swr.wrongToken)' "
        + "'http://registry.example.com/v2/p/rows'")
  }

  @Test func `a method other than GET is named`() {
    let request = Probe.Request(method: .delete, path: "/v2/p/rows", credential: .absent)
    #expect(
      request.repeatLines(to: facts).joined()
        == "curl -sSi -X DELETE 'http://registry.example.com/v2/p/rows'")
  }

  @Test func `a quote in the target does not end the word`() {
    let request = Probe.Request(
      path: "/v2/p/rows", query: [.init("status", encoded: "x'; echo $HOME #")],
      credential: .absent)
    #expect(
      request.repeatLines(to: facts).joined()
        == #"curl -sSi 'http://registry.example.com/v2/p/rows?status=x'\''; echo $HOME #'"#)
  }

  @Test func `a value of 8192 letters is a command that makes them`() {
    let request = Probe.Request(
      path: "/v2/p/rows", query: [.init("status", Probe.Request.longRun)], credential: .absent)
    #expect(
      request.repeatLines(to: facts).joined()
        == "curl -sSi 'http://registry.example.com/v2/p/rows?status='"
        + #""$(printf %08192d | tr 0 a)""# + "''")
  }

  @Test func `what curl cannot send is a line of the program, in the target's words`() {
    let request = Probe.Request(path: "/v2/p/rows", query: [.init("limit", "10")])
    #expect(
      request.repeatLines(to: signing) == [
        "swr-conformance request --target 'my target.json' --insecure '/v2/p/rows?limit=10'"
      ])
    let poser = Probe.Request(method: .post, path: "/v2/p/rows", credential: .outdated)
    let line = "swr-conformance request --as outdated --method POST '/v2/p/rows'"
    #expect(poser.repeatLines(to: facts) == [line], "no curl line can sign")
  }

  @Test func `two requests are two lines, or two words of one line where one mock answers both`() {
    let first = Probe.Request(path: "/v2/p/rows", query: [.init("limit", "10")])
    let second = Probe.Request(path: "/v2/p/rows", query: [.init("limit", "7")])
    #expect(first.repeatLines(to: facts, and: second).count == 2)
    #expect(
      first.repeatLines(to: signing, and: second).map { $0.suffix(43) } == [
        " '/v2/p/rows?limit=10' '/v2/p/rows?limit=7'"
      ])
    var other = second
    other.credential = .absent
    #expect(
      first.repeatLines(to: signing, and: other).map { $0.contains("--as absent") }
        == [false, true])
  }

  @Test func `wishes of the mock are the words that bend it so`() {
    let wishes = EmbeddedMock.Wishes(
      seed: 7, fault: "f", variants: ["v", "w"], quirks: ["q=side"], churn: 3)
    #expect(
      wishes.options.joined(separator: " ")
        == "--mock --seed 7 --fault f --churn 3 --variant v --variant w --quirk q=side")
    #expect(EmbeddedMock.Wishes().options == ["--mock"])
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
