// SPDX-License-Identifier: Apache-2.0
// A small operation without a mistake, into which each test of the lint puts one.

import Contract
import SWRSpecs
import Testing

extension Contract.Operation {
  /// A clean operation, but for what the arguments add or replace.
  static func sample(
    _ id: String = "ListThings", page: String = "things.txt",
    path: PathTemplate = "/v2/{project_id}/things", parameter: Parameter? = nil,
    paging: Paging = .offset(rows: "things", total: "total", multiplesOfLimit: true),
    field: Field? = nil, answers: [DocumentedResponse]? = nil, relation: Relation? = nil,
    quirk: Quirk? = nil, line: UInt = #line
  ) -> Contract.Operation {
    Contract.Operation(
      id, page: page, "lists things", path: path,
      parameters: [
        .path("project_id", .string, fact: .projectID, "is the project"),
        .query("offset", .integer, default: 0, "is the row to start at"),
        .query("limit", .integer, default: 10, range: 1...100, "is the most rows of one page"),
        .token(),
      ] + [parameter].compactMap(\.self),
      paging: paging,
      answers: answers ?? [.sample(field)],
      relations: [.relation(.unique(field: "id"), .must, "no two things have one id")]
        + [relation].compactMap(\.self),
      quirks: [quirk].compactMap(\.self),
      file: "ContractTests/SpecLintTests.swift", line: line)
  }
}

extension DocumentedResponse {
  /// A page of things, one of whose fields is a document.
  static func sample(_ field: Field? = nil) -> DocumentedResponse {
    let detail = Document(
      [.field("size", .integer, .optional, "counts bytes")], as: [.object, .text])
    return .ok(
      "the things, a page at a time",
      [
        .field("total", .integer, .required, "counts the things"),
        .field(
          "things",
          .arrayOfObjects(
            [
              .field("id", .integer, .required, "is the thing's number"),
              .field("state", .oneOf(["a", "b"]), .required, "is the thing's state"),
              .field("detail", .document(detail), .optional, "says more"),
            ] + [field].compactMap(\.self)),
          .required, "holds the things of this page"),
      ])
  }
}

extension SpecLocation {
  /// The place for Swift Testing; a literal of Specs/ is found from this file.
  var location: SourceLocation {
    let root = "\(#filePath)".replacing("Tests/ContractTests/Operation+Sample.swift", with: "")
    let name = file.split(separator: "/").last ?? ""
    return SourceLocation(
      fileID: "SWRSpecs/\(name)", filePath: root + file, line: line, column: 1)
  }
}

extension Quirk {
  /// A quirk called odd, at the line of the call.
  static func sample(
    table: String? = "t", _ detection: Detection, line: UInt = #line
  ) -> Quirk {
    .quirk(
      "odd", section: "s", table: table, others: [.sdk("another")], holds: .note, "is odd",
      seen: detection, file: "ContractTests/SpecLintTests.swift", line: line)
  }
}
