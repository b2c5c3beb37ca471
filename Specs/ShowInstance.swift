// SPDX-License-Identifier: Apache-2.0
// What the page on one instance promises.

public import Contract

extension Contract.Operation {
  /// One registry instance of a project.
  public static let showInstance = Contract.Operation(
    "ShowInstance",
    page: "swr_03_0003.html",
    "shows an instance of a project",
    path: "/v2/{project_id}/instances/{instance_id}",
    parameters: [
      .path("project_id", .string, fact: .projectID, "is the project that owns the instance"),
      .path("instance_id", .string, fact: .instanceID, "is the registry instance"),
      .token(),
    ],
    paging: .object(),
    answers: [
      .ok("the instance", instanceFields),
      .error(400, "the instance is not named as documented", by: .unknownResource),
      .error(401, "the caller is not known", by: .badToken),
      .error(403, "the caller has no right to the project", by: .foreignProject),
      .error(404, "the instance is not there", by: .unknownResource),
      .error(500, "the service failed", by: .impossible),
    ],
    relations: [
      .relation(
        .echo(field: "id", parameter: "instance_id"), .must,
        "the instance is the one that was asked for"),
      .relation(
        .row(in: "ListInstance", by: "id"), .should, "the list says the same of the instance",
        from: .sdk("ShowInstanceResponse, with the members of Instance")),
      .relation(
        .notBefore(field: "updated_at", earlier: "created_at"), .should,
        "an instance is not updated before it is created"),
    ],
    quirks: []
  )
}
