// SPDX-License-Identifier: Apache-2.0
// What a page says against itself, found without looking at a spec.

import Documentation
import Testing

@Suite struct ContradictionTests {
  typealias Edit = (page: FixturePage, old: String, new: String, key: String)

  static let edits: [Edit] = [
    (
      .jobsInCells, "\"status\" : \"Running\"", "\"status\" : \"running\"",
      "example-word:200.jobs.status:running"
    ),
    (.jobsInCells, "    \"type\" : \"CreateInstance\",\n", "", "example-lacks:200.jobs.type"),
    (.jobsInCells, "\"type\" :", "\"size\" : 1, \"type\" :", "example-adds:200.jobs.size"),
    (.jobsInCells, "\"total\" : 1", "\"total\" : \"1\"", "example-type:200.total"),
    (.jobsInCells, "\"total\" : 1", "\"total\" : 1.0", "example-type:200.total"),
    (
      .jobsInCells, "GET https://{endpoint}/v2/{project_id}/jobs", "GET https://{endpoint}/jobs",
      "request-example:path"
    ),
    (.jobsInCells, "作业的创建时刻", "实例的创建时刻", "description:200.jobs.created_at"),
    (.jobsInCells, "资源的标识", "资源名称", "description:200.jobs.resource_id"),
    (.jobsInCells, "project_id\n\nString", "project\n\nString", "gap-undescribed:path.project_id"),
    (
      .gcInPipes, "\"workers\":2", "\"workers\":7",
      "example-range:200.tasks.job_parameters.workers"
    ),
    (.gcInPipes, "eyJpZCI6N30=", "eyJpZCI6OH0=", "marker-elsewhere:200.page_info.next_marker"),
    (
      .gcInPipes, "是否只做演练", "是否只做演练,默认为true",
      "example-not-default:200.tasks.job_parameters.dry_run"
    ),
    (.gcInPipes, "| 404 | 不存在 |\n", "", "status-unlisted:404"),
    (
      .gcInPipes, "| 500 | 服务出错 |", "| 500 | 服务出错 |\n| 503 | 忙 |",
      "status-without-response:503"
    ),
    (.replicationInLines, "Listing Tasks", "Listing Images", "title:page"),
    (.replicationInLines, "Number of the task.", "Job ID.", "description:200.tasks.id"),
  ]

  @Test(arguments: edits)
  func `each contradiction is found`(edit: Edit) throws {
    #expect(try edit.page.review().finding(edit.key) == nil)
    let review = try edit.page.review([(edit.old, edit.new)])
    #expect(review.finding(edit.key)?.kind == .contradiction)
  }

  @Test func `a broken example is told with its byte, its line and the likely repair`() throws {
    let review = try FixturePage.gcInPipes.review()
    let finding = try #require(review.finding("example-not-json:200"))
    #expect(
      finding.description
        == "the example is no JSON: comma or } expected at byte 185; without the \" at byte 185 it is JSON"
    )
    let lines = try FixturePage.gcInPipes.text().split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[finding.line - 1].contains("job_parameters"))
  }

  @Test func `fields that a string swallowed are told with the spot`() throws {
    let page = try FixturePage.replicationInLines.operation()
    let example = Array(try #require(page.example).text.utf8)
    let review = try FixturePage.replicationInLines.review()
    for name in ["dst_resource", "operation"] {
      let description = try #require(review.finding("swallowed:200.tasks.\(name)")?.description)
      let offset = try #require(
        description.split(separator: " ").lazy.compactMap { Int($0) }.first)
      #expect(
        String(decoding: example[offset...].prefix(name.count + 2), as: UTF8.self)
          == "\\\"\(name)")
    }
    #expect(review.finding("text-not-json:200.tasks.src_resource") != nil)
  }

  @Test func `a healthy example is not spoken against`() throws {
    let review = try FixturePage.jobsInCells.review()
    #expect(
      review.keys(.contradiction).allSatisfy { $0.hasPrefix("together-with-default") },
      "\(review.keys(.contradiction))")
  }

  @Test func `pages that are read together are compared with each other`() throws {
    let reviews = try [FixturePage.jobsInCells, .gcInPipes].map { try $0.review() }
    let told = PageReview.acrossPages(reviews, ledger: [:]).map(\.finding.key)
    #expect(told.contains("differs:default-limit"))
    #expect(told.contains("differs:paging"))
    #expect(!told.contains("differs:language"))
    #expect(PageReview.acrossPages([reviews[0]], ledger: [:]) == [])
  }
}
