// SPDX-License-Identifier: Apache-2.0
// Data only: which findings on a documentation page each quirk explains, by their keys.

/// The findings on pages that the ledger knows.
public enum PageLedger {
  /// By the quirk's id, in the order of the pages.
  ///
  /// A key is `rule:subject`, with a detail behind it where one subject has several findings; it
  /// counts on the pages of the operations that have the quirk.
  public static let keys: [String: [String]] =
    webhookJobs.merging(instanceJobs, uniquingKeysWith: +)
    .merging(retentionTasks, uniquingKeysWith: +)
    .merging(gcTasks, uniquingKeysWith: +)
    .merging(replicationTasks, uniquingKeysWith: +)
    .merging(acrossPages, uniquingKeysWith: +)

  private static let webhookJobs = [
    "webhook-status-lowercase": [
      "example-word:200.jobs.status:running", "example-word:200.jobs.status:error",
    ],
    "webhook-status-outside-filter-vocabulary": [
      "example-word:200.jobs.status:running", "example-word:200.jobs.status:error",
      "words-missing:200.jobs.status",
    ],
    "webhook-status-text-missing": ["example-lacks:200.jobs.status_text"],
    "webhook-event-type-unsupported-values": [
      "words-missing:200.jobs.event_type", "form-missing:200.jobs.event_type",
    ],
    "webhook-notify-type-no-enum": ["words-missing:200.jobs.notify_type"],
    "webhook-job-detail-empty-or-json": ["empty:200.jobs.job_detail"],
    "webhook-field-renamed-from-harbor": ["differs:times"],
    "webhook-running-job-two-days-old": ["days-apart:200.jobs.updated_at"],
    "webhook-policy-id-echo": ["echo:200.jobs.policy_id"],
  ]

  private static let instanceJobs = [
    "jobs-path-outside-instances": ["no-gap:path.instance_id", "differs:path"],
    "jobs-time-description-wrong": [
      "description:200.jobs.created_at", "description:200.jobs.updated_at",
    ],
    "jobs-type-no-enum": ["words-missing:200.jobs.type"],
    "jobs-response-status-enum-missing": ["words-missing:200.jobs.status"],
    "jobs-success-not-succeed": ["near-word:query.status:Success"],
    "jobs-initializing-not-initialized": ["near-word:query.status:Initializing"],
    "jobs-default-limit-100": ["default-is-maximum:query.limit", "differs:default-limit"],
    "jobs-no-multiple-rule": ["no-multiple-rule:query.offset", "differs:multiple-rule"],
    "jobs-reason-only-on-failure": ["conditional:200.jobs.reason"],
    "jobs-no-required-list": ["no-presence:200"],
    "jobs-id-format": [
      "form-missing:200.jobs.id", "form-missing:200.jobs.instance_id",
      "form-missing:200.jobs.resource_id", "differs:id-type",
    ],
    "jobs-resource-id-equals-instance-id": ["same-value:200.jobs.resource_id"],
  ]

  private static let retentionTasks = [
    "retention-total-twice": ["name-twice:200.tasks.total"],
    "retention-retained-lte-total": ["part-of:200.tasks.retained:total"],
    "retention-job-id-description-wrong": [
      "description:200.tasks.job_id", "form-missing:200.tasks.job_id",
    ],
    "retention-status-code-undocumented": [
      "minimum-missing:200.tasks.status_code", "maximum-missing:200.tasks.status_code",
    ],
    "retention-status-revision-epoch": ["epoch:200.tasks.status_revision"],
    "retention-status-raw-success": ["words-missing:200.tasks.status"],
    "retention-title-says-images": ["title:page"],
    "retention-execution-id-echo": ["echo:200.tasks.execution_id"],
  ]

  private static let gcTasks = [
    "gc-example-malformed-json": ["example-not-json:200"],
    "gc-envelope-missing-in-tables": [
      "table-missing:200", "example-adds:200.page_info", "example-adds:200.tasks",
    ],
    "gc-next-marker-undocumented-in-tables": ["table-missing:200.page_info"],
    "gc-marker-not-matching-data": ["marker-elsewhere:200.page_info.next_marker"],
    "gc-next-marker-on-short-page": ["marker-on-short-page:200.page_info.next_marker"],
    "gc-marker-url-encoding": ["needs-encoding:200.page_info.next_marker"],
    "gc-job-parameters-object-or-string": ["example-not-json:200"],
    "gc-marker-paging": ["marker-paging:query.marker", "differs:paging"],
    "gc-limit-rule-one-sided": ["one-sided:query.limit", "minimum-missing:query.limit"],
    "gc-delete-untagged-default-contradiction": [
      "example-not-default:200.tasks.job_parameters.delete_untagged",
      "example-not-default:200.tasks.job_parameters.dry_run",
    ],
    "gc-purged-fields-not-in-example": [
      "example-lacks:200.tasks.job_parameters.purged_blobs",
      "example-lacks:200.tasks.job_parameters.purged_manifests",
      "example-lacks:200.tasks.job_parameters.freed_space",
    ],
    "gc-freed-space-overflow": ["bytes:200.tasks.job_parameters.freed_space"],
    "gc-filter-name-differs-from-field": ["filter-name:query.status"],
    "gc-time-field-names": ["differs:times"],
    "gc-update-six-days-later": ["days-apart:200.tasks.update_time"],
    "gc-whitelisted": ["allow-list:constraints"],
    "gc-enum-embedded-in-description": [
      "list-style:query.status:explanations behind colons",
      "list-style:200.tasks.job_kind:explanations behind colons",
      "list-style:200.tasks.job_status:explanations behind colons",
    ],
  ]

  private static let replicationTasks = [
    "repl-status-revision-casing": ["capitals:200.tasks.StatusRevision"],
    "repl-example-swallowed-fields": [
      "example-lacks:200.tasks.dst_resource", "example-lacks:200.tasks.operation",
      "swallowed:200.tasks.dst_resource", "swallowed:200.tasks.operation",
    ],
    "repl-src-resource-not-json": ["text-not-json:200.tasks.src_resource"],
    "repl-src-resource-string-encoded": ["string-holds-json:200.tasks.src_resource"],
    "repl-dst-resource-string-encoded": ["swallowed:200.tasks.dst_resource"],
    "repl-inner-booleans-as-strings": ["booleans-as-text:200.tasks.src_resource"],
    "repl-inner-nulls": ["nulls-inside:200.tasks.src_resource"],
    "repl-no-status-parameter": ["unfiltered:200.tasks.status"],
    "repl-response-status-no-enum": ["words-missing:200.tasks.status"],
    "repl-description-mistakes": [
      "description:200.tasks.id", "description:200.tasks.execution_id",
    ],
    "repl-operation-no-enum": ["words-missing:200.tasks.operation"],
    "repl-resource-type-no-enum": ["words-missing:200.tasks.resource_type"],
    "repl-timestamp-digits-vary": ["digits-vary:200.tasks.end_time"],
    "repl-start-after-revision": ["epoch-elsewhere:200.tasks.StatusRevision"],
    "repl-job-id-leaks-harbor": ["form-missing:200.tasks.job_id"],
    "repl-title-says-images": ["title:page"],
    "repl-path-asymmetry": ["no-gap:path.policy_id", "differs:path"],
    "repl-english-page": ["english:page", "differs:language"],
  ]

  private static let acrossPages = [
    "enum-separator-grammar": [
      "list-style:query.status:commas", "list-style:query.status:Chinese commas",
      "list-style:query.status:explanations behind colons", "differs:list-style",
    ],
    "optional-fields-never-marked": ["no-presence:200"],
    "integer-width-unspecified": [
      "no-width:200.total", "no-width:200.jobs.id", "no-width:200.tasks.id",
      "no-width:200.jobs.policy_id", "no-width:200.tasks.execution_id",
      "no-width:200.tasks.status_code", "no-width:200.tasks.status_revision",
      "no-width:200.tasks.StatusRevision", "no-width:200.tasks.total",
      "no-width:200.tasks.retained", "no-width:200.tasks.job_parameters.workers",
      "no-width:200.tasks.job_parameters.purged_blobs",
      "no-width:200.tasks.job_parameters.purged_manifests",
      "no-width:200.tasks.job_parameters.freed_space",
    ],
    "error-table-three-fields-only": ["one-error-table:errors"],
    "encoded-auth-message-everywhere": ["one-error-table:errors"],
    "list-key-collision": ["differs:row-type"],
    "model-name-generic": ["differs:row-type"],
    "timestamp-names-differ": ["differs:times"],
    "timestamp-format-undocumented": [
      "form-missing:200.jobs.created_at", "form-missing:200.jobs.updated_at",
      "form-missing:200.tasks.start_time", "form-missing:200.tasks.end_time",
      "form-missing:200.tasks.creation_time", "form-missing:200.tasks.update_time",
      "differs:fraction-digits",
    ],
    "x-auth-token-mandatory-vs-aksk": ["token-or-signature:header.X-Auth-Token"],
    "http-status-text-differs": ["differs:status-text"],
    "offset-limit-together-ambiguous": [
      "together-with-default:query.offset", "together-with-default:query.limit",
    ],
    "limit-minimum-undocumented": ["minimum-missing:query.limit", "no-minimum:query.limit"],
    "offset-minimum-undocumented": ["no-minimum:query.offset"],
    "page-stale": ["date:page", "no-date:page"],
    "method-name-missing": ["unnamed:title"],
    "sdk-sample-not-compilable": [
      "placeholder:samples.policy_id", "placeholder:samples.execution_id",
    ],
    "id-type-differs": ["differs:id-type"],
    "default-limit-differs": ["differs:default-limit"],
    "offset-multiple-rule-differs": ["differs:multiple-rule"],
    "status-vocabularies-inconsistent": [
      "differs:status-words", "near-word:query.status:Initialized",
      "near-word:query.status:Succeed", "near-word:query.status:Success",
    ],
  ]
}
