// SPDX-License-Identifier: Apache-2.0
// Data only: the sides of the quirks of one list each.

import Wire

extension QuirkBehavior {
  static let webhookJobs: [QuirkBehavior] = [
    QuirkBehavior("webhook-status-lowercase", "capitalized"),
    QuirkBehavior("webhook-status-lowercase", "lower-case", like: "webhook-lower-case-words"),
    QuirkBehavior("webhook-status-outside-filter-vocabulary", "filter-words"),
    QuirkBehavior(
      "webhook-status-outside-filter-vocabulary", "execution-words",
      .words(of: .webhookJobs, ["InProgress": "Running", "Succeed": "Success", "Failed": "Error"])),
    QuirkBehavior(
      "webhook-status-outside-filter-vocabulary", "notification-words",
      like: "webhook-lower-case-words"),
    QuirkBehavior("webhook-status-filter-roundtrip", "same-word"),
    QuirkBehavior(
      "webhook-status-filter-roundtrip", "other-word", like: "webhook-lower-case-words"),
    QuirkBehavior("webhook-status-text-missing", "present"),
    QuirkBehavior("webhook-status-text-missing", "empty", like: "status-text-empty"),
    QuirkBehavior("webhook-status-text-missing", "absent", like: "status-text-missing"),
    QuirkBehavior("webhook-event-type-unsupported-values", "push-only"),
    QuirkBehavior(
      "webhook-event-type-unsupported-values", "another-event",
      .put("event_type", #""DELETE_ARTIFACT""#, of: .webhookJobs)),
    QuirkBehavior(
      "webhook-event-type-unsupported-values", "pull-and-scan",
      .put("event_type", #""PULL_ARTIFACT""#, of: .webhookJobs)),
    QuirkBehavior("webhook-notify-type-no-enum", "http"),
    QuirkBehavior(
      "webhook-notify-type-no-enum", "slack", .put("notify_type", #""slack""#, of: .webhookJobs)),
    QuirkBehavior("webhook-job-detail-empty-or-json", "text", like: "job-detail-text"),
    QuirkBehavior("webhook-job-detail-empty-or-json", "empty", like: "job-detail-empty"),
    QuirkBehavior("webhook-job-detail-empty-or-json", "json"),
    QuirkBehavior("webhook-field-renamed-from-harbor", "created_at"),
    QuirkBehavior(
      "webhook-field-renamed-from-harbor", "creation_time", breaks: true,
      .rename("created_at", to: "creation_time", of: .webhookJobs),
      .rename("updated_at", to: "update_time", of: .webhookJobs)),
    QuirkBehavior("webhook-order-undocumented", "newest-first"),
    QuirkBehavior(
      "webhook-order-undocumented", "no-order",
      .rows(of: .webhookJobs) { row in
        guard let text = row.word("updated_at"), var time = Timestamp(text),
          row.integer("id")?.isMultiple(of: 2) == true
        else { return }
        time.seconds += 864_000
        row["updated_at"] = time.text.quoted
      }),
  ]

  static let instanceJobs: [QuirkBehavior] = [
    QuirkBehavior("jobs-type-no-enum", "create-instance"),
    QuirkBehavior(
      "jobs-type-no-enum", "another", .put("type", #""DeleteInstance""#, of: .instanceJobs)),
    QuirkBehavior("jobs-success-not-succeed", "Success"),
    QuirkBehavior(
      "jobs-success-not-succeed", "Succeed", breaks: true,
      .words(of: .instanceJobs, ["Success": "Succeed"])),
    QuirkBehavior("jobs-initializing-not-initialized", "Initializing"),
    QuirkBehavior(
      "jobs-initializing-not-initialized", "Initialized", breaks: true,
      .words(of: .instanceJobs, ["Initializing": "Initialized"])),
    QuirkBehavior("jobs-default-limit-100", "100"),
    QuirkBehavior(
      "jobs-default-limit-100", "10", breaks: true, .defaultLimit(10, of: [.instanceJobs])),
    QuirkBehavior("jobs-no-multiple-rule", "any-offset"),
    QuirkBehavior("jobs-no-multiple-rule", "multiples-only", .multiplesOfInstanceJobs),
    QuirkBehavior("jobs-reason-only-on-failure", "always"),
    QuirkBehavior("jobs-reason-only-on-failure", "only-on-failure", like: "reason-only-on-failure"),
    QuirkBehavior("jobs-id-format", "uuid"),
    QuirkBehavior(
      "jobs-id-format", "any-text",
      .rewrite("id", of: .instanceJobs) { $0.replacing("-", with: "") }),
    QuirkBehavior("jobs-resource-id-equals-instance-id", "equal"),
    QuirkBehavior(
      "jobs-resource-id-equals-instance-id", "different",
      .rows(of: .instanceJobs) { $0["resource_id"] = $0["id"] }),
  ]

  static let retentionTasks: [QuirkBehavior] =
    [
      QuirkBehavior("retention-job-id-description-wrong", "hexadecimal"),
      QuirkBehavior(
        "retention-job-id-description-wrong", "empty", .put("job_id", #""""#, of: .retentionTasks)),
      QuirkBehavior(
        "retention-job-id-description-wrong", "name",
        .put("job_id", #""nightly""#, of: .retentionTasks)),
      QuirkBehavior("retention-status-code-undocumented", "known"),
      QuirkBehavior(
        "retention-status-code-undocumented", "unknown",
        .put("status_code", "-1", of: .retentionTasks)),
      QuirkBehavior("retention-status-revision-epoch", "epoch"),
      QuirkBehavior("retention-status-revision-epoch", "zero", like: "status-revision-zero"),
      QuirkBehavior(
        "retention-status-revision-epoch", "absent",
        .put("status_revision", nil, of: .retentionTasks)),
      QuirkBehavior("retention-status-raw-success", "filter-words"),
      QuirkBehavior(
        "retention-status-raw-success", "job-service-words", like: "retention-success-word"),
      QuirkBehavior("retention-repository-without-namespace", "bare-name"),
      QuirkBehavior(
        "retention-repository-without-namespace", "with-namespace",
        like: "repository-with-namespace"),
      QuirkBehavior("retention-filter-total-mismatch", "filtered"),
      QuirkBehavior("retention-filter-total-mismatch", "all-rows", like: "unfiltered-total"),
    ] + unfinishedEnds("retention-end-time-zero", of: .retentionTasks)

  static let gcTasks: [QuirkBehavior] = [
    QuirkBehavior("gc-job-parameters-object-or-string", "object", like: "job-parameters-object"),
    QuirkBehavior("gc-job-parameters-object-or-string", "string"),
    QuirkBehavior(
      "gc-job-parameters-object-or-string", "broken-string", breaks: true,
      .rewrite("job_parameters", of: .gcTasks) { $0.dropLast(2) + "\"" }),
    QuirkBehavior("gc-envelope-missing-in-tables", "nested"),
    QuirkBehavior(
      "gc-envelope-missing-in-tables", "flat", breaks: true,
      .gcBody { RawObject.array(Array($0.utf8)).first?.json ?? "{}" }),
    QuirkBehavior("gc-envelope-missing-in-tables", "array", breaks: true, .gcBody { $0 }),
    QuirkBehavior("gc-next-marker-undocumented-in-tables", "text"),
    QuirkBehavior("gc-next-marker-undocumented-in-tables", "null", like: "next-marker-null"),
    QuirkBehavior("gc-next-marker-undocumented-in-tables", "empty", like: "next-marker-empty"),
    QuirkBehavior(
      "gc-next-marker-undocumented-in-tables", "number", breaks: true,
      .page { page in
        guard let info = page.frame["page_info"], info != "{}" else { return }
        page.frame["page_info"] = #"{"next_marker":1234}"#
      }),
    QuirkBehavior("gc-next-marker-on-short-page", "none"),
    QuirkBehavior(
      "gc-next-marker-on-short-page", "marker",
      .page { page in
        guard page.frame["page_info"] == "{}", let last = page.rows.last?.integer("id") else {
          return
        }
        page.frame["page_info"] = MockPage.pageInfo(next: Marker(id: last).description)
      }),
    QuirkBehavior("gc-no-total", "absent"),
    QuirkBehavior(
      "gc-no-total", "present",
      .page { if $0.context.list == .gcTasks { $0.frame["total"] = String($0.view.count) } }),
    QuirkBehavior("gc-limit-rule-one-sided", "400"),
    QuirkBehavior("gc-limit-rule-one-sided", "422", like: "bad-limit-422"),
    QuirkBehavior("gc-limit-rule-one-sided", "clamped", like: "limit-clamped"),
    QuirkBehavior("gc-workers-range", "up-to-5"),
    QuirkBehavior("gc-workers-range", "up-to-10", .parameters { $0["workers"] = "8" }),
    QuirkBehavior("gc-workers-range", "absent", .parameters { $0["workers"] = nil }),
    QuirkBehavior("gc-purged-fields-not-in-example", "present"),
    QuirkBehavior("gc-purged-fields-not-in-example", "absent", like: "job-parameters-bare"),
    QuirkBehavior(
      "gc-freed-space-overflow", "32-bit",
      .parameters { if $0["freed_space"] != nil { $0["freed_space"] = "1048576" } }),
    QuirkBehavior("gc-freed-space-overflow", "64-bit"),
    QuirkBehavior(
      "gc-job-name-example-invented", "constant",
      .put("job_name", #""GARBAGE_COLLECTION""#, of: .gcTasks)),
    QuirkBehavior("gc-job-name-example-invented", "given-name"),
    QuirkBehavior("gc-job-kind-enum", "two-kinds"),
    QuirkBehavior("gc-job-kind-enum", "event", like: "job-kind-event"),
    QuirkBehavior("gc-job-status-enum", "five-words"),
    QuirkBehavior("gc-job-status-enum", "scheduled", .scheduledCleaning),
    QuirkBehavior("gc-time-field-names", "creation_time"),
    QuirkBehavior(
      "gc-time-field-names", "created_at",
      .rename("creation_time", to: "created_at", of: .gcTasks),
      .rename("update_time", to: "updated_at", of: .gcTasks)),
  ]

  static let replicationTasks: [QuirkBehavior] =
    [
      QuirkBehavior("repl-status-revision-casing", "StatusRevision"),
      QuirkBehavior(
        "repl-status-revision-casing", "status_revision",
        .rename("StatusRevision", to: "status_revision", of: .replicationTasks)),
      QuirkBehavior("repl-status-revision-casing", "absent", like: "status-revision-absent"),
      QuirkBehavior("repl-example-swallowed-fields", "own-fields"),
      QuirkBehavior(
        "repl-example-swallowed-fields", "swallowed", breaks: true, .brokenSource,
        .put("dst_resource", nil, of: .replicationTasks),
        .put("operation", nil, of: .replicationTasks)),
      QuirkBehavior("repl-src-resource-not-json", "display-name", like: "resources-as-names"),
      QuirkBehavior("repl-src-resource-not-json", "json"),
      QuirkBehavior("repl-src-resource-not-json", "broken-json", .brokenSource),
      QuirkBehavior("repl-src-resource-string-encoded", "display-name", like: "resources-as-names"),
      QuirkBehavior("repl-src-resource-string-encoded", "json"),
      QuirkBehavior("repl-src-resource-string-encoded", "broken-json", .brokenSource),
      QuirkBehavior("repl-dst-resource-string-encoded", "display-name", like: "resources-as-names"),
      QuirkBehavior("repl-dst-resource-string-encoded", "json"),
      QuirkBehavior(
        "repl-dst-resource-string-encoded", "absent", breaks: true,
        .put("dst_resource", nil, of: .replicationTasks)),
      QuirkBehavior("repl-inner-booleans-as-strings", "string"),
      QuirkBehavior(
        "repl-inner-booleans-as-strings", "boolean",
        .rewrite("src_resource", of: .replicationTasks) {
          $0.replacing(#"\"auto_scan\":\"true\""#, with: #"\"auto_scan\":true"#)
            .replacing(#"\"auto_scan\":\"false\""#, with: #"\"auto_scan\":false"#)
        }),
      QuirkBehavior("repl-inner-nulls", "null"),
      QuirkBehavior(
        "repl-inner-nulls", "absent",
        .rewrite("src_resource", of: .replicationTasks) {
          $0.replacing(#"\"registry\":null,"#, with: "")
        }),
      QuirkBehavior(
        "repl-inner-nulls", "object",
        .rewrite("src_resource", of: .replicationTasks) {
          $0.replacing(#"\"registry\":null,"#, with: #"\"registry\":{\"id\":3},"#)
        }),
      QuirkBehavior("repl-no-status-parameter", "ignored"),
      QuirkBehavior(
        "repl-no-status-parameter", "refused",
        .refuse("status") {
          $0.list == .replicationTasks && $0.request[query: "status"] != nil
        }),
      QuirkBehavior("repl-response-status-no-enum", "harbor-words"),
      QuirkBehavior(
        "repl-response-status-no-enum", "job-service-words", like: "replication-success-word"),
      QuirkBehavior(
        "repl-operation-no-enum", "copy", .put("operation", #""copy""#, of: .replicationTasks)),
      QuirkBehavior("repl-operation-no-enum", "deletion"),
      QuirkBehavior("repl-resource-type-no-enum", "artifact"),
      QuirkBehavior(
        "repl-resource-type-no-enum", "image-or-chart",
        .put("resource_type", #""image""#, of: .replicationTasks)),
      QuirkBehavior("repl-timestamp-digits-vary", "varied"),
      QuirkBehavior("repl-timestamp-digits-vary", "fixed", like: "times-without-fraction"),
      QuirkBehavior("repl-job-id-leaks-harbor", "hexadecimal"),
      QuirkBehavior(
        "repl-job-id-leaks-harbor", "another",
        .put("job_id", #""nightly""#, of: .replicationTasks)),
      QuirkBehavior("repl-override-differs", "true"),
      QuirkBehavior(
        "repl-override-differs", "false",
        .rewrite("dst_resource", of: .replicationTasks) {
          $0.replacing(#"\"override\":true"#, with: #"\"override\":false"#)
        }),
    ] + unfinishedEnds("repl-end-time-zero", of: .replicationTasks)

  private static func unfinishedEnds(_ quirk: String, of list: ListOperation) -> [QuirkBehavior] {
    [
      QuirkBehavior(quirk, "zero-time"),
      QuirkBehavior(quirk, "some-time", .unfinishedEnd(#""2030-01-01T00:00:00Z""#, of: list)),
      QuirkBehavior(quirk, "empty", .unfinishedEnd(#""""#, of: list)),
      QuirkBehavior(quirk, "null", .unfinishedEnd("null", of: list)),
      QuirkBehavior(quirk, "absent", breaks: true, .unfinishedEnd(nil, of: list)),
    ]
  }
}

extension Mutation {
  /// GC tasks that wait are scheduled, as the upstream has it.
  static let scheduledCleaning = Mutation.rewrite("job_status", of: .gcTasks) {
    $0 == #""Pending""# ? #""Scheduled""# : $0
  }

  /// The JSON inside src_resource lacks its last brace.
  fileprivate static let brokenSource = Mutation.rewrite("src_resource", of: .replicationTasks) {
    $0.hasSuffix("}\"") ? $0.dropLast(2) + "\"" : $0
  }
}
