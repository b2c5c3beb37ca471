// SPDX-License-Identifier: Apache-2.0
// The OpenAPI document says what the specs say, and its examples keep what it promises.

import Conformance
import Contract
import SWRSpecs
import Testing
import Wire

@testable import OpenAPI

@Suite struct OpenAPIDocumentTests {
  private static let document = Result {
    try JSONDocument(parsing: Array(OpenAPIDocument(Catalog.operations, of: .swr).text.utf8))
  }
  private let root: JSONValue

  init() throws { root = try Self.document.get().root }

  private func described(_ operation: Contract.Operation) throws -> JSONValue {
    try #require(root["paths"]?[operation.path.description]?["get"])
  }

  @Test(arguments: Catalog.operations)
  func `an operation has its parameters, statuses and quirks`(
    operation: Contract.Operation
  ) throws {
    let described = try described(operation)
    #expect(described["operationId"]?.string == operation.id)
    let parameters = described["parameters"]?.elements.compactMap { $0["name"]?.string }
    #expect(parameters == operation.parameters.map(\.name).filter { $0 != "X-Auth-Token" })
    let statuses = described["responses"]?.members.map(\.name)
    #expect(statuses == operation.answers.map { String($0.status) })
    let quirks = described["x-quirks"]?.elements.compactMap { $0["id"]?.string }
    #expect(quirks == operation.quirks.map(\.id))
  }

  @Test(arguments: Catalog.operations)
  func `required are exactly the required fields`(operation: Contract.Operation) throws {
    let name = operation.paging.isObject ? operation.id : "\(operation.id)Row"
    let schema = try #require(root["components"]?["schemas"]?[name])
    let required = operation.rowFields.filter { $0.presence == .required }.map(\.name)
    #expect(schema["required"]?.elements.compactMap(\.string) == required)
    #expect(schema["properties"]?.members.map(\.name) == operation.rowFields.map(\.name))
  }

  @Test func `either way to prove who is asking will do`() {
    #expect(
      root["security"]?.elements.map { $0.members.map(\.name) } == [["token"], ["signature"]])
    let schemes = root["components"]?["securitySchemes"]
    #expect(schemes?["token"]?["name"]?.string == "X-Auth-Token")
    #expect(schemes?["signature"]?["name"]?.string == "Authorization")
    #expect(
      root["x-contract-digest"]?.string == ContractDocument(Catalog.operations, of: .swr).digest)
  }

  @Test func `a schema says what must hold, and beside it what should`() {
    let fields: [Field] = [
      .field("count", .count, .required, "counts"),
      .field("few", .integer(usually: 1...5), .expected, "counts"),
      .field("word", .oneOf(["a"], tolerated: ["b"]), .required, null: .allowed, "is a word"),
      .field("id", .string(.form(.nonEmpty, .must), .form(.uuid, .should)), .optional, "is it"),
      .field("note", .boolean, .optional, holds: .note, "is worth knowing"),
      .field("times", .array(of: .timestamp), .required, null: .tolerated, "are times"),
      .field("doc", .document(Document([], as: [.object, .text])), .required, "holds more"),
    ]
    #expect(
      Schema.object(fields).tree.text() == """
        {
          "type": "object",
          "required": ["count", "word", "times", "doc"],
          "properties": {
            "count": {"type": "integer", "format": "int64", "minimum": 0, "description": "count counts"},
            "few": {
              "type": "integer",
              "format": "int64",
              "description": "few counts",
              "x-usually": {"minimum": 1, "maximum": 5}
            },
            "word": {
              "type": ["string", "null"],
              "enum": ["a", "b", null],
              "description": "word is a word",
              "x-usually": {
                "enum": ["a"]
              }
            },
            "id": {
              "type": "string",
              "minLength": 1,
              "description": "id is it",
              "x-usually": {"format": "uuid"}
            },
            "note": {
              "description": "note is worth knowing",
              "x-usually": {"type": "boolean"}
            },
            "times": {
              "type": ["array", "null"],
              "items": {"type": "string", "format": "date-time"},
              "description": "times are times"
            },
            "doc": {
              "anyOf": [
                {
                  "type": "object",
                  "required": [],
                  "properties": {}
                },
                {
                  "type": "string",
                  "pattern": "^\\\\{",
                  "contentMediaType": "application/json",
                  "contentSchema": {
                    "type": "object",
                    "required": [],
                    "properties": {}
                  }
                }
              ],
              "description": "doc holds more"
            }
          },
          "x-usually": {
            "required": ["few"]
          }
        }
        """)
  }

  @Test(arguments: Catalog.operations)
  func `an example answer keeps the shape that is promised`(
    operation: Contract.Operation
  ) async throws {
    let content = try described(operation)["responses"]?["200"]?["content"]
    let example = try #require(content?["application/json"]?["example"])
    // What a row repeats of its path is what the example has of that type.
    let texts: [Fact: String] = [
      .instanceID: "00000000-0000-4000-8000-000000000000", .projectID: "text",
      .namespaceName: "text",
    ]
    let facts = TargetFacts(
      of: .swr, endpoint: "http://127.0.0.1:1",
      values: Dictionary(
        uniqueKeysWithValues: Profile.swr.facts.filter { !$0.name.hasPrefix("other_") }
          .map { ($0, texts[$0] ?? "1") }))
    let plan = Plan(
      for: [operation], against: facts, selection: Selection(claims: [.shape, .relations]))
    let run = Run(plan, over: Paper(body: Array(example.rawBytes)), concurrency: 1)
    let results = await run.results()
    let faults = results.filter { [.failed, .warned].contains($0.verdict.outcome) }
    #expect(faults.flatMap(\.findings).map(\.summary) == [])
    #expect(results.count { $0.verdict.outcome == .passed } > 10)
  }

  @Test func `an example error is one of the service`() throws {
    let responses = try described(Catalog.operations[0])["responses"]
    let example = responses?["403"]?["content"]?["application/json"]?["example"]
    #expect(example?["error_code"]?.string == "SWR.403001")
    #expect(example?["error_msg"]?.string == "the caller has no right to the project")
  }

  /// Gives one answer to every request.
  private struct Paper: Transport {
    var body: [UInt8]

    func send(
      _ request: HTTPRequest, as credential: Credential
    ) async throws(TransportFailure) -> HTTPResponse {
      HTTPResponse(
        status: 200, headers: ["Content-Type": "application/json", "X-Request-Id": "1"], body: body)
    }
  }
}
