// SPDX-License-Identifier: Apache-2.0
// What part of a body a finding shows, and that no secret is in it.

import Contract
import Testing
import Wire

@testable import Conformance

@Suite struct ExcerptTests {
  @Test func `the highlight stands between what is before and behind it`() throws {
    let excerpt = try #require(cut(#"{"id":"7","n":1}"#, around: 6..<9))
    #expect(excerpt == .init(before: #"{"id":"#, highlight: #""7""#, after: #","n":1}"#))
  }

  @Test func `a long body is cut on both sides, between characters`() throws {
    let body = String(repeating: "é", count: 500)
    let excerpt = try #require(cut(body, around: 501..<503))
    let texts = [excerpt.before, excerpt.after]
    #expect(texts.allSatisfy { $0.utf8.count <= 130 && $0.contains("…") })
    let whole = try #require(cut(body, around: 0..<1000))
    #expect(whole.highlight == String(repeating: "é", count: 120) + "…")
  }

  @Test func `a finding about no value shows the beginning of the body`() throws {
    let excerpt = try #require(cut("<html>", around: nil))
    #expect(excerpt == .init(before: "", highlight: "", after: "<html>"))
    #expect(cut("", around: 0..<1) == nil)
  }

  @Test func `a highlight behind the end is the end`() throws {
    let excerpt = try #require(cut("{", around: 1..<2))
    #expect(excerpt == .init(before: "{", highlight: "", after: ""))
  }

  @Test func `a request is timed from what came of it`() {
    let exchange = Exchange(
      request: .init(path: "/v2/p/jobs"), endpoint: "http://127.0.0.1:8080",
      result: .success(HTTPResponse(status: 404, body: [1, 2])), seconds: 0.25)
    let reader = OperationReader(.sample(), of: .sample)
    #expect(
      Report.Timing(Reading(of: exchange, reader, nil))
        == .init(
          operation: "Sample", request: .init(path: "/v2/p/jobs"), status: 404, seconds: 0.25,
          bytes: 2))
  }

  private func cut(_ body: String, around bytes: Range<Int>?) -> Finding.Excerpt? {
    Array(body.utf8).withUnsafeBufferPointer { Finding.Excerpt(of: $0, around: bytes) }
  }
}
