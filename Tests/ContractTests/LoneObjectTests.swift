// SPDX-License-Identifier: Apache-2.0
// Literals of operations that answer with one object: clean ones, their mistakes, and their JSON.

import SWRSpecs
import Testing

@testable import Contract

@Suite struct LoneObjectTests {
  /// A thing by itself, which the sample's list has as a row.
  private func thing(
    parameter: Parameter? = nil, paging: Paging = .object(), relations: [Relation] = []
  ) -> Contract.Operation {
    Contract.Operation(
      "ShowThing", page: "thing.txt", "shows a thing", path: "/v2/{project_id}/thing",
      parameters: [.path("project_id", .string, fact: .projectID, "is the project"), .token()]
        + [parameter].compactMap(\.self),
      paging: paging,
      answers: [
        .ok(
          "the thing",
          [
            .field("id", .integer, .required, "is the thing's number"),
            .field("count", .integer, .required, "counts something"),
            .field("parts", .arrayOfObjects([]), .required, "lists its parts"),
          ])
      ],
      relations: relations, quirks: [])
  }

  private func problems(_ operation: Contract.Operation) -> [String] {
    SpecLint.problems(in: [.sample(), operation]).map(\.message)
  }

  @Test func `an object with its row in a list is clean`() {
    let row = Relation.relation(.row(in: "ListThings", by: "id"), .must, "is the same")
    #expect(problems(thing(relations: [row])) == [])
  }

  @Test func `an object that no field names`() {
    #expect(
      problems(thing(paging: .object(identity: "name"))) == [
        "paging needs the field name, an integer or a string"
      ])
  }

  @Test func `a filter of one object`() {
    let filter = Parameter.filter("count", .integer, by: "count", matching: .whole, "keeps a count")
    #expect(problems(thing(parameter: filter)) == ["one object has no rows for count to choose"])
  }

  @Test func `rules of rows about one object`() {
    let unique = Relation.relation(.unique(field: "id"), .must, "is the only one")
    let counts = Relation.relation(
      .counts(
        field: "count", in: "ListThings", parameter: "project_id", state: "state", words: []),
      .must, "counts things")
    #expect(
      problems(thing(relations: [unique, counts])) == [
        "id-unique speaks of rows, and there is one object",
        "count-counted speaks of rows, and there is one object",
      ])
  }

  @Test func `a row of no list, or under another name`() {
    let own = Relation.relation(.row(in: "ShowThing", by: "id"), .must, "is the same")
    #expect(problems(thing(relations: [own])) == ["no list is called ShowThing"])
    let other = Relation.relation(.row(in: "ListThings", by: "count"), .must, "is the same")
    #expect(problems(thing(relations: [other])) == ["count does not name an object and its row"])
  }

  @Test func `a list is no object`() {
    let row = Relation.relation(.row(in: "ListThings", by: "id"), .must, "is the same")
    #expect(
      SpecLint.problems(in: [.sample(relation: row)]).map(\.message) == [
        "row-of-ListThings speaks of one object, and there is a list"
      ])
  }

  @Test func `objects and links survive the document`() throws {
    var linked = Contract.Operation.sample()
    linked.paging = linked.paging.withLinks()
    let row = Relation.relation(.row(in: "ListThings", by: "id"), .must, "is the same")
    let document = ContractDocument([linked, thing(relations: [row])], of: .swr)
    let back = try ContractDocument(parsing: Array(document.text.utf8), of: .swr)
    #expect(back.operations == document.operations)
    let plain = ContractDocument([.sample(), thing(relations: [row])], of: .swr)
    #expect(plain.digest != document.digest && !plain.text.contains("links"))
  }
}
