// SPDX-License-Identifier: Apache-2.0
// Files that are no page of one of the operations, each with a clear reason.

import Contract
import Documentation
import SWRSpecs
import Testing

@Suite struct PageErrorTests {
  @Test func `a file that is too long is refused by its length`() {
    #expect(error(of: [UInt8](repeating: 0x41, count: DocumentationPage.byteLimit + 1)) == .tooLong)
  }

  @Test func `garbage is told with its first byte that is no text`() {
    #expect(error(of: Array("URI\n".utf8) + [0, 1, 2]) == .notText(4))
    #expect(error(of: Array("abc".utf8) + [0xC3, 0x28, 0x41]) == .notText(3))
    #expect(error(of: Array("abc".utf8) + [0xFF]) == .notText(3))
  }

  @Test(arguments: [
    "", "# Readme\n\nNothing of that sort.\n", "<html><body><p>Hello</body></html>",
  ])
  func `an unrelated page is told what it lacks`(text: String) {
    guard case .notAPage(let lacks) = error(of: Array(text.utf8)) else {
      Issue.record("not refused")
      return
    }
    #expect(lacks.count == 2)
  }

  @Test func `a page of an operation without a spec names those that have one`() throws {
    let text = try FixturePage.jobsInCells.text()
      .replacing("/v2/{project_id}/jobs", with: "/v2/{project_id}/quotas")
      .replacing("ListInstanceJobs", with: "ListQuotas")
    let found = error(of: Array(text.utf8))
    #expect(
      found
        == .unknownOperation("GET /v2/{project_id}/quotas", known: Catalog.operations.map(\.id)))
  }

  @Test func `markup that nobody closed is read all the same`() throws {
    let text = try FixturePage.jobsInHTML.text()
      .replacing("</td>", with: "").replacing("</tr>", with: "").replacing("</p>", with: "")
      .replacing("</body>", with: "").replacing("</html>", with: "")
    #expect(
      try PageReview(of: text).keys(.difference)
        == FixturePage.jobsInHTML.review().keys(.difference))
  }

  @Test(arguments: [
    "<", "<a", "<a href=\"", "<!--", "<script>", "&", "&#xD800;", "</p></p>", "<p/>",
  ])
  func `markup that breaks off is no page and no crash`(text: String) {
    #expect(error(of: Array(text.utf8)) != nil)
  }

  private func error(of bytes: [UInt8]) -> PageError? {
    do throws(PageError) {
      _ = try PageReview(
        of: DocumentationPage(bytes), named: "page", against: Catalog.operations, ledger: [:])
      return nil
    } catch {
      return error
    }
  }
}
