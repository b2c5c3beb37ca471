// SPDX-License-Identifier: Apache-2.0
// The catalogue has no mistake, and each mistake that a literal can make is told at its line.

import Conformance
import SWRSpecs
import Testing

@testable import Contract

@Suite struct SpecLintTests {
  @Test func `the catalogue is clean`() {
    for problem in SpecLint.problems(in: Catalog.operations) {
      Issue.record("\(problem.message)", sourceLocation: problem.location.location)
    }
  }

  @Test func `no two cases of the plan have one id`() {
    let plan = Plan(
      for: Catalog.operations, against: TargetFacts(of: .swr, endpoint: "", values: [:]))
    #expect(plan.cases.repeats(by: \.id).map(\.id) == [])
  }

  @Test func `the sample of these tests is clean`() {
    #expect(SpecLint.problems(in: [.sample()]) == [])
  }

  @Test func `two operations of one id`() {
    expect("a second operation has the id ListThings", in: [.sample(), .sample(line: 7)], at: 7)
  }

  @Test func `an id that no Swift type can have`() {
    expect("the id \"list things\" is no name in upper camel case", in: .sample("list things"))
  }

  @Test func `a gap of the path without a parameter`() {
    expect(
      "the path has a gap {instance_id} and no parameter",
      in: .sample(path: "/v2/{project_id}/{instance_id}"))
  }

  @Test func `a parameter of the path without a gap`() {
    let line: UInt = #line + 1
    let parameter = Parameter.path("instance_id", .string, fact: .instanceID, "is the instance")
    expect("the path has no gap {instance_id}", in: .sample(parameter: parameter), at: line)
  }

  @Test func `a parameter of the path without a fact`() {
    let line: UInt = #line + 1
    var parameter = Parameter.path("instance_id", .string, fact: .instanceID, "is the instance")
    parameter.fact = nil
    let operation = Contract.Operation.sample(
      path: "/v2/{project_id}/{instance_id}", parameter: parameter)
    expect("no fact of a target fills {instance_id}", in: operation, at: line)
  }

  @Test func `two parameters of one name`() {
    let line: UInt = #line + 1
    let parameter = Parameter.query("limit", .integer, "is the most rows")
    expect("the parameter limit is declared twice", in: .sample(parameter: parameter), at: line)
  }

  @Test func `a default outside its range`() {
    let line: UInt = #line + 1
    let parameter = Parameter.query("depth", .integer, default: 0, range: 1...9, "is a depth")
    expect("the default 0 of depth is not in 1 to 9", in: .sample(parameter: parameter), at: line)
  }

  @Test func `a filter by a field that no row has`() {
    let line: UInt = #line + 1
    let filter = Parameter.filter("state", by: "gone", oneOf: ["a"], "keeps one state")
    expect("no row has the field gone", in: .sample(parameter: filter), at: line)
  }

  @Test func `a filter without words`() {
    let line: UInt = #line + 1
    let filter = Parameter.filter("state", by: "state", oneOf: [], "keeps one state")
    expect("state has a list of values without one", in: .sample(parameter: filter), at: line)
  }

  @Test func `no answer with status 200`() {
    let operation = Contract.Operation.sample(answers: [])
    #expect(SpecLint.answers(operation).map(\.message) == ["no answer has the status 200"])
    #expect(SpecLint.answers(operation).map(\.location) == [operation.location])
  }

  @Test func `two answers of one status`() {
    let line: UInt = #line + 1
    let answer = DocumentedResponse.error(401, "the caller is not known either", by: .badToken)
    let operation = Contract.Operation.sample(
      answers: [.sample(), .error(401, "the caller is not known", by: .badToken), answer])
    expect("status 401 is answered twice", in: operation, at: line)
  }

  @Test func `two fields of one name in one object`() {
    let line: UInt = #line + 1
    let field = Field.field("id", .string, .required, "is the number again")
    expect("things.id is declared twice", in: .sample(field: field), at: line)
  }

  @Test func `a list of words without one, deep in an array`() {
    let line: UInt = #line + 1
    let field = Field.field("kinds", .array(of: .oneOf([])), .optional, "lists kinds")
    expect("things.kinds has a list of values without one", in: .sample(field: field), at: line)
  }

  @Test func `a word that is listed twice`() {
    let line: UInt = #line + 1
    let field = Field.field("kind", .oneOf(["a", "b", "a"]), .optional, "is a kind")
    expect("things.kind lists a twice", in: .sample(field: field), at: line)
  }

  @Test func `a word that is documented and tolerated`() {
    let line: UInt = #line + 1
    let field = Field.field("kind", .oneOf(["a"], tolerated: ["a"]), .optional, "is a kind")
    expect("things.kind both documents and tolerates a", in: .sample(field: field), at: line)
  }

  @Test func `a document without a form`() {
    let line: UInt = #line + 1
    let field = Field.field("more", .document(Document([], as: [])), .optional, "says more")
    expect("things.more has no form to travel in", in: .sample(field: field), at: line)
  }

  @Test func `rows that the answer does not have`() {
    let line: UInt = #line + 1
    let paging = Paging.offset(rows: "items", total: "total", multiplesOfLimit: true)
    #expect(
      SpecLint.pagingFields(.sample(paging: paging))
        == [problem("paging needs the field items, an array of objects", at: line)])
  }

  @Test func `rows, a total and an identity of the wrong type`() {
    let line: UInt = #line + 1
    let paging = Paging.offset(
      rows: "things", identity: "born", total: "name", multiplesOfLimit: true)
    let answer = DocumentedResponse.ok(
      "the things",
      [
        .field("things", .object([.field("born", .timestamp, .required, "")]), .required, ""),
        .field("name", .string, .required, ""),
      ])
    #expect(
      SpecLint.pagingFields(.sample(paging: paging, answers: [answer])) == [
        problem("paging needs things to be an array of objects", at: line),
        problem("paging needs things.born to be an integer or a string", at: line),
        problem("paging needs name to be an integer", at: line),
      ])
  }

  @Test func `a marker without its field and its parameter`() {
    let line: UInt = #line + 1
    let paging = Paging.marker(rows: "things", next: "page.next")
    #expect(
      SpecLint.problems(in: [.sample(paging: paging)]) == [
        problem("paging needs the field page.next, an integer or a string", at: line),
        problem("paging needs the query parameter marker", at: line),
      ])
  }

  @Test func `an echo of a parameter that the path does not have`() {
    let line: UInt = #line + 1
    let echo = Relation.relation(.echo(field: "id", parameter: "limit"), .must, "repeats it")
    expect("the path has no parameter limit to repeat", in: .sample(relation: echo), at: line)
  }

  @Test func `a relation on a field that no document has`() {
    let line: UInt = #line + 1
    let relation = Relation.relation(.notNegative(field: "detail.gone"), .must, "is 0 or more")
    expect("no row has the field detail.gone", in: .sample(relation: relation), at: line)
  }

  @Test func `a relation reaches through documents`() {
    let relation = Relation.relation(.notNegative(field: "detail.size"), .must, "is 0 or more")
    #expect(SpecLint.problems(in: [.sample(relation: relation)]) == [])
  }

  @Test func `two relations of one name`() {
    let line: UInt = #line + 1
    let relation = Relation.relation(.unique(field: "id"), .must, "is unique once more")
    expect("a second relation has the name id-unique", in: .sample(relation: relation), at: line)
  }

  @Test func `two quirks of one id in two operations`() {
    let first = Quirk.sample(.unseen("nobody looks"))
    let line: UInt = #line + 1
    let second = Quirk.sample(.unseen("nobody looks"))
    let operations = [Contract.Operation.sample("A", quirk: first), .sample("B", quirk: second)]
    expect("a second quirk has the id odd", in: operations, at: line)
  }

  @Test func `one quirk may stand in two operations`() {
    let quirk = Quirk.sample(.unseen("nobody looks"))
    let operations = [Contract.Operation.sample("A", quirk: quirk), .sample("B", quirk: quirk)]
    #expect(SpecLint.problems(in: operations) == [])
  }

  static let badObservations: [(message: String, observable: Observable, sides: [Side])] = [
    ("no row has the field Gone", .names(["Gone"]), [.table("Gone"), .other("here")]),
    ("no row has the field id.gone", .field("id.gone", .form), [.table("a"), .other("b")]),
    ("odd has no two sides", .nulls, [.table("none")]),
    ("no sign shows the side some", .nulls, [.table("none"), .other("some", [])]),
    ("a second side is called none", .nulls, [.table("none"), .other("none", ["some"])]),
    (
      "the side some cannot be told from another", .nulls,
      [.table("none"), .other("some", ["none"])]
    ),
    ("nobody speaks for the side some", .nulls, [.table("none"), .example("some")]),
  ]

  @Test(arguments: badObservations.indices)
  func `an observed quirk whose sides cannot be told apart`(index: Int) {
    let bad = Self.badObservations[index]
    let line: UInt = #line + 1
    let quirk = Quirk.sample(.observed(bad.observable, bad.sides))
    expect(bad.message, in: .sample(quirk: quirk), at: line)
  }

  @Test func `a quirk of which neither table nor example is told`() {
    let line: UInt = #line + 1
    let quirk = Quirk.sample(table: nil, .unseen("nobody looks"))
    expect("neither table nor example of odd is told", in: .sample(quirk: quirk), at: line)
  }

  @Test func `an operation without a page`() {
    expect("no page stands behind ListThings", in: .sample(page: ""))
  }

  @Test func `a promise without a sentence`() {
    let line: UInt = #line + 1
    let field = Field.field("kind", .string, .optional, " ")
    expect("a promise without a sentence", in: .sample(field: field), at: line)
  }

  @Test func `a source without a section`() {
    let line: UInt = #line + 1
    let field = Field.field("kind", .string, .optional, "is a kind", from: .sdk(""))
    expect("a source without a document or a section", in: .sample(field: field), at: line)
  }

  private func problem(_ message: String, at line: UInt) -> SpecLint.Problem {
    SpecLint.Problem(
      message, SpecLocation(file: "ContractTests/SpecLintTests.swift", line: Int(line)))
  }

  private func expect(
    _ message: String, in operations: [Contract.Operation], at line: UInt,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      SpecLint.problems(in: operations) == [problem(message, at: line)],
      sourceLocation: sourceLocation)
  }

  /// Expects one problem, at the line of the call if no other is given.
  private func expect(
    _ message: String, in operation: Contract.Operation, at line: UInt? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let place = line.map { problem(message, at: $0).location } ?? operation.location
    #expect(
      SpecLint.problems(in: [operation]).map(\.description) == ["\(place): \(message)"],
      sourceLocation: sourceLocation)
  }
}
