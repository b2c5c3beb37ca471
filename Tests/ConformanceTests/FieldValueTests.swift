// SPDX-License-Identifier: Apache-2.0
// Each check of a field's value, by tables of what may come over the wire and what is said of it.

import Contract
import Testing
import Wire

@testable import Conformance

@Suite struct FieldValueTests {
  typealias Row = (raw: String, outcome: Verdict.Outcome)

  static let integers: [Row] = [
    ("3", .passed), ("-0", .passed), ("9223372036854775807", .passed),
    ("-9223372036854775808", .passed),
    ("3.0", .failed), ("3e0", .failed), ("\"3\"", .failed), ("9223372036854775808", .failed),
    ("true", .failed), ("null", .failed), ("[3]", .failed),
  ]

  @Test(arguments: integers)
  func `an integer is an integer token within 64 bits`(raw: String, outcome: Verdict.Outcome)
    throws
  {
    #expect(try Check.integerValue.outcome(of: raw, as: .integer) == outcome)
  }

  @Test(arguments: [
    ("3.0", "is not written as a whole number; the contract says integer"),
    ("3e0", "is not written as a whole number; the contract says integer"),
    ("9223372036854775808", "does not fit 64 bits"),
    ("\"3\"", "is a string; the contract says integer"),
  ])
  func `a number that is no integer is told why`(raw: String, summary: String) throws {
    let result = try Check.integerValue.result(of: raw, as: .integer)
    #expect(result.findings.map(\.summary) == ["/rows/0/value \(summary)"])
    #expect(result.findings.map(\.received.token) == [raw])
  }

  @Test func `a value outside a range weighs what the range says`() throws {
    let check = Check.integerValue
    #expect(try check.outcome(of: "-1", as: .count) == .failed)
    #expect(try check.outcome(of: "0", as: .count) == .passed)
    #expect(try check.outcome(of: "6", as: .integer(usually: 1...5)) == .warned)
    #expect(try check.outcome(of: "5", as: .integer(usually: 1...5)) == .passed)
  }

  static let booleans: [Row] = [
    ("true", .passed), ("false", .passed), ("0", .failed), ("1", .failed), ("\"true\"", .failed),
    ("\"\"", .failed), ("null", .failed),
  ]

  @Test(arguments: booleans)
  func `a boolean is no number and no string`(raw: String, outcome: Verdict.Outcome) throws {
    #expect(try Check.booleanValue.outcome(of: raw, as: .boolean) == outcome)
  }

  static let words: [Row] = [
    ("\"MANUAL\"", .passed), ("\"M\\u0041NUAL\"", .passed), ("\"EVENT\"", .warned),
    ("\"manual\"", .failed), ("\"event\"", .failed), ("\"OTHER\"", .failed), ("\"\"", .failed),
    ("1", .failed), ("null", .failed),
  ]

  @Test(arguments: words)
  func `a word is told apart by case, and a tolerated one warns`(
    raw: String, outcome: Verdict.Outcome
  ) throws {
    let type = ValueType.oneOf(["MANUAL", "SCHEDULE"], tolerated: ["EVENT"])
    #expect(try Check.wordValue.outcome(of: raw, as: type) == outcome)
  }

  @Test func `a word in another case is told which word it is`() throws {
    let result = try Check.wordValue.result(of: "\"manual\"", as: .oneOf(["MANUAL"]))
    #expect(result.findings.map(\.summary) == ["/rows/0/value differs in case from MANUAL"])
  }

  static let strings: [Row] = [
    ("\"\"", .passed), ("\"text\"", .passed), ("1", .failed), ("{}", .failed), ("null", .failed),
  ]

  @Test(arguments: strings)
  func `a string is a string`(raw: String, outcome: Verdict.Outcome) throws {
    #expect(try Check.stringValue.outcome(of: raw, as: .string) == outcome)
  }

  @Test func `a form and a usual list weigh what they are declared to`() throws {
    let check = Check.stringValue
    #expect(try check.outcome(of: "\"\"", as: .string(.form(.nonEmpty, .must))) == .failed)
    #expect(try check.outcome(of: "\"x\"", as: .string(.form(.uuid, .should))) == .warned)
    let usual = ValueType.string(.usually(["A"], known: ["B"]))
    #expect(try check.outcome(of: "\"A\"", as: usual) == .passed)
    #expect(try check.outcome(of: "\"C\"", as: usual) == .warned)
    let known = try check.result(of: "\"B\"", as: usual)
    #expect(known.verdict == .passed(asserted: 1))
    #expect(known.findings.map(\.severity) == [.note])
  }

  static let fractions: [Row] = (0...10).map { digits in
    let fraction = digits == 0 ? "" : "." + String(repeating: "1", count: digits)
    return ("\"2024-05-17T08:30:00\(fraction)Z\"", digits > 9 ? .warned : .passed)
  }
  static let timestamps: [Row] =
    fractions + [
      ("\"0001-01-01T00:00:00Z\"", .passed), ("\"2024-02-29T00:00:00Z\"", .passed),
      ("\"2024-05-17T08:30:00+08:00\"", .passed), ("\"2024-05-17T08:30:00+00:00\"", .passed),
      ("\" 2024-05-17T08:30:00Z\"", .warned), ("\"2024-05-17T08:30:00Z \"", .warned),
      ("\"2024-05-17t08:30:00z\"", .warned),
      ("\"2024-05-17 08:30:00Z\"", .failed), ("\"2024-02-30T00:00:00Z\"", .failed),
      ("\"2023-02-29T00:00:00Z\"", .failed), ("\"2024-05-17T08:30:00\"", .failed),
      ("\"2024-05-17\"", .failed), ("\"\"", .failed), ("1715934600", .failed), ("null", .failed),
    ]

  @Test(arguments: timestamps)
  func `an instant is RFC 3339 in UTC with a date that exists`(
    raw: String, outcome: Verdict.Outcome
  ) throws {
    #expect(try Check.timestampValue.outcome(of: raw, as: .timestamp) == outcome)
  }

  @Test func `where null is tolerated an empty instant only warns`() throws {
    let operation = Contract.Operation.sample(.timestamp, null: .tolerated)
    let result = try Check.timestampValue.result(
      "rows.value", of: operation, answering: .rows(["\"\"", "null"]))
    #expect(result.verdict == .warned(asserted: 2))
    #expect(
      result.findings.map(\.summary) == [
        "/rows/0/value is empty", "/rows/1/value is null; the contract says string",
      ])
  }

  @Test func `a field that is no must is never failed by its type`() throws {
    let should = Contract.Operation.sample(.boolean, holds: .should)
    let note = Contract.Operation.sample(.boolean, holds: .note)
    let check = Check.booleanValue
    #expect(
      try check.result("rows.value", of: should, answering: .rows(["1"])).verdict.outcome
        == .warned)
    #expect(
      try check.result("rows.value", of: note, answering: .rows(["1"])).verdict.outcome == .passed)
  }
}

extension Check {
  /// What the check says of a required field with that raw value.
  func result(of raw: String, as type: ValueType) throws -> CaseResult {
    try result("rows.value", of: .sample(type), answering: .rows([raw]))
  }

  func outcome(of raw: String, as type: ValueType) throws -> Verdict.Outcome {
    try result(of: raw, as: type).verdict.outcome
  }
}
