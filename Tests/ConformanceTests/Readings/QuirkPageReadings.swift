// SPDX-License-Identifier: Apache-2.0
// Readings of the side that a server takes, by each sign that stands beside the rows.

import Conformance
import Contract
import Testing
import Wire

@Suite struct QuirkPageReadings {
  private static func paper(
    _ seen: Observable, _ words: [String] = ["expected"], marked: Bool = false, rows: Int = 33
  ) -> Paper {
    var paper = QuirkReadings.paper(seen, expects: words)
    paper.operation.paging = marked ? .paperMarkers : .paperOffsets
    if marked { paper.operation.parameters = Paper.marked.operation.parameters }
    paper.rows = Paper.rows(rows)
    return paper
  }

  static let pages: [TableRow] = [
    TableRow(
      "a root that is a number", on: paper(.root("total")),
      "passed: as-other other: number in 7 of 7 /total"),
    TableRow(
      "a root that is not there", on: paper(.root("count"), ["absent"]),
      "passed: as-table usual in 7 of 7 /count"),
    TableRow(
      "a root on one page", on: paper(.root("more"), ["absent"]),
      .at("limit=7&offset=14") { $0.replacing(#"{"total""#, #"{"more":"","total""#) },
      "passed: as-other other: empty in 1 of 7 /more"),
    TableRow(
      "a header field", on: paper(.header("x-request-id")),
      "passed: as-other other: present in 2 of 2"),
    TableRow(
      "no header field", on: paper(.header("Link"), ["absent"]),
      "passed: as-table usual in 2 of 2"),
    TableRow("a page", on: paper(.envelope), "passed: as-other other: page"),
    TableRow(
      "an array", on: paper(.envelope), .only("", gives: HTTPResponse(200, "[]")),
      "passed: as-other other: array"),
    TableRow(
      "a row", on: paper(.envelope), .only("", gives: HTTPResponse(200, #"{"id":1}"#)),
      "passed: as-other other: row"),
    TableRow(
      "something else", on: paper(.envelope), .only("", gives: HTTPResponse(200, "{}")),
      "passed: as-other other"),
    TableRow(
      "no JSON", on: paper(.envelope), .only("", gives: HTTPResponse(200, "")),
      "skipped: not observed"),
    TableRow(
      "an error", on: paper(.envelope), .only("", gives: .error(400)),
      "inconclusive: not served: the plain request was answered with status 400: SWR.400001 no"),
    TableRow("the size of one", on: paper(.defaultSize([8, 10])), "passed: as-other other: 8"),
    TableRow(
      "the size of the other", on: paper(.defaultSize([8, 10])),
      .only("", asks: { $0.but("limit", "10") }), "passed: as-other other: 10"),
    TableRow(
      "the size of neither", on: paper(.defaultSize([8, 10])),
      .only("", asks: { $0.but("limit", "9") }), "passed: as-other other: 9"),
    TableRow(
      "a size that tells nothing", on: paper(.defaultSize([40, 50])),
      .only("", asks: { $0.but("limit", "20") }), "passed: as-other other: 20"),
    TableRow(
      "a size that both explain",
      on: Paper(operation: paper(.defaultSize([8, 10])).operation, rows: Paper.rows(5)),
      "skipped: not observed"),
    TableRow(
      "no list without a limit", on: paper(.defaultSize([8, 10])),
      .only("", gives: HTTPResponse(200, "{}")), "skipped: not observed"),
    TableRow(
      "totals of the filter", on: paper(.totalUnderFilter),
      "passed: as-other other: filtered in 4 of 4"),
    TableRow(
      "totals of the list", on: paper(.totalUnderFilter),
      .edit(where: { $0["status"] != nil }) { $0.replacing(":11,", ":33,") },
      "passed: as-other other: all in 4 of 4"),
    TableRow(
      "other totals", on: paper(.totalUnderFilter, ["filtered"]),
      .at("status=Failed") { $0.replacing(":11,", ":12,") },
      "passed: as-other other: 12 in 1 of 4"),
    TableRow(
      "totals that are too small", on: paper(.totalUnderFilter, ["filtered"]),
      .at("status=Failed") { $0.replacing(":11,", ":10,") },
      "passed: as-other other: 10 in 1 of 4"),
    TableRow(
      "totals where a filter keeps every row",
      on: Paper(
        operation: paper(.totalUnderFilter).operation,
        rows: (0..<9).map { Paper.Row($0, "Succeed") }),
      "passed: as-other other: filtered in 3 of 3"),
    TableRow(
      "totals of a list that breaks off", on: paper(.totalUnderFilter, ["filtered"], rows: 99),
      .at("status=Failed&limit=20&offset=20", gives: .error(400)),
      "passed: as-table usual in 3 of 3"),
    TableRow(
      "a filter that keeps all", on: paper(.totalUnderFilter),
      .edit(where: { $0["status"] != nil }) { _ in HTTPResponse(200, "{}") },
      "skipped: not observed"),
    TableRow(
      "words of the filter", on: paper(.filteredWords),
      "passed: as-other other: same in 33 of 33 /rows/0/status"),
    TableRow(
      "another word under the filter", on: paper(.filteredWords, ["same"]),
      .at("status=Failed") { $0.row(0, #"{"id":1,"status":"Error"}"#) },
      "passed: as-other other in 1 of 33 /rows/0/status"),
    TableRow(
      "a number under the filter", on: paper(.filteredWords, ["same"]),
      .at("status=Failed") { $0.replacing(#""Failed""#, "1") },
      "passed: as-table usual in 22 of 22 /rows/0/status"),
    TableRow(
      "no marker on a short page", on: paper(.markerOnShortPage, marked: true),
      "passed: as-other other: none in 2 of 2"),
    TableRow(
      "a marker on a short page", on: paper(.markerOnShortPage, ["none"], marked: true),
      .at("limit=7&marker=m/7=") { $0.less() }, "passed: as-other other: marker in 1 of 3"),
    TableRow(
      "an empty page", on: paper(.markerOnShortPage, marked: true),
      .at("limit=7&marker=m/28=") { $0.rows() }, "passed: as-other other: none"),
  ]

  @Test(arguments: pages)
  func `a page shows a sign`(reading: TableRow) async { await reading.expect("quirks.q") }

  private static let far = paper(.status(of: .query([.init("limit", "5"), .init("offset", "99")])))
  private static let near = "limit=5&offset=99"
  private static let nobody = paper(.status(of: .unknown("name")))
  private static let absent = Deviation.edit(where: { $0.credential == .absent }) {
    $0.replaced(by: HTTPResponse(401, #"{"errors":[{"code":"A","message":"b"}]}"#))
  }

  private static func body(_ status: Int, _ text: String) -> Deviation {
    .at("limit=0", gives: HTTPResponse(status, text))
  }

  static let refusals: [TableRow] = [
    TableRow("an empty list", on: far, "passed: as-other other: 200 empty"),
    TableRow(
      "null in place of a list", on: far, .only(near) { $0.replacing("[\n\n]", "null") },
      "passed: as-other other: 200 null"),
    TableRow("rows", on: far, .only(near) { $0.rows("{}") }, "passed: as-other other: 200"),
    TableRow("a refusal", on: far, .only(near, gives: .error(400)), "passed: as-other other: 400"),
    TableRow(
      "a refusal with an empty list", on: far,
      .only(near, gives: HTTPResponse(404, #"{"rows":[]}"#)), "passed: as-other other: 404"),
    TableRow("an unknown name", on: nobody, "passed: as-other other: 404"),
    TableRow(
      "an unknown name that is known", on: nobody,
      .edit(where: { $0.path.contains("n-nobody-has-this") }) { _ in .error(403) },
      "passed: as-other other: 403"),
    TableRow(
      "the shape of every error", on: paper(.errorShape(of: .any)),
      "passed: as-other other: documented in 4 of 4"),
    TableRow(
      "the shape of one error", on: paper(.errorShape(of: .any), ["documented"]), absent,
      "passed: as-other other: harbor in 1 of 4"),
    TableRow(
      "the shape of the one error", on: paper(.errorShape(of: .unauthenticated)), absent,
      "passed: as-other other: harbor"),
    TableRow(
      "the shape of another error", on: paper(.errorShape(of: .unauthenticated)), body(400, "{}"),
      "passed: as-other other: documented"),
    TableRow(
      "the shape of a gateway", on: paper(.errorShape(of: .any), ["documented"]),
      body(400, #"{"error_code":"A","error_msg":"b","request_id":"c"}"#),
      "passed: as-other other: gateway in 1 of 4"),
    TableRow(
      "the shape with a list of errors", on: paper(.errorShape(of: .any), ["documented"]),
      body(400, #"{"error_code":"A","error_msg":"b","errors":[]}"#),
      "passed: as-other other: longer in 1 of 4"),
    TableRow(
      "the shape with details", on: paper(.errorShape(of: .any), ["documented"]),
      body(400, #"{"error_code":"A","error_msg":"b","details":[]}"#),
      "passed: as-other other: longer in 1 of 4"),
    TableRow(
      "the shape of the identity service", on: paper(.errorShape(of: .any), ["documented"]),
      body(400, #"{"error":{"code":"A","message":"b"}}"#),
      "passed: as-other other: identity in 1 of 4"),
    TableRow(
      "no error", on: paper(.errorShape(of: .unauthenticated)),
      .edit(where: { $0.credential == .absent }) { $0.replaced(by: HTTPResponse(200, "{}")) },
      "skipped: not observed"),
    TableRow(
      "asked too often", on: paper(.errorShape(of: .unauthenticated)),
      .edit(where: { $0.credential == .absent }) { $0.replaced(by: .error(429)) },
      "skipped: not observed"),
    TableRow(
      "the family of every code", on: paper(.errorCode), "passed: as-other other: SWR in 2 of 2"),
    TableRow(
      "the family of a longer code", on: paper(.errorCode, ["SWR"]),
      .at("limit=0", gives: .error(400, "SVCSTG.SWR.4000001")),
      "passed: as-other other: SVCSTG.SWR in 1 of 2"),
    TableRow(
      "the family of a number", on: paper(.errorCode, ["SWR"]),
      body(400, #"{"error_code":1,"error_msg":"b"}"#), "passed: as-other other in 1 of 2"),
    TableRow(
      "the family of the gateway", on: paper(.errorCode, ["SWR"]),
      .at("limit=0", gives: .error(400, "APIGW.0101")), "passed: as-other other: APIGW in 1 of 2"),
    TableRow("no code", on: paper(.errorCode, ["SWR"]), body(400, "{}"), "passed: as-table usual"),
    TableRow(
      "a code that begins like one", on: paper(.errorCode, ["SWR"]),
      .at("limit=0", gives: .error(400, "SWR400001")), "passed: as-other other in 1 of 2"),
    TableRow(
      "a member of errors", on: paper(.errorMember("error_msg")),
      "passed: as-other other: present in 4 of 4"),
    TableRow(
      "no member of errors", on: paper(.errorMember("more"), ["absent"]),
      "passed: as-table usual in 4 of 4"),
    TableRow(
      "a member of one error", on: paper(.errorMember("more"), ["absent"]),
      body(400, #"{"more":null}"#), "passed: as-other other: present in 1 of 4"),
    TableRow(
      "a member of an error 403", on: paper(.errorMember("more"), ["absent"]),
      body(403, #"{"more":null}"#), "passed: as-table usual in 3 of 3"),
  ]

  @Test(arguments: refusals)
  func `an error shows a sign`(reading: TableRow) async { await reading.expect("quirks.q") }

  /// Sides of which some share a sign, by the word that all rows have.
  private static func sides(_ word: String, _ other: String) -> Paper {
    let sides: [Side] = [
      .table("first", ["a", "x"]), .table("odd", ["o"], isRemarkable: true),
      .example("second", ["b", "x"]), .other("third", ["c"]),
    ]
    let quirk = Quirk.quirk(
      "q", section: "s", example: "b", holds: .must, "anything is good",
      seen: .observed(.field("status", .value), sides))
    return Paper(
      operation: .paper(quirks: [quirk]), rows: [.init(1, word), .init(2, other), .init(3, word)])
  }

  static let votes: [TableRow] = [
    TableRow(
      "the first side", on: sides("a", "a"), "passed: as-table first: a in 3 of 3 /rows/0/status"),
    TableRow(
      "a side of the table worth knowing", on: sides("a", "o"),
      "passed: as-table odd in 1 of 3 /rows/1/status; note /rows/1/status: /rows/1/status "
        + "is as the table: odd in 1 of 3"),
    TableRow(
      "the side of the example", on: sides("b", "a"),
      "passed: as-example second: b in 2 of 3 /rows/0/status; note /rows/0/status: "
        + "/rows/0/status is as the example: second: b in 2 of 3 ≠ anything is good"),
    TableRow(
      "the side that stands last wins", on: sides("b", "c"),
      "passed: as-other third in 1 of 3 /rows/1/status; note /rows/1/status: /rows/1/status "
        + "is as another source: third in 1 of 3 ← 'c'"),
    TableRow(
      "no side at all", on: sides("z", "c"),
      "passed: neither z in 2 of 3 /rows/0/status; note /rows/0/status: /rows/0/status is "
        + "as nobody says: z in 2 of 3 ← 'z'"),
    TableRow("a sign of two sides", on: sides("x", "x"), "skipped: not observed"),
    TableRow(
      "a sign of two sides and one of one", on: sides("x", "a"),
      "passed: as-table first: a /rows/1/status"),
    TableRow(
      "rows without a word",
      on: Paper(
        operation: sides("a", "a").operation, rows: [Paper.Row(status: "", json: #"{"id":1}"#)]),
      "skipped: not observed"),
    TableRow(
      "no rows", on: Paper(operation: sides("a", "a").operation, rows: []),
      "skipped: not observed"),
    TableRow(
      "a walk that is not let in", on: sides("a", "a"), .at("limit=20", gives: .error(401)),
      "inconclusive: not let in: status 401: SWR.400001 no"),
    TableRow(
      "a walk that breaks off", on: sides("a", "a"), .closes("limit=20"),
      "inconclusive: not reached: the connection was closed"),
  ]

  @Test(arguments: votes)
  func `signs become one vote, which breaks nothing`(reading: TableRow) async {
    await reading.expect("quirks.q")
  }
}
