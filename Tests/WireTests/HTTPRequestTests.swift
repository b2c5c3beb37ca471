// SPDX-License-Identifier: Apache-2.0
// The target of a request, taken apart without decoding.

import Testing
import Wire

@Suite struct HTTPRequestTests {
  @Test func `the query is the pairs behind the first question mark`() {
    let request = HTTPRequest(target: "/v2/p%20q?limit=10&marker=a%3D%3D&flag&empty=&x=1=2?3")
    #expect(request.path == "/v2/p%20q")
    #expect(request.query.map(\.name) == ["limit", "marker", "flag", "empty", "x"])
    #expect(request.query.map(\.value) == ["10", "a%3D%3D", nil, "", "1=2?3"])
  }

  @Test func `a target without a question mark has no query`() {
    let request = HTTPRequest(target: "/v2")
    #expect(request.path == "/v2")
    #expect(request.query.isEmpty)
    #expect(HTTPRequest(target: "/v2?").query.isEmpty)
  }

  @Test func `a mark before a combining character still divides`() {
    let request = HTTPRequest(target: "/a?\u{301}=\u{301}")
    #expect(request.path == "/a")
    #expect(request.query.map(\.name) == ["\u{301}"])
    #expect(request.query.map(\.value) == ["\u{301}"])
  }
}
