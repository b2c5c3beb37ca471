// SPDX-License-Identifier: Apache-2.0
// Readings of answers that are none, no JSON, or not said to be any.

import Conformance
import Testing
import Wire

@Suite struct AnswerReadings {
  static let statuses: [TableRow] = [
    TableRow(
      "206 without a limit", .only("") { $0.replaced(by: HTTPResponse(206, "{}")) },
      "failed: a documented request is answered with status 206"),
    TableRow(
      "400 on a page", .at("limit=7&offset=7", gives: .error(400)),
      "failed: a documented request is answered with status 400"),
    TableRow(
      "401 on a page", .at("limit=7&offset=7", gives: .error(401)),
      "inconclusive: not let in: status 401: SWR.400001 no"),
    TableRow(
      "400 on two walks",
      .edit(where: { $0.has("limit=7") || $0.has("limit=10") }) { $0.replaced(by: .error(400)) },
      "failed: ×2: a documented request is answered with status 400"),
    TableRow(
      "400 and 404",
      Deviation { asked, healthy in
        asked.has("limit=7") ? .error(400) : asked.has("limit=10") ? .error(404) : healthy(asked)
      },
      "failed: a documented request is answered with status 404; a documented request is "
        + "answered with status 400"),
    TableRow("400 to a single row", .at("limit=1", gives: .error(400)), "passed"),
    TableRow(
      "400 to a page of one row where markers lead on", on: .marked,
      .at("limit=1", gives: .error(400)),
      "failed: a documented request is answered with status 400"),
    TableRow("200 with nothing", .at("limit=7", gives: HTTPResponse(200, "")), "passed"),
    TableRow(
      "404 without a limit", .only("", gives: .error(404)),
      "failed: a documented request is answered with status 404"),
    TableRow(
      "403 without a limit", .only("", gives: .error(403)),
      "inconclusive: not let in: status 403: SWR.400001 no"),
    TableRow(
      "a connection that is closed", .closes("limit=7&offset=7"),
      "inconclusive: not reached: the connection was closed"),
  ]

  @Test(arguments: statuses)
  func `a request as documented is answered with 200`(reading: TableRow) async {
    await reading.expect("shape.status-200")
  }

  private static func type(_ type: String?, at parts: String = "") -> Deviation {
    .at(parts) { $0.header("Content-Type", type) }
  }

  static let types: [TableRow] = [
    TableRow("application/json", type("application/json"), "passed"),
    TableRow("in capitals", type("Application/JSON"), "passed"),
    TableRow("with a charset", type("application/json; charset=UTF-8"), "passed"),
    TableRow("with a charset without a hyphen", type("application/json;charset=utf8"), "passed"),
    TableRow(
      "with another charset", type("application/json; charset=ISO-8859-1"),
      "warned: ×31: Content-Type names the charset iso-8859-1"),
    TableRow(
      "with two other charsets",
      .edit(where: { $0.isPlain }) {
        $0.header(
          "Content-Type", "application/json;charset=\($0.body.count > 400 ? "gbk" : "big5")")
      },
      "warned: ×4: Content-Type names the charset gbk; ×27: Content-Type names the charset "
        + "big5"),
    TableRow("a type of its own", type("application/vnd.swr.v2+json"), "passed"),
    TableRow("given twice", type("application/json, application/json"), "passed"),
    TableRow(
      "given twice, once wrong", type("application/json, text/html"),
      "failed: ×31: Content-Type is application/json, text/html"),
    TableRow("empty", type(""), "failed: ×31: Content-Type is empty"),
    TableRow("a comma", type(","), "failed: ×31: Content-Type is ,"),
    TableRow("text/x+json", type("text/x+json"), "failed: ×31: Content-Type is text/x+json"),
    TableRow("text/json", type("text/json"), "failed: ×31: Content-Type is text/json"),
    TableRow(
      "application/xjson", type("application/xjson"),
      "failed: ×31: Content-Type is application/xjson"),
    TableRow(
      "application/jsonp", type("application/jsonp"),
      "failed: ×31: Content-Type is application/jsonp"),
    TableRow(
      "text/plain on one page", type("text/plain", at: "limit=7&offset=7"),
      "failed: Content-Type is text/plain"),
    TableRow(
      "text/plain for a single row", type("text/plain", at: "limit=1&offset=30"),
      "failed: Content-Type is text/plain"),
    TableRow(
      "text/plain under a filter", type("text/plain", at: "status=Failed"),
      "failed: Content-Type is text/plain"),
    TableRow(
      "text/plain of an error",
      .edit(where: { $0.credential == .absent }) { $0.header("Content-Type", "text/plain") },
      "passed"),
    TableRow("a comma in quotes", type(#"application/json; profile="a,b""#), "passed"),
    TableRow("no type", type(nil), "failed: ×31: Content-Type is missing"),
    TableRow(
      "no answer of status 200", .at("", gives: .error(400)),
      "inconclusive: not served: the plain request was answered with status 400: SWR.400001 no"),
  ]

  @Test(arguments: types)
  func `an answer says that it is JSON`(reading: TableRow) async {
    await reading.expect("shape.content-type-json")
  }

  private static func body(_ text: String) -> Deviation {
    .only("", gives: HTTPResponse(200, text))
  }

  static let bodies: [TableRow] = [
    TableRow(
      "a comma too much", body(#"{"a":1,}"#),
      "failed: the body is not JSON: trailing comma at byte 7"),
    TableRow(
      "a string that holds the object", body(#""{\"total\":33,\"rows\":[]}""#),
      "failed: the body is a string that holds the document; the contract says object"),
    TableRow(
      "a string that begins like one", body(#""{total""#),
      "failed: the body is a string; the contract says object"),
    TableRow(
      "two objects", body("{}{}"),
      "failed: the body is not JSON: bytes after the document at byte 2"),
    TableRow(
      "an empty body", body(""),
      "failed: the body is not JSON: empty input at byte 0 ← an empty body"),
    TableRow(
      "a page", body("<html>\n<body>"),
      "failed: the body is not JSON: value expected at byte 0 ← <html>␊<body>"),
    TableRow("an array", body("[]"), "failed: the body is an array; the contract says object"),
    TableRow("null", body("null"), "failed: the body is null; the contract says object"),
    TableRow(
      "a string", body("\"text\""),
      "failed: the body is a string; the contract says object"),
    TableRow(
      "a number and an array",
      .edit(where: { $0.has("limit=3") || $0.has("limit=1") }) {
        $0.replaced(by: HTTPResponse(200, $0.body.count > 99 ? "1" : "[]"))
      },
      "failed: the body is a number; the contract says object; ×2: the body is an array; the "
        + "contract says object"),
    TableRow(
      "two faults of one kind", .at("limit=1", gives: HTTPResponse(200, "{")),
      "failed: ×2: the body is not JSON: object is not closed at byte 1"),
    TableRow("an object", body("{}"), "passed"),
    TableRow("an error that is none", .at("limit=1", gives: HTTPResponse(400, "<html>")), "passed"),
    TableRow(
      "no answer of status 200", .at("", gives: .error(400)),
      "inconclusive: not served: the plain request was answered with status 400: SWR.400001 no"),
  ]

  @Test(arguments: bodies)
  func `a body is one JSON object`(reading: TableRow) async {
    await reading.expect("shape.well-formed-json")
  }

  static let twins: [TableRow] = [
    TableRow(
      "at the root", body(#"{"total":1,"total":1,"rows":[]}"#),
      "failed: /total: /total stands there more than once"),
    TableRow(
      "in a row", .only("") { $0.row(1, #"{"id":1,"id":1}"#) },
      "failed: /rows/1/id: /rows/1/id stands there more than once"),
    TableRow(
      "in a second row of an array in an array", body(#"{"a":[[{"x":1},{"x":1,"x":2}]]}"#),
      "failed: /a/0/1/x: /a/0/1/x stands there more than once"),
    TableRow(
      "three times", body(#"{"a":1,"a":1,"a":1}"#),
      "failed: /a ×2: /a stands there more than once"),
    TableRow(
      "written differently", body(#"{"a":1,"\u0061":1}"#),
      "failed: /a: /a stands there more than once"),
    TableRow("in another case", body(#"{"a":1,"A":1}"#), "passed"),
    TableRow("inside and outside", body(#"{"a":{"a":1}}"#), "passed"),
    TableRow(
      "in text", .only("") { $0.row(1, #"{"id":"{\"x\":1,\"x\":2}"}"#) },
      "warned: /rows/1/id: /rows/1/id holds an object in which 'x' stands more than once"),
    TableRow(
      "deep in text", .only("") { $0.row(1, #"{"id":"{\"a\":[{\"x\":1,\"x\":2}]}"}"#) },
      "warned: /rows/1/id/a/0: /rows/1/id/a/0 holds an object in which 'x' stands more than once"),
    TableRow(
      "of two names", body(#"{"a":1,"a":2,"b":1,"b":2}"#),
      "failed: /a: /a stands there more than once; /b: /b stands there more than once"),
    TableRow(
      "nothing is JSON", .at("", gives: HTTPResponse(200, "[")),
      "inconclusive: not readable: no answer was JSON"),
    TableRow(
      "only in an error", .at("limit=1", gives: HTTPResponse(400, #"{"a":1,"a":1}"#)), "passed"),
  ]

  @Test(arguments: twins)
  func `no object has one name twice`(reading: TableRow) async {
    await reading.expect("shape.unique-names")
  }

  static let halves: [TableRow] = [
    TableRow(
      "half a character", body(#"{"a":"\ud83d"}"#),
      "warned: a string has half of a surrogate pair"),
    TableRow(
      "half a character in a name", body(#"{"\udc00":1}"#),
      "warned: a string has half of a surrogate pair"),
    TableRow(
      "half a character in text that holds a document",
      .only("") { $0.row(1, #"{"id":1,"status":"{\"x\":\"\\ud83d\"}"}"#) },
      "warned: a string has half of a surrogate pair"),
    TableRow(
      "the same in two rows of two answers",
      .edit(where: { $0.has("limit=10") && $0["offset"] == "0" || $0.text.isEmpty }) {
        let half = #"{"id":1,"status":"{\"x\":\"\\ud83d\"}"}"#
        return $0.row(1, half).row(2, half)
      },
      "warned: ×2: a string has half of a surrogate pair"),
    TableRow("two halves", body(#"{"a":"\ud83d\ude00"}"#), "passed"),
    TableRow(
      "two halves the wrong way round", body(#"{"a":"\ude00\ud83d"}"#),
      "warned: a string has half of a surrogate pair"),
    TableRow(
      "half a character in two answers",
      .at("limit=1") { $0.replacing("Failed", #"\ud83d"#).replacing("Succeed", #"\ud83d"#) },
      "warned: ×2: a string has half of a surrogate pair"),
    TableRow(
      "nothing is JSON", .at("", gives: HTTPResponse(200, "[")),
      "inconclusive: not readable: no answer was JSON"),
  ]

  @Test(arguments: halves)
  func `no string has half of a character`(reading: TableRow) async {
    await reading.expect("shape.paired-surrogates")
  }

  static let ids: [TableRow] = [
    TableRow(
      "none in a list", .at("limit=7&offset=7") { $0.header("X-Request-Id", nil) },
      "warned: X-Request-Id is missing from an answer of status 200"),
    TableRow(
      "none in errors", .edit(where: { $0.credential != .own }) { $0.header("X-Request-Id", nil) },
      "warned: ×9: X-Request-Id is missing from an answer of status 401"),
    TableRow(
      "an empty one", .only("") { $0.header("X-Request-Id", "") },
      "warned: X-Request-Id is missing from an answer of status 200"),
    TableRow(
      "one twice",
      .only("") {
        var copy = $0
        copy.headers.append("X-Request-Id", $0.headers["X-Request-Id"] ?? "")
        return copy
      }, "passed"),
    TableRow(
      "two of them",
      .only("") {
        var copy = $0
        copy.headers.append("X-Request-Id", "another")
        return copy
      }, "warned: X-Request-Id names 2 requests in one answer ≠ one id"),
    TableRow(
      "none where a front end answers", .at("limit=0", gives: HTTPResponse(431, "")), "passed"),
    TableRow(
      "none where the length was refused",
      .at("limit=0") { $0.replaced(by: HTTPResponse(414, "")).header("X-Request-Id", nil) },
      "passed"),
    TableRow(
      "none where a body is too large",
      .at("limit=0") { $0.replaced(by: HTTPResponse(413, "")).header("X-Request-Id", nil) },
      "warned: X-Request-Id is missing from an answer of status 413"),
  ]

  @Test(arguments: ids)
  func `an answer has an id`(reading: TableRow) async {
    await reading.expect("shape.request-id", beside: "errors", "paging")
  }
}
