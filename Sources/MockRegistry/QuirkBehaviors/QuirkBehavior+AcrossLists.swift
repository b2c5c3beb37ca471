// SPDX-License-Identifier: Apache-2.0
// Data only: the sides of the quirks that several lists share.

import Loopback
import Wire

extension QuirkBehavior {
  static let acrossLists: [QuirkBehavior] = words + paging + times + errors + bodies

  private static let words: [QuirkBehavior] = [
    QuirkBehavior("status-vocabularies-inconsistent", "own-words"),
    QuirkBehavior(
      "status-vocabularies-inconsistent", "job-service-words",
      .words(of: .webhookJobs, ["Succeed": "Success"]),
      .words(of: .retentionTasks, ["Succeed": "Success"]),
      .words(of: .replicationTasks, ["Succeed": "Success"]), .scheduledCleaning),
    QuirkBehavior(
      "status-vocabularies-inconsistent", "lower-case-words", breaks: true,
      .words(of: .webhookJobs, ["Succeed": "finished"]),
      .words(of: .retentionTasks, ["Succeed": "finished"]),
      .words(of: .replicationTasks, ["Succeed": "finished"])),
    QuirkBehavior(
      "status-vocabularies-inconsistent", "policy-words", breaks: true,
      .words(of: .instanceJobs, ["Success": "Succeed"])),
  ]

  private static let paging: [QuirkBehavior] = [
    QuirkBehavior(
      "default-limit-differs", "10", breaks: true, .defaultLimit(10, of: [.instanceJobs])),
    QuirkBehavior(
      "default-limit-differs", "100", breaks: true,
      .defaultLimit(100, of: [.webhookJobs, .retentionTasks, .gcTasks, .replicationTasks])),
    QuirkBehavior("offset-multiple-rule-differs", "multiples-only", .multiplesOfInstanceJobs),
    QuirkBehavior("offset-multiple-rule-differs", "any-offset", .roundedDown, .fromAnyRow),
    QuirkBehavior("offset-limit-together-ambiguous", "each-alone"),
    QuirkBehavior(
      "offset-limit-together-ambiguous", "together-only",
      .refuse("offset") { context in
        let query = context.request
        return !context.list.turnsByMarker
          && (query[query: "limit"] == nil) != (query[query: "offset"] == nil)
      }),
    QuirkBehavior("limit-minimum-undocumented", "400"),
    QuirkBehavior("limit-minimum-undocumented", "422", like: "bad-limit-422"),
    QuirkBehavior("limit-minimum-undocumented", "clamped", like: "limit-clamped"),
    QuirkBehavior("offset-minimum-undocumented", "400"),
    QuirkBehavior(
      "offset-minimum-undocumented", "422",
      .status(422, on: .asking { $0.number("offset").map { $0 < 0 } ?? false })),
    QuirkBehavior(
      "offset-minimum-undocumented", "taken",
      .misread("offset") { Int($0).map { $0 < 0 ? "0" : String($0) } ?? $0 }),
    QuirkBehavior("offset-past-end", "empty-list"),
    QuirkBehavior("offset-past-end", "null-list", like: "null-list-past-end"),
    QuirkBehavior("offset-past-end", "refused", breaks: true, .error(400, on: .pastEnd)),
  ]

  private static let times: [QuirkBehavior] = [
    QuirkBehavior("timestamp-format-undocumented", "varied"),
    QuirkBehavior("timestamp-format-undocumented", "6-digits", .fractionDigits(6)),
    QuirkBehavior("timestamp-format-undocumented", "whole-seconds", like: "times-without-fraction"),
    QuirkBehavior("timestamp-format-undocumented", "milliseconds", .fractionDigits(3)),
  ]

  private static let errors: [QuirkBehavior] = [
    QuirkBehavior("not-found-as-400", "404"),
    QuirkBehavior("not-found-as-400", "400", like: "not-found-as-400"),
    QuirkBehavior(
      "not-found-as-400", "empty-list", breaks: true,
      .answer { answer, context in
        guard answer.response.status == 404, let argument = context.argument("instance_id"),
          argument.value != MockRegistry.Facts.only["instance_id"]
        else { return }
        answer.response.status = 200
        answer.response.body = Array(context.list.emptyBody.utf8)
      }),
    QuirkBehavior("error-table-three-fields-only", "three-fields", like: "errors-of-registry"),
    QuirkBehavior("error-table-three-fields-only", "gateway"),
    QuirkBehavior("error-table-three-fields-only", "longer", like: "errors-with-details"),
    QuirkBehavior("error-table-three-fields-only", "identity", like: "errors-of-iam"),
    QuirkBehavior("error-table-three-fields-only", "harbor", like: "errors-of-upstream"),
    QuirkBehavior(
      "error-table-three-fields-only", "code-and-message", like: "errors-of-upstream-router"),
    QuirkBehavior("error-table-three-fields-only", "older-gateway", like: "errors-in-array"),
    QuirkBehavior("unauthenticated-shape", "three-fields", like: "errors-of-registry"),
    QuirkBehavior("unauthenticated-shape", "gateway"),
    QuirkBehavior("unauthenticated-shape", "identity", like: "errors-of-iam"),
    QuirkBehavior("error-code-pattern-undocumented", "service"),
    QuirkBehavior("error-code-pattern-undocumented", "gateway", like: "errors-of-gateway"),
    QuirkBehavior("error-code-pattern-undocumented", "platform", like: "errors-with-details"),
    QuirkBehavior("error-code-pattern-undocumented", "any-text", like: "errors-of-upstream"),
    QuirkBehavior("encoded-auth-message-everywhere", "refusals-only"),
    QuirkBehavior(
      "encoded-auth-message-everywhere", "every-error",
      .refusal { refusal, _ in
        refusal.body["encoded_authorization_message"] = #""bm90aGluZyB0byBoaWRl""#
      }),
  ]

  private static let bodies: [QuirkBehavior] = [
    QuirkBehavior("response-headers-undocumented", "request-id"),
    QuirkBehavior("response-headers-undocumented", "none", like: "no-request-id"),
    QuirkBehavior("unknown-extra-fields", "closed"),
    QuirkBehavior("unknown-extra-fields", "additive", like: "extra-fields"),
    QuirkBehavior("null-instead-of-missing", "no-nulls"),
    QuirkBehavior(
      "null-instead-of-missing", "nulls",
      .put("status_text", "null", of: .webhookJobs),
      .rows(of: .instanceJobs) { if $0["status"] != #""Failed""# { $0["reason"] = "null" } },
      .unfinishedEnd("null", of: .retentionTasks), .unfinishedEnd("null", of: .replicationTasks)),
  ]
}
