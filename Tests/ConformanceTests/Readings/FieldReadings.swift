// SPDX-License-Identifier: Apache-2.0
// Readings of fields that are not there, not of their type, or not in the documentation.

import Contract
import Testing
import Wire

@Suite struct FieldReadings {
  /// A list whose rows have one field, with those values.
  private static func paper(
    _ type: ValueType, is presence: Field.Presence = .required, null: Field.Nullability = .never,
    holds requirement: ObligationLevel = .must, _ values: String...
  ) -> Paper {
    Paper(
      operation: .paper(
        filtered: false,
        fields: [.field("v", type, presence, null: null, holds: requirement, "is a value")]),
      rows: values.map { Paper.Row(status: "", json: #"{"v":\#($0)}"#) })
  }

  private static func absent(_ presence: Field.Presence, _ row: String = "{}") -> Paper {
    var paper = paper(.string, is: presence)
    paper.rows = [Paper.Row(status: "", json: row)]
    return paper
  }

  static let presences: [TableRow] = [
    TableRow("there", on: paper(.string, "1"), "passed"),
    TableRow("null", on: paper(.string, "null"), "passed"),
    TableRow(
      "required and absent", on: absent(.required), "failed: /rows/0/v ×7: /rows/0/v is missing"),
    TableRow(
      "expected and absent", on: absent(.expected), "warned: /rows/0/v ×7: /rows/0/v is missing"),
    TableRow(
      "optional and absent", on: absent(.optional), "there is no case Paper.shape.rows.v.present"),
    TableRow(
      "with capitals", on: absent(.required, #"{"V":1}"#),
      "failed: /rows/0/v ×7: /rows/0/v is missing, but V is there ← V"),
    TableRow(
      "with underscores", on: absent(.required, #"{"_v_":1}"#),
      "failed: /rows/0/v ×7: /rows/0/v is missing, but _v_ is there"),
    TableRow(
      "with another name", on: absent(.required, #"{"w":1}"#),
      "failed: /rows/0/v ×7: /rows/0/v is missing ← no such member"),
    TableRow(
      "absent on one page", on: .list, of: "shape.rows.status.present",
      .at("limit=7&offset=7") { $0.row(2, #"{"id":9}"#) },
      "warned: /rows/2/status: /rows/2/status is missing"),
    TableRow(
      "absent on pages that are asked for once", on: .small, of: "shape.rows.status.present",
      .at("limit=10&offset=10") { $0.row(2, #"{"id":9}"#) },
      "warned: /rows/2/status: /rows/2/status is missing"),
    TableRow(
      "absent under a filter", on: .list, of: "shape.rows.id.present",
      .at("status=Failed") { $0.row(2, "{}") }, "failed: /rows/2/id: /rows/2/id is missing"),
    TableRow(
      "absent in all pages", on: .list, of: "shape.total.present",
      .at("") { $0.replacing(#""total""#, #""count""#) }, "failed: /total ×34: /total is missing"),
    TableRow(
      "no rows", on: paper(.string),
      "inconclusive: nothing to assert: no object came that should have the field"),
    TableRow(
      "rows that are no objects", on: paper(.string, "1"), .at("") { $0.row(0, "1") },
      "inconclusive: nothing to assert: no object came that should have the field"),
  ]

  @Test(arguments: presences)
  func `a field that has to be there is there`(reading: TableRow) async {
    await reading.expect("shape.rows.v.present")
  }

  static let nulls: [TableRow] = [
    TableRow(
      "required", on: paper(.integer, "null"),
      "failed: /rows/0/v ×7: /rows/0/v is null; the contract says integer"),
    TableRow(
      "expected", on: paper(.integer, is: .expected, "null"),
      "warned: /rows/0/v ×7: /rows/0/v is null; the contract says integer"),
    TableRow(
      "optional", on: paper(.integer, is: .optional, "null"),
      "skipped: the field may be absent or null, and always is"),
    TableRow(
      "required and tolerated", on: paper(.integer, null: .tolerated, "null"),
      "warned: /rows/0/v ×7: /rows/0/v is null; the contract says integer"),
    TableRow(
      "optional and tolerated", on: paper(.integer, is: .optional, null: .tolerated, "null"),
      "warned: /rows/0/v ×7: /rows/0/v is null; the contract says integer"),
    TableRow(
      "required and allowed", on: paper(.integer, null: .allowed, "null"),
      "inconclusive: nothing to assert: the field is null wherever it should be"),
    TableRow(
      "expected and allowed", on: paper(.integer, is: .expected, null: .allowed, "null"),
      "skipped: the field may be absent or null, and always is"),
    TableRow(
      "allowed beside a wrong value", on: paper(.integer, null: .allowed, "null", "\"1\""),
      "failed: /rows/1/v ×9: /rows/1/v is a string; the contract says integer"),
    TableRow(
      "what is only noted", on: paper(.integer, holds: .note, "null"),
      "passed: note /rows/0/v ×7: /rows/0/v is null; the contract says integer"),
    TableRow(
      "what should hold", on: paper(.integer, holds: .should, "null"),
      "warned: /rows/0/v ×7: /rows/0/v is null; the contract says integer"),
    TableRow(
      "absent", on: absent(.optional),
      "skipped: the field may be absent or null, and always is"),
    TableRow(
      "no rows of what may be absent", on: paper(.integer, is: .optional),
      "inconclusive: nothing to assert: the field is in no answer"),
    TableRow(
      "no rows", on: paper(.integer), "inconclusive: nothing to assert: the field is in no answer"),
    TableRow(
      "no JSON", on: paper(.integer, "1"), .at("", gives: HTTPResponse(200, "<")),
      "inconclusive: not readable: no answer was JSON"),
  ]

  @Test(arguments: nulls)
  func `null weighs what presence and nullability say`(reading: TableRow) async {
    await reading.expect("shape.rows.v")
  }

  static let integers: [TableRow] = [
    TableRow("0", on: paper(.integer, "0", "-1", "9223372036854775807"), "passed"),
    TableRow(
      "2^63", on: paper(.integer, "9223372036854775808"),
      "failed: /rows/0/v ×7: /rows/0/v does not fit 64 bits"),
    TableRow("-2^63", on: paper(.integer, "-9223372036854775808"), "passed"),
    TableRow(
      "1.0", on: paper(.integer, "1.0"),
      "failed: /rows/0/v ×7: /rows/0/v is not written as a whole number; the contract says "
        + "integer ← 1.0"),
    TableRow(
      "1e0", on: paper(.integer, "1e0"),
      "failed: /rows/0/v ×7: /rows/0/v is not written as a whole number; the contract says "
        + "integer"),
    TableRow(
      "text", on: paper(.integer, "\"1\""),
      "failed: /rows/0/v ×7: /rows/0/v is a string; the contract says integer ≠ integer"),
    TableRow(
      "below a range", on: paper(.count, "-1", "0"),
      "failed: /rows/0/v ×7: /rows/0/v is not 0 or more"),
    TableRow(
      "above a usual range", on: paper(.integer(usually: 1...5), "5", "6"),
      "warned: /rows/1/v ×9: /rows/1/v is not 1 to 5"),
    TableRow(
      "below a usual range", on: paper(.integer(usually: 1...5), "1", "0"),
      "warned: /rows/1/v ×9: /rows/1/v is not 1 to 5"),
    TableRow(
      "outside a range that is only noted", on: paper(.count, holds: .note, "-1"),
      "passed: note /rows/0/v ×7: /rows/0/v is not 0 or more"),
    TableRow(
      "faults of four kinds",
      on: paper(.count, "1", "1.5", "true", "-7", "-8", "9223372036854775808"),
      "failed: /rows/1/v ×9: /rows/1/v is not written as a whole number; the contract says "
        + "integer; /rows/2/v ×8: /rows/2/v is a boolean; the contract says integer; /rows/3/v "
        + "×14: /rows/3/v is not 0 or more; /rows/5/v ×7: /rows/5/v does not fit 64 bits"),
  ]

  @Test(arguments: integers)
  func `an integer is written as one and fits`(reading: TableRow) async {
    await reading.expect("shape.rows.v")
  }

  private static let words = ValueType.oneOf(["MANUAL", "SCHEDULE"], tolerated: ["EVENT"])
  private static let usual = ValueType.string(.usually(["A", "B"], known: ["C"]))

  static let texts: [TableRow] = [
    TableRow("a text", on: paper(.string, "\"\""), "passed"),
    TableRow(
      "a number", on: paper(.string, "1"),
      "failed: /rows/0/v ×7: /rows/0/v is a number; the contract says string"),
    TableRow(
      "an object", on: paper(.string, holds: .should, "{}"),
      "warned: /rows/0/v ×7: /rows/0/v is an object; the contract says string"),
    TableRow(
      "an empty text that must not be",
      on: paper(.string(.form(.nonEmpty, .must)), "\"\"", "\"x\""),
      "failed: /rows/0/v ×7: /rows/0/v is not a string that is not empty"),
    TableRow(
      "no UUID where one is usual", on: paper(.string(.form(.uuid, .should)), "\"x\""),
      "warned: /rows/0/v ×7: /rows/0/v is not a UUID"),
    TableRow(
      "two forms, none of them kept",
      on: paper(.string(.form(.nonEmpty, .must), .form(.upperSnake, .should)), "\"\""),
      "failed: /rows/0/v ×7: /rows/0/v is not a string that is not empty; warning /rows/0/v "
        + "×7: /rows/0/v is not upper-case words joined by underscores"),
    TableRow("a usual word", on: paper(usual, "\"A\"", "\"B\""), "passed"),
    TableRow(
      "a known word", on: paper(usual, "\"C\""),
      "passed: note /rows/0/v ×7: /rows/0/v is a value that the documentation does not name"),
    TableRow(
      "an unusual word", on: paper(usual, "\"D\"", "\"A\""),
      "warned: /rows/0/v ×7: /rows/0/v is a value that the documentation does not name"),
    TableRow(
      "two unusual words", on: paper(usual, "\"D\"", "\"E\"", "\"E\""),
      "warned: /rows/0/v ×7: /rows/0/v is a value that the documentation does not name; "
        + "/rows/1/v ×17: /rows/1/v is a value that the documentation does not name"),
    TableRow("a documented word", on: paper(words, "\"MANUAL\"", "\"SCHEDULE\""), "passed"),
    TableRow(
      "a tolerated word", on: paper(words, "\"EVENT\""),
      "warned: /rows/0/v ×7: /rows/0/v is a word of another source, not of the documentation"),
    TableRow(
      "a word in another case", on: paper(words, "\"Manual\""),
      "failed: /rows/0/v ×7: /rows/0/v differs in case from MANUAL ≠ MANUAL | SCHEDULE"),
    TableRow(
      "a tolerated word in another case", on: paper(words, "\"event\""),
      "failed: /rows/0/v ×7: /rows/0/v is not one of the documented words"),
    TableRow(
      "another word", on: paper(words, "\"OTHER\"", "\"THIS\"", "\"OTHER\""),
      "failed: /rows/0/v ×15: /rows/0/v is not one of the documented words; /rows/1/v ×9: "
        + "/rows/1/v is not one of the documented words"),
    TableRow(
      "a number in place of a word", on: paper(words, "1"),
      "failed: /rows/0/v ×7: /rows/0/v is a number; the contract says string"),
    TableRow("a boolean", on: paper(.boolean, "true", "false"), "passed"),
    TableRow(
      "a number in place of a boolean", on: paper(.boolean, "0", "1"),
      "failed: /rows/0/v ×16: /rows/0/v is a number; the contract says boolean"),
    TableRow(
      "a text in place of a boolean", on: paper(.boolean, "\"true\""),
      "failed: /rows/0/v ×7: /rows/0/v is a string; the contract says boolean"),
  ]

  @Test(arguments: texts)
  func `a text is one, and of the declared form`(reading: TableRow) async {
    await reading.expect("shape.rows.v")
  }

  private static let zoned = "\"2024-05-17T08:30:00+08:00\""

  static let times: [TableRow] = [
    TableRow("in UTC", on: paper(.timestamp, "\"2024-05-17T08:30:00.123456789Z\""), "passed"),
    TableRow(
      "with ten digits", on: paper(.timestamp, "\"2024-05-17T08:30:00.1234567890Z\""),
      "warned: /rows/0/v ×7: /rows/0/v is oddly written: more than 9 fraction digits, which "
        + "RFC 3339 allows and many readers refuse"),
    TableRow(
      "in another zone", on: paper(.timestamp, zoned),
      "passed: note /rows/0/v ×7: /rows/0/v is not written in UTC"),
    TableRow(
      "in another zone, which is only noted", on: paper(.timestamp, holds: .note, zoned),
      "passed: note /rows/0/v ×7: /rows/0/v is not written in UTC"),
    TableRow(
      "in small letters", on: paper(.timestamp, "\"2024-05-17t08:30:00z\""),
      "warned: /rows/0/v ×7: /rows/0/v is oddly written: lower-case t, which RFC 3339 allows "
        + "and many readers refuse"),
    TableRow(
      "with a blank", on: paper(.timestamp, "\"2024-05-17T08:30:00Z \""),
      "warned: /rows/0/v ×7: /rows/0/v is not an RFC 3339 instant: surrounding blank"),
    TableRow(
      "on a day that never was", on: paper(.timestamp, "\"2023-02-29T00:00:00Z\""),
      "failed: /rows/0/v ×7: /rows/0/v is not an RFC 3339 instant: February 2023 has 28 days"),
    TableRow(
      "without a zone", on: paper(.timestamp, "\"2024-05-17T08:30:00\""),
      "failed: /rows/0/v ×7: /rows/0/v is not an RFC 3339 instant: no offset; RFC 3339 wants Z "
        + "or +hh:mm"),
    TableRow(
      "a number", on: paper(.timestamp, "1715934600"),
      "failed: /rows/0/v ×7: /rows/0/v is a number; the contract says string"),
    TableRow(
      "empty", on: paper(.timestamp, "\"\""),
      "failed: /rows/0/v ×7: /rows/0/v is not an RFC 3339 instant: empty text"),
    TableRow(
      "empty where null is tolerated", on: paper(.timestamp, null: .tolerated, "\"\""),
      "warned: /rows/0/v ×7: /rows/0/v is empty"),
    TableRow(
      "empty where null is allowed", on: paper(.timestamp, null: .allowed, "\"\""),
      "failed: /rows/0/v ×7: /rows/0/v is not an RFC 3339 instant: empty text"),
  ]

  @Test(arguments: times)
  func `an instant is RFC 3339 and in UTC`(reading: TableRow) async {
    await reading.expect("shape.rows.v")
  }
}
