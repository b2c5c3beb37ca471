// SPDX-License-Identifier: Apache-2.0
// Absence, null and names nobody documented: three things that look alike and are told apart.

import Contract
import Testing
import Wire

@testable import Conformance

@Suite struct FieldPresenceTests {
  typealias NullRow = (Field.Presence, Field.Nullability, Verdict.Outcome)

  static let nulls: [NullRow] = [
    (.required, .never, .failed), (.expected, .never, .warned), (.optional, .never, .skipped),
    (.required, .tolerated, .warned), (.expected, .tolerated, .warned),
    (.optional, .tolerated, .warned), (.expected, .allowed, .skipped),
    (.optional, .allowed, .skipped),
  ]

  @Test(arguments: nulls)
  func `null weighs what presence and nullability say`(
    presence: Field.Presence, null: Field.Nullability, outcome: Verdict.Outcome
  ) throws {
    let result = try Check.integerValue.result(
      "rows.value", of: .sample(.integer, presence, null: null), answering: .rows(["null"]))
    #expect(result.verdict.outcome == outcome)
  }

  @Test func `null that is allowed hides no wrong value beside it`() throws {
    let result = try Check.integerValue.result(
      "rows.value", of: .sample(.integer, .optional, null: .allowed),
      answering: .rows(["null", "1", "\"1\""]))
    #expect(result.verdict == .failed(asserted: 2))
    #expect(result.findings.map(\.pointer?.description) == ["/rows/2/value"])
  }

  @Test(arguments: [
    (Field.Presence.required, Verdict.Outcome.failed), (.expected, .warned),
  ])
  func `absence weighs what the presence says`(
    presence: Field.Presence, outcome: Verdict.Outcome
  ) throws {
    let absent = HTTPResponse(200, #"{"total":1,"rows":[{"id":1}]}"#)
    let result = try Check.requiredField.result(
      "rows.value.present", of: .sample(.integer, presence), answering: absent)
    #expect(result.verdict.outcome == outcome)
  }

  @Test func `null is there, so that only its type is at fault`() throws {
    let result = try Check.requiredField.result(
      "rows.value.present", answering: .rows(["null"]))
    #expect(result.verdict == .passed(asserted: 1))
  }

  @Test func `an optional field has no case for its presence`() {
    #expect(throws: Check.NoCase.self) {
      try Check.requiredField.result(
        "rows.value.present", of: .sample(.integer, .optional), answering: .rows(["1"]))
    }
  }

  @Test(arguments: [
    (
      "inside data", #"{"code":0,"data":{"rows":[]}}"#,
      "the document stands in /data, and not at the top"
    ),
    ("of another name", #"{"data":{"items":[]}}"#, "/rows is missing"),
    ("in another case", #"{"Rows":[]}"#, "/rows is missing, but Rows is there"),
  ])
  func `an envelope is told as one`(name: String, body: String, summary: String) throws {
    let result = try Check.requiredField.result(
      "rows.present", of: .sample(rows: []), answering: HTTPResponse(200, body))
    #expect(result.findings.map(\.summary) == [summary])
  }

  @Test(
    arguments: [
      ("policyId", "name in camelCase"), ("PolicyId", "name in PascalCase"),
      ("POLICY_ID", "name in upper case"), ("policyid", "name in one word"), ("policy__id", nil),
    ] as [(String, String?)])
  func `names in a style of their own are told by the style`(name: String, style: String?) throws {
    let operation = Contract.Operation.sample(rows: [
      .field("policy_id", .integer, .required, "is a number")
    ])
    let missing = try Check.requiredField.result(
      "rows.policy_id.present", of: operation,
      answering: HTTPResponse(200, #"{"rows":[{"\#(name)":1}]}"#))
    #expect(missing.findings.map(\.received.type) == [style])
    #expect(missing.findings.map(\.isOfSpelling) == [style != nil])
  }

  @Test(arguments: [
    (#"{"total":1,"rows":[{"creation_time":"2026-01-01T00:00:00Z"}]}"#, "creation_time"),
    (#"{"total":1,"rows":[{"creator":"somebody"}]}"#, nil),
    (#"{"total":1,"rows":[{"creator":"somebody","creating":"2026-01-01T00:00:00Z"}]}"#, "creating"),
    (#"{"total":1,"rows":[{"time":"2026-01-01T00:00:00Z"}]}"#, nil),
  ])
  func `a missing time names the one that stands for it`(body: String, name: String?) throws {
    let operation = Contract.Operation.sample(rows: [
      .field("created_at", .timestamp, .required, "is when it was made")
    ])
    let missing = try Check.requiredField.result(
      "rows.created_at.present", of: operation, answering: HTTPResponse(200, body))
    let there = name.map { ", but \($0) is there" } ?? ""
    #expect(missing.findings.map(\.summary) == ["/rows/0/created_at is missing\(there)"])
    #expect(
      missing.findings.map { "\($0.received)" } == [
        name.map { "\($0) instead" } ?? "no such member"
      ])
  }

  @Test func `a missing field names the one that looks like it`() throws {
    let operation = Contract.Operation.sample(rows: [
      .field("status_revision", .integer, .required, "counts changes")
    ])
    let answer = HTTPResponse(200, #"{"total":1,"rows":[{"StatusRevision":1}]}"#)
    let missing = try Check.requiredField.result(
      "rows.status_revision.present", of: operation, answering: answer)
    #expect(
      missing.findings.map(\.summary) == [
        "/rows/0/status_revision is missing, but StatusRevision is there"
      ])
    let extra = try Check.undocumentedField.result(of: operation, answering: answer)
    #expect(extra.verdict.outcome == .passed)
    #expect(extra.findings.map(\.severity) == [.note, .note])
    #expect(
      extra.findings.map(\.summary) == [
        "total is not in the documentation",
        "rows[].StatusRevision is not in the documentation; it differs from status_revision in "
          + "nothing but case and underscores",
      ])
  }

  @Test func `an undocumented field of 30 rows is one note`() throws {
    let result = try Check.undocumentedField.result(
      answering: .rows((0..<30).map(String.init)))
    let id = result.findings.first { $0.summary.hasPrefix("rows[].id") }
    #expect(id?.count == 30)
    #expect(id?.pointer?.description == "/rows/0/id")
  }

  @Test func `where nothing is JSON nothing is said of a field`() throws {
    let result = try Check.integerValue.result(
      "rows.value", answering: HTTPResponse(200, "<html>"))
    #expect(result.verdict == .inconclusive(.unreadable("no answer was JSON")))
  }
}

@Suite struct DocumentValueTests {
  typealias Row = (raw: String, forms: [Document.Form], outcome: Verdict.Outcome)

  static let documents: [Row] = [
    ("{}", [.object, .text], .passed), (#""{\"count\":1}""#, [.object, .text], .passed),
    ("\"\"", [.object, .text], .failed), ("\"name\"", [.object, .text], .failed),
    (#""{\"count\":""#, [.object, .text], .failed), ("[]", [.object, .text], .failed),
    ("1", [.object, .plain], .failed), ("null", [.object], .failed),
    ("\"name\"", [.plain, .text], .passed), (#""{\"count\":""#, [.plain, .text], .warned),
    ("{}", [.text, .plain], .failed), (#""{}""#, [.object], .failed),
    (#""[1]""#, [.object, .text], .failed),
  ]

  @Test(arguments: documents)
  func `a document has one of its accepted forms`(
    raw: String, forms: [Document.Form], outcome: Verdict.Outcome
  ) throws {
    let result = try Check.documentValue.result(of: raw, as: .document(Document([], as: forms)))
    #expect(result.verdict.outcome == outcome)
  }

  static let document = ValueType.document(
    Document([.field("count", .integer, .required, "counts")], as: [.object, .text]))

  @Test(arguments: [#"{"count":"3"}"#, #""{\"count\":\"3\"}""#])
  func `a field inside a document is judged in either form`(raw: String) throws {
    let answer = HTTPResponse.rows([raw])
    let result = try Check.integerValue.result(
      "rows.value.count", of: .sample(Self.document), answering: answer)
    #expect(result.verdict == .failed(asserted: 1))
    let finding = try #require(result.findings.first)
    #expect(finding.pointer?.description == "/rows/0/value/count")
    let bytes = try #require(finding.evidence?.bytes)
    let shown = String(decoding: answer.body[bytes], as: UTF8.self)
    #expect(shown == (raw.hasPrefix("{") ? #""3""# : raw), "text is shown whole")
  }

  @Test func `a field that the text of a document lacks is missing`() throws {
    let result = try Check.requiredField.result(
      "rows.value.count.present", of: .sample(Self.document),
      answering: .rows([#""{\"Count\":3}""#]))
    #expect(
      result.findings.map(\.summary) == ["/rows/0/value/count is missing, but Count is there"])
  }
}
