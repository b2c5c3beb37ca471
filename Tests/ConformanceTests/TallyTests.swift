// SPDX-License-Identifier: Apache-2.0
// How observations become one quirk result, where rows agree, differ, or show nothing.

import Contract
import Testing
import Wire

@testable import Conformance

@Suite struct TallyTests {
  static let quirk = Quirk.quirk(
    "odd", section: "s", table: "a word", example: "another word", others: [.sdk("a third")],
    holds: .note, "any word is good",
    seen: .observed(
      .field("value", .value),
      [.table("one", ["a", "x"]), .example("two", ["b", "x"]), .other("three", ["c"])]))

  static let tallies:
    [(signs: [String], outcome: QuirkResult.Outcome, side: String?, saw: String)] = [
      (["a", "a"], .asTable, "one", "one: a in 2 of 2"),
      (["a", "b"], .asExample, "two", "two: b in 1 of 2"),
      (["b", "c", "a"], .asOther, "three", "three in 1 of 3"),
      (["c", "z"], .neither, nil, "z in 1 of 2"),
      (["x", "a"], .asTable, "one", "one: a"),
      (["x"], .notObserved, nil, "nothing to tell by"),
      (["absent"], .notObserved, nil, "nothing to tell by"),
      ([], .notObserved, nil, "nothing to tell by"),
    ]

  @Test(arguments: tallies.indices)
  func `the side that stands last wins, and what is on no side over all`(index: Int) {
    let row = Self.tallies[index]
    let location = BodyLocation(Reading(.rows([])))
    let quirkResult = Tally(
      of: Self.quirk, operation: "Sample", row.signs.map { Observation($0, at: location) }
    ).quirkResult
    #expect(quirkResult.outcome == row.outcome)
    #expect(quirkResult.side == row.side)
    #expect(quirkResult.saw == row.saw)
    #expect(quirkResult.isRemarkable == ![.asTable, .notObserved].contains(row.outcome))
  }

  @Test func `what no side has goes to the side that takes anything`() {
    let quirk = Quirk.quirk(
      "odd", section: "s", table: "t", holds: .note, "any word is good",
      seen: .observed(
        .field("value", .value), [.table("one", ["a"]), .table("any", [Side.anything])]))
    let observations = ["a", "z"].map { Observation($0, at: BodyLocation(Reading(.rows([])))) }
    #expect(Tally(of: quirk, operation: "Sample", observations).quirkResult.side == "any")
  }

  @Test(arguments: [
    (#""""#, "empty"), (#""{\"a\":1}""#, "text"), (#""{\"a\":""#, "broken-text"),
    (#""{\"a\":1}\"""#, "broken-text"), (#""b""#, "plain"), ("{}", "object"), ("3", "number"),
    ("null", "null"), ("[]", "array"), ("true", "boolean"),
  ])
  func `a value has a form`(value: String, form: String) {
    var operation = Contract.Operation.sample()
    operation.quirks = [
      .quirk(
        "odd", section: "s", table: "t", holds: .note, "any form is good",
        seen: .observed(.field("value", .form), [.table("any", [Side.anything])]))
    ]
    let facts = Reading(.rows([value]), of: operation).response?.body?.facts
    #expect(facts?.seenSides.values.map(\.sign) == [form])
  }
}
