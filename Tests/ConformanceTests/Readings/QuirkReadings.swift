// SPDX-License-Identifier: Apache-2.0
// Readings of the side that a server takes, by each sign that can be seen in the rows of a list.

import Conformance
import Contract
import Testing
import Wire

@Suite struct QuirkReadings {
  /// A list of some rows, and a question with one side that is expected and one for anything else.
  static func paper(
    _ seen: Observable, expects words: [String] = ["expected"], _ rows: String...
  ) -> Paper {
    let quirk = Quirk.quirk(
      "q", section: "s", table: "what is expected", holds: .note, "anything is good",
      seen: .observed(seen, [.table("usual", words), .other("other", [Side.anything])]))
    return Paper(
      operation: .paper(quirks: [quirk]), rows: rows.map { Paper.Row(status: "Succeed", json: $0) })
  }

  private static func value(_ trait: Observable.Trait, _ values: String...) -> Paper {
    var paper = paper(.field("v", trait))
    paper.rows = values.enumerated().map {
      Paper.Row(status: "Succeed", json: #"{"id":\#($0),"v":\#($1)}"#)
    }
    return paper
  }

  static let traits: [TableRow] = [
    TableRow(
      "text", on: value(.value, #""ab""#),
      "passed: as-other other: ab /rows/0/v; note /rows/0/v: /rows/0/v is as another "
        + "source: other: ab ≠ what is expected"),
    TableRow("a number", on: value(.value, "1.0"), "passed: as-other other: 1.0 /rows/0/v"),
    TableRow(
      "what is expected", on: value(.value, #""expected""#, #""expected""#),
      "passed: as-table usual in 2 of 2 /rows/0/v"),
    TableRow(
      "one of two", on: value(.value, #""expected""#, #""ab""#),
      "passed: as-other other: ab in 1 of 2 /rows/1/v"),
    TableRow(
      "among", on: value(.among(["ab"]), #""ab""#, #""cd""#),
      "passed: as-other other: ab /rows/0/v"),
    TableRow("not among", on: value(.among(["ab"]), #""cd""#, "1"), "skipped: not observed"),
    TableRow(
      "form of an empty text", on: value(.form, #""""#), "passed: as-other other: empty /rows/0/v"),
    TableRow(
      "form of an object in text", on: value(.form, #""{}""#),
      "passed: as-other other: text /rows/0/v"),
    TableRow(
      "form of half an object in text", on: value(.form, #""{""#),
      "passed: as-other other: broken-text /rows/0/v"),
    TableRow(
      "form of an array in text", on: value(.form, #""[]""#),
      "passed: as-other other: plain /rows/0/v"),
    TableRow(
      "form of an object", on: value(.form, "{}"), "passed: as-other other: object /rows/0/v"),
    TableRow(
      "form of a boolean", on: value(.form, "true"), "passed: as-other other: boolean /rows/0/v"),
    TableRow("lower", on: value(.letterCase, #""ab""#), "passed: as-other other: lower /rows/0/v"),
    TableRow(
      "capitalized", on: value(.letterCase, #""Ab""#),
      "passed: as-other other: capitalized /rows/0/v"),
    TableRow("case of a number", on: value(.letterCase, "1"), "skipped: not observed"),
    TableRow(
      "24 digits", on: value(.shape, #""0123456789abcdefABCDEF01""#),
      "passed: as-other other: hexadecimal /rows/0/v"),
    TableRow(
      "23 digits", on: value(.shape, #""0123456789abcdefABCDEF0""#),
      "passed: as-other other /rows/0/v"),
    TableRow(
      "24 characters", on: value(.shape, #""0123456789abcdefABCDEFxy""#),
      "passed: as-other other /rows/0/v"),
    TableRow(
      "a UUID", on: value(.shape, #""01234567-89ab-cdef-ABCD-0123456789ab""#),
      "passed: as-other other: uuid /rows/0/v"),
    TableRow(
      "nearly a UUID", on: value(.shape, #""01234567-89ab-cdef-ABCD-0123456789ax""#),
      "passed: as-other other /rows/0/v"),
    TableRow("no text", on: value(.shape, #""""#), "passed: as-other other: empty /rows/0/v"),
    TableRow(
      "shape of a number", on: value(.shape, "1"), "passed: as-other other: number /rows/0/v"),
    TableRow("zero", on: value(.magnitude, "0"), "passed: as-other other: zero /rows/0/v"),
    TableRow(
      "32 bits", on: value(.magnitude, "2147483647"), "passed: as-other other: 32-bit /rows/0/v"),
    TableRow(
      "64 bits", on: value(.magnitude, "2147483648"), "passed: as-other other: 64-bit /rows/0/v"),
    TableRow(
      "32 bits below", on: value(.magnitude, "-2147483648"),
      "passed: as-other other: 32-bit /rows/0/v"),
    TableRow(
      "beyond 64 bits", on: value(.magnitude, "99999999999999999999"),
      "passed: as-other other: number /rows/0/v"),
    TableRow(
      "magnitude of text", on: value(.magnitude, #""1""#),
      "passed: as-other other: plain /rows/0/v"),
    TableRow(
      "the zero time", on: value(.zeroTime, #""0001-01-01T00:00:00Z""#),
      "passed: as-other other: zero /rows/0/v"),
    TableRow(
      "another time", on: value(.zeroTime, #""2024-05-17T08:00:00Z""#),
      "passed: as-other other: time /rows/0/v"),
    TableRow("no time", on: value(.zeroTime, #""""#), "passed: as-other other: empty /rows/0/v"),
    TableRow("null", on: value(.zeroTime, "null"), "passed: as-other other: null /rows/0/v"),
  ]

  @Test(arguments: traits)
  func `a value shows a sign`(reading: TableRow) async {
    await reading.expect("quirks.q")
  }

  private static let inside = Observable.field("o.v", .value)

  static let places: [TableRow] = [
    TableRow(
      "inside an object", on: paper(inside, #"{"o":{"v":"ab"}}"#),
      "passed: as-other other: ab /rows/0/o/v"),
    TableRow(
      "inside text", on: paper(inside, #"{"o":"{\"v\":\"ab\"}"}"#),
      "passed: as-other other: ab /rows/0/o/v"),
    TableRow(
      "not inside", on: paper(inside, expects: ["absent"], #"{"o":{}}"#),
      "passed: as-table usual /rows/0/o/v"),
    TableRow(
      "inside nothing", on: paper(inside, expects: ["absent"], #"{"p":{}}"#, #"{"o":1}"#),
      "skipped: not observed"),
    TableRow(
      "inside text that is no object",
      on: paper(inside, expects: ["absent"], #"{"o":"{"}"#, #"{"o":"[]"}"#),
      "skipped: not observed"),
    TableRow(
      "of rows of one state",
      on: paper(
        .field("v", .value, where: .when("s", isOneOf: ["x"])), #"{"v":"ab","s":"y"}"#,
        #"{"v":"cd","s":"x"}"#, #"{"v":"ef"}"#),
      "passed: as-other other: cd /rows/1/v"),
    TableRow(
      "the first name", on: paper(.names(["v", "w"]), #"{"w":1,"v":2}"#),
      "passed: as-other other: v /rows/0/v"),
    TableRow(
      "the second name", on: paper(.names(["v", "w"]), #"{"w":1,"x":2}"#),
      "passed: as-other other: w /rows/0/w"),
    TableRow(
      "neither name", on: paper(.names(["v", "w"]), expects: ["absent"], #"{"x":1}"#),
      "passed: as-table usual /rows/0/v"),
    TableRow(
      "with the prefix", on: paper(.prefix(of: "v", parameter: "name"), #"{"v":"n/a"}"#),
      "passed: as-other other: with /rows/0/v"),
    TableRow(
      "without the slash", on: paper(.prefix(of: "v", parameter: "name"), #"{"v":"na"}"#),
      "passed: as-other other: without /rows/0/v"),
    TableRow(
      "the prefix of nothing", on: paper(.prefix(of: "v", parameter: "limit"), #"{"v":"na"}"#),
      "skipped: not observed"),
    TableRow(
      "no text with a prefix", on: paper(.prefix(of: "v", parameter: "name"), #"{"v":1}"#),
      "skipped: not observed"),
    TableRow(
      "an equal pair", on: paper(.pair("v", "w"), #"{"v":"\u00e9","w":"é"}"#),
      "passed: as-other other: equal /rows/0/v"),
    TableRow(
      "a different pair", on: paper(.pair("v", "w"), #"{"v":1.0,"w":1}"#),
      "passed: as-other other: different /rows/0/v"),
    TableRow("half a pair", on: paper(.pair("v", "w"), #"{"v":1}"#), "skipped: not observed"),
    TableRow(
      "more members",
      on: paper(.extraMembers, expects: ["none"], #"{"id":1,"status":"x","more":2}"#, #"{"id":2}"#),
      "passed: as-other other: some in 1 of 2 /rows/0/more"),
    TableRow(
      "no more members", on: paper(.extraMembers, #"{"id":1,"status":"x"}"#),
      "passed: as-other other: none"),
    TableRow(
      "null", on: paper(.nulls, expects: ["none"], #"{"id":1}"#, #"{"id":2,"more":null}"#),
      "passed: as-other other: some in 1 of 2 /rows/1/more"),
    TableRow("no null", on: paper(.nulls, #"{"id":1}"#), "passed: as-other other: none"),
  ]

  @Test(arguments: places)
  func `a row shows a sign`(reading: TableRow) async {
    await reading.expect("quirks.q")
  }

  private static func times(_ seen: Observable, _ times: String...) -> Paper {
    var paper = paper(seen)
    paper.rows = times.map { Paper.Row(status: "", json: #"{"id":"\#($0)","v":"\#($0)"}"#) }
    return paper
  }

  private static let day = "2024-05-17T08:00:0"

  static let lists: [TableRow] = [
    TableRow(
      "digits of two times", on: times(.fractionDigits(["v"]), day + "0.12Z", day + "1.34Z"),
      "passed: as-other other: 2 /rows/0/v"),
    TableRow(
      "digits that vary", on: times(.fractionDigits(["v"]), day + "0.12Z", day + "1.3Z"),
      "passed: as-other other: varied /rows/0/v"),
    TableRow(
      "digits beside the zero time",
      on: times(.fractionDigits(["v"]), "0001-01-01T00:00:00Z", day + "1.3Z"),
      "passed: as-other other: 1 /rows/1/v"),
    TableRow(
      "digits of nothing", on: times(.fractionDigits(["w"]), day + "0.12Z"),
      "skipped: not observed"),
    TableRow(
      "falling", on: times(.order(of: "v"), day + "3Z", day + "2Z", day + "2.0Z"),
      "passed: as-other other: descending"),
    TableRow(
      "rising", on: times(.order(of: "v"), day + "1Z", day + "1.0Z", day + "2Z"),
      "passed: as-other other: ascending"),
    TableRow(
      "neither", on: times(.order(of: "v"), day + "1Z", day + "3Z", day + "2Z"),
      "passed: as-other other: unordered"),
    TableRow("one time only", on: times(.order(of: "v"), day + "1Z"), "skipped: not observed"),
    TableRow(
      "the same time", on: times(.order(of: "v"), day + "1Z", day + "1.0Z"),
      "skipped: not observed"),
    TableRow(
      "first and last at the same time",
      on: times(.order(of: "v"), day + "1Z", day + "3Z", day + "1.0Z"), "skipped: not observed"),
  ]

  @Test(arguments: lists)
  func `a list shows a sign`(reading: TableRow) async {
    await reading.expect("quirks.q")
  }
}
