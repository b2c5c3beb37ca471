// SPDX-License-Identifier: Apache-2.0
// Data only: the ledger of the page on the jobs of a project's instances.

import Contract

extension Quirk {
  static let instanceJobs: [Quirk] = [
    .quirk(
      "jobs-path-outside-instances",
      section: "URI",
      table: "/v2/{project_id}/jobs, although the operation is named after instances",
      others: [.openAPI("the same path"), .sdk("the same path, no filter by instance")],
      holds: .note,
      "the path is as written; jobs of all instances come together",
      seen: .onThePage("the path has no instance_id")),
    .quirk(
      "jobs-time-description-wrong",
      section: "response, table 5, and the example",
      table: "created_at and updated_at are times of the instance",
      example: "created_at is the time inside the job's own UUID",
      others: [.openAPI("repeats the text of the table")],
      holds: .note,
      "both are times of the job",
      seen: .onThePage("the time inside id, beside created_at")),
    .quirk(
      "jobs-type-no-enum",
      section: "response, table 5, and the example",
      table: "type is a string without a list",
      example: "CreateInstance",
      others: [.page("swr_03_1001", "type, CreateInstance only")],
      holds: .note,
      "CreateInstance is expected; any other text is told",
      seen: .observed(
        .field("type", .value),
        [.example("create-instance", ["CreateInstance"]), .table("another", [Side.anything])])),
    .quirk(
      "jobs-response-status-enum-missing",
      section: "response, table 5",
      table: "status of a job has no list of values; the filter has one",
      example: "Failed",
      others: [
        .openAPI("JobDetail.status, the five words of the filter"), .sdk("an enumeration in Java"),
      ],
      holds: .must,
      "a job's status is one of the filter's five words",
      seen: .heldBy("shape.jobs.status")),
    .quirk(
      "jobs-success-not-succeed",
      section: "request, status",
      table: "Success",
      example: "Failed, which says nothing about it",
      others: [
        .page("002_35e9cb7cf60463c9.txt", "request, status: Succeed"),
        .terraform("waits for Success"),
      ],
      holds: .must,
      "a job ends in Success; Succeed is another page's word",
      seen: .observed(
        .field("status", .among(["Success", "Succeed"])), [.table("Success"), .other("Succeed")])),
    .quirk(
      "jobs-initializing-not-initialized",
      section: "request, status",
      table: "Initializing",
      others: [.page("000_a8239b7b46fee1be.txt", "request, status: Initialized")],
      holds: .must,
      "a job that begins is Initializing; Initialized is another page's word",
      seen: .observed(
        .field("status", .among(["Initializing", "Initialized"])),
        [.table("Initializing"), .other("Initialized")])),
    .quirk(
      "jobs-default-limit-100",
      section: "request, limit",
      table: "limit is 100 if it is not sent",
      others: [
        .openAPI("default 100"), .page("000_a8239b7b46fee1be.txt", "request, limit: 10"),
      ],
      holds: .must,
      "this page's own default holds",
      seen: .observed(.defaultSize([10, 100]), [.table("100"), .other("10")])),
    .quirk(
      "jobs-no-multiple-rule",
      section: "request, offset",
      table: "offset goes with limit; nothing is said of multiples",
      others: [
        .openAPI("no such rule"),
        .page("000_a8239b7b46fee1be.txt", "request, offset: 0 or a multiple of limit"),
      ],
      holds: .should,
      "any offset is taken",
      seen: .observed(
        .status(of: .query([.init("limit", "10"), .init("offset", "1")])),
        [
          .table("any-offset", ["200", "200 empty"]), .other("multiples-only", ["400"]),
        ])),
    .quirk(
      "jobs-reason-only-on-failure",
      section: "response, table 5, and the example",
      table: "reason is listed without an optional mark",
      example: "reason is present, and the job has failed",
      others: [.openAPI("JobDetail has no list of required fields")],
      holds: .note,
      "reason may be absent from jobs that have not failed",
      seen: .observed(
        .field(
          "reason", .form,
          where: .when("status", isOneOf: ["Creating", "Initializing", "Running", "Success"])),
        [
          .table("always", ["plain", "text", "broken-text", "empty"]),
          .other("only-on-failure", ["absent", "null"]),
        ])),
    .quirk(
      "jobs-no-required-list",
      section: "response, table 5, and the example",
      table: "no field is marked as optional",
      example: "all nine fields are present",
      others: [.openAPI("JobDetail has no list of required fields")],
      holds: .must,
      "id, type and status are required; the others are expected",
      seen: .heldBy("shape.jobs.id.present")),
    .quirk(
      "jobs-id-format",
      section: "response, table 5, and the example",
      table: "id, instance_id and resource_id are strings",
      example: "UUIDs with dashes",
      holds: .should,
      "a UUID is expected; another text is a warning",
      seen: .observed(
        .field("id", .shape), [.example("uuid"), .table("any-text", [Side.anything])])),
    .quirk(
      "jobs-resource-id-equals-instance-id",
      section: "response, table 5, and the example",
      table: "resource_id is the resource's",
      example: "the same as instance_id",
      holds: .note,
      "they are not compared",
      seen: .observed(
        .pair("resource_id", "instance_id"),
        [.example("equal"), .table("different")])),
  ]
}
