// SPDX-License-Identifier: Apache-2.0
// The specs as an OpenAPI 3.1 document, so that the tools of others can ask and judge too.

public import Contract
import Wire

/// Operations as OpenAPI 3.1 in JSON.
///
/// A schema says what *must* hold. What only *should* hold stands beside it as `x-usually`.
public struct OpenAPIDocument: Sendable, Hashable {
  public var operations: [Contract.Operation]
  public var profile: Profile

  public init(_ operations: [Contract.Operation], of profile: Profile) {
    self.operations = operations
    self.profile = profile
  }

  /// The document with a final line end; the same text on every machine.
  public var text: String { tree.text() + "\n" }

  private var tree: JSONTree {
    [
      "openapi": "3.1.1",
      "info": [
        "title": .string("\(profile.service.name), as its documentation promises"),
        "version": .string(profile.suite.version),
        "description": .string(
          "What \(profile.suite.name) holds servers to; a schema says what must hold, and x-usually what should."
        ),
        "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
      ],
      "servers": .array([server].compactMap(\.self)),
      "security": .array(SecurityScheme.all(of: profile).map { .object([($0.name, .array([]))]) }),
      "paths": .object(operations.map { ($0.path.description, pathItem($0)) }),
      "components": [
        "securitySchemes": .object(SecurityScheme.all(of: profile).map { ($0.name, $0.tree) }),
        "schemas": .object(
          [("Error", Schema.error(of: profile))] + operations.flatMap(\.componentSchemas)),
      ],
      "x-contract-digest": .string(ContractDocument(operations, of: profile).digest),
    ]
  }

  /// One server for all regions; nil where everybody has their own.
  private var server: JSONTree? {
    guard let url = profile.service.url else { return nil }
    return [
      "url": .string(url), "description": "the service in one region",
      "variables": .object(
        profile.service.gaps.sorted { $0.key < $1.key }.map { name, gap in
          (
            name, ["default": .string(gap.value), "description": .string(gap.description)]
          )
        }),
    ]
  }

  private func pathItem(_ operation: Contract.Operation) -> JSONTree {
    .object([(operation.method.description.lowercased(), operation.openAPI(of: profile))])
  }
}
