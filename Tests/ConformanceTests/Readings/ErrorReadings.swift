// SPDX-License-Identifier: Apache-2.0
// Readings of errors in strange shapes, and of answers that give away too much.

import Conformance
import Contract
import Redaction
import SWRSpecs
import Testing
import Wire

@Suite struct ErrorReadings {
  private static let mark = Profile.swr.mark
  private static func says(_ body: String, _ status: Int = 400) -> Deviation {
    .at("limit=0", gives: HTTPResponse(status, body))
  }

  private static func code(_ code: String) -> Deviation {
    says(#"{"error_code":\#(code),"error_msg":"no"}"#)
  }

  static let shapes: [TableRow] = [
    TableRow("as documented", says(#"{"error_code":"SWR.400001","error_msg":"no"}"#), "passed"),
    TableRow(
      "with more members",
      says(#"{"error_code":"APIGW.0301","error_msg":"no","request_id":"r","errors":[]}"#),
      "passed"),
    TableRow(
      "with a reason in code",
      says(#"{"error_code":"IAM.0101","error_msg":"no","encoded_authorization_message":"x"}"#),
      "passed"),
    TableRow(
      "with null for a reason",
      says(#"{"error_code":"IAM.0101","error_msg":"no","encoded_authorization_message":null}"#),
      "passed"),
    TableRow(
      "with a number for a reason",
      says(#"{"error_code":"IAM.0101","error_msg":"no","encoded_authorization_message":1}"#),
      "failed: /encoded_authorization_message: encoded_authorization_message of an error is a "
        + "number"),
    TableRow(
      "in an array", says(#"[{"errorCode":"SVCSTG.SWR.4000001","errorMessage":"no","detail":""}]"#),
      "warned: an error has the shape of another layer of the service"),
    TableRow(
      "as documented, and in an array", says(#"[{"error_code":"SWR.400001","error_msg":"no"}]"#),
      "failed: an error of status 400 has neither error_code nor another known shape"),
    TableRow("a code of 6 digits", code("\"SWR.400001\""), "passed"),
    TableRow("a code of 7 digits", code("\"SWR.4000010\""), "passed"),
    TableRow(
      "a code of 5 digits", code("\"SWR.40000\""), "warned: error_code is not of a known family"),
    TableRow(
      "a code of 8 digits", code("\"SWR.40000100\""),
      "warned: error_code is not of a known family"),
    TableRow("a long code of 7 digits", code("\"SVCSTG.SWR.4030170\""), "passed"),
    TableRow(
      "a long code of 6 digits", code("\"SVCSTG.SWR.403017\""),
      "warned: error_code is not of a known family"),
    TableRow(
      "a code of letters", code("\"SWR.40000x\""), "warned: error_code is not of a known family"),
    TableRow("a code of the gateway", code("\"APIG.0301\""), "passed"),
    TableRow(
      "a code of the gateway with 5 digits", code("\"APIGW.03010\""),
      "warned: error_code is not of a known family"),
    TableRow(
      "a code of nobody", code("\"OBS.0001\""), "warned: error_code is not of a known family"),
    TableRow("an empty code", code("\"\""), "warned: error_code is not of a known family"),
    TableRow(
      "a number for a code", code("400"),
      "failed: /error_code: error_code of an error is a number"),
    TableRow("null for a code", code("null"), "failed: error_code is missing from an error"),
    TableRow(
      "no code", says(#"{"error_msg":"no"}"#), "failed: error_code is missing from an error"),
    TableRow(
      "no message", says(#"{"error_code":"SWR.400001"}"#),
      "failed: error_msg is missing from an error"),
    TableRow(
      "an empty message", says(#"{"error_code":"SWR.400001","error_msg":""}"#),
      "warned: error_msg of an error is empty"),
    TableRow(
      "a list for a message", says(#"{"error_code":"SWR.400001","error_msg":["no"]}"#),
      "failed: /error_msg: error_msg of an error is an array"),
    TableRow(
      "encoded twice", says(#""{\"error_code\":\"SWR.400001\",\"error_msg\":\"no\"}""#),
      "failed: an error of status 400 is a string that holds the document"),
    TableRow(
      "neither code nor message of a type", says(#"{"error_code":1,"error_msg":2}"#),
      "failed: /error_code: error_code of an error is a number; /error_msg: error_msg of an "
        + "error is a number"),
    TableRow(
      "of Harbor", says(#"{"errors":[{"code":"NOT_FOUND","message":"no"}]}"#),
      "warned: an error has the shape of another layer of the service"),
    TableRow(
      "of Harbor without a message", says(#"{"errors":[{"code":"NOT_FOUND"}]}"#),
      "failed: an error of status 400 has neither error_code nor another known shape"),
    TableRow(
      "of Harbor without errors", says(#"{"errors":[]}"#),
      "failed: an error of status 400 has neither error_code nor another known shape"),
    TableRow(
      "of the identity service", says(#"{"error":{"code":400,"message":"no"}}"#),
      "warned: an error has the shape of another layer of the service"),
    TableRow(
      "of an SDK", says(#"{"errorCode":"E","errorMsg":"no"}"#),
      "warned: an error has the shape of another layer of the service"),
    TableRow(
      "of another SDK", says(#"{"code":"E","message":"no"}"#),
      "warned: an error has the shape of another layer of the service"),
    TableRow(
      "a page", says("<html>"),
      "failed: an error of status 400 is not JSON, and so has no error_code"),
    TableRow(
      "nothing", says(""),
      "failed: an error of status 400 is not JSON, and so has no error_code"),
    TableRow(
      "a page for a long request", says("<html>", 414),
      "warned: an error of status 414 is not JSON, and so has no error_code"),
    TableRow(
      "a page for a long header", says("<html>", 431),
      "warned: an error of status 431 is not JSON, and so has no error_code"),
    TableRow(
      "a page for a large body", says("<html>", 413),
      "failed: an error of status 413 is not JSON, and so has no error_code"),
    TableRow(
      "a page for a failure", says("<html>", 500),
      "failed: an error of status 500 is not JSON, and so has no error_code"),
    TableRow("a page that is no error", says("<html>", 302), "passed"),
    TableRow(
      "of Harbor, to callers not known too",
      .edit(where: { $0.has("limit=0") || $0.credential == .absent }) {
        $0.replaced(by: HTTPResponse($0.status.code, #"{"errors":[{"code":"A","message":"b"}]}"#))
      },
      "warned: ×3: an error has the shape of another layer of the service"),
  ]

  @Test(arguments: shapes)
  func `an error has a code and a message`(reading: TableRow) async {
    await reading.expect("errors.error-shape", beside: "errors")
  }

  private static func type(_ type: String?) -> Deviation {
    .at("limit=0") { $0.header("Content-Type", type) }
  }

  static let types: [TableRow] = [
    TableRow("problem+json", type("application/problem+json"), "passed"),
    TableRow("text", type("text/plain"), "failed: Content-Type is text/plain"),
    TableRow("no type", type(nil), "failed: Content-Type is missing"),
    TableRow(
      "another charset", type("application/json; charset=GBK"),
      "warned: Content-Type names the charset gbk"),
    TableRow(
      "text for a long request", .at("limit=0", gives: HTTPResponse(status: 414)),
      "warned: Content-Type is missing"),
    TableRow(
      "text for an answer that is no error", .at("limit=0", gives: HTTPResponse(status: 302)),
      "passed"),
    TableRow(
      "text of a list", .at("offset=0") { $0.header("Content-Type", "text/plain") }, "passed"),
    TableRow(
      "text of two kinds",
      .edit(where: { $0.has("limit=0") || $0.credential == .absent }) {
        $0.header("Content-Type", $0.status == 401 ? "text/plain" : "text/html")
      },
      "failed: Content-Type is text/html; ×2: Content-Type is text/plain"),
  ]

  @Test(arguments: types)
  func `an error says that it is JSON`(reading: TableRow) async {
    await reading.expect("errors.error-content-type-json", beside: "errors")
  }

  static let tokens: [TableRow] = [
    TableRow(
      "in a list", .at("limit=20") { $0.replacing(#""Succeed""#, "\"\(Profile.swr.wrongToken)\"") },
      "failed: ×4: an answer repeats the token that it was sent"),
    TableRow(
      "in an error", says(#"{"error_msg":"\#(mark)"}"#),
      "failed: an answer repeats the token that it was sent"),
    TableRow(
      "in a header field", .at("limit=0") { $0.header("X-Echo", "it was \(mark)") },
      "failed: an answer repeats the token that it was sent"),
    TableRow("in part", says(#"{"error_msg":"\#(mark.dropLast())"}"#), "passed"),
  ]

  @Test(arguments: tokens)
  func `no answer repeats a token`(reading: TableRow) async {
    await reading.expect("errors.token-is-not-repeated", beside: "errors", "paging")
  }

  private static func text(_ text: String) -> Deviation {
    says(#"{"error_code":"SWR.400001","error_msg":"\#(text)"}"#)
  }

  static let traces: [TableRow] = [
    TableRow("of Go", text("goroutine 1 [running]"), "failed: an error shows a stack trace"),
    TableRow("of Go without a routine", text("panic: nil"), "failed: an error shows a stack trace"),
    TableRow("of a file of Go", text("main.go:12"), "failed: an error shows a stack trace"),
    TableRow("of Java", text(#"X\n\tat a.b.C"#), "failed: an error shows a stack trace"),
    TableRow(
      "of Java with blanks", text(#"X\n    at a.b.C"#), "failed: an error shows a stack trace"),
    TableRow(
      "of Java escaped twice", text(#"X\\tat a.b.C"#), "failed: an error shows a stack trace"),
    TableRow(
      "of Java with blanks escaped twice", text(#"X\\n    at a.b.C"#),
      "failed: an error shows a stack trace"),
    TableRow("of a file of Java", text("C.java:12"), "failed: an error shows a stack trace"),
    TableRow(
      "of a thread of Java", text("Exception in thread main"),
      "failed: an error shows a stack trace"),
    TableRow(
      "of Python", text("Traceback (most recent call last)"),
      "failed: an error shows a stack trace"),
    TableRow(
      "of a file of Python", text(#"File \"a.py\", line 3"#),
      "failed: an error shows a stack trace"),
    TableRow("of a file of Ruby", text("a.rb:12"), "failed: an error shows a stack trace"),
    TableRow(
      "by its name", text(#"Stack trace:\n#0 main"#), "failed: an error shows a stack trace"),
    TableRow("a word about traces", text("stack trace: disabled"), "passed"),
    TableRow(
      "in letters that are escaped", text(#"\u0067oroutine 1"#),
      "failed: an error shows a stack trace"),
    TableRow(
      "deep inside",
      says(#"{"error_code":"SWR.400001","error_msg":"no","errors":[{"a":["\u0067oroutine 1"]}]}"#),
      "failed: an error shows a stack trace"),
    TableRow("in text that is no JSON", says("panic: nil"), "failed: an error shows a stack trace"),
    TableRow(
      "of Java in text that is no JSON", says("X\n\tat a.b.C"),
      "failed: an error shows a stack trace"),
    TableRow(
      "of Java with blanks in text that is no JSON", says("X\n    at a.b.C"),
      "failed: an error shows a stack trace"),
    TableRow("in an answer that is no error", says("panic: nil", 302), "passed"),
    TableRow("in a list", .at("limit=20") { $0.replacing("Succeed", "panic: nil") }, "passed"),
    TableRow("of PHP", text("#0 /srv/a.php(7): f()"), "failed: an error shows a stack trace"),
    TableRow("of Rust", text("thread 'w' panicked at a"), "failed: an error shows a stack trace"),
    TableRow("of .NET", text("at A.B() in C:/a.cs:line 7"), "failed: an error shows a stack trace"),
    TableRow("a word like it", text("looked at goroutines"), "passed"),
    TableRow(
      "in two errors",
      .edit(where: { $0.has("limit=0") || $0.has("limit=-1") }) {
        $0.replacing(#""no""#, #""panic: nil""#)
      },
      "failed: ×2: an error shows a stack trace"),
  ]

  @Test(arguments: traces)
  func `no error shows a stack trace`(reading: TableRow) async {
    await reading.expect("errors.no-stack-trace", beside: "errors", "paging")
  }

  static let failures: [TableRow] = [
    TableRow(
      "500", .at("limit=0", gives: .error(500)), "failed: a request is answered with status 500"),
    TableRow(
      "500 twice",
      .edit(where: { $0.has("limit=0") || $0.has("limit=-1") }) { $0.replaced(by: .error(500)) },
      "failed: ×2: a request is answered with status 500"),
    TableRow(
      "599 and 505",
      Deviation { asked, healthy in
        asked.has("limit=0") ? .error(599) : asked.has("limit=-1") ? .error(505) : healthy(asked)
      },
      "failed: a request is answered with status 599; a request is answered with status 505"),
    TableRow(
      "503 to one request", .at("limit=0", gives: .error(503)),
      "failed: a request is answered with status 503"),
    TableRow(
      "503 to the plain request too", .at("", gives: .error(503)),
      "inconclusive: not reached: status 503, to the plain request too: SWR.400001 no; the "
        + "service behind the endpoint is away, try again later"),
    TableRow("499", .at("limit=0", gives: .error(499)), "passed"),
    TableRow("302", .at("limit=0", gives: HTTPResponse(302, "")), "passed"),
    TableRow(
      "501 to other methods", .edit(where: { $0.method != "GET" }) { $0.replaced(by: .error(501)) },
      "passed"),
    TableRow(
      "501 to a bad page", .at("limit=0", gives: .error(501)),
      "failed: a request is answered with status 501"),
    TableRow(
      "500 to other methods", .edit(where: { $0.method != "GET" }) { $0.replaced(by: .error(500)) },
      "failed: ×4: a request is answered with status 500"),
  ]

  @Test(arguments: failures)
  func `no answer is a 5xx`(reading: TableRow) async {
    await reading.expect("errors.no-server-error", beside: "errors")
  }

  private static func id(_ id: String?, where applies: @escaping @Sendable (Asked) -> Bool)
    -> Deviation
  {
    .edit(where: applies) { $0.header("X-Request-Id", id) }
  }

  static let ids: [TableRow] = [
    TableRow(
      "one for all", id("r", where: { _ in true }),
      "warned: ×53: X-Request-Id is that of another answer"),
    TableRow(
      "one for two without a query",
      id("r", where: { $0.text.isEmpty && ($0.credential == .absent || $0.method == "PUT") }),
      "warned: X-Request-Id is that of another answer"),
    TableRow(
      "one for two with a query", id("r", where: { $0.has("limit=0") || $0.has("limit=-1") }),
      "warned: X-Request-Id is that of another answer"),
    TableRow(
      "one for two pages",
      id("r", where: { $0.has("limit=7&offset=0") || $0.has("limit=7&offset=7") }),
      "warned: X-Request-Id is that of another answer"),
    TableRow(
      "none at all", id(nil, where: { _ in true }), "skipped: no answer carries X-Request-Id"),
    TableRow("none but for one", id(nil, where: { !$0.has("limit=0") }), "passed"),
  ]

  @Test(arguments: ids)
  func `no two answers have one id`(reading: TableRow) async {
    await reading.expect("errors.request-ids-differ", beside: "errors", "paging")
  }
}
