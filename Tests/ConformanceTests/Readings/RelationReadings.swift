// SPDX-License-Identifier: Apache-2.0
// Readings of rows whose values agree one by one, and not with each other.

import Conformance
import Contract
import SWRSpecs
import Testing
import Wire

@Suite struct RelationReadings {
  /// A list of the rows, each the members behind its id, held to one relation.
  static func paper(
    _ kind: Relation.Kind, _ requirement: ObligationLevel = .must, _ rows: String...
  ) -> Paper {
    let all = rows.enumerated().map { Paper.Row(status: "", json: #"{"id":\#($0),\#($1)}"#) }
    return Paper(
      operation: .paper(
        filtered: false, relations: [.relation(kind, requirement, "so it has to be")]),
      rows: all)
  }

  private static func echo(_ value: String, of parameter: String = "box") -> Paper {
    paper(.echo(field: "a", parameter: parameter), .must, #""a":\#(value)"#)
  }

  static let echoes: [TableRow] = [
    TableRow("the number", on: echo("7"), "passed"),
    TableRow("the number as text", on: echo("\"7\""), "passed"),
    TableRow(
      "another number", on: echo("8"), "failed: /rows/0/a ×7: /rows/0/a is 8; so it has to be ≠ 7"),
    TableRow(
      "another spelling of the number", on: echo("7.0"),
      "failed: /rows/0/a ×7: /rows/0/a is 7.0; so it has to be"),
    TableRow("the text", on: echo("\"n\"", of: "name"), "passed"),
    TableRow(
      "another text", on: echo("\"N\"", of: "name"),
      "failed: /rows/0/a ×7: /rows/0/a is 'N'; so it has to be"),
    TableRow(
      "null", on: echo("null"), "skipped: no row of 7 has values that the relation speaks of"),
    TableRow(
      "nothing", on: paper(.echo(field: "b", parameter: "box"), .must, #""a":1"#),
      of: "relations.b-echo", "skipped: no row of 7 has values that the relation speaks of"),
    TableRow(
      "a parameter that nothing fills", on: echo("7", of: "limit"),
      "skipped: no row of 7 has values that the relation speaks of"),
    TableRow(
      "no rows", on: paper(.echo(field: "a", parameter: "box")),
      "inconclusive: nothing to assert: no rows"),
    TableRow(
      "other numbers in two rows",
      on: paper(.echo(field: "a", parameter: "box"), .must, #""a":8"#, #""a":7"#, #""a":9"#),
      "failed: /rows/0/a ×15: /rows/0/a is 8; so it has to be"),
    TableRow(
      "as a warning", on: paper(.echo(field: "a", parameter: "box"), .should, #""a":8"#),
      "warned: /rows/0/a ×7: /rows/0/a is 8; so it has to be"),
    TableRow(
      "as a note", on: paper(.echo(field: "a", parameter: "box"), .note, #""a":8"#),
      "passed: note /rows/0/a ×7: /rows/0/a is 8; so it has to be"),
  ]

  @Test(arguments: echoes)
  func `a field repeats what the path says`(reading: TableRow) async {
    await reading.expect("relations.a-echo")
  }

  @Test func `a name that reads like a mask is compared in a run`() async {
    let paper = Self.echo("\"another\"", of: "name")
    var facts = Paper.facts
    facts.values[.namespaceName] = "hidden"
    let plan = Plan(
      for: [paper.operation], against: facts, selection: Selection(only: ["Paper.relations"]))
    let registry = PaperRegistry(
      paper,
      Deviation { asked, healthy in
        var asked = asked
        asked.path = Paper.path
        return healthy(asked)
      })
    let results = await Run(plan, over: registry, concurrency: 1).results()
    let echo = results.first { $0.id == "Paper.relations.a-echo" }
    #expect(echo?.verdict.outcome == .failed)
  }

  private static let unique = Relation.Kind.unique(field: "a")
  private static let many = paper(
    unique, .must, #""a":0"#, #""a":1"#, #""a":2"#, #""a":3"#, #""a":4"#, #""a":5"#, #""a":6"#,
    #""a":7"#, #""a":8"#, #""a":9"#)

  static let uniques: [TableRow] = [
    TableRow("different", on: many, "passed"),
    TableRow(
      "twice on the first page", on: paper(unique, .must, #""a":1"#, #""a":1"#),
      "failed: /rows/1/a ×7: /rows/1/a is 1; so it has to be"),
    TableRow(
      "twice on a second page", on: many,
      .at("limit=7&offset=7") { $0.replacing(#""a":9"#, #""a":8"#) },
      "failed: /rows/2/a: /rows/2/a is 8; so it has to be"),
    TableRow(
      "once on each of two pages", on: many,
      .at("limit=7&offset=7") { $0.replacing(#""a":9"#, #""a":1"#) }, "passed"),
    TableRow(
      "three times", on: paper(unique, .must, #""a":1"#, #""a":1"#, #""a":1"#),
      "failed: /rows/1/a ×15: /rows/1/a is 1; so it has to be"),
    TableRow(
      "null twice", on: paper(unique, .must, #""a":null"#, #""a":null"#),
      "skipped: no row of 16 has values that the relation speaks of"),
    TableRow(
      "absent twice", on: paper(unique, .must, #""b":1"#, #""b":1"#),
      "skipped: no row of 16 has values that the relation speaks of"),
    TableRow("a number and its text", on: paper(unique, .must, #""a":1"#, #""a":"1""#), "passed"),
    TableRow(
      "one number in two spellings", on: paper(unique, .must, #""a":10"#, #""a":1.0e1"#),
      "failed: /rows/1/a ×7: /rows/1/a is 1.0e1; so it has to be"),
    TableRow(
      "one text in two spellings", on: paper(unique, .must, #""a":"b""#, #""a":"\u0062""#),
      #"failed: /rows/1/a ×7: /rows/1/a is '\u0062'; so it has to be"#),
    TableRow(
      "one UUID in two cases",
      on: paper(
        unique, .must, #""a":"36db6911-40f9-11f0-b044-0255ac1b69bb""#,
        #""a":"36DB6911-40F9-11F0-B044-0255AC1B69BB""#),
      "failed: /rows/1/a ×7: /rows/1/a is '36DB6911-40F9-11F0-B044-0255AC1B69BB'; so it has to "
        + "be"),
    TableRow(
      "two texts in two cases", on: paper(unique, .must, #""a":"b""#, #""a":"B""#), "passed"),
  ]

  @Test(arguments: uniques)
  func `a value is unique on every page`(reading: TableRow) async {
    await reading.expect("relations.a-unique")
  }

  private static func sign(_ value: String) -> Paper {
    paper(.notNegative(field: "a"), .must, #""a":\#(value)"#)
  }

  static let signs: [TableRow] = [
    TableRow("0", on: sign("0"), "passed"),
    TableRow("1", on: sign("1"), "passed"),
    TableRow("-1", on: sign("-1"), "failed: /rows/0/a ×7: /rows/0/a is -1; so it has to be"),
    TableRow("-0", on: sign("-0"), "passed"),
    TableRow("beyond 64 bits", on: sign("99999999999999999999"), "passed"),
    TableRow(
      "far below 64 bits", on: sign("-99999999999999999999"),
      "failed: /rows/0/a ×7: /rows/0/a is -99999999999999999999; so it has to be"),
    TableRow(
      "-1.5", on: sign("-1.5"), "skipped: no row of 7 has values that the relation speaks of"),
    TableRow(
      "text", on: sign("\"-1\""), "skipped: no row of 7 has values that the relation speaks of"),
    TableRow(
      "null", on: sign("null"), "skipped: no row of 7 has values that the relation speaks of"),
  ]

  @Test(arguments: signs)
  func `a value is not negative`(reading: TableRow) async {
    await reading.expect("relations.a-not-negative")
  }

  private static func most(_ a: String, _ b: String) -> Paper {
    paper(.atMost(field: "a", of: "b"), .must, #""a":\#(a),"b":\#(b)"#)
  }

  static let bounds: [TableRow] = [
    TableRow("as much", on: most("3", "3"), "passed"),
    TableRow("less", on: most("2", "3"), "passed"),
    TableRow(
      "more", on: most("4", "3"),
      "failed: /rows/0/a ×7: /rows/0/a is 4; so it has to be ≠ at most b, which is 3"),
    TableRow(
      "more than nothing", on: most("4", "null"),
      "skipped: no row of 7 has values that the relation speaks of"),
    TableRow(
      "nothing", on: most("null", "3"),
      "skipped: no row of 7 has values that the relation speaks of"),
    TableRow(
      "a text", on: most("\"4\"", "3"),
      "skipped: no row of 7 has values that the relation speaks of"),
    TableRow(
      "more, inside an object",
      on: paper(.atMost(field: "o.a", of: "o.b"), .must, #""o":{"a":4,"b":3}"#),
      of: "relations.o.a-at-most-o.b", "failed: /rows/0/o/a ×7: /rows/0/o/a is 4; so it has to be"),
    TableRow(
      "more, inside text",
      on: paper(.atMost(field: "o.a", of: "o.b"), .must, #""o":"{\"a\":4,\"b\":3}""#),
      of: "relations.o.a-at-most-o.b", "failed: /rows/0/o/a ×7: /rows/0/o/a is 4; so it has to be"),
    TableRow(
      "less, inside text",
      on: paper(.atMost(field: "o.a", of: "o.b"), .must, #""o":"{\"a\":3,\"b\":4}""#),
      of: "relations.o.a-at-most-o.b", "passed"),
    TableRow(
      "text that holds no object",
      on: paper(.atMost(field: "o.a", of: "o.b"), .must, #""o":"{\"a\":4""#),
      of: "relations.o.a-at-most-o.b",
      "skipped: no row of 7 has values that the relation speaks of"),
  ]

  @Test(arguments: bounds)
  func `a value is at most another`(reading: TableRow) async {
    await reading.expect("relations.a-at-most-b")
  }
}
