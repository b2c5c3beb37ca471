// SPDX-License-Identifier: Apache-2.0
// What a registry on paper lists, by which contract, and how it answers when nothing is wrong.

import Conformance
import Contract
import SWRSpecs
import Wire

/// An operation and the rows that its list has.
struct Paper: Sendable {
  var operation: Contract.Operation
  var rows: [Row]
  /// The list that belongs to one of the rows.
  var beneath: [Paper] = []

  struct Row: Sendable {
    var status: String
    var json: String
  }

  static let path = "/v2/p/shelves/s0/names/n/boxes/7"
  static let facts = TargetFacts(
    of: .swr, endpoint: "http://paper.example.com",
    values: [
      .projectID: "p", .instanceID: "s0", .namespaceName: "n", .webhookPolicyID: "7",
      .otherInstanceID: "s9", .otherNamespaceName: "m", .foreignProjectID: "q",
    ], canSign: true)

  /// 33 rows, 20 on the largest page and 8 on one without a limit, in three states by turns.
  static let list = Paper(operation: .paper(), rows: rows(33))
  /// The same behind markers.
  static let marked = Paper(operation: .paper(.paperMarkers), rows: rows(33))

  /// The same where an offset has to be a multiple of limit, and with 10 rows without a limit.
  static let multiples = Paper(operation: .paper(.paperMultiples), rows: rows(33))

  /// The last one is of the same meaning as the one before, and no row has it.
  /// The same with at most 10 rows on a page, so that two walks ask for the same pages.
  static let small = Paper(operation: .paper(most: 10), rows: rows(33))

  static let words = ["Succeed", "Failed", "Pending", "Initialized"]

  static func rows(_ count: Int) -> [Row] { (0..<count).map { Row($0, words[$0 % 3]) } }

  func having(_ count: Int) -> Paper { Paper(operation: operation, rows: Self.rows(count)) }

  /// The list with other rows, from the first on.
  func having(_ rows: Row...) -> Paper {
    Paper(operation: operation, rows: rows + self.rows.dropFirst(rows.count))
  }
}

extension Paper.Row {
  init(_ id: Int, _ status: String) {
    self.init(status: status, json: #"{"id":\#(id),"status":"\#(status)"}"#)
  }

  /// The value of a member: the text of a string, the spelling of anything else.
  subscript(name: String) -> String {
    let value = (try? JSONDocument(parsing: Array(json.utf8)))?.root[name]
    return value.map { $0.string ?? $0.raw } ?? ""
  }
}

extension Paging {
  static let paperOffsets = Paging.offset(rows: "rows", total: "total", multiplesOfLimit: false)
  static let paperMultiples = Paging.offset(rows: "rows", total: "total", multiplesOfLimit: true)
  static let paperMarkers = Paging.marker(rows: "rows", next: "page.next")
}

extension Contract.Operation {
  /// A list with parameters of every kind in its path.
  static func paper(
    _ paging: Paging = .paperOffsets, most: Int = 20, filtered: Bool = true,
    fields: [Field] = [
      .field("id", .integer, .required, "is the row's number"),
      .field("status", .string, .expected, "is the row's state"),
    ],
    relations: [Relation] = [], quirks: [Quirk] = [], parameters: [Contract.Parameter] = []
  ) -> Contract.Operation {
    let size = if case .offset(_, true) = paging.style { 10 } else { 8 }
    let limit = Contract.Parameter.query(
      paging.size, .integer, default: size, range: 1...most, "is the most rows of one page")
    let turning: [Contract.Parameter] =
      switch paging.style {
      case .marker: [limit, .query("marker", .string, "is a marker of the page before")]
      case .offset:
        [limit, .query("offset", .integer, default: 0, range: 0...Int.max, "is the first row")]
      case .numbers:
        [limit, .query("page", .integer, default: 1, range: 1...Int.max, "is the page")]
      case .object: []
      }
    return Contract.Operation(
      "Paper", page: "paper.txt", "lists rows",
      path: "/v2/{project}/shelves/{shelf}/names/{name}/boxes/{box}",
      parameters: [
        .path("project", .string, fact: .projectID, "owns the rows"),
        .path("shelf", .string, fact: .instanceID, "is a shelf"),
        .path("name", .string, fact: .namespaceName, "is a name"),
        .path("box", .integer, fact: .webhookPolicyID, "is a box"),
      ] + turning + parameters
        + (filtered ? [.filter("status", by: "status", oneOf: Paper.words, "keeps a state")] : []),
      paging: paging,
      answers: [
        .ok("the rows", frame(paging, fields)),
        .error(400, "a parameter is not as documented", by: .badLimit),
        .error(401, "the caller is not known", by: .badToken),
        .error(403, "the caller has no right to the project", by: .foreignProject),
        .error(404, "the box is not there", by: .unknownResource),
        .error(500, "the server fails", by: .impossible),
      ],
      relations: relations, quirks: quirks)
  }

  private static func frame(_ paging: Paging, _ fields: [Field]) -> [Field] {
    guard !paging.isObject else { return fields }
    let rows = Field.field(
      "rows", .arrayOfObjects(fields), .required, null: .tolerated, "holds the rows")
    guard case .marker = paging.style else {
      guard case .field = paging.total else { return [rows] }
      return [.field("total", .integer, .required, "counts the rows"), rows]
    }
    let next = Field.field("next", .string, .optional, "leads to the next page")
    return [.field("page", .object([next]), .required, "says where to go on"), rows]
  }
}

// MARK: - Healthy answers

extension Paper {
  func answer(_ asked: Asked) -> HTTPResponse {
    var response = body(asked)
    response.headers["X-Request-Id"] = "request-\(asked.number)"
    return response
  }

  private func body(_ asked: Asked) -> HTTPResponse {
    if asked.credential != .own { return .error(401) }
    if asked.method != "GET" { return .error(405) }
    if asked.path.hasPrefix("/v2/q/") { return .error(403) }
    if asked.path != Self.path {
      return beneath.first { asked.path == $0.ownPath }?.page(asked) ?? .error(404)
    }
    return page(asked)
  }

  /// The path of a list that belongs to a row.
  private var ownPath: String {
    operation.path.filled { Self.facts[operation.parameter($0)!.fact!] } ?? ""
  }

  private func page(_ asked: Asked) -> HTTPResponse {
    for parameter in operation.requiredQuery where asked[parameter.name] == nil {
      return .error(400)
    }
    let paging = operation.paging
    guard !paging.isObject else { return HTTPResponse(200, rows[0].json) }
    let declared = operation.parameter(paging.size)!
    guard let limit = number(paging.size, declared.defaultValue!, declared.range!, asked),
      let kept = kept(asked),
      let start = start(asked, limit, kept.count)
    else { return .error(400) }
    let page = kept.dropFirst(start).prefix(limit)
    let end = start + page.count
    let rows = page.map(\.json).joined(separator: ",\n")
    let link = paging.leadsByLink && end < kept.count ? self.link(behind: asked) : nil
    guard case .marker = operation.paging.style else {
      switch paging.total {
      case .field: return HTTPResponse(200, "{\"total\":\(kept.count),\"rows\":[\n\(rows)\n]}")
      case .untold:
        return HTTPResponse(200, "{\"rows\":[\n\(rows)\n]}").header("Link", link)
      case .header(let name):
        return HTTPResponse(200, "{\"rows\":[\n\(rows)\n]}").header(name, "\(kept.count)")
          .header("Link", link)
      }
    }
    let next = end < kept.count ? #""next":"m/\#(end)=""# : ""
    return HTTPResponse(200, "{\"page\":{\(next)},\"rows\":[\n\(rows)\n]}")
  }

  /// The way to the page behind the one that is asked for by its number.
  private func link(behind asked: Asked) -> String {
    let next = (asked["page"].flatMap { Int($0) } ?? 1) + 1
    let query = asked.but("page", "\(next)").text
    return "<\(Self.path)?page_size=1&page=1>; rel=first, <\(Self.path)?\(query)>; rel=\"next\""
  }

  private func number(
    _ name: String, _ other: Int, _ range: ClosedRange<Int>, _ asked: Asked
  ) -> Int? {
    guard let text = asked[name] else { return other }
    guard asked.query.count(where: { $0.name == name }) == 1 else { return nil }
    return Int(text).flatMap { range.contains($0) ? $0 : nil }
  }

  private func start(_ asked: Asked, _ limit: Int, _ count: Int) -> Int? {
    if case .numbers(let first, _) = operation.paging.style {
      let page = number("page", first, first...Int.max, asked)
      return page.map { ($0 - first).multipliedReportingOverflow(by: limit) }
        .map { $0.overflow ? Int.max : $0.partialValue }
    }
    guard case .offset(_, let multiples) = operation.paging.style else {
      guard let marker = asked["marker"] else { return 0 }
      return (0..<count).first { marker == "m/\($0)=" }
    }
    let start = number("offset", 0, 0...Int.max, asked)
    return start.flatMap { multiples && $0 % limit > 0 ? nil : $0 }
  }

  private func kept(_ asked: Asked) -> [Row]? {
    let rows = sorted(asked).filter { row in
      operation.openFilters.allSatisfy { filter in
        guard let text = asked[filter.name] else { return true }
        let values = [filter.filters, filter.alternative].compactMap(\.self).map { row[$0] }
        return values.contains { filter.match == .part ? $0.contains(text) : $0 == text }
      }
    }
    guard let word = asked["status"], !operation.filters.isEmpty else { return rows }
    return Self.words.contains(word) ? rows.filter { $0.status == word } : nil
  }

  private func sorted(_ asked: Asked) -> [Row] {
    let order = operation.orders.first { order in
      order.query.allSatisfy { asked[$0.name] == $0.value }
    }
    guard let order else { return rows }
    let rows = rows.sorted { $0[order.field] < $1[order.field] }
    return order.isDescending ? rows.reversed() : rows
  }
}

extension HTTPResponse {
  /// A refusal in the documented shape.
  static func error(_ status: Int, _ code: String = "SWR.400001") -> HTTPResponse {
    HTTPResponse(status, #"{"error_code":"\#(code)","error_msg":"no"}"#)
  }

  /// Another answer under the same request id.
  func replaced(by other: HTTPResponse) -> HTTPResponse {
    var copy = other
    copy.headers["X-Request-Id"] = copy.headers["X-Request-Id"] ?? headers["X-Request-Id"]
    return copy
  }

  func replacing(_ text: String, _ other: String) -> HTTPResponse {
    var copy = self
    copy.body = Array(String(decoding: body, as: UTF8.self).replacing(text, with: other).utf8)
    return copy
  }

  func header(_ name: String, _ value: String?) -> HTTPResponse {
    var copy = self
    copy.headers[name] = value
    return copy
  }

  /// The page after its rows were edited, each of them JSON.
  func editing(_ edit: (inout [String]) -> Void) -> HTTPResponse {
    let lines = String(decoding: body, as: UTF8.self).split(separator: "\n")
    guard status == 200, lines.count >= 2 else { return self }
    var rows = lines.dropFirst().dropLast().map { $0.hasSuffix(",") ? "\($0.dropLast())" : "\($0)" }
    edit(&rows)
    var copy = self
    copy.body = Array(
      "\(lines[0])\n\(rows.joined(separator: ",\n"))\n\(lines[lines.count - 1])".utf8)
    return copy
  }

  func rows(_ rows: String...) -> HTTPResponse { editing { $0 = rows } }

  func more(_ row: String) -> HTTPResponse { editing { $0.append(row) } }

  func less() -> HTTPResponse { editing { _ = $0.popLast() } }

  func reversed() -> HTTPResponse { editing { $0.reverse() } }

  /// The page with another row, where it has so many.
  func row(_ place: Int, _ row: String) -> HTTPResponse {
    editing { if $0.indices.contains(place) { $0[place] = row } }
  }

  func without(_ place: Int) -> HTTPResponse {
    editing { if $0.indices.contains(place) { $0.remove(at: place) } }
  }

  func swapping(_ left: Int, _ right: Int) -> HTTPResponse {
    editing { if $0.indices.contains(right) { $0.swapAt(left, right) } }
  }
}
