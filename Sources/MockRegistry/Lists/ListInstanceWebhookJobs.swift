// SPDX-License-Identifier: Apache-2.0
// The jobs of a webhook policy, the latest change first.

import Fixtures

extension ListOperation {
  static let webhookJobs = ListOperation(
    "ListInstanceWebhookJobs", word: "webhook",
    path: instance + "/namespaces/{namespace_name}/webhook/policies/{webhook_policy_id}/jobs",
    key: "jobs", paging: .offset(),
    filters: [.words("status", field: "status", RowForm.Status.ofPolicies.words)],
    rows: RowForm(
      data: Fixtures.webhookJobs,
      owners: [.init("webhook_policy_id", "policy_id")], isCopied: true,
      status: .ofPolicies,
      times: .init(begin: "created_at", end: "updated_at", isOrder: true), newestFirst: true,
      stride: .init(ids: 1_000, hexadecimal: 1_024, seconds: 3_600),
      fields: [
        Field("id", .integer, shift: .number),
        Field("policy_id", .integer),
        Field(
          "event_type", .text, like: #""DELETE_ARTIFACT""#,
          [
            .lowerCase: .must, .empty: .must,
            .unknown: .should("the pages name one event, the upstream more"),
          ]),
        Field(
          "notify_type", .text, like: #""slack""#,
          [.unknown: .should("the pages name http, the upstream slack too")]),
        Field("status", .word),
        Field(
          "status_text", .text,
          [.missing: .should("the page's own example and the upstream have none")]),
        Field(
          "job_detail", .json,
          [
            .cutOff: .harmless("any text"), .doubleEncoded: .harmless("any text"),
            .empty: .harmless("the page's example is empty"),
          ]),
        Field("created_at", .time),
        Field("updated_at", .time),
      ]))
}

extension RowForm.Status {
  /// The words of everything that a policy starts.
  static let ofPolicies = RowForm.Status(
    words: ["Initialized", "Pending", "InProgress", "Succeed", "Failed", "Stopped"],
    final: ["Succeed", "Failed", "Stopped"], along: ["status_code", "status_text"])
}
