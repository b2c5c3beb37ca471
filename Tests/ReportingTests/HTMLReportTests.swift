// SPDX-License-Identifier: Apache-2.0
// The page as a parser reads it: what it says, what it allows, and that no server writes markup.

import Conformance
import Contract
import Digests
import Testing
import Wire

@testable import Reporting

struct HTMLReportTests {
  private static func page(_ report: Report) -> String {
    HTMLReport(contract: "sha256:abc").text(of: report)
  }

  /// What a reader sees, without the style sheet and the script.
  private static func words(_ page: String) -> String {
    page.replacing(#/<(?<name>style|script)>(?s).*?</\k<name>>/#, with: "")
      .replacing(#/<[^>]*>/#, with: "")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }

  @Test(arguments: [Report.full, .hostile, .sample([])])
  func `every element is closed, and those within are closed first`(report: Report) {
    var open: [Substring] = []
    let page = Self.page(report).replacing(
      #/<(?<name>style|script)>(?s).*?</\k<name>>/#, with: "")
    for tag in page.matches(of: #/<(?<end>/?)(?<name>[a-z0-9]+)(?: [a-zA-Z0-9-]+="[^"<>]*")*>/#) {
      if ["br", "input", "link", "meta", "wbr"].contains(tag.output.name) { continue }
      if tag.output.end.isEmpty {
        open.append(tag.output.name)
      } else {
        #expect(open.popLast() == tag.output.name)
      }
    }
    #expect(open == [])
  }

  @Test func `what a server wrote is text, and no markup is anything but ours`() {
    let ours: Set = [
      "a", "article", "b", "body", "br", "button", "caption", "code", "dd", "details", "div", "dl",
      "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
      "head", "header", "html", "input", "label", "legend", "li", "link", "main", "mark", "meta",
      "nav", "ol", "p", "pre", "rect", "script", "section", "small", "span", "style", "summary",
      "svg", "table", "tbody", "td", "th", "thead", "title", "tr", "ul", "wbr",
    ]
    let page = Self.page(.hostile)
    let body = page.replacing(#/<script>(?s).*?</script>\n</body>/#, with: "")
    let names = page.matches(of: #/<\/?([a-zA-Z][^\s>]*)/#).map { String($0.output.1) }
    #expect(Set(names).subtracting(ours).isEmpty)
    #expect(page.matches(of: #/<script/#).count == 1)
    #expect(body.firstMatch(of: #/<[^>]* on[a-z]+=/#) == nil)
    #expect(Self.words(page).contains("]]> <script>alert(1)</script> &amp; ' \" </failure>"))
  }

  @Test func `the policy allows the style sheet and the script by their digests alone`() throws {
    let page = Self.page(.full)
    for name in ["style", "script"] {
      let inside = try #require(page.firstMatch(of: try Regex("<\(name)>((?s).*?)</\(name)>")))
      let text = try #require(inside.output[1].substring)
      let digest = Base64.encode(SHA256.digest(text.utf8))
      #expect(page.contains("\(name)-src &#39;sha256-\(digest)&#39;;"))
    }
    #expect(page.contains("content=\"default-src &#39;none&#39;; "))
    #expect(!page.contains("unsafe"))
    #expect(page.firstMatch(of: #/(?:src|action)=|href="(?!#|data:,)/#) == nil)
  }

  @Test func `the verdict is in the title, and what failed stands before the levels`() throws {
    let words = Self.words(Self.page(.full))
    #expect(words.contains("A case failed: http://127.0.0.1:8080 — swr-conformance"))
    let order = ["A case failed\n", "1 failed", "What failed", "Levels", "Show all"]
    let places = try order.map { try #require(words.firstRange(of: $0)).lowerBound }
    #expect(places == places.sorted())
  }

  @Test func `a finding shows its values, its clause, its location and its curl line`() {
    var finding = Finding.idIsText
    finding.evidence?.excerpt = .init(before: "[{\"id\":", highlight: "\"1004\"", after: "}]")
    finding.suppression = "known, until the spring"
    let page = Self.page(
      .sample([.sample("tasks.id", .shape, .passed(asserted: 34), [finding])]))
    let words = Self.words(page)
    #expect(page.contains("<div id=\"ListGcTasks.shape.tasks.id\">"))
    #expect(words.contains("received\nstring \"1004\"\n"))
    #expect(words.contains("page 2, bytes 118–123; 34 of 34 items"))
    #expect(words.contains("suppressed\nby the baseline: known, until the spring\n"))
    #expect(words.contains("[{\"id\":[\"1004\"]}]"))
    #expect(words.contains("Ask again\nCopy\ncurl -sS"))
    #expect(words.contains("1 finding is suppressed by the baseline"))
  }

  @Test func `a run that was stopped and its repetitions are told`() {
    var report = Report.full
    report.retries = 2
    report.isPartial = true
    report.notices = ["certificates were not verified"]
    let words = Self.words(Self.page(report))
    #expect(words.contains("71 requests (2 repeated)"))
    #expect(words.contains("this report is partial\ncertificates were not verified\n"))
  }

  @Test func `requests are told with the slowest first`() throws {
    var report = Report.full
    report.timings = [
      .init(request: .init(path: "/fast"), status: 200, seconds: 0.002, bytes: 10),
      .init(request: .init(path: "/lost"), status: nil, seconds: 1.5, bytes: 0),
    ]
    let words = Self.words(Self.page(report))
    #expect(words.contains("1.50 s together"))
    #expect(words.contains("1 without an answer"))
    let places = try ["GET /lost\nnone\n1500.0 ms\n", "GET /fast\n200\n2.0 ms\n"].map {
      try #require(words.firstRange(of: $0)).lowerBound
    }
    #expect(places == places.sorted())
  }

  @Test func `a control character within a body is spelled out, and a line stays a line`() {
    #expect(
      HTMLTree("pre", [:], HTMLTree.lines("a\u{1B}[31m\n::error::<b>")).document
        == "<!DOCTYPE html>\n<pre>a\\u{1B}[31m<br>::error::&lt;b&gt;</pre>\n")
  }
}
