// SPDX-License-Identifier: Apache-2.0
// What the page on the namespaces of an instance promises.

public import Contract

extension Contract.Operation {
  /// The namespaces of an instance, which hold its repositories.
  public static let listInstanceNamespaces = Contract.Operation(
    "ListInstanceNamespaces",
    page: "swr_03_0102.html",
    "lists the namespaces of an instance",
    path:
      "/v2/{project_id}/instances/{instance_id}/namespaces",
    parameters: [
      .path("project_id", .string, fact: .projectID, "is the project that owns the instance"),
      .path("instance_id", .string, fact: .instanceID, "is the registry instance"),
      .query("offset", .integer, default: 0, "is the row to start at, 0 or a multiple of limit"),
      .query("limit", .integer, default: 10, range: 1...100, "is the most rows of one page"),
      .order("order_column", by: ["updated_at"], "is the field that the rows are sorted by"),
      .direction(
        "order_type", ascending: "asc", descending: "desc", "is the direction of the order"),
      .filter("name", by: "name", matching: .wholeOrPart, "keeps the namespaces of a name"),
      .filter(
        "public", by: "metadata.public", oneOf: ["true", "false"], otherwise: "false",
        usually: "false", "keeps the public namespaces, or the others"),
      .token(),
    ],
    paging: .offset(
      rows: "namespaces", identity: "namespace_id", total: "total", multiplesOfLimit: true),
    answers: [
      .ok(
        "the namespaces of the instance, a page at a time",
        [
          .field("total", .count, .required, "counts the namespaces that match, on all pages"),
          .field(
            "namespaces", .arrayOfObjects(namespace), .required, null: .tolerated,
            "holds the namespaces of this page"),
        ]),
      .error(400, "a parameter is not as documented", by: .badLimit),
      .error(401, "the caller is not known", by: .badToken),
      .error(403, "the caller has no right to the project", by: .foreignProject),
      .error(404, "the instance is not there", by: .unknownResource),
      .error(500, "the service failed", by: .impossible),
    ],
    relations: [
      .relation(.unique(field: "name"), .must, "no two namespaces have one name"),
      .relation(.unique(field: "namespace_id"), .must, "no two namespaces have one number"),
      .relation(.notNegative(field: "repo_count"), .must, "a count of repositories is 0 or more"),
      .relation(
        .notBefore(field: "updated_at", earlier: "created_at"), .should,
        "a namespace is not updated before it is created"),
    ],
    quirks: []
  )

  private static let namespace: [Field] = [
    .field("name", .string(.form(.nonEmpty, .must)), .required, "is the namespace's name"),
    .field(
      "metadata", .object(namespaceMetadata), .expected, "holds the settings of the namespace"),
    .field("namespace_id", .integer, .required, "is the namespace's number"),
    .field("created_at", .timestamp, .expected, "is when the namespace was made"),
    .field("updated_at", .timestamp, .expected, "is when the namespace last changed"),
    .field("repo_count", .integer, .expected, "counts the repositories of the namespace"),
    .field(
      "cve_allowlist", .object(allowList), .optional, null: .allowed, holds: .should,
      "lists the vulnerabilities that are let through", from: .sdk("CVEAllowlist")),
  ]
  /// Settings travel as text, as Harbor keeps them; a captured answer holds only the first.
  private static let namespaceMetadata: [Field] = [
    .field(
      "public", .oneOf(["true", "false"]), .expected, "says whether everybody may read"),
    .field(
      "auto_scan", .oneOf(["true", "false"]), .optional, holds: .should,
      "says whether artifacts are scanned when they come", from: .sdk("NamespaceMetadata")),
    .field(
      "prevent_vul", .oneOf(["true", "false"]), .optional, holds: .should,
      "says whether vulnerable artifacts are held back", from: .sdk("NamespaceMetadata")),
    .field(
      "severity", .string, .optional, holds: .should,
      "is from where on an artifact is vulnerable", from: .sdk("NamespaceMetadata")),
  ]

  private static let allowList: [Field] = [
    .field(
      "id", .integer, .optional, holds: .should, "is the list's number",
      from: .sdk("CVEAllowlist")),
    .field(
      "namespace_id", .integer, .optional, holds: .should, "is the list's namespace",
      from: .sdk("CVEAllowlist")),
    .field(
      "expires_at", .integer, .optional, null: .allowed, holds: .should,
      "is when the list ends, in epoch seconds", from: .sdk("CVEAllowlist")),
    .field(
      "items",
      .arrayOfObjects([
        .field(
          "cve_id", .string, .optional, holds: .should, "names one vulnerability",
          from: .sdk("CVEAllowlistItem"))
      ]), .optional, null: .allowed, holds: .should, "holds the vulnerabilities",
      from: .sdk("CVEAllowlist")),
    .field(
      "creation_time", .timestamp, .optional, holds: .should, "is when the list was made",
      from: .sdk("CVEAllowlist")),
    .field(
      "update_time", .timestamp, .optional, holds: .should, "is when the list last changed",
      from: .sdk("CVEAllowlist")),
  ]
}
