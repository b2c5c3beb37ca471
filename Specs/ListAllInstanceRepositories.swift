// SPDX-License-Identifier: Apache-2.0
// What the page on the repositories of all instances promises.

public import Contract

extension Contract.Operation {
  /// The repositories of all instances of a project, read along markers.
  public static let listAllInstanceRepositories = Contract.Operation(
    "ListAllInstanceRepositories",
    page: "swr_03_0206.html",
    "lists the repositories of all instances of a project",
    path:
      "/v2/{project_id}/repositories",
    parameters: [
      .path("project_id", .string, fact: .projectID, "is the project that owns the instances"),
      .query("marker", .string, "is the next_marker of the page before"),
      .query("limit", .integer, default: 100, range: 1...100, "is the most rows of one page"),
      .filter("name", by: "name", matching: .wholeOrPart, "keeps the repositories of a name"),
      .token(),
    ],
    paging: .marker(
      rows: "repositories", identity: "resource_urn", next: "page_info.next_marker"),
    answers: [
      .ok(
        "the repositories of the project, a page at a time",
        [
          .field(
            "page_info",
            .object([
              .field("next_marker", .string, .optional, null: .allowed, "leads to the next page")
            ]), .required, "says how to go on"),
          .field(
            "repositories", .arrayOfObjects(repository), .required, null: .tolerated,
            "holds the repositories of this page"),
        ]),
      .error(400, "a parameter is not as documented", by: .badLimit),
      .error(401, "the caller is not known", by: .badToken),
      .error(403, "the caller has no right to the project", by: .foreignProject),
      .error(404, "the project is not there", by: .unknownResource),
      .error(500, "the service failed", by: .impossible),
    ],
    relations: [
      .relation(.unique(field: "resource_urn"), .must, "no two repositories have one name of all"),
      .relation(.notNegative(field: "tag_count"), .must, "a count of tags is 0 or more"),
      .relation(.notNegative(field: "pull_count"), .must, "a count of pulls is 0 or more"),
      .relation(
        .notNegative(field: "artifact_count"), .must, "a count of artifacts is 0 or more"),
      .relation(
        .notBefore(field: "updated_at", earlier: "created_at"), .should,
        "a repository is not updated before it is created"),
    ],
    quirks: []
  )

  private static let repository: [Field] = [
    .field("id", .integer, .required, "is the repository's number in its instance"),
    .field("name", .string(.form(.nonEmpty, .must)), .required, "is the repository's name"),
    .field("namespace_name", .string, .expected, "is the repository's namespace"),
    .field("namespace_id", .integer, .expected, "is the number of the namespace"),
    .field("tag_count", .integer, .expected, "counts the tags"),
    .field("pull_count", .integer, .expected, "counts the pulls"),
    .field("artifact_count", .integer, .expected, "counts the artifacts"),
    .field("description", .string, .optional, null: .allowed, "says what it is for"),
    .field("created_at", .timestamp, .expected, "is when the repository was made"),
    .field("updated_at", .timestamp, .expected, "is when the repository last changed"),
    .field("instance_id", .string, .expected, "is the repository's instance"),
    .field("instance_name", .string, .expected, "is the name of the instance"),
    .field(
      "resource_urn", .string(.form(.nonEmpty, .must)), .required,
      "names the repository among all of the service"),
  ]
}
