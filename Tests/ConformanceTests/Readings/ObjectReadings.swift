// SPDX-License-Identifier: Apache-2.0
// Readings of lists in lists, objects that travel as text, and members that nobody documented.

import Contract
import Testing
import Wire

@Suite struct ObjectReadings {
  /// A list whose rows have one field, with that value.
  private static func paper(_ type: ValueType, _ value: String) -> Paper {
    Paper(
      operation: .paper(filtered: false, fields: [.field("v", type, .optional, "is a value")]),
      rows: [Paper.Row(status: "", json: #"{"v":\#(value)}"#)])
  }

  private static let inner = [Field.field("n", .integer, .required, "is a number")]
  private static let integers = ValueType.array(of: .integer)
  private static let objects = ValueType.arrayOfObjects(inner)

  static let kinds: [TableRow] = [
    TableRow("an object", on: paper(.object(inner), "{}"), "passed"),
    TableRow(
      "an array in place of an object", on: paper(.object(inner), "[]"),
      "failed: /rows/0/v ×7: /rows/0/v is an array; the contract says object"),
    TableRow(
      "a text in place of an object", on: paper(.object(inner), #""{}""#),
      "failed: /rows/0/v ×7: /rows/0/v is a string; the contract says object"),
    TableRow("an array", on: paper(integers, "[]"), "passed"),
    TableRow(
      "an object in place of an array", on: paper(integers, "{}"),
      "failed: /rows/0/v ×7: /rows/0/v is an object; the contract says array"),
    TableRow(
      "a text in place of an array", on: paper(integers, "\"\""),
      "failed: /rows/0/v ×7: /rows/0/v is a string; the contract says array"),
    TableRow("elements", on: paper(integers, "[1,2]"), "passed"),
    TableRow(
      "a first element of another kind", on: paper(integers, "[\"1\",2]"),
      "failed: /rows/0/v/0 ×7: /rows/0/v/0 is a string; the contract says integer"),
    TableRow(
      "a last element of another kind", on: paper(integers, "[1,2,null]"),
      "failed: /rows/0/v/2 ×7: /rows/0/v/2 is null; the contract says integer"),
    TableRow(
      "elements of two other kinds", on: paper(integers, "[1,true,\"2\",\"3\"]"),
      "failed: /rows/0/v/1 ×7: /rows/0/v/1 is a boolean; the contract says integer; "
        + "/rows/0/v/2 ×14: /rows/0/v/2 is a string; the contract says integer"),
    TableRow(
      "an element with a fraction", on: paper(integers, "[1,2.0]"),
      "failed: /rows/0/v/1 ×7: /rows/0/v/1 is not written as a whole number; the contract says "
        + "integer"),
    TableRow(
      "an element that is not of the form",
      on: paper(.array(of: .string(.form(.uuid, .should))), "[\"x\"]"),
      "warned: /rows/0/v/0 ×7: /rows/0/v/0 is not a UUID"),
    TableRow(
      "an element that is another word",
      on: paper(.array(of: .oneOf(["A"], tolerated: [])), "[\"A\",\"a\"]"),
      "failed: /rows/0/v/1 ×7: /rows/0/v/1 differs in case from A"),
    TableRow(
      "an element of an element", on: paper(.array(of: integers), "[[1],[\"1\"]]"),
      "failed: /rows/0/v/1/0 ×7: /rows/0/v/1/0 is a string; the contract says integer"),
    TableRow(
      "an element that is no date", on: paper(.array(of: .timestamp), "[\"2024-05-17\"]"),
      "failed: /rows/0/v/0 ×7: /rows/0/v/0 is not an RFC 3339 instant: date without a time"),
    TableRow(
      "an element that is no text", on: paper(.array(of: .string), "[\"a\",1]"),
      "failed: /rows/0/v/1 ×7: /rows/0/v/1 is a number; the contract says string"),
    TableRow(
      "an element that is no time", on: paper(.array(of: .timestamp), "[1]"),
      "failed: /rows/0/v/0 ×7: /rows/0/v/0 is a number; the contract says string"),
    TableRow(
      "an element that is no boolean", on: paper(.array(of: .boolean), "[true,0]"),
      "failed: /rows/0/v/1 ×7: /rows/0/v/1 is a number; the contract says boolean"),
    TableRow(
      "an element that is no object", on: paper(objects, "[{},[]]"),
      "failed: /rows/0/v/1 ×7: /rows/0/v/1 is an array; the contract says object"),
    TableRow(
      "an element that is no array", on: paper(.array(of: integers), "[[],1]"),
      "failed: /rows/0/v/1 ×7: /rows/0/v/1 is a number; the contract says array"),
    TableRow(
      "elements of any form",
      on: paper(.array(of: .document(Document([], as: [.object, .plain]))), "[1,{}]"),
      "failed: /rows/0/v/0 ×7: /rows/0/v/0 is a number"),
  ]

  @Test(arguments: kinds)
  func `objects and arrays are what they are declared to be`(reading: TableRow) async {
    await reading.expect("shape.rows.v")
  }

  private static func document(_ forms: Document.Form...) -> ValueType {
    .document(Document(inner, as: forms))
  }

  static let insides: [TableRow] = [
    TableRow(
      "in the first element", on: paper(objects, #"[{"n":"1"},{"n":2}]"#),
      "failed: /rows/0/v/0/n ×7: /rows/0/v/0/n is a string; the contract says integer"),
    TableRow(
      "in the last element", on: paper(objects, #"[{"n":1},{"n":"2"}]"#),
      "failed: /rows/0/v/1/n ×7: /rows/0/v/1/n is a string; the contract says integer"),
    TableRow(
      "in an object", on: paper(.object(inner), #"{"n":"1"}"#),
      "failed: /rows/0/v/n ×7: /rows/0/v/n is a string; the contract says integer"),
    TableRow(
      "in a document", on: paper(document(.object, .text), #"{"n":"1"}"#),
      "failed: /rows/0/v/n ×7: /rows/0/v/n is a string; the contract says integer"),
    TableRow(
      "in a document that is text", on: paper(document(.object, .text), #""{\"n\":\"1\"}""#),
      "failed: /rows/0/v/n ×7: /rows/0/v/n is a string; the contract says integer"),
    TableRow(
      "in text that is no document", on: paper(.object(inner), #""{\"n\":\"1\"}""#),
      "skipped: nothing holds an object in which the field could stand"),
    TableRow(
      "in half a document", on: paper(document(.object, .text), #""{\"n\":""#),
      "skipped: nothing holds an object in which the field could stand"),
    TableRow(
      "in a plain text", on: paper(document(.plain, .text), "\"x\""),
      "skipped: nothing holds an object in which the field could stand"),
    TableRow(
      "in nothing", on: paper(objects, "[]"),
      "skipped: nothing holds an object in which the field could stand"),
    TableRow(
      "in elements that are no objects", on: paper(objects, "[1]"),
      "skipped: nothing holds an object in which the field could stand"),
  ]

  @Test(arguments: insides)
  func `a field inside is looked at wherever it is`(reading: TableRow) async {
    await reading.expect("shape.rows.v.n")
  }

  static let absences: [TableRow] = [
    TableRow(
      "from the last element", on: paper(objects, #"[{"n":1},{"N":1}]"#),
      "failed: /rows/0/v/1/n ×7: /rows/0/v/1/n is missing, but N is there"),
    TableRow(
      "from text", on: paper(document(.object, .text), #""{\"m\":1}""#),
      "failed: /rows/0/v/n ×7: /rows/0/v/n is missing"),
    TableRow(
      "from half a document", on: paper(document(.object, .text), #""{\"m\":""#),
      "skipped: nothing holds an object in which the field could stand"),
    TableRow(
      "from an empty array", on: paper(objects, "[]"),
      "skipped: nothing holds an object in which the field could stand"),
    TableRow(
      "from null", on: paper(objects, "null"),
      "skipped: nothing holds an object in which the field could stand"),
  ]

  @Test(arguments: absences)
  func `a field is missing wherever it is not`(reading: TableRow) async {
    await reading.expect("shape.rows.v.n.present")
  }

  static let forms: [TableRow] = [
    TableRow("an object", on: paper(document(.object), "{}"), "passed"),
    TableRow(
      "an object where text is accepted", on: paper(document(.text, .plain), "{}"),
      "failed: /rows/0/v ×7: /rows/0/v is object"),
    TableRow("text", on: paper(document(.text), #""{\"n\":1}""#), "passed"),
    TableRow("text behind blanks", on: paper(document(.text), #"" \n\t{\"n\":1}""#), "passed"),
    TableRow(
      "text where an object is accepted", on: paper(document(.object), #""{}""#),
      "failed: /rows/0/v ×7: /rows/0/v is string that holds an object"),
    TableRow("plain text", on: paper(document(.object, .plain), "\"\""), "passed"),
    TableRow(
      "plain text where none is accepted", on: paper(document(.object, .text), "\"[]\""),
      "failed: /rows/0/v ×7: /rows/0/v is plain string"),
    TableRow(
      "half an object", on: paper(document(.object, .text), #""{""#),
      "failed: /rows/0/v ×7: /rows/0/v begins like an object and is not JSON inside: object is "
        + "not closed at byte 1"),
    TableRow(
      "half an object where plain text is accepted", on: paper(document(.text, .plain), #""{""#),
      "warned: /rows/0/v ×7: /rows/0/v begins like an object and is not JSON inside: object is "
        + "not closed at byte 1"),
    TableRow(
      "an array", on: paper(document(.object, .plain), "[]"),
      "failed: /rows/0/v ×7: /rows/0/v is an array ≠ object, or plain string"),
    TableRow(
      "a number", on: paper(document(.object, .text), "1"),
      "failed: /rows/0/v ×7: /rows/0/v is a number"),
  ]

  @Test(arguments: forms)
  func `a document has an accepted form`(reading: TableRow) async {
    await reading.expect("shape.rows.v")
  }

  static let strangers: [TableRow] = [
    TableRow(
      "at the root", on: paper(.string, "\"\""),
      .only("") { $0.replacing("{\"total\"", "{\"more\":1,\"total\"") },
      "passed: note /more: more is not in the documentation"),
    TableRow(
      "in a row", on: paper(.string, #""","w":1"#),
      "passed: note /rows/0/w ×7: rows[].w is not in the documentation"),
    TableRow(
      "in a row, with the name of another case", on: paper(.string, #""","V":1"#),
      "passed: note /rows/0/V ×7: rows[].V is not in the documentation; it differs from v in "
        + "nothing but case and underscores ≠ v ← 1"),
    TableRow(
      "in the last element", on: paper(objects, #"[{"n":1},{"n":1,"m":2}]"#),
      "passed: note /rows/0/v/1/m ×7: rows[].v[].m is not in the documentation"),
    TableRow(
      "in the first element", on: paper(objects, #"[{"m":1},{"n":1}]"#),
      "passed: note /rows/0/v/0/m ×7: rows[].v[].m is not in the documentation"),
    TableRow(
      "in an object", on: paper(.object(inner), #"{"m":1}"#),
      "passed: note /rows/0/v/m ×7: rows[].v.m is not in the documentation"),
    TableRow(
      "in text", on: paper(document(.object, .text), #""{\"n\":1,\"m\":2}""#),
      "passed: note /rows/0/v/m ×7: rows[].v.m is not in the documentation"),
    TableRow(
      "in a document", on: paper(document(.object, .text), #"{"m":2}"#),
      "passed: note /rows/0/v/m ×7: rows[].v.m is not in the documentation"),
    TableRow("in half a document", on: paper(document(.object, .text), #""{\"m\":2""#), "passed"),
    TableRow(
      "in an object without documented members", on: paper(.object([]), #"{"m":1}"#), "passed"),
    TableRow(
      "two names in two rows",
      .only("") { $0.row(1, #"{"id":1,"a":1}"#).row(2, #"{"id":2,"b":1,"a":2}"#) },
      "passed: note /rows/1/a ×2: rows[].a is not in the documentation; note /rows/2/b: "
        + "rows[].b is not in the documentation"),
    TableRow(
      "no JSON", .at("", gives: HTTPResponse(200, "<")),
      "inconclusive: nothing to assert: no value was looked at"),
  ]

  @Test(arguments: strangers)
  func `a member that nobody documented is noted`(reading: TableRow) async {
    await reading.expect("shape.undocumented-field")
  }
}
