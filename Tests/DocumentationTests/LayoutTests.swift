// SPDX-License-Identifier: Apache-2.0
// The same content in every layout is the same operation.

import Documentation
import Testing

@Suite struct LayoutTests {
  @Test(arguments: FixturePage.allCases)
  func `every layout is read to the end and the ledger knows what is found`(
    page: FixturePage
  ) throws {
    let review = try page.review()
    #expect(review.keys(.layout) == [])
    #expect(review.entries.filter(\.isUnknown).map(\.finding.key) == [])
    #expect(review.page.responses.map(\.status) == [200, 400, 401, 403, 404, 500])
    #expect(review.page.statusCodes.map(\.value) == [200, 400, 401, 403, 404, 500])
  }

  @Test(arguments: PageWriter.Layout.allCases, PageWriter.Tongue.allCases)
  func `every layout is read in both languages`(
    layout: PageWriter.Layout, tongue: PageWriter.Tongue
  ) throws {
    let text = PageWriter(layout: layout, tongue: tongue).text
    let page = try DocumentedOperation(reading: DocumentationPage(Array(text.utf8)))
    #expect(page.layout == [])
    #expect(page.name == "ListInstanceJobs")
    #expect(page.language.rawValue == tongue.rawValue)
    #expect(page.parameters.map(\.placement) == [.path, .query, .query, .query, .header])
    let (status, limit) = (page.parameters[1].row.rules, page.parameters[3].row.rules)
    #expect(status.words == ["Creating", "Failed"])
    #expect([limit.defaultValue, limit.maximum.map(String.init)] == ["100", "100"])
    #expect(page.responses.map(\.status) == [200, 404])
    let fields = try #require(page.response(200)?.fields)
    #expect(fields.map(\.name) == ["jobs", "total"])
    #expect(fields[0].fields?.map(\.name) == ["id", "status", "reason"])
    #expect(page.response(404)?.fields?.map(\.name) == ["error_code", "error_msg"])
    #expect(page.statusCodes.map(\.value) == [200, 404])
    #expect(page.example?.text == PageWriter.example)
  }

  @Test(arguments: [FixturePage.jobsInPipes, .jobsInHTML])
  func `pipes and markup say what single cells say`(page: FixturePage) throws {
    let (cells, other) = (try FixturePage.jobsInCells.operation(), try page.operation())
    #expect(Rows(other) == Rows(cells))
    #expect(other.title.value == cells.title.value)
    #expect(other.name == "ListInstanceJobs")
    #expect(other.path.value == "/v2/{project_id}/jobs")
    #expect(other.example?.text == cells.example?.text)
    #expect(other.requestExample?.value == cells.requestExample?.value)
  }

  @Test func `a column that was lost leaves nothing but its own values open`() throws {
    let lost = try FixturePage.jobsInCells.operation().parameters.map(\.row.isMandatory)
    let kept = try FixturePage.jobsInPipes.operation().parameters.map(\.row.isMandatory)
    #expect(lost == [nil, nil, nil, nil, nil])
    #expect(kept == [true, false, false, false, true])
  }

  @Test func `a row has the rules of its prose`() throws {
    let page = try FixturePage.replicationInLines.operation()
    let offset = try #require(page.parameter("offset", in: .query)?.rules)
    let limit = try #require(page.parameter("limit", in: .query)?.rules)
    #expect(offset.defaultValue == "0")
    #expect(offset.isMultiple)
    #expect(offset.goesTogether)
    #expect(limit.defaultValue == "10")
    #expect(limit.maximum == 100)
    #expect(limit.minimum == nil)
    #expect(page.language == .english)
  }

  @Test func `objects take the table of their name or the next one`() throws {
    let gc = try FixturePage.gcInPipes.operation().response(200)?.fields
    let parameters = gc?.first { $0.name == "job_parameters" }
    #expect(parameters?.fields?.map(\.name).first == "delete_untagged")
    #expect(gc?.map(\.name).last == "update_time")
    let jobs = try FixturePage.jobsInCells.operation().response(200)?.fields
    #expect(jobs?.first?.fields?.count == 9)
  }

  @Test func `findings in markup stand on the lines of the file`() throws {
    let text = try FixturePage.jobsInHTML.text().split(
      separator: "\n", omittingEmptySubsequences: false)
    let review = try FixturePage.jobsInHTML.review()
    let row = try #require(review.finding("words-missing:200.jobs.type"))
    #expect(text[row.line - 1].contains("<td><p>type</p></td>"))
    let value = try #require(review.finding("empty:200.jobs.reason"))
    #expect(text[value.line - 1].contains("reason"))
  }

  @Test func `line ends of Windows and full-width marks change nothing`() throws {
    let cells = try FixturePage.jobsInCells.operation()
    let edited = try FixturePage.jobsInCells.text()
      .replacing("状态码:200", with: "状态码\u{FF1A}200").replacing(",默认", with: "\u{FF0C}默认")
      .replacing(",Failed", with: "\u{FF0C}Failed").replacing("\n", with: "\r\n")
    let other = try DocumentedOperation(reading: DocumentationPage(Array(edited.utf8)))
    #expect(other.parameters.map(\.row.rules) == cells.parameters.map(\.row.rules))
    #expect(other.responses == cells.responses)
  }

  /// All rows of a page without their lines.
  private struct Rows: Equatable {
    var rows: [[String]]

    init(_ page: DocumentedOperation) {
      rows =
        page.parameters.map { [$0.placement.rawValue] + Self.texts(of: $0.row) }
        + page.responses.flatMap { response in
          Self.flat(response.fields ?? []).map { ["\(response.status)"] + Self.texts(of: $0) }
        }
    }

    private static func flat(_ rows: [DocumentedOperation.Row]) -> [DocumentedOperation.Row] {
      rows.flatMap { [$0] + flat($0.fields ?? []) }
    }

    private static func texts(of row: DocumentedOperation.Row) -> [String] {
      let rules = row.rules
      return [row.name, row.type.text, rules.defaultValue ?? "", "\(rules.maximum ?? -1)"]
        + rules.words + [row.description.split(whereSeparator: \.isWhitespace).joined()]
    }
  }
}
