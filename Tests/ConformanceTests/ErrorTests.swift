// SPDX-License-Identifier: Apache-2.0
// Errors in the shapes of every layer, and refusals that refuse too little or too much.

import Contract
import SWRSpecs
import Testing
import Wire

@testable import Conformance

@Suite struct ErrorBodyTests {
  typealias Row = (
    body: String, shape: String?, summary: String, outcome: Verdict.Outcome
  )

  static let shapes: [Row] = [
    (#"{"error_code":"SWR.400001","error_msg":"no"}"#, "documented", ": SWR.400001 no", .passed),
    (
      #"{"error_msg":"no","error_code":"APIGW.0301","request_id":"r"}"#, "documented",
      ": APIGW.0301 no", .passed
    ),
    (
      #"{"errors":[{"errorCode":"E","errorMessage":"m"}],"error_code":"SVCSTG.SWR.4030170","#
        + #""error_msg":"no","details":[]}"#, "documented", ": SVCSTG.SWR.4030170 no", .passed
    ),
    (#"{"error_code":"IAM.0101","error_msg":"no"}"#, "documented", ": IAM.0101 no", .passed),
    (#"{"error_code":"SWR.12","error_msg":"no"}"#, "documented", ": SWR.12 no", .warned),
    (#"{"error_code":"","error_msg":""}"#, "documented", ":  ", .warned),
    (#"{"error_code":400,"error_msg":"no"}"#, "documented", ": 400 no", .failed),
    (#"{"error_code":"SWR.400001"}"#, "documented", ": SWR.400001", .failed),
    (#"{"error_code":"SWR.400001","error_msg":null}"#, "documented", ": SWR.400001 null", .failed),
    (
      #"{"error_code":"SWR.400001","error_msg":"no","encoded_authorization_message":1}"#,
      "documented", ": SWR.400001 no", .failed
    ),
    (#"{"errors":[{"code":"NOT_FOUND","message":"no"}]}"#, "harbor", ": NOT_FOUND no", .warned),
    (#"{"errors":[{"errorCode":"E","errorMessage":"no"}]}"#, "harbor", ": E no", .warned),
    (#"{"error":{"code":404,"message":"no","title":"t"}}"#, "identity", ": 404 no", .warned),
    (#"{"errorCode":"E","errorMsg":"no"}"#, "plain", ": E no", .warned),
    (#"{"code":"E","message":"no"}"#, "plain", ": E no", .warned),
    (#"{"code":"E"}"#, nil, "", .failed), (#"{"errors":[]}"#, nil, "", .failed),
    (#"{"error":"no"}"#, nil, "", .failed), ("[]", nil, "", .failed),
    ("<html>", nil, "", .failed), ("", nil, "", .failed),
  ]

  @Test(arguments: shapes)
  func `an error has the shape of the layer that wrote it`(
    body: String, shape: String?, summary: String, outcome: Verdict.Outcome
  ) throws {
    let response = HTTPResponse(400, body)
    #expect(ErrorBody(response, by: Profile.swr.errors).shape?.name == shape)
    #expect(ErrorBody(response, by: Profile.swr.errors).summary == summary)
    #expect(try Check.errorShape.result(answering: response).verdict.outcome == outcome)
  }

  @Test func `a wrong type in an error is pointed at`() throws {
    let result = try Check.errorShape.result(
      answering: HTTPResponse(404, #"{"error_code":404,"error_msg":["no"]}"#))
    #expect(result.findings.map(\.pointer?.description) == ["/error_code", "/error_msg"])
    #expect(result.findings.map(\.received.token) == ["404", #"["no"]"#])
  }

  @Test(arguments: [414, 431])
  func `a front end that finds a request too long is warned for its shape`(status: Int) throws {
    let result = try Check.errorShape.result(answering: HTTPResponse(status, "<html>"))
    #expect(result.verdict.outcome == .warned)
  }
}

@Suite struct RefusalTests {
  typealias Row = (response: HTTPResponse, outcome: Verdict.Outcome)

  static let rows = HTTPResponse.rows(["1", "2"])
  static let serviceError = #"{"error_code":"SWR.400003","error_msg":"no such row"}"#

  static let callers: [Row] = [
    (HTTPResponse(401, "{}"), .passed), (HTTPResponse(403, "{}"), .failed),
    (HTTPResponse(404, "{}"), .failed), (HTTPResponse(500, "{}"), .failed), (rows, .failed),
    (HTTPResponse(429, "{}"), .inconclusive),
  ]

  @Test(arguments: callers)
  func `an unknown caller is answered with 401 and nothing else`(
    response: HTTPResponse, outcome: Verdict.Outcome
  ) throws {
    let check = Check.unknownCaller
    #expect(try check.result("no-token", answering: response).verdict.outcome == outcome)
    #expect(try check.result("wrong-token", answering: response).verdict.outcome == outcome)
  }

  @Test func `rows that are shown to nobody are counted`() throws {
    let result = try Check.unknownCaller.result("no-token", answering: Self.rows)
    #expect(
      result.findings.map(\.summary) == [
        "a request without a token is answered with status 200, with 2 rows"
      ])
    #expect(result.findings.first?.evidence?.repeatLines[0].contains("X-Auth-Token") == false)
  }

  static let foreigners: [Row] = [
    (HTTPResponse(403, "{}"), .passed), (HTTPResponse(403, #"{"rows":[{"id":1}]}"#), .failed),
    (HTTPResponse(404, "{}"), .warned),
    (HTTPResponse(401, "{}"), .warned), (HTTPResponse(400, "{}"), .failed), (rows, .failed),
  ]

  @Test(arguments: foreigners)
  func `another tenant's project is answered with 403`(
    response: HTTPResponse, outcome: Verdict.Outcome
  ) throws {
    let result = try Check.foreignProject.result("foreign-project", answering: response)
    #expect(result.verdict.outcome == outcome)
  }

  static let strangers: [Row] = [
    (HTTPResponse(404, "{}"), .passed), (HTTPResponse(403, "{}"), .warned),
    (HTTPResponse(400, serviceError), .warned), (HTTPResponse(400, "{}"), .failed),
    (HTTPResponse(500, "{}"), .failed), (HTTPResponse.rows([]), .failed), (rows, .failed),
  ]

  @Test(arguments: strangers)
  func `an unknown row is answered with 404, or 400 and a code of the service`(
    response: HTTPResponse, outcome: Verdict.Outcome
  ) throws {
    let result = try Check.unknownResource.result("unknown-row_id", answering: response)
    #expect(result.verdict.outcome == outcome)
  }

  static let limits: [Row] = [
    (HTTPResponse(400, "{}"), .passed), (HTTPResponse(422, "{}"), .warned), (rows, .warned),
    (HTTPResponse(401, "{}"), .inconclusive), (HTTPResponse(429, "{}"), .inconclusive),
    (HTTPResponse(500, "{}"), .failed), (HTTPResponse(200, "{}"), .failed),
    (HTTPResponse.rows(Array(repeating: "1", count: 100)), .warned),
    (HTTPResponse.rows(Array(repeating: "1", count: 101)), .failed),
  ]

  @Test(arguments: limits)
  func `a bad limit is refused with 400, and clamping it warns`(
    response: HTTPResponse, outcome: Verdict.Outcome
  ) throws {
    let result = try Check.badLimit.result("limit-too-large", answering: response)
    #expect(result.verdict.outcome == outcome)
  }
}
