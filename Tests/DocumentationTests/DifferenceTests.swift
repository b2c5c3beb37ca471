// SPDX-License-Identifier: Apache-2.0
// One thing changed on a page is one difference, by its key.

import Documentation
import Testing

@Suite struct DifferenceTests {
  @Test(arguments: [FixturePage.jobsInCells, .jobsInPipes, .jobsInHTML])
  func `a renamed field is that difference and no other`(page: FixturePage) throws {
    let found = try page.newDifferences(("resource_name", "resource_title"))
    #expect(found == ["field-renamed:200.jobs.resource_name:resource_title"])
  }

  @Test(arguments: [FixturePage.jobsInCells, .jobsInPipes, .jobsInHTML])
  func `an added word is that difference and no other`(page: FixturePage) throws {
    let found = try page.newDifferences((",Failed", ",Deleting,Failed"))
    #expect(found == ["word-added:query.status:Deleting"])
  }

  @Test func `a word that went is that difference and no other`() throws {
    let found = try FixturePage.gcInPipes.newDifferences(("MANUAL:手动,", ""))
    #expect(found == ["words-missing:200.tasks.job_kind"])
    let filter = try FixturePage.gcInPipes.newDifferences(("Pending:等待,", ""))
    #expect(
      filter == ["word-missing:query.status:Pending", "word-missing:200.tasks.job_status:Pending"])
  }

  @Test(arguments: [FixturePage.jobsInCells, .jobsInPipes, .jobsInHTML])
  func `a changed default is that difference and no other`(page: FixturePage) throws {
    #expect(try page.newDifferences(("默认为100", "默认为50")) == ["default:query.limit:50"])
  }

  @Test(
    arguments: [
      (FixturePage.gcInPipes, "最大值为100", "最大值为500", "maximum:query.limit:500"),
      (.gcInPipes, "最大值为5 ", "最大值为9 ", "maximum:200.tasks.job_parameters.workers:9"),
      (.gcInPipes, "| id | Integer", "| id | String", "type:200.tasks.id:String"),
      (.gcInPipes, "| limit | 否", "| limit | 是", "mandatory:query.limit:yes"),
      (.gcInPipes, "GET /v2", "POST /v2", "method:path:POST"),
      (.gcInPipes, "system/gc", "gc", "path:path:/v2/{project_id}/instances/{instance_id}/gc"),
      (.gcInPipes, "仅对白名单中的租户开放。", "无", "access:constraints"),
      (
        .replicationInLines, "a multiple of limit", "anything", "multiple-rule-missing:query.offset"
      ),
      (.replicationInLines, "maximum value is 100", "rest is free", "maximum-missing:query.limit"),
      (.replicationInLines, "Status code: 404", "Status code: 409", "status-missing:404"),
    ])
  func `each changed promise has a key of its own`(
    page: FixturePage, old: String, new: String, key: String
  ) throws {
    let found = try page.newDifferences((old, new))
    #expect(found.first == key)
    #expect(found.dropFirst().allSatisfy { $0.hasPrefix("status-added") }, "\(found)")
  }

  @Test(
    arguments: [
      ("path", "表1 路径参数", "表2"), ("query", "表2 Query参数", "请求参数"),
      ("header", "表3 请求Header参数", "响应参数"), ("404", "表9 响应Body参数", "状态码:500"),
      ("200.jobs", "表5 JobDetail", "状态码:400"), ("200", "表4 响应Body参数", "表5"),
    ])
  func `a table that went is that difference and no other`(
    table: String, start: String, end: String
  ) throws {
    let text = try FixturePage.jobsInCells.text()
    let from = try #require(text.firstRange(of: "\n" + start)?.lowerBound)
    let to = try #require(text[from...].firstRange(of: "\n" + end)?.lowerBound)
    let known = Set(try FixturePage.jobsInCells.review().keys(.difference))
    let found = try PageReview(of: String(text[..<from] + text[to...])).keys(.difference)
    #expect(found.filter { !known.contains($0) } == ["table-missing:\(table)"])
  }

  @Test func `a difference that the ledger lacks is unknown`() throws {
    let review = try FixturePage.jobsInCells.review([("默认为100", "默认为50")])
    #expect(review.entries.filter(\.isUnknown).map(\.finding.key) == ["default:query.limit:50"])
    #expect(review.hasUnknown)
  }

  @Test func `a difference names the line of its row`() throws {
    let edit = [("默认为100", "默认为50")]
    let review = try FixturePage.jobsInPipes.review(edit)
    let line = try #require(review.finding("default:query.limit:50")?.line)
    let lines = try FixturePage.jobsInPipes.text().split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[line - 1].hasPrefix("| limit |"))
  }
}
