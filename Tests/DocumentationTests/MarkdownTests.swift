// SPDX-License-Identifier: Apache-2.0
// Pages in the forms of Markdown that vendors publish say what the same pages in plain text say.

import Contract
import Foundation
import SWRSpecs
import Testing

@testable import Documentation

@Suite struct MarkdownTests {
  private static let jobs = [
    "jobs_headings_bold_status", "jobs_setext_status_headings", "jobs_html_tables",
    "jobs_front_matter_zh", "jobs_heading_for_each_table", "jobs_numbered_headings",
  ]

  @Test(arguments: jobs)
  func `every form is read to the end and contradicts nothing`(name: String) throws {
    let review = try PageReview(of: Self.text(name))
    #expect(review.operation.id == "ListInstanceJobs")
    #expect(review.keys(.layout) == [])
    #expect(review.keys(.contradiction) == [])
    let page = review.page
    #expect(page.parameters.map(\.placement) == [.path, .query, .query, .query, .header])
    #expect(
      page.parameters.map(\.row.name)
        == ["project_id", "status", "offset", "limit", "X-Auth-Token"])
    #expect(page.parameters.map(\.row.isMandatory) == [true, false, false, false, true])
    #expect(page.parameters[1].row.rules.words == ["Creating", "Failed"])
    #expect(page.parameters[2].row.rules.defaultValue == "0")
    let limit = page.parameters[3].row.rules
    #expect([limit.defaultValue, limit.maximum.map(String.init)] == ["100", "100"])
    #expect(page.responses.map(\.status) == [200, 404])
    let fields = try #require(page.response(200)?.fields)
    #expect(fields.map(\.name) == ["jobs", "total"])
    #expect(fields[0].type.text == "Array of JobDetail objects")
    #expect(fields[0].fields?.map(\.name) == ["id", "status", "created_at"])
    #expect(page.response(404)?.fields?.map(\.name) == ["error_code", "error_msg"])
    #expect(page.statusCodes.map(\.value) == [200, 404])
    #expect(page.example?.text == Self.example)
    #expect(page.language == (name.hasSuffix("_zh") ? .chinese : .english))
  }

  @Test(arguments: [
    ("jobs_headings_bold_status", "Listing Jobs - ListInstanceJobs", 1),
    ("jobs_setext_status_headings", "Listing Jobs", 1), ("jobs_html_tables", "Listing Jobs", 2),
    ("jobs_front_matter_zh", "查询作业列表", 2), ("jobs_heading_for_each_table", "List jobs", 1),
  ])
  func `the title is the heading of the first level`(name: String, title: String, line: Int) throws
  {
    let page = try Self.operation(name)
    #expect(page.title == Stated(title, line: line))
  }

  @Test(arguments: [
    ("quotas", "GET /v2/{project_id}/quotas", ["type", "used"]),
    ("registries", "GET /v2/{project_id}/instances/{instance_id}/registries", ["id", "name"]),
    (
      "sign_policies",
      "GET /v2/{project_id}/instances/{instance_id}/namespaces/{namespace_name}/signature/policies",
      ["id", "enabled"]
    ),
    ("domains", "GET /v2/{project_id}/instances/{instance_id}/domainname", ["uid", "type"]),
  ])
  func `an operation without a spec is read and named`(
    name: String, request: String, fields: [String]
  ) throws {
    let page = try Self.operation(name)
    #expect("\(page.method) \(page.path.value)" == request)
    #expect(page.layout == [])
    #expect(PageReading(page).findings.filter { $0.kind == .contradiction }.map(\.key) == [])
    #expect(page.response(200)?.fields?.first?.fields?.map(\.name) == fields)
    let error = #expect(throws: PageError.self) { try PageReview(of: Self.text(name)) }
    #expect(
      error?.description.hasPrefix("describes \(request), for which there is no spec") == true)
  }

  @Test(arguments: jobs)
  func `a contradiction is found in every form`(name: String) throws {
    let text = try Self.text(name)
    let edited = text.replacing(#""total" : 1"#, with: #""total" : "1""#)
    #expect(edited != text)
    #expect(try PageReview(of: edited).keys(.contradiction) == ["example-type:200.total"])
  }

  @Test func `findings stand on the lines of the file`() throws {
    let text = try Self.text("jobs_html_tables")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let page = try Self.operation("jobs_html_tables")
    let total = try #require(page.response(200)?.fields?.last)
    #expect(lines[total.line - 1].contains("<p>total</p>"))
    #expect(page.example.map { lines[$0.line - 1] } == "{")
  }

  @Test func `marks within an example stay`() throws {
    let body = #"{"a": "**b** `c` [d](e) \\_ <p>"}"#
    let text = try Self.text("jobs_numbered_headings").replacing(Self.example, with: body)
    #expect(try DocumentedOperation(reading: .init(Array(text.utf8))).example?.text == body)
    let bare = text.replacing("```\n", with: "")
    #expect(try DocumentedOperation(reading: .init(Array(bare.utf8))).example?.text == body)
  }

  private static let example = """
    {
      "jobs" : [ {
        "id" : "36db6911-40f9-11f0-b044-0255ac1b69bb",
        "status" : "Failed",
        "created_at" : "2025-11-03T07:56:38Z"
      } ],
      "total" : 1
    }
    """

  private static func text(_ name: String) throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/pages/markdown")
    return try String(contentsOf: folder.appending(path: "\(name).md"), encoding: .utf8)
  }

  private static func operation(_ name: String) throws -> DocumentedOperation {
    try DocumentedOperation(reading: DocumentationPage(Array(text(name).utf8)))
  }
}
