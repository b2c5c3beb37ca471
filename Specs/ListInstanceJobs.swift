// SPDX-License-Identifier: Apache-2.0
// What the page on the jobs of a project's instances promises.

public import Contract

extension Contract.Operation {
  /// The jobs that create and change the instances of a project.
  public static let listInstanceJobs = Contract.Operation(
    "ListInstanceJobs",
    page: "001_5f1cd64cc64a2670.txt",
    "lists the jobs of a project's instances",
    path: "/v2/{project_id}/jobs",
    parameters: [
      .path("project_id", .string, fact: .projectID, "is the project that owns the instances"),
      .filter(
        "status", by: "status", oneOf: SpecWords.instanceJob, "keeps the jobs of one status"),
      .query("offset", .integer, default: 0, "is the row to start at"),
      .query("limit", .integer, default: 100, range: 1...100, "is the most rows of one page"),
      .token(),
    ],
    paging: .offset(rows: "jobs", total: "total", multiplesOfLimit: false),
    answers: [
      .ok(
        "the jobs of the project, a page at a time",
        [
          .field("total", .count, .required, "counts the jobs that match, on all pages"),
          .field(
            "jobs", .arrayOfObjects(instanceJob), .required, null: .tolerated,
            "holds the jobs of this page"),
        ]),
      .error(400, "a parameter is not as documented", by: .badLimit),
      .error(401, "the caller is not known", by: .badToken),
      .error(403, "the caller has no right to the project", by: .foreignProject),
      .error(404, "the resource is not there", by: .impossible),
      .error(500, "the service failed", by: .impossible),
    ],
    relations: [
      .relation(.unique(field: "id"), .must, "no two jobs have one id"),
      .relation(
        .notBefore(field: "updated_at", earlier: "created_at"), .should,
        "a job is not updated before it is created"),
      .relation(
        .told(field: "reason", state: "status", words: ["Failed"]), .should,
        "a job that has failed says why"),
    ],
    quirks: Quirk.instanceJobs + [
      .statusWords(
        in: "status",
        [
          .table("own-words", SpecWords.instanceJob),
          .other("policy-words", ["Initialized", "Pending", "InProgress", "Succeed", "Stopped"]),
        ]),
      .idType(rows: "jobs"), .defaultLimit(own: 100, other: 10), .offsetMultiple(isDemanded: false),
      .fractionDigits(of: ["created_at", "updated_at"], example: "6"), .nulls,
    ] + Quirk.everywhere + Quirk.onOffsetPages
  )

  private static let instanceJob: [Field] = [
    .field(
      "id", .string(.form(.nonEmpty, .must), .form(.uuid, .should)), .required, "names the job"),
    .field("instance_id", .string(.form(.uuid, .should)), .expected, "names the job's instance"),
    .field("resource_id", .string(.form(.uuid, .should)), .expected, "names what the job works on"),
    .field("resource_name", .string, .expected, "is the display name of what the job works on"),
    .field(
      "type", .string(.form(.nonEmpty, .must), .usually(["CreateInstance"], known: [])),
      .required, "says what the job does"),
    .field("status", .oneOf(SpecWords.instanceJob), .required, "is the job's state"),
    .field("reason", .string, .optional, null: .allowed, "says why a job failed"),
    .field("created_at", .timestamp, .expected, "is when the job was made"),
    .field("updated_at", .timestamp, .expected, "is when the job last changed"),
  ]
}
