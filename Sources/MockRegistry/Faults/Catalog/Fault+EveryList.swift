// SPDX-License-Identifier: Apache-2.0
// Data only: bugs that every list has in its own place.

import Wire

extension Fault {
  static let missingFields: [Fault] = [
    .missing("id", of: .webhookJobs, in: .number(0), "in-first-row"),
    .missing("event_type", of: .webhookJobs, in: .thirtyFirst, "in-row-31"),
    .missing("notify_type", of: .webhookJobs, in: .last, "in-last-row"),
    .missing("status", of: .webhookJobs, in: .filtered, "under-filter"),
    .missing("created_at", of: .webhookJobs, in: .laterPages, "on-later-pages"),

    .missing("instance_id", of: .instanceJobs, in: .all, "everywhere", level: .should),
    .missing("resource_id", of: .instanceJobs, in: .thirtyFirst, "in-row-31", level: .should),
    .missing("resource_name", of: .instanceJobs, in: .last, "in-last-row", level: .should),
    .missing("created_at", of: .instanceJobs, in: .filtered, "under-filter", level: .should),
    .missing("updated_at", of: .instanceJobs, in: .number(0), "in-first-row", level: .should),

    .missing("id", of: .retentionTasks, in: .last, "in-last-row"),
    .missing("execution_id", of: .retentionTasks, in: .filtered, "under-filter"),
    .missing("job_id", of: .retentionTasks, in: .laterPages, "on-later-pages"),
    .missing("status", of: .retentionTasks, in: .number(0), "in-first-row"),
    .missing("start_time", of: .retentionTasks, in: .thirtyFirst, "in-row-31"),
    .missing("end_time", of: .retentionTasks, in: .status("InProgress"), "while-in-progress"),
    .missing("retained", of: .retentionTasks, in: .largePages, "on-large-pages"),

    .missing("job_kind", of: .gcTasks, in: .last, "in-last-row"),
    .missing("job_name", of: .gcTasks, in: .laterPages, "on-later-pages", level: .should),
    .missing("job_parameters", of: .gcTasks, in: .number(0), "in-first-row", level: .should),
    .missing("creation_time", of: .gcTasks, in: .filtered, "under-filter", level: .should),
    .missing("update_time", of: .gcTasks, in: .thirtyFirst, "in-row-31", level: .should),

    .missing("id", of: .replicationTasks, in: .thirtyFirst, "in-row-31"),
    .missing("execution_id", of: .replicationTasks, in: .last, "in-last-row"),
    .missing("resource_type", of: .replicationTasks, in: .laterPages, "on-later-pages"),
    .missing("src_resource", of: .replicationTasks, in: .number(0), "in-first-row"),
    .missing("status", of: .replicationTasks, in: .status("Failed"), "when-failed"),
    .missing("StatusRevision", of: .replicationTasks, in: .last, "in-last-row", level: .should),
    .missing("start_time", of: .replicationTasks, in: .status("Initialized"), "when-initialized"),
    Fault(
      "jobs-total-missing",
      .instanceJobs,
      .shape, rule: "required-field",
      "total is left out",
      .frame("total", nil)
    ),
    Fault(
      "jobs-total-missing-past-end",
      .instanceJobs,
      .shape, rule: "required-field",
      "total is left out behind the last row",
      .pagesPastEnd { page, _, _ in page.frame["total"] = nil }
    ),
  ]

  static let deliveries: [Fault] =
    ListOperation.judged.map { .cuttingPages($0) }
    + ListOperation.judged.map { .answeringTwice($0) }

  static let doubledFields: [Fault] = [
    .twice("event_type", of: .webhookJobs, in: .laterPages),
    .twice("id", of: .instanceJobs, in: .last),
    .twice("total", of: .retentionTasks, in: .thirtyFirst),
    .twice("job_status", of: .gcTasks, in: .number(0)),
    .twice("StatusRevision", of: .replicationTasks, in: .status("Failed")),
    Fault(
      "jobs-total-twice",
      .instanceJobs,
      .shape, rule: "unique-names",
      "total stands before and behind the list",
      .text { $0.dropLast() + #","total":0}"# }
    ),
    Fault(
      "gc-workers-twice",
      .gcTasks,
      .shape, rule: "unique-names",
      level: .should,
      "workers stands twice in the object inside job_parameters",
      .parameters { $0.fields.append(.init(name: "workers", json: "1")) }
    ),
  ]

  static let frames: [Fault] = [
    .totalAsString(of: .webhookJobs),
    .totalAsString(of: .instanceJobs),
    .totalAsString(of: .retentionTasks),
    .totalAsString(of: .replicationTasks),
  ]

  static let lists: [Fault] = ListOperation.judged.flatMap { list in
    [
      .list("one-row", of: list) { $0.rows.first?.json ?? "{}" },
      .list("an-array-of-arrays", of: list) { "[[\($0.joined(by: \.json))]]" },
      .list("an-array-of-strings", of: list) { "[\($0.joined { $0.json.quoted })]" },
      .list("a-string", of: list) { "[\($0.joined(by: \.json))]".quoted },
      .differsWhenRepeated(list),
      .errorsAnnouncedAsHTML(by: list),
      .accepting(.post, by: list),
      .accepting(.put, by: list),
      .accepting(.patch, by: list),
      .accepting(.delete, by: list),
    ]
  }

  static let disclosures: [Fault] = [
    .repeatingToken(in: 404, by: .webhookJobs),
    .repeatingToken(in: 400, by: .instanceJobs),
    .repeatingToken(in: 403, by: .retentionTasks),
    .repeatingToken(in: 400, by: .gcTasks),
    .repeatingToken(in: 405, by: .replicationTasks),
    .showing(.java, in: 400, by: .webhookJobs),
    .showing(.python, in: 401, by: .instanceJobs),
    .showing(.go, in: 404, by: .retentionTasks),
    .showing(.go, in: 401, by: .gcTasks),
    .showing(.node, in: 404, by: .gcTasks),
    .showing(.jvm, in: 403, by: .gcTasks),
    .showing(.go, in: 405, by: .replicationTasks),
  ]

  static let misplaced: [Fault] = [
    .reached(through: "instance_id", by: .webhookJobs),
    .reached(through: "namespace_name", by: .webhookJobs),
    .reached(through: "instance_id", by: .retentionTasks),
    .reached(through: "namespace_name", by: .retentionTasks),
    .reached(through: "retention_policy_id", by: .retentionTasks),
    .reached(through: "instance_id", by: .replicationTasks),
  ]

  static let unknownAsEmpty: [Fault] = [
    .emptyList(ofUnknown: "instance_id", by: .webhookJobs),
    .emptyList(ofUnknown: "namespace_name", by: .webhookJobs),
    .emptyList(ofUnknown: "webhook_policy_id", by: .webhookJobs),
    .emptyList(ofUnknown: "project_id", by: .instanceJobs),
    .emptyList(ofUnknown: "instance_id", by: .retentionTasks),
    .emptyList(ofUnknown: "namespace_name", by: .retentionTasks),
    .emptyList(ofUnknown: "retention_policy_id", by: .retentionTasks),
    .emptyList(ofUnknown: "retention_execution_id", by: .retentionTasks),
    .emptyList(ofUnknown: "project_id", by: .gcTasks),
    .emptyList(ofUnknown: "instance_id", by: .gcTasks),
    .emptyList(ofUnknown: "instance_id", by: .replicationTasks),
    .emptyList(ofUnknown: "replication_execution_id", by: .replicationTasks),
  ]
}

extension MockPage {
  fileprivate func joined(by json: (RawObject) -> String) -> String {
    rows.map(json).joined(separator: ",")
  }
}
