// SPDX-License-Identifier: Apache-2.0
// Data only: the sides of the quirks of one list each.

import Wire

extension Stance {
  static let webhookJobs: [Stance] = [
    Stance("webhook-status-lowercase", "capitalized"),
    Stance("webhook-status-lowercase", "lower-case", like: "webhook-lower-case-words"),
    Stance("webhook-status-outside-filter-vocabulary", "filter-words"),
    Stance(
      "webhook-status-outside-filter-vocabulary", "execution-words",
      .words(of: .webhookJobs, ["InProgress": "Running", "Succeed": "Success", "Failed": "Error"])),
    Stance(
      "webhook-status-outside-filter-vocabulary", "notification-words",
      like: "webhook-lower-case-words"),
    Stance("webhook-status-filter-roundtrip", "same-word"),
    Stance("webhook-status-filter-roundtrip", "other-word", like: "webhook-lower-case-words"),
    Stance("webhook-status-text-missing", "present"),
    Stance("webhook-status-text-missing", "empty", like: "status-text-empty"),
    Stance("webhook-status-text-missing", "absent", like: "status-text-missing"),
    Stance("webhook-event-type-unsupported-values", "push-only"),
    Stance(
      "webhook-event-type-unsupported-values", "another-event",
      .put("event_type", #""DELETE_ARTIFACT""#, of: .webhookJobs)),
    Stance(
      "webhook-event-type-unsupported-values", "pull-and-scan",
      .put("event_type", #""PULL_ARTIFACT""#, of: .webhookJobs)),
    Stance("webhook-notify-type-no-enum", "http"),
    Stance(
      "webhook-notify-type-no-enum", "slack", .put("notify_type", #""slack""#, of: .webhookJobs)),
    Stance("webhook-job-detail-empty-or-json", "text", like: "job-detail-text"),
    Stance("webhook-job-detail-empty-or-json", "empty", like: "job-detail-empty"),
    Stance("webhook-job-detail-empty-or-json", "json"),
    Stance("webhook-field-renamed-from-harbor", "created_at"),
    Stance(
      "webhook-field-renamed-from-harbor", "creation_time", breaks: true,
      .rename("created_at", to: "creation_time", of: .webhookJobs),
      .rename("updated_at", to: "update_time", of: .webhookJobs)),
    Stance("webhook-order-undocumented", "newest-first"),
    Stance(
      "webhook-order-undocumented", "no-order",
      .rows(of: .webhookJobs) { row in
        guard let text = row.word("updated_at"), var time = Timestamp(text),
          row.integer("id")?.isMultiple(of: 2) == true
        else { return }
        time.seconds += 864_000
        row["updated_at"] = time.text.quoted
      }),
  ]

  static let instanceJobs: [Stance] = [
    Stance("jobs-type-no-enum", "create-instance"),
    Stance("jobs-type-no-enum", "another", .put("type", #""DeleteInstance""#, of: .instanceJobs)),
    Stance("jobs-success-not-succeed", "Success"),
    Stance(
      "jobs-success-not-succeed", "Succeed", breaks: true,
      .words(of: .instanceJobs, ["Success": "Succeed"])),
    Stance("jobs-initializing-not-initialized", "Initializing"),
    Stance(
      "jobs-initializing-not-initialized", "Initialized", breaks: true,
      .words(of: .instanceJobs, ["Initializing": "Initialized"])),
    Stance("jobs-default-limit-100", "100"),
    Stance(
      "jobs-default-limit-100", "10", breaks: true, .defaultLimit(10, of: [.instanceJobs])),
    Stance("jobs-no-multiple-rule", "any-offset"),
    Stance("jobs-no-multiple-rule", "multiples-only", .multiplesOfInstanceJobs),
    Stance("jobs-reason-only-on-failure", "always"),
    Stance("jobs-reason-only-on-failure", "only-on-failure", like: "reason-only-on-failure"),
    Stance("jobs-id-format", "uuid"),
    Stance(
      "jobs-id-format", "any-text",
      .rewrite("id", of: .instanceJobs) { $0.replacing("-", with: "") }),
    Stance("jobs-resource-id-equals-instance-id", "equal"),
    Stance(
      "jobs-resource-id-equals-instance-id", "different",
      .rows(of: .instanceJobs) { $0["resource_id"] = $0["id"] }),
  ]

  static let retentionTasks: [Stance] =
    [
      Stance("retention-job-id-description-wrong", "hexadecimal"),
      Stance(
        "retention-job-id-description-wrong", "empty", .put("job_id", #""""#, of: .retentionTasks)),
      Stance(
        "retention-job-id-description-wrong", "name",
        .put("job_id", #""nightly""#, of: .retentionTasks)),
      Stance("retention-status-code-undocumented", "known"),
      Stance(
        "retention-status-code-undocumented", "unknown",
        .put("status_code", "-1", of: .retentionTasks)),
      Stance("retention-status-revision-epoch", "epoch"),
      Stance("retention-status-revision-epoch", "zero", like: "status-revision-zero"),
      Stance(
        "retention-status-revision-epoch", "absent",
        .put("status_revision", nil, of: .retentionTasks)),
      Stance("retention-status-raw-success", "filter-words"),
      Stance("retention-status-raw-success", "job-service-words", like: "retention-success-word"),
      Stance("retention-repository-without-namespace", "bare-name"),
      Stance(
        "retention-repository-without-namespace", "with-namespace",
        like: "repository-with-namespace"),
      Stance("retention-filter-total-mismatch", "filtered"),
      Stance("retention-filter-total-mismatch", "all-rows", like: "unfiltered-total"),
    ] + unfinishedEnds("retention-end-time-zero", of: .retentionTasks)

  static let gcTasks: [Stance] = [
    Stance("gc-job-parameters-object-or-string", "object", like: "job-parameters-object"),
    Stance("gc-job-parameters-object-or-string", "string"),
    Stance(
      "gc-job-parameters-object-or-string", "broken-string", breaks: true,
      .rewrite("job_parameters", of: .gcTasks) { $0.dropLast(2) + "\"" }),
    Stance("gc-envelope-missing-in-tables", "nested"),
    Stance(
      "gc-envelope-missing-in-tables", "flat", breaks: true,
      .gcBody { Record.array(Array($0.utf8)).first?.json ?? "{}" }),
    Stance("gc-envelope-missing-in-tables", "array", breaks: true, .gcBody { $0 }),
    Stance("gc-next-marker-undocumented-in-tables", "text"),
    Stance("gc-next-marker-undocumented-in-tables", "null", like: "next-marker-null"),
    Stance("gc-next-marker-undocumented-in-tables", "empty", like: "next-marker-empty"),
    Stance(
      "gc-next-marker-undocumented-in-tables", "number", breaks: true,
      .page { page, _, _ in
        guard let info = page.frame["page_info"], info != "{}" else { return }
        page.frame["page_info"] = #"{"next_marker":1234}"#
      }),
    Stance("gc-next-marker-on-short-page", "none"),
    Stance(
      "gc-next-marker-on-short-page", "marker",
      .page { page, _, _ in
        guard page.frame["page_info"] == "{}", let last = page.rows.last?.integer("id") else {
          return
        }
        page.frame["page_info"] = MockPage.pageInfo(next: Marker(id: last).description)
      }),
    Stance("gc-no-total", "absent"),
    Stance(
      "gc-no-total", "present",
      .page { page, question, occasion in
        guard occasion.listing == .gcTasks else { return }
        page.frame["total"] = String(occasion.table.view(status: question.status).count)
      }),
    Stance("gc-limit-rule-one-sided", "400"),
    Stance("gc-limit-rule-one-sided", "422", like: "bad-limit-422"),
    Stance("gc-limit-rule-one-sided", "clamped", like: "limit-clamped"),
    Stance("gc-workers-range", "up-to-5"),
    Stance("gc-workers-range", "up-to-10", .parameters { $0["workers"] = "8" }),
    Stance("gc-workers-range", "absent", .parameters { $0["workers"] = nil }),
    Stance("gc-purged-fields-not-in-example", "present"),
    Stance("gc-purged-fields-not-in-example", "absent", like: "job-parameters-bare"),
    Stance(
      "gc-freed-space-overflow", "32-bit",
      .parameters { if $0["freed_space"] != nil { $0["freed_space"] = "1048576" } }),
    Stance("gc-freed-space-overflow", "64-bit"),
    Stance(
      "gc-job-name-example-invented", "constant",
      .put("job_name", #""GARBAGE_COLLECTION""#, of: .gcTasks)),
    Stance("gc-job-name-example-invented", "given-name"),
    Stance("gc-job-kind-enum", "two-kinds"),
    Stance("gc-job-kind-enum", "event", like: "job-kind-event"),
    Stance("gc-job-status-enum", "five-words"),
    Stance("gc-job-status-enum", "scheduled", .scheduledCleaning),
    Stance("gc-time-field-names", "creation_time"),
    Stance(
      "gc-time-field-names", "created_at",
      .rename("creation_time", to: "created_at", of: .gcTasks),
      .rename("update_time", to: "updated_at", of: .gcTasks)),
  ]

  static let replicationTasks: [Stance] =
    [
      Stance("repl-status-revision-casing", "StatusRevision"),
      Stance(
        "repl-status-revision-casing", "status_revision",
        .rename("StatusRevision", to: "status_revision", of: .replicationTasks)),
      Stance("repl-status-revision-casing", "absent", like: "status-revision-absent"),
      Stance("repl-example-swallowed-fields", "own-fields"),
      Stance(
        "repl-example-swallowed-fields", "swallowed", breaks: true, .brokenSource,
        .put("dst_resource", nil, of: .replicationTasks),
        .put("operation", nil, of: .replicationTasks)),
      Stance("repl-src-resource-not-json", "display-name", like: "resources-as-names"),
      Stance("repl-src-resource-not-json", "json"),
      Stance("repl-src-resource-not-json", "broken-json", .brokenSource),
      Stance("repl-src-resource-string-encoded", "display-name", like: "resources-as-names"),
      Stance("repl-src-resource-string-encoded", "json"),
      Stance("repl-src-resource-string-encoded", "broken-json", .brokenSource),
      Stance("repl-dst-resource-string-encoded", "display-name", like: "resources-as-names"),
      Stance("repl-dst-resource-string-encoded", "json"),
      Stance(
        "repl-dst-resource-string-encoded", "absent", breaks: true,
        .put("dst_resource", nil, of: .replicationTasks)),
      Stance("repl-inner-booleans-as-strings", "string"),
      Stance(
        "repl-inner-booleans-as-strings", "boolean",
        .rewrite("src_resource", of: .replicationTasks) {
          $0.replacing(#"\"auto_scan\":\"true\""#, with: #"\"auto_scan\":true"#)
            .replacing(#"\"auto_scan\":\"false\""#, with: #"\"auto_scan\":false"#)
        }),
      Stance("repl-inner-nulls", "null"),
      Stance(
        "repl-inner-nulls", "absent",
        .rewrite("src_resource", of: .replicationTasks) {
          $0.replacing(#"\"registry\":null,"#, with: "")
        }),
      Stance(
        "repl-inner-nulls", "object",
        .rewrite("src_resource", of: .replicationTasks) {
          $0.replacing(#"\"registry\":null,"#, with: #"\"registry\":{\"id\":3},"#)
        }),
      Stance("repl-no-status-parameter", "ignored"),
      Stance(
        "repl-no-status-parameter", "refused",
        .refuse("status") {
          $0.listing == .replicationTasks && $0.request[query: "status"] != nil
        }),
      Stance("repl-response-status-no-enum", "harbor-words"),
      Stance("repl-response-status-no-enum", "job-service-words", like: "replication-success-word"),
      Stance(
        "repl-operation-no-enum", "copy", .put("operation", #""copy""#, of: .replicationTasks)),
      Stance("repl-operation-no-enum", "deletion"),
      Stance("repl-resource-type-no-enum", "artifact"),
      Stance(
        "repl-resource-type-no-enum", "image-or-chart",
        .put("resource_type", #""image""#, of: .replicationTasks)),
      Stance("repl-timestamp-digits-vary", "varied"),
      Stance("repl-timestamp-digits-vary", "fixed", like: "times-without-fraction"),
      Stance("repl-job-id-leaks-harbor", "hexadecimal"),
      Stance(
        "repl-job-id-leaks-harbor", "another",
        .put("job_id", #""nightly""#, of: .replicationTasks)),
      Stance("repl-override-differs", "true"),
      Stance(
        "repl-override-differs", "false",
        .rewrite("dst_resource", of: .replicationTasks) {
          $0.replacing(#"\"override\":true"#, with: #"\"override\":false"#)
        }),
    ] + unfinishedEnds("repl-end-time-zero", of: .replicationTasks)

  private static func unfinishedEnds(_ quirk: String, of listing: Listing) -> [Stance] {
    [
      Stance(quirk, "zero-time"),
      Stance(quirk, "some-time", .unfinishedEnd(#""2030-01-01T00:00:00Z""#, of: listing)),
      Stance(quirk, "empty", .unfinishedEnd(#""""#, of: listing)),
      Stance(quirk, "null", .unfinishedEnd("null", of: listing)),
      Stance(quirk, "absent", breaks: true, .unfinishedEnd(nil, of: listing)),
    ]
  }
}

extension Bend {
  /// GC tasks that wait are scheduled, as the upstream has it.
  static let scheduledCleaning = Bend.rewrite("job_status", of: .gcTasks) {
    $0 == #""Pending""# ? #""Scheduled""# : $0
  }

  /// The JSON inside src_resource lacks its last brace.
  fileprivate static let brokenSource = Bend.rewrite("src_resource", of: .replicationTasks) {
    $0.hasSuffix("}\"") ? $0.dropLast(2) + "\"" : $0
  }
}
