// SPDX-License-Identifier: Apache-2.0
// The contract document: nothing is lost on the way out and back, and mistakes are told by place.

import Contract
import SWRSpecs
import Testing
import Wire

@Suite struct ContractDocumentTests {
  private let document = ContractDocument(Catalog.operations, of: .swr)

  @Test func `what is written is read back without loss`() throws {
    let back = try ContractDocument(parsing: Array(document.text.utf8), of: .swr)
    #expect(back.operations == Catalog.operations)
    #expect(back.text == document.text)
  }

  @Test func `every case of every enumeration has a word`() throws {
    let operations = Self.rareCases.map { Contract.Operation.sample(quirk: .sample($0)) }
    let field = Field.field("rare", .array(of: .integer(usually: -5...Int64.max)), .optional, "is")
    let all = ContractDocument(operations + [.sample(field: field)], of: .swr)
    #expect(try ContractDocument(parsing: Array(all.text.utf8), of: .swr) == all)
  }

  @Test func `the digest is over what is promised, not over where it is written`() {
    var moved = Catalog.operations
    moved[0].location.line += 1
    moved[1].quirks[0].location.line += 1
    #expect(ContractDocument(moved, of: .swr).digest == document.digest)
    var changed = Catalog.operations
    changed[4].quirks[0].description += "!"
    #expect(ContractDocument(changed, of: .swr).digest != document.digest)
    #expect(document.digest.wholeMatch(of: #/sha256:[0-9a-f]{64}/#) != nil)
  }

  @Test func `a digest may be left out but not be another's`() throws {
    let without = document.text.replacing(#/  "digest": "[^"]+",\n/#, with: "")
    #expect(try ContractDocument(parsing: Array(without.utf8), of: .swr) == document)
    let other = document.text.replacing("\"name\": \"limit\"", with: "\"name\": \"most\"")
    let problem = problem(with: other)
    #expect(problem?.pointer.description == "/digest")
    #expect(problem?.received == document.digest)
  }

  /// What is replaced in a small document, with what, and what is said of it.
  typealias Mistake = (text: String, other: String, told: String)

  static let mistakes: [Mistake] = [
    (
      "contract/1", "contract/2",
      #"/schema: expected "swr-conformance.contract/1", received "#
        + #""swr-conformance.contract/2""#
    ),
    (
      #""access": "everyTenant","#, "", #"/operations/0: expected member "access", received object"#
    ),
    (
      "everyTenant", "nobody",
      #"/operations/0/access: expected one of "everyTenant", "#
        + #""allowListed", received string "nobody""#
    ),
    (
      #""status": 200"#, #""status": 2e2"#,
      "/operations/0/answers/0/status: expected integer of 64 bits, received number 2e2"
    ),
    (
      #""least": 1,"#, #""least": 101,"#,
      "/operations/0/parameters/2/range: expected a most that "
        + "is not below least, received object"
    ),
    (
      #""summary": "#, #""sumary": "#,
      "/operations/0: expected no members but id, page, summary, "
        + "method, path, access, parameters, paging, answers, relations, quirks, at, "
        + #"received member "sumary""#
    ),
    (
      #""id": "ListThings","#, #""id": "ListThings", "id": "Other","#,
      "/operations/0/id: expected each member once, received two of them"
    ),
    (
      #""rows": "things""#, #""rows": ["things"]"#,
      "/operations/0/paging/rows: expected string, received array"
    ),
    (
      #"{"unique": "id"}"#, #"{"unic": "id"}"#,
      "/operations/0/relations/0/kind: expected one of "
        + #"{"echo": …}, {"unique": …}, {"not_negative": …}, {"at_most": …}, {"not_before": …}, "#
        + #"{"sum": …}, {"counts": …}, {"row": …}, "#
        + #"{"zero_time_while_unfinished": …}, {"zero_time_until_finished": …}, "#
        + #"{"told": …}, {"code": …}, received object"#
    ),
    (#""at": "ContractTests"#, #""at": "0"}"#, "the document: expected JSON, received "),
  ]

  @Test(arguments: mistakes)
  func `a mistake is told with its place and what was expected`(mistake: Mistake) throws {
    let text = ContractDocument([.sample()], of: .swr).text
    try #require(text.contains(mistake.text))
    let told = problem(with: text.replacing(mistake.text, with: mistake.other, maxReplacements: 1))
    #expect(told?.description.hasPrefix(mistake.told) == true, "\(told?.description ?? "")")
  }

  private func problem(with text: String) -> ContractDocument.Problem? {
    do throws(ContractDocument.Problem) {
      _ = try ContractDocument(parsing: Array(text.utf8), of: .swr)
      return nil
    } catch {
      return error
    }
  }

  private static let rareCases: [Quirk.Detection] =
    [.heldBy("shape.id"), .onThePage("the page"), .unseen("nowhere")]
    + observables.map { .observed($0, [.table("a"), .example("b", ["c"]), .other("d")]) }

  private static let observables: [Observable] = [
    .field("a.b", .value), .field("a", .among(["1"]), where: .when("c", isOneOf: ["d"])),
    .field("a", .form), .field("a", .letterCase), .field("a", .shape), .field("a", .magnitude),
    .field("a", .zeroTime), .root("a"), .names(["a", "b"]), .prefix(of: "a", parameter: "b"),
    .pair("a", "b"), .fractionDigits(["a"]), .extraMembers, .nulls, .order(of: "a"), .envelope,
    .defaultSize([10, 100]), .totalUnderFilter, .filteredWords, .markerOnShortPage,
    .status(of: .query([.init("a", "b")])), .status(of: .unknown("a")), .errorShape(of: .any),
    .errorShape(of: .unauthenticated), .errorCode, .errorMember("a"), .header("a"),
  ]
}
