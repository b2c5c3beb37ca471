// SPDX-License-Identifier: Apache-2.0
// What the page on the instances of a project promises.

public import Contract

extension Contract.Operation {
  /// The registry instances of a project.
  public static let listInstance = Contract.Operation(
    "ListInstance",
    page: "swr_03_0002.html",
    "lists the instances of a project",
    path:
      "/v2/{project_id}/instances",
    parameters: [
      .path("project_id", .string, fact: .projectID, "is the project that owns the instances"),
      .query("offset", .integer, default: 0, "is the row to start at"),
      .query("limit", .integer, default: 100, range: 1...100, "is the most rows of one page"),
      .filter(
        "status", by: "status", oneOf: SpecWords.instance, usually: "Running",
        "keeps the instances of one status"),
      .filter(
        "enterprise_project_id", by: "enterprise_project_id", matching: .whole,
        "keeps the instances of one enterprise project"),
      .token(),
    ],
    paging: .offset(rows: "instances", total: "total", multiplesOfLimit: false),
    answers: [
      .ok(
        "the instances of the project, a page at a time",
        [
          .field("total", .count, .required, "counts the instances that match, on all pages"),
          .field(
            "instances", .arrayOfObjects(instanceFields), .required, null: .tolerated,
            "holds the instances of this page"),
        ]),
      .error(400, "a parameter is not as documented", by: .badLimit),
      .error(401, "the caller is not known", by: .badToken),
      .error(403, "the caller has no right to the project", by: .foreignProject),
      .error(404, "the project is not there", by: .unknownResource),
      .error(500, "the service failed", by: .impossible),
    ],
    relations: [
      .relation(.unique(field: "id"), .must, "no two instances have one id"),
      .relation(
        .echo(field: "project_id", parameter: "project_id"), .should,
        "an instance belongs to the project that was asked for", from: .sdk("Instance.project_id")),
      .relation(
        .notBefore(field: "updated_at", earlier: "created_at"), .should,
        "an instance is not updated before it is created"),
    ],
    quirks: []
  )

  /// What an instance is, in the list and by itself.
  static let instanceFields: [Field] = [
    .field(
      "id", .string(.form(.nonEmpty, .must), .form(.uuid, .should)), .required,
      "is the instance's id"),
    .field("name", .string(.form(.nonEmpty, .must)), .required, "is the instance's name"),
    .field("description", .string, .optional, null: .allowed, "says what the instance is for"),
    .field("vpc_id", .string, .expected, "is the network of the instance"),
    .field("vpc_name", .string, .expected, "is the name of the network"),
    .field("vpc_cidr", .string, .expected, "is the range of addresses of the network"),
    .field("subnet_id", .string, .expected, "is the part of the network"),
    .field("subnet_name", .string, .expected, "is the name of the part"),
    .field("subnet_cidr", .string, .expected, "is the range of addresses of the part"),
    .field("spec", .string, .expected, "is the edition of the instance"),
    .field("version", .string, .expected, "is the version of the instance"),
    .field("charge_mode", .string, .expected, "says how the instance is paid for"),
    .field("access_address", .string, .expected, "is where clients reach the registry"),
    .field("created_at", .timestamp, .expected, "is when the instance was made"),
    .field("updated_at", .timestamp, .expected, "is when the instance last changed"),
    .field(
      "expires_at", .timestamp, .expected, null: .tolerated,
      "is when the instance ends, the zero time if it does not"),
    .field(
      "status", .oneOf(SpecWords.instance), .required, "says whether the instance can be used"),
    .field("obs_bucket_name", .string, .expected, "is the bucket that holds the artifacts"),
    .field("project_id", .string, .expected, "is the project of the instance"),
    .field("enterprise_project_id", .string, .expected, "is the enterprise project"),
    .field("user_def_obs", .boolean, .expected, "says whether the bucket is the user's own"),
    .field("product_id", .string, .optional, "is the product that was ordered"),
    .field("order_id", .string, .optional, "is the order"),
    .field("vpcep_service_id", .string, .optional, "is the service of the endpoint"),
  ]
}
