// SPDX-License-Identifier: Apache-2.0
// The operation that CONTRIBUTING.md adds, compiled, linted and planned like those of Specs/.

import Conformance
import Contract
import Foundation
import SWRSpecs
import Testing

// begin example
extension Contract.Operation {
  /// The registries that an instance replicates from and to.
  static let listInstanceRegistries = Contract.Operation(
    "ListInstanceRegistries",
    page: "swr_03_1102.html",
    "lists the target registries of an instance",
    path: "/v2/{project_id}/instances/{instance_id}/registries",
    parameters: [
      .path("project_id", .string, fact: .projectID, "is the project that owns the instance"),
      .path("instance_id", .string, fact: .instanceID, "is the registry instance"),
      .query("offset", .integer, default: 0, "is the row to start at, 0 or a multiple of limit"),
      .query("limit", .integer, default: 10, range: 1...100, "is the most rows of one page"),
      .token(),
    ],
    paging: .offset(rows: "registries", total: "total", multiplesOfLimit: true),
    answers: [
      .ok(
        "the registries of the instance, a page at a time",
        [
          .field("total", .integer, .required, "counts the registries, on all pages"),
          .field(
            "registries", .arrayOfObjects(registry), .required, null: .tolerated,
            "holds the registries of this page"),
        ]),
      .error(400, "a parameter is not as documented", by: .badLimit),
      .error(401, "the caller is not known", by: .badToken),
      .error(403, "the caller has no right to the project", by: .foreignProject),
      .error(404, "the instance is not there", by: .unknownResource),
    ],
    relations: [
      .relation(.unique(field: "id"), .must, "no two registries have one id"),
      .relation(
        .notBefore(field: "updated_at", earlier: "created_at"), .should,
        "a registry is not updated before it is created"),
    ],
    quirks: [
      .quirk(
        "registries-status-in-prose",
        section: "response, status 200",
        table: "status is healthy or unhealthy, in the text of its description",
        others: [.sdk("Registry.status, a string without a list of values")],
        holds: .should,
        "the two words are expected; another one is a warning",
        seen: .observed(
          .field("status", .value),
          [.table("two-words", ["healthy", "unhealthy"]), .other("another", [Side.anything])]))
    ]
  )

  private static let registry: [Field] = [
    .field("id", .integer, .required, "is the registry's number"),
    .field("name", .string(.form(.nonEmpty, .must)), .required, "is the registry's name"),
    .field("type", .string, .expected, "says which product the registry is"),
    .field("url", .string, .expected, "is where the registry is reached"),
    .field("insecure", .boolean, .optional, "says how the registry's certificate is taken"),
    .field(
      "status", .string(.usually(["healthy", "unhealthy"], known: [])), .expected,
      "says whether the registry answers"),
    .field("created_at", .timestamp, .expected, "is when the registry was made known"),
    .field("updated_at", .timestamp, .expected, "is when the registry last changed"),
  ]
}
// end example

@Suite struct SixthOperationTests {
  @Test func `the example is as clean as the catalogue that it joins`() {
    #expect(SpecLint.problems(in: Catalog.operations + [.listInstanceRegistries]) == [])
  }

  @Test func `a literal is enough to be planned on every level that it speaks of`() {
    let plan = Plan(
      for: Catalog.operations + [.listInstanceRegistries],
      against: TargetFacts(of: .swr, endpoint: "", values: [:]))
    let own = plan.cases.filter { $0.operation == "ListInstanceRegistries" }
    let ids = Set(own.map(\.id))
    #expect(
      ids.isSuperset(of: [
        "ListInstanceRegistries.shape.registries.status",
        "ListInstanceRegistries.relations.updated_at-not-before-created_at",
        "ListInstanceRegistries.errors.limit-too-large",
      ]))
    #expect(own.allSatisfy { $0.needs.isSuperset(of: [.projectID, .instanceID]) })
  }

  @Test func `CONTRIBUTING.md shows this very code`() throws {
    let source = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
    let page = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../CONTRIBUTING.md")
    let shown = try String(contentsOf: page, encoding: .utf8)
    let example = try #require(Self.part(of: source, between: "// begin example\n", "// end"))
    #expect(example.hasPrefix("extension Contract.Operation {"))
    #expect(Self.part(of: shown, between: "<!-- example -->\n```swift\n", "```\n") == example)
  }

  /// The text behind the first start, up to the first end behind that.
  private static func part(
    of text: String, between start: String, _ end: String
  ) -> Substring? {
    guard let start = text.range(of: start),
      let end = text.range(of: end, range: start.upperBound..<text.endIndex)
    else { return nil }
    return text[start.upperBound..<end.lowerBound]
  }
}
