// SPDX-License-Identifier: Apache-2.0
// What the page on artifact cleaning tasks promises.

public import Contract

extension Contract.Operation {
  /// The runs of the garbage collector of one instance.
  public static let listGcTasks = Contract.Operation(
    "ListGcTasks",
    page: "003_d4fe1a037a1e99f9.txt",
    "lists the artifact cleaning tasks of an instance",
    path: "/v2/{project_id}/instances/{instance_id}/system/gc",
    access: .allowListed,
    parameters: [
      .path("project_id", .string, fact: .projectID, "is the project that owns the instance"),
      .path("instance_id", .string, fact: .instanceID, "is the registry instance"),
      .query("marker", .string, "is the next_marker of the page before"),
      .query("limit", .integer, default: 10, range: 1...100, "is the most rows of one page"),
      .filter(
        "status", by: "job_status", oneOf: SpecWords.garbageCollection,
        "keeps the tasks of one status"),
      .token(),
    ],
    paging: .marker(rows: "tasks", next: "page_info.next_marker"),
    answers: [
      .ok(
        "the cleaning tasks of the instance, a page at a time",
        [
          .field(
            "page_info",
            .object([
              .field("next_marker", .string, .optional, null: .allowed, "leads to the next page")
            ]), .required, "says how to go on", from: .openAPI("ListGcTasksResponseBody, required")),
          .field(
            "tasks", .arrayOfObjects(gcTask), .required, null: .tolerated,
            "holds the tasks of this page",
            from: .openAPI("ListGcTasksResponseBody, required")),
        ]),
      .error(400, "a parameter is not as documented", by: .badLimit),
      .error(401, "the caller is not known", by: .badToken),
      .error(403, "the caller has no right to the project", by: .foreignProject),
      .error(404, "the instance is not there", by: .unknownResource),
      .error(500, "the service failed", by: .impossible),
    ],
    relations: [
      .relation(.unique(field: "id"), .must, "no two tasks have one id"),
      .relation(
        .notBefore(field: "update_time", earlier: "creation_time"), .should,
        "a task is not updated before it is created"),
      .relation(
        .notNegative(field: "job_parameters.purged_blobs"), .must, "a count is 0 or more"),
      .relation(
        .notNegative(field: "job_parameters.purged_manifests"), .must, "a count is 0 or more"),
      .relation(
        .notNegative(field: "job_parameters.freed_space"), .must, "a number of bytes is 0 or more"),
    ],
    quirks: Quirk.gcTasks + [
      .statusWords(
        in: "job_status",
        [
          .table("own-words", SpecWords.garbageCollection),
          .other("job-service-words", ["Scheduled"]),
        ]),
      .idType(rows: "tasks"), .defaultLimit(own: 10, other: 100),
      .fractionDigits(of: ["creation_time", "update_time"], example: "0"), .unknownInstance,
    ] + Quirk.everywhere
  )

  private static let gcTask: [Field] = [
    .field("id", .integer, .required, "is the task's number"),
    .field("job_name", .string(.form(.nonEmpty, .must)), .expected, "is the task's name"),
    .field(
      "job_kind", .oneOf(["MANUAL", "SCHEDULE"], tolerated: ["EVENT"]), .required,
      "says how the task was set off"),
    .field(
      "job_parameters", .document(Document(jobParameters, as: [.object, .text])), .expected,
      "holds what the task was told and what it freed"),
    .field(
      "job_status", .oneOf(SpecWords.garbageCollection, tolerated: ["Scheduled"]), .required,
      "is the task's state"),
    .field("creation_time", .timestamp, .expected, "is when the task was made"),
    .field("update_time", .timestamp, .expected, "is when the task last changed"),
  ]

  private static let jobParameters: [Field] = [
    .field("delete_untagged", .boolean, .optional, "says whether untagged artifacts go as well"),
    .field("workers", .integer(usually: 1...5), .expected, "counts the workers that clean at once"),
    .field("dry_run", .boolean, .optional, "says whether the run only pretends"),
    .field("purged_blobs", .integer, .optional, "counts the layers that were removed"),
    .field("purged_manifests", .integer, .optional, "counts the manifests that were removed"),
    .field("freed_space", .integer, .optional, "counts the bytes that were freed"),
  ]
}
