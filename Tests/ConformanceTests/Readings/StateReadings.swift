// SPDX-License-Identifier: Apache-2.0
// Readings of rows whose times, codes and reasons do not go with their state.

import Contract
import Testing
import Wire

@Suite struct StateReadings {
  private static let zero = "0001-01-01T00:00:00Z"

  private static func times(_ a: String, _ b: String) -> Paper {
    RelationReadings.paper(
      .notBefore(field: "a", earlier: "b"), .must, #""a":"\#(a)","b":"\#(b)""#)
  }

  static let orders: [TableRow] = [
    TableRow("later", on: times("2024-05-17T08:00:01Z", "2024-05-17T08:00:00Z"), "passed"),
    TableRow(
      "at the same time", on: times("2024-05-17T08:00:00Z", "2024-05-17T08:00:00.0Z"), "passed"),
    TableRow(
      "before", on: times("2024-05-17T08:00:00Z", "2024-05-17T08:00:00.000000001Z"),
      "failed: /rows/0/a ×7: /rows/0/a is '2024-05-17T08:00:00Z'; so it has to be"),
    TableRow(
      "later in another zone", on: times("2024-05-17T08:00:00+00:00", "2024-05-17T09:00:00+08:00"),
      "passed"),
    TableRow(
      "the zero time", on: times(zero, "2024-05-17T08:00:00Z"),
      "skipped: no row of 7 has values that the relation speaks of"),
    TableRow(
      "before, and the other is the zero time", on: times("0000-01-01T00:00:00Z", zero),
      "skipped: no row of 7 has values that the relation speaks of"),
    TableRow(
      "after the zero time", on: times("2024-05-17T08:00:00Z", zero),
      "skipped: no row of 7 has values that the relation speaks of"),
    TableRow(
      "no time", on: times("never", "2024-05-17T08:00:00Z"),
      "skipped: no row of 7 has values that the relation speaks of"),
    TableRow(
      "no other time", on: times("2024-05-17T08:00:00Z", ""),
      "skipped: no row of 7 has values that the relation speaks of"),
  ]

  @Test(arguments: orders)
  func `one time is not before another`(reading: TableRow) async {
    await reading.expect("relations.a-not-before-b")
  }

  private static func end(_ time: String, _ state: String) -> Paper {
    RelationReadings.paper(
      .zeroTimeWhileUnfinished(field: "a", state: "s", final: ["Done", "Failed"]), .must,
      #""a":"\#(time)","s":"\#(state)""#)
  }

  static let ends: [TableRow] = [
    TableRow("a time in the end", on: end("2024-05-17T08:00:00Z", "Done"), "passed"),
    TableRow(
      "the zero time in the end", on: end(zero, "Done"),
      "failed: /rows/0/a ×7: /rows/0/a is '0001-01-01T00:00:00Z'; so it has to be"),
    TableRow(
      "the zero time in another end", on: end(zero, "Failed"),
      "failed: /rows/0/a ×7: /rows/0/a is '0001-01-01T00:00:00Z'; so it has to be"),
    TableRow(
      "the zero time on the way", on: end(zero, "Running"),
      "skipped: no row of 7 has values that the relation speaks of"),
    TableRow(
      "a time on the way", on: end("2024-05-17T08:00:00Z", "Running"),
      "skipped: no row of 7 has values that the relation speaks of"),
    TableRow(
      "no time in the end", on: end("", "Done"),
      "skipped: no row of 7 has values that the relation speaks of"),
  ]

  @Test(arguments: ends)
  func `the zero time stands only on the way`(reading: TableRow) async {
    await reading.expect("relations.a-zero-while-unfinished")
  }

  private static func noEnd(_ time: String, _ state: String) -> Paper {
    RelationReadings.paper(
      .zeroTimeUntilFinished(field: "a", state: "s", unfinished: ["Running", "Pending"]), .must,
      #""a":\#(time),"s":"\#(state)""#)
  }

  static let noEnds: [TableRow] = [
    TableRow("the zero time on the way", on: noEnd("\"\(zero)\"", "Running"), "passed"),
    TableRow(
      "the zero time in another zone", on: noEnd("\"0001-01-01T00:00:00+00:00\"", "Running"),
      "passed"),
    TableRow(
      "a time on the way", on: noEnd("\"2024-05-17T08:00:00Z\"", "Pending"),
      "failed: /rows/0/a ×7: /rows/0/a is '2024-05-17T08:00:00Z'; so it has to be"),
    TableRow(
      "an odd time on the way", on: noEnd("\"2024-05-17t08:00:00z\"", "Running"),
      "failed: /rows/0/a ×7: /rows/0/a is '2024-05-17t08:00:00z'; so it has to be"),
    TableRow(
      "a time in the end", on: noEnd("\"2024-05-17T08:00:00Z\"", "Done"),
      "skipped: no row of 7 has values that the relation speaks of"),
    TableRow(
      "null on the way", on: noEnd("null", "Running"),
      "skipped: no row of 7 has values that the relation speaks of"),
  ]

  @Test(arguments: noEnds)
  func `what is on its way has no time but the zero time`(reading: TableRow) async {
    await reading.expect("relations.a-zero-until-finished")
  }

  private static func code(_ code: String, _ word: String) -> Paper {
    RelationReadings.paper(
      .code(field: "a", follows: "s", codes: ["Done": 2, "Odd": -1]), .must,
      #""a":\#(code),"s":\#(word)"#)
  }

  static let codes: [TableRow] = [
    TableRow("its code", on: code("2", "\"Done\""), "passed"),
    TableRow("a negative code", on: code("-1", "\"Odd\""), "passed"),
    TableRow(
      "another code", on: code("3", "\"Done\""),
      "failed: /rows/0/a ×7: /rows/0/a is 3; so it has to be"),
    TableRow(
      "its code as text", on: code("\"2\"", "\"Done\""),
      "failed: /rows/0/a ×7: /rows/0/a is '2'; so it has to be"),
    TableRow(
      "its code with a fraction", on: code("2.0", "\"Done\""),
      "failed: /rows/0/a ×7: /rows/0/a is 2.0; so it has to be"),
    TableRow(
      "a code of no word", on: code("3", "\"Unlisted\""),
      "skipped: no row of 7 has values that the relation speaks of"),
    TableRow(
      "a code beside a number", on: code("3", "1"),
      "skipped: no row of 7 has values that the relation speaks of"),
    TableRow(
      "no code", on: code("null", "\"Done\""),
      "skipped: no row of 7 has values that the relation speaks of"),
  ]

  @Test(arguments: codes)
  func `a code goes with its word`(reading: TableRow) async {
    await reading.expect("relations.a-follows-s")
  }

  private static func reason(_ members: String) -> Paper {
    RelationReadings.paper(
      .told(field: "why", state: "s", words: ["Failed", "Stopped"]), .must, members)
  }

  static let reasons: [TableRow] = [
    TableRow("told", on: reason(#""s":"Failed","why":"because""#), "passed"),
    TableRow("told as an object", on: reason(#""s":"Failed","why":{}"#), "passed"),
    TableRow("told as a number", on: reason(#""s":"Stopped","why":0"#), "passed"),
    TableRow(
      "empty", on: reason(#""s":"Failed","why":"""#),
      "failed: /rows/0/s ×7: /rows/0/s is 'Failed'; so it has to be"),
    TableRow("a blank", on: reason(#""s":"Failed","why":" ""#), "passed"),
    TableRow(
      "null", on: reason(#""s":"Failed","why":null"#),
      "failed: /rows/0/s ×7: /rows/0/s is 'Failed'; so it has to be"),
    TableRow(
      "absent", on: reason(#""s":"Stopped","x":1"#),
      "failed: /rows/0/s ×7: /rows/0/s is 'Stopped'; so it has to be"),
    TableRow(
      "absent where nobody asks", on: reason(#""s":"Done","x":1"#),
      "skipped: no row of 7 has values that the relation speaks of"),
    TableRow(
      "absent beside a state that is no text", on: reason(#""s":1,"x":1"#),
      "skipped: no row of 7 has values that the relation speaks of"),
    TableRow(
      "absent beside no state", on: reason(#""x":1"#),
      "skipped: no row of 7 has values that the relation speaks of"),
  ]

  @Test(arguments: reasons)
  func `what is to be told is told`(reading: TableRow) async {
    await reading.expect("relations.why-told")
  }

  private static func list(_ row: String) -> Paper {
    let operation = Contract.Operation.paper(fields: [
      .field("id", .integer, .required, "is the row's number"),
      .field("status", .string, .expected, "is the row's state"),
      .field("a", .string, .optional, "is told"),
      .field("b", .string, .optional, "is told"),
      .field("c", .object([]), .optional, "is told"),
      .field("d", .document(Document([], as: [.text])), .optional, "is told"),
      .field("e", .timestamp, .optional, "is told"),
      .field("f", .boolean, .optional, null: .tolerated, "is told"),
    ])
    return Paper(operation: operation, rows: Paper.rows(33))
      .having(Paper.Row(status: "Succeed", json: row))
  }

  private static let row = list(
    #"{"id":0,"status":"Succeed","a":1.50,"b":"\u00e9/","c":{"x":1,"y":[2]}}"#)

  /// Shows the row otherwise where a filter is asked for.
  private static func shown(_ row: String) -> Deviation {
    .at("status=Succeed") { $0.row(0, #"{"id":0,"status":"Succeed",\#(row)}"#) }
  }

  static let faces: [TableRow] = [
    TableRow("the same bytes", on: row, "passed"),
    TableRow(
      "members in another order", on: row, shown(#""c":{"y":[2],"x":1},"b":"\u00e9/","a":1.50"#),
      "passed"),
    TableRow("other escapes", on: row, shown(#""a":1.50,"b":"é\/","c":{"x":1,"y":[2]}"#), "passed"),
    TableRow(
      "other blanks", on: row, shown(#" "a" : 1.50, "b":"\u00e9/","c":{ "x":1,"y":[ 2 ]}"#),
      "passed"),
    TableRow(
      "a number spelled otherwise", on: row, shown(#""a":15e-1,"b":"\u00e9/","c":{"x":1,"y":[2]}"#),
      "passed"),
    TableRow(
      "an integer that is the same as a Double only",
      on: list(#"{"id":0,"status":"Succeed","a":9007199254740993}"#),
      shown(#""a":9007199254740992"#),
      "failed: /rows/0/a ×6: /rows/0/a is not what another answer shows of the row, which is "
        + "final in both"),
    TableRow(
      "another number", on: row, shown(#""a":1.51,"b":"\u00e9/","c":{"x":1,"y":[2]}"#),
      "failed: /rows/0/a ×6: /rows/0/a is not what another answer shows of the row, which is "
        + "final in both"),
    TableRow(
      "a document whose members stand in another order",
      on: list(#"{"id":0,"status":"Succeed","d":"{\"x\":1,\"y\":2}"}"#),
      shown(#""d":"{\"y\":2, \"x\":1}""#), "passed"),
    TableRow(
      "another document", on: list(#"{"id":0,"status":"Succeed","d":"{\"x\":1}"}"#),
      shown(#""d":"{\"x\":2}""#),
      "failed: /rows/0/d ×6: /rows/0/d is not what another answer shows of the row, which is "
        + "final in both"),
    TableRow(
      "a text whose members stand in another order",
      on: list(#"{"id":0,"status":"Succeed","b":"{\"x\":1,\"y\":2}"}"#),
      shown(#""b":"{\"y\":2,\"x\":1}""#),
      "failed: /rows/0/b ×6: /rows/0/b is not what another answer shows of the row, which is "
        + "final in both"),
    TableRow(
      "one instant in another zone",
      on: list(#"{"id":0,"status":"Succeed","e":"2024-05-01T08:00:00Z"}"#),
      shown(#""e":"2024-05-01T16:00:00.000+08:00""#), "passed"),
    TableRow(
      "another instant", on: list(#"{"id":0,"status":"Succeed","e":"2024-05-01T08:00:00Z"}"#),
      shown(#""e":"2024-05-01T08:00:00.001Z""#),
      "failed: /rows/0/e ×6: /rows/0/e is not what another answer shows of the row, which is "
        + "final in both"),
    TableRow(
      "null where absence is as good", on: list(#"{"id":0,"status":"Succeed"}"#),
      shown(#""a":null"#), "passed"),
    TableRow(
      "null where it is not", on: list(#"{"id":0,"status":"Succeed","f":true}"#),
      shown(#""f":null"#),
      "failed: /rows/0/f ×6: /rows/0/f is not what another answer shows of the row, which is "
        + "final in both"),
    TableRow(
      "a member that nobody has promised", on: list(#"{"id":0,"status":"Succeed","age":1}"#),
      shown(#""age":2,"url":"x""#), "passed"),
    TableRow(
      "a number as text", on: row, shown(#""a":"1.50","b":"\u00e9/","c":{"x":1,"y":[2]}"#),
      "failed: /rows/0/a ×6: /rows/0/a is not what another answer shows of the row, which is "
        + "final in both"),
    TableRow(
      "another text", on: row, shown(#""a":1.50,"b":"e/","c":{"x":1,"y":[2]}"#),
      "failed: /rows/0/b ×6: /rows/0/b is not what another answer shows of the row, which is "
        + "final in both"),
    TableRow(
      "another value inside", on: row, shown(#""a":1.50,"b":"\u00e9/","c":{"x":1,"y":[3]}"#),
      "failed: /rows/0/c ×6: /rows/0/c is not what another answer shows of the row, which is "
        + "final in both"),
    TableRow(
      "another value inside beside other escapes", on: row,
      shown(#""a":1.50,"b":"é/","c":{"x":1,"y":[3]}"#),
      "failed: /rows/0/c ×6: /rows/0/c is not what another answer shows of the row, which is "
        + "final in both"),
    TableRow(
      "elements in another order", on: list(#"{"id":0,"status":"Succeed","a":[1,2]}"#),
      shown(#""a":[2,1]"#),
      "failed: /rows/0/a ×6: /rows/0/a is not what another answer shows of the row, which is "
        + "final in both"),
    TableRow(
      "a member less", on: row, shown(#""a":1.50,"b":"\u00e9/""#),
      "failed: /rows/0/c ×6: /rows/0/c is not what another answer shows of the row, which is "
        + "final in both"),
    TableRow(
      "a member more", on: row, shown(#""a":1.50,"b":"\u00e9/","c":{"x":1,"y":[2]},"d":"{}""#),
      "failed: /rows/0/d ×6: /rows/0/d is not what another answer shows of the row, which is "
        + "final in both"),
    TableRow(
      "another text on a page of 7", on: row,
      .at("limit=7") { $0.replacing(#""a":1.50"#, #""a":2"#) },
      "failed: /rows/0/a: /rows/0/a is not what another answer shows of the row, which is"
        + " final in both"),
    TableRow(
      "other members on two pages", on: list(#"{"id":0,"status":"Succeed"}"#),
      .edit(where: { $0.has("limit=7&offset=0") || $0.has("limit=10&offset=10") }) {
        $0.replacing(#""id":2,"status":"Pending""#, #""id":2,"status":"Failed""#).replacing(
          #""id":11,"#, #""id":11,"a":"1","#)
      },
      "failed: /rows/1/a: /rows/1/a is not what another answer shows of the row; "
        + "/rows/2/status: /rows/2/status is not what another answer shows of the row"),
    TableRow(
      "two members of one value on two pages",
      on: list(#"{"id":0,"status":"Succeed","a":1,"b":1}"#),
      Deviation { asked, healthy in
        let name = asked.has("limit=7") ? "a" : asked.has("limit=10") ? "b" : "c"
        return healthy(asked).replacing("\"\(name)\":1", "\"\(name)\":2")
      },
      "failed: /rows/0/b: /rows/0/b is not what another answer shows of the row, which is"
        + " final in both; /rows/0/a: /rows/0/a is not what another answer shows of the row,"
        + " which is final in both"),
    TableRow(
      "one row and one page of it", on: Paper(operation: .paper(), rows: [.init(0, "Failed")]),
      "passed"),
    TableRow(
      "no rows", on: .list.having(0), "inconclusive: nothing to assert: no row was shown twice"),
  ]

  @Test(arguments: faces)
  func `a row is the same in every answer`(reading: TableRow) async {
    await reading.expect("relations.same-row-everywhere")
  }
}
