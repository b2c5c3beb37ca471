// SPDX-License-Identifier: Apache-2.0
// Writes one small page in every layout and both languages, so that none is read differently.

/// A page of instance jobs with all that a reader has to bind: tables, types, examples, codes.
struct PageWriter {
  enum Layout: String, CaseIterable {
    /// One cell a line, with blank lines and captions; the column of yes and no is lost.
    case cells
    /// One cell a line with a pipe behind it, and no captions.
    case lines
    case pipes
    case markup
  }

  enum Tongue: String, CaseIterable { case chinese, english }

  var layout: Layout
  var tongue: Tongue

  private func word(_ chinese: String, _ english: String) -> String {
    tongue == .chinese ? chinese : english
  }

  private var yes: String { word("是", "Yes") }
  private var no: String { word("否", "No") }

  var text: String {
    let body = (head + request + response + tail).joined(separator: "\n")
    return layout == .markup ? "<html><body>\(body)</body></html>" : body
  }

  private var head: [String] {
    [line(word("查询作业", "Querying Jobs")), line(word("功能介绍", "Function")), line("-")]
  }

  private var request: [String] {
    [line("URI"), line("GET /v2/{project_id}/jobs")]
      + table(1, word("路径参数", "Path parameters"), [["project_id", yes, "String", "A"]])
      + table(
        2, word("Query参数", "Query parameters"),
        [
          ["status", no, "String", word("可选Creating、Failed", "Options: Creating and Failed")],
          ["offset", no, "Integer", word("默认值为0", "The default value is 0.")],
          [
            "limit", no, "Integer",
            word("默认为100,最大值为100", "The default value is 100, the maximum value is 100."),
          ],
        ])
      + [line(word("请求参数", "Request Parameters"))]
      + table(
        3, word("请求Header参数", "Request header parameters"), [["X-Auth-Token", yes, "String", "B"]])
  }

  private var response: [String] {
    [line(word("响应参数", "Response Parameters")), line(status(200))]
      + table(
        4, "Body", [["jobs", "Array of JobDetail objects", "C"], ["total", "Integer", "D"]])
      + table(
        5, "JobDetail",
        [["id", "String", "E"], ["status", "String", "F"], ["reason", "String", "G"]])
      + [line(status(404))]
      + table(
        6, "Body",
        [["error_code", "String", word("错误码", "Error codes")], ["error_msg", "String", "H"]])
  }

  private var tail: [String] {
    [
      line(word("请求示例", "Example Requests")), line("GET https://{endpoint}/v2/{project_id}/jobs"),
      line(word("响应示例", "Example Responses")), line(status(200)), line(word("成功", "Done.")),
      layout == .markup ? "<pre>\(Self.example)</pre>" : Self.example,
      line(word("SDK代码示例", "SDK Sample Code")), line("class ListInstanceJobsSolution"),
      line(word("状态码", "Status Codes")),
    ]
      + table(
        [word("状态码", "Status Code"), word("描述", "Description")], [["200", "I"], ["404", "J"]])
      + [line(word("错误码", "Error Codes")), line("-")]
  }

  static let example = """
    {
      "total" : 1,
      "jobs" : [ { "id" : "a", "status" : "Failed", "reason" : "" } ]
    }
    """

  private func status(_ code: Int) -> String { word("状态码:\(code)", "Status code: \(code)") }

  private func line(_ text: String) -> String {
    switch layout {
    case .cells: text + "\n"
    case .lines, .pipes: text
    case .markup: "<p>\(text)"
    }
  }

  private func table(_ number: Int, _ caption: String, _ rows: [[String]]) -> [String] {
    let titles = [
      word("参数", "Parameter"), word("是否必选", "Mandatory"), word("参数类型", "Type"),
      word("描述", "Description"),
    ]
    let kept = rows[0].count == 4 ? titles : titles.filter { $0 != titles[1] }
    let over = word("表", "Table ") + "\(number) \(caption)"
    return (layout == .cells ? [line(over)] : []) + table(kept, rows)
  }

  private func table(_ titles: [String], _ rows: [[String]]) -> [String] {
    switch layout {
    case .cells:
      let lost = rows.map { row in row.count == 4 ? [row[0], row[2], row[3]] : row }
      return (titles + lost.joined()).map { $0 + "\n" }
    case .lines:
      let rule = titles.map { _ in "---" }.joined(separator: "|") + "|"
      return titles.map { $0 + " |" } + [rule] + rows.joined().map { $0 + " |" }
    case .pipes:
      let lines = [titles, titles.map { _ in "---" }] + rows
      return lines.map { "| " + $0.joined(separator: " | ") + " |" }
    case .markup:
      let cells = ([titles] + rows).map { $0.map { "<td>\($0)</td>" }.joined() }
      return ["<table>"] + cells.map { "<tr>\($0)</tr>" } + ["</table>"]
    }
  }
}
