// SPDX-License-Identifier: Apache-2.0
// Operations of one field and answers of one line, so that a test shows all that it is about.

import Contract
import SWRSpecs
import Wire

@testable import Conformance

extension Contract.Operation {
  /// A list at `/v2/{project_id}/rows` whose rows have one field called `value`.
  static func sample(
    _ type: ValueType = .integer, _ presence: Field.Presence = .required,
    null: Field.Nullability = .never, holds obligation: ObligationLevel = .must
  ) -> Contract.Operation {
    sample(rows: [
      .field("value", type, presence, null: null, holds: obligation, "is the value")
    ])
  }

  /// A list whose rows have the fields.
  static func sample(rows fields: [Field]) -> Contract.Operation {
    Contract.Operation(
      "Sample", page: "sample.txt", "lists rows", path: "/v2/{project_id}/rows/{row_id}",
      parameters: [
        .path("project_id", .string, fact: .projectID, "owns the rows"),
        .path("row_id", .integer, fact: .webhookPolicyID, "is a row"),
        .query("limit", .integer, default: 10, range: 1...100, "is the most rows of one page"),
        .query("offset", .integer, default: 0, range: 0...Int.max, "is the first row"),
      ],
      paging: .offset(rows: "rows", total: "total", multiplesOfLimit: false),
      answers: [
        .ok("the rows", [.field("rows", .arrayOfObjects(fields), .required, "holds the rows")]),
        .error(400, "a parameter is not as documented", by: .badLimit),
        .error(401, "the caller is not known", by: .badToken),
        .error(403, "the caller has no right to the project", by: .foreignProject),
        .error(404, "the row is not there", by: .unknownResource),
      ],
      relations: [], quirks: [])
  }
}

extension TargetFacts {
  /// A target of which everything is known.
  static let sample = TargetFacts(
    of: .swr, endpoint: "http://registry.example.com",
    values: Dictionary(
      uniqueKeysWithValues: Profile.swr.facts.map {
        ($0, ["webhook_policy_id": "7", "foreign_project_id": "q"][$0.name] ?? "p")
      }))
}

extension HTTPResponse {
  /// An answer with a literal body.
  init(_ status: Int, _ body: String) {
    self.init(
      status: Status(status), headers: ["Content-Type": "application/json"], body: Array(body.utf8))
  }

  /// A list of rows whose `value` is the raw JSON.
  static func rows(_ values: [String], total: Int? = nil) -> HTTPResponse {
    let rows = values.enumerated().map { #"{"id":\#($0),"value":\#($1)}"# }
    return HTTPResponse(
      200, #"{"total":\#(total ?? rows.count),"rows":[\#(rows.joined(separator: ","))]}"#)
  }
}

extension Reading {
  /// What an answer of an operation shows.
  convenience init(
    _ response: HTTPResponse, to request: Probe.Request = .init(path: "/v2/p/rows/7"),
    of operation: Contract.Operation = .sample()
  ) {
    self.init(response, to: request, OperationReader(operation, of: .sample))
  }

  /// What an answer shows to a reader.
  convenience init(_ response: HTTPResponse, to request: Probe.Request, _ reader: OperationReader) {
    let exchange = Exchange(
      request: request, endpoint: TargetFacts.sample.endpoint, result: .success(response),
      seconds: 0)
    self.init(of: exchange, reader, SideLedger())
  }
}

extension Transcript {
  /// A single request and its answer.
  init(
    _ response: HTTPResponse, to request: Probe.Request = .init(path: "/v2/p/rows/7"),
    of operation: Contract.Operation = .sample()
  ) {
    self.init(
      probe: Probe(operation: operation.id, first: request),
      readings: [Reading(response, to: request, of: operation)], ending: .complete)
  }
}

extension Check {
  /// What the check says of an answer of an operation, in the case whose id ends so.
  func result(
    _ name: String? = nil, of operation: Contract.Operation = .sample(),
    answering response: HTTPResponse
  ) throws -> CaseResult {
    let plan = Plan(for: [operation], against: .sample, checks: [self])
    let id = "Sample.\(level).\(name ?? rule)"
    guard let planned = plan.cases.first(where: { $0.id == id }) else { throw NoCase(id: id) }
    let request = plan.probes(of: planned).first?.first ?? Probe.Request(path: "/v2/p/rows/7")
    return planned.result(
      of: Transcripts([Transcript(response, to: request, of: operation)]), behind: .open)
  }

  struct NoCase: Error {
    var id: String
  }
}

/// The checks of field values, each of one rule.
extension Check {
  static let integerValue = field(.integer)
  static let booleanValue = field(.boolean)
  static let stringValue = field(.string)
  static let wordValue = field(.word)
  static let timestampValue = field(.timestamp)
  static let documentValue = field(.document)
}
