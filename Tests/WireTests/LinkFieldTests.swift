// SPDX-License-Identifier: Apache-2.0
// `Link` fields as RFC 8288 writes them, and what is none.

import Testing
import Wire

@Suite struct LinkFieldTests {
  static let next: [(value: String, target: String?)] = [
    (
      #"<https://example.com/TheBook/chapter2>; rel="next""#, "https://example.com/TheBook/chapter2"
    ),
    (#"</a>; rel="prev", </b?x=1,2>; rel="next""#, "/b?x=1,2"),
    ("<?page=2>;rel=next", "?page=2"),
    (#"</a> ; REL = "last NEXT" ; title="x""#, "/a"),
    (#"</a>; title="; rel=next, <b>; \"rel=next"; rel=help"#, nil),
    ("</a>; rel=help; rel=next", nil),
    ("</a>; anchor; rel=next", "/a"),
    ("</a>", nil),
    ("", nil),
    (",, </a>; rel=next ,", "/a"),
  ]

  @Test(arguments: next)
  func `the next one is found`(value: String, target: String?) throws {
    let field = try #require(LinkField(["Link": value]))
    #expect(field["next"]?.target == target)
  }

  @Test(
    arguments: ["/a; rel=next", "<a; rel=next", #"<a>; rel="next"#, "<a> rel=next", "<a>; rel=b c"])
  func `what is no link is told`(value: String) { #expect(LinkField(["Link": value]) == nil) }

  @Test func `fields of one name are one list`() throws {
    let field = try #require(
      LinkField(HTTPFields([.init("link", "<a>"), .init("LINK", "<b>; rel=x")])))
    #expect(field.links.map(\.target) == ["a", "b"])
  }
}
