// SPDX-License-Identifier: Apache-2.0
// Data only: the sides of the quirks that several lists share.

import Loopback
import Wire

extension Stance {
  static let acrossLists: [Stance] = words + paging + times + errors + bodies

  private static let words: [Stance] = [
    Stance("status-vocabularies-inconsistent", "own-words"),
    Stance(
      "status-vocabularies-inconsistent", "job-service-words",
      .words(of: .webhookJobs, ["Succeed": "Success"]),
      .words(of: .retentionTasks, ["Succeed": "Success"]),
      .words(of: .replicationTasks, ["Succeed": "Success"]), .scheduledCleaning),
    Stance(
      "status-vocabularies-inconsistent", "lower-case-words", breaks: true,
      .words(of: .webhookJobs, ["Succeed": "finished"]),
      .words(of: .retentionTasks, ["Succeed": "finished"]),
      .words(of: .replicationTasks, ["Succeed": "finished"])),
    Stance(
      "status-vocabularies-inconsistent", "policy-words", breaks: true,
      .words(of: .instanceJobs, ["Success": "Succeed"])),
  ]

  private static let paging: [Stance] = [
    Stance(
      "default-limit-differs", "10", breaks: true, .defaultLimit(10, of: [.instanceJobs])),
    Stance(
      "default-limit-differs", "100", breaks: true,
      .defaultLimit(100, of: [.webhookJobs, .retentionTasks, .gcTasks, .replicationTasks])),
    Stance("offset-multiple-rule-differs", "multiples-only", .multiplesOfInstanceJobs),
    Stance("offset-multiple-rule-differs", "any-offset", .roundedDown, .fromAnyRow),
    Stance("offset-limit-together-ambiguous", "each-alone"),
    Stance(
      "offset-limit-together-ambiguous", "together-only",
      .refuse("offset") { occasion in
        let query = occasion.request
        return !occasion.listing.turnsByMarker
          && (query[query: "limit"] == nil) != (query[query: "offset"] == nil)
      }),
    Stance("limit-minimum-undocumented", "400"),
    Stance("limit-minimum-undocumented", "422", like: "bad-limit-422"),
    Stance("limit-minimum-undocumented", "clamped", like: "limit-clamped"),
    Stance("offset-minimum-undocumented", "400"),
    Stance(
      "offset-minimum-undocumented", "422",
      .status(422, on: .asking { $0.number("offset").map { $0 < 0 } ?? false })),
    Stance(
      "offset-minimum-undocumented", "taken",
      .misread("offset") { Int($0).map { $0 < 0 ? "0" : String($0) } ?? $0 }),
    Stance("offset-past-end", "empty-list"),
    Stance("offset-past-end", "null-list", like: "null-list-past-end"),
    Stance("offset-past-end", "refused", breaks: true, .refusePastEnd(400)),
  ]

  private static let times: [Stance] = [
    Stance("timestamp-format-undocumented", "varied"),
    Stance("timestamp-format-undocumented", "6-digits", .fractionDigits(6)),
    Stance("timestamp-format-undocumented", "whole-seconds", like: "times-without-fraction"),
    Stance("timestamp-format-undocumented", "milliseconds", .fractionDigits(3)),
  ]

  private static let errors: [Stance] = [
    Stance("not-found-as-400", "404"),
    Stance("not-found-as-400", "400", like: "not-found-as-400"),
    Stance(
      "not-found-as-400", "empty-list", breaks: true,
      .answer { answer, occasion in
        guard answer.response.status == 404, let claim = occasion.claim("instance_id"),
          claim.value != MockRegistry.Facts.only["instance_id"]
        else { return }
        answer.response.status = 200
        answer.response.body = Array(occasion.listing.emptyBody.utf8)
      }),
    Stance("error-table-three-fields-only", "three-fields", like: "errors-of-registry"),
    Stance("error-table-three-fields-only", "gateway"),
    Stance("error-table-three-fields-only", "longer", like: "errors-with-details"),
    Stance("error-table-three-fields-only", "identity", like: "errors-of-iam"),
    Stance("error-table-three-fields-only", "harbor", like: "errors-of-upstream"),
    Stance("error-table-three-fields-only", "code-and-message", like: "errors-of-upstream-router"),
    Stance("error-table-three-fields-only", "older-gateway", like: "errors-in-array"),
    Stance("unauthenticated-shape", "three-fields", like: "errors-of-registry"),
    Stance("unauthenticated-shape", "gateway"),
    Stance("unauthenticated-shape", "identity", like: "errors-of-iam"),
    Stance("error-code-pattern-undocumented", "service"),
    Stance("error-code-pattern-undocumented", "gateway", like: "errors-of-gateway"),
    Stance("error-code-pattern-undocumented", "platform", like: "errors-with-details"),
    Stance("error-code-pattern-undocumented", "any-text", like: "errors-of-upstream"),
    Stance("encoded-auth-message-everywhere", "refusals-only"),
    Stance(
      "encoded-auth-message-everywhere", "every-error",
      .refusal { refusal, _ in
        refusal.body["encoded_authorization_message"] = #""bm90aGluZyB0byBoaWRl""#
      }),
  ]

  private static let bodies: [Stance] = [
    Stance("response-headers-undocumented", "request-id"),
    Stance("response-headers-undocumented", "none", like: "no-request-id"),
    Stance("unknown-extra-fields", "closed"),
    Stance("unknown-extra-fields", "additive", like: "extra-fields"),
    Stance("null-instead-of-missing", "no-nulls"),
    Stance(
      "null-instead-of-missing", "nulls",
      .put("status_text", "null", of: .webhookJobs),
      .rows(of: .instanceJobs) { if $0["status"] != #""Failed""# { $0["reason"] = "null" } },
      .unfinishedEnd("null", of: .retentionTasks), .unfinishedEnd("null", of: .replicationTasks)),
  ]
}
