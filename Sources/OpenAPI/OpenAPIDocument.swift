// SPDX-License-Identifier: Apache-2.0
// The specs as an OpenAPI 3.1 document, so that the tools of others can ask and judge too.

public import Contract
import Wire

/// Operations as OpenAPI 3.1 in JSON.
///
/// A schema says what *must* hold. What only *should* hold stands beside it as `x-usually`.
public struct OpenAPIDocument: Sendable, Hashable {
  public var operations: [Contract.Operation]
  /// The release that writes the document.
  public var version: String

  public init(_ operations: [Contract.Operation], version: String) {
    self.operations = operations
    self.version = version
  }

  /// The document with a final line end; the same text on every machine.
  public var text: String { tree.text() + "\n" }

  private var tree: JSONTree {
    [
      "openapi": "3.1.1",
      "info": [
        "title": "SWR Enterprise, as its documentation promises",
        "version": .string(version),
        "description":
          "What swr-conformance holds servers to; a schema says what must hold, and x-usually what should.",
        "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
      ],
      "servers": [Self.server],
      "security": .array(SecurityScheme.all.map { .object([($0.name, .array([]))]) }),
      "paths": .object(operations.map { ($0.path.description, pathItem($0)) }),
      "components": [
        "securitySchemes": .object(SecurityScheme.all.map { ($0.name, $0.tree) }),
        "schemas": .object([("Error", Schema.error)] + operations.flatMap(\.componentSchemas)),
      ],
      "x-contract-digest": .string(ContractDocument(operations).digest),
    ]
  }

  /// One server for all regions.
  private static let server: JSONTree = [
    "url": "https://swr-api.{region}.myhuaweicloud.com",
    "description": "the service in one region",
    "variables": [
      "region": ["default": "cn-north-4", "description": "the region of the instance"]
    ],
  ]

  private func pathItem(_ operation: Contract.Operation) -> JSONTree {
    .object([(operation.method.description.lowercased(), operation.openAPI)])
  }
}
