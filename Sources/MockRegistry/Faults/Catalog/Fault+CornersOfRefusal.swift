// SPDX-License-Identifier: Apache-2.0
// Data only: bugs of relations and refusals that show for one caller, resource or row only.

import Loopback
import Wire

extension Fault {
  static let cornersOfRelations: [Fault] = [
    Fault(
      "webhook-ids-begin-anew-on-each-page",
      .webhookJobs,
      .relations, rule: "same-row-everywhere",
      "ids are numbers of rows on their page",
      .row { row, place in row["id"] = String(place.index - place.start + 1) }
    ),
    Fault(
      "webhook-policy-id-of-another-for-limit-1",
      .webhookJobs,
      .relations, rule: "relation-holds",
      "with a limit of one the row belongs to another policy",
      .set("policy_id", "28", in: .limit(1))
    ),
    Fault(
      "jobs-id-shared-by-last-two",
      .instanceJobs,
      .relations, rule: "relation-holds",
      "the last two jobs have one id",
      .row { row, place in
        let view = place.context.table.view()
        if place.query.status == nil, place.index == view.count - 1, view.count > 1 {
          row["id"] = view[view.count - 2]["id"]
        }
      }
    ),
    Fault(
      "retention-retained-exceeds-total-under-filter",
      .retentionTasks,
      .relations, rule: "relation-holds",
      "retained is one above total where a status is asked for",
      .rows(.filtered) { $0["retained"] = String(($0.integer("total") ?? 0) + 1) }
    ),
    Fault(
      "retention-item-total-negative-in-last-row",
      .retentionTasks,
      .relations, rule: "relation-holds",
      "the last task had -1 versions",
      .set("total", "-1", in: .last)
    ),
    Fault(
      "gc-purged-manifests-negative",
      .gcTasks,
      .relations, rule: "relation-holds",
      "purged_manifests is -1 in dry runs",
      .parameters { parameters in
        if parameters["dry_run"] == "true", parameters["purged_manifests"] != nil {
          parameters["purged_manifests"] = "-1"
        }
      }
    ),
    Fault(
      "gc-id-shared-over-border",
      .gcTasks,
      .relations, rule: "relation-holds",
      "the eleventh task has the tenth task's id",
      .row { row, place in
        if place.query.status == nil, place.index == 10 {
          row["id"] = place.context.table.view()[9]["id"]
        }
      }
    ),
    Fault(
      "replication-execution-id-zero-on-later-pages",
      .replicationTasks,
      .relations, rule: "relation-holds",
      "execution_id is zero from the second page on",
      .set("execution_id", "0", in: .laterPages)
    ),
    Fault(
      "replication-ids-all-zero",
      .replicationTasks,
      .relations, rule: "relation-holds",
      "every id is zero",
      .set("id", "0")
    ),
  ]

  static let cornersOfRefusal: [Fault] = [
    Fault(
      "webhook-401-html-for-wrong-token",
      .webhookJobs,
      .errors, rule: "error-shape",
      "a wrong token gives a page for people, a missing one JSON",
      .answer { answer, context in
        guard answer.response.status == 401, context.request.headers["X-Auth-Token"] != nil else {
          return
        }
        answer.response.headers["Content-Type"] = "text/html"
        answer.response.body = Array("<html><body>Log in, please</body></html>".utf8)
      }
    ),
    Fault(
      "webhook-404-as-200",
      .webhookJobs,
      .errors, rule: "unknown-resource-is-not-found",
      "the error of what does not exist comes with 200",
      .status(200, on: .status(404))
    ),
    Fault(
      "webhook-unknown-policy-echoed",
      .webhookJobs,
      .errors, rule: "unknown-resource-is-not-found",
      "a policy that does not exist has rows that bear its number",
      .believe("webhook_policy_id", onlyIf: { Int($0) != nil }),
      .row { row, place in row["policy_id"] = place.context.argument("webhook_policy_id")?.value }
    ),
    Fault(
      "jobs-foreign-project-gets-rows",
      .instanceJobs,
      .errors, rule: "foreign-project-is-refused",
      "another project sees this project's rows",
      .believe("project_id")
    ),
    Fault(
      "jobs-400-as-200",
      .instanceJobs,
      .errors, rule: "bad-page-is-refused",
      "the error of a bad page comes with 200",
      .status(200, on: .status(400))
    ),
    Fault(
      "retention-403-with-rows",
      .retentionTasks,
      .errors, rule: "foreign-project-is-refused",
      "the refusal of another project carries the rows",
      .answer { answer, context in
        guard answer.response.status == 403 else { return }
        answer.response.body = Array(MockPage(ListQuery(limit: 10), from: context.table).json.utf8)
      }
    ),
    Fault(
      "retention-error-code-object-for-unknown-policy",
      .retentionTasks,
      .errors, rule: "error-shape",
      "error_code of a 404 is an object",
      .refusals(404) { $0.body["error_code"] = #"{"value":"SWR.404001"}"# }
    ),
    Fault(
      "retention-no-answer-to-bad-limit",
      .retentionTasks,
      .errors, rule: "whole-answer",
      "a limit out of range closes the connection",
      .answer { answer, context in
        if answer.response.status == 400, context.request[query: "limit"] != nil {
          answer.delivery = .closed
        }
      }
    ),
    Fault(
      "gc-errors-byte-order-mark",
      .gcTasks,
      .errors, rule: "error-shape",
      "a byte order mark opens every error",
      .answers(.refusals) { $0.body = [0xEF, 0xBB, 0xBF] + $0.body }
    ),
    Fault(
      "gc-wrong-token-302",
      .gcTasks,
      .errors, rule: "unknown-caller-is-refused",
      "a wrong token is sent to a page for logging in",
      .answers(.status(401)) { response in
        response.status = 302
        response.headers["Location"] = "/login"
      }
    ),
    Fault(
      "gc-instance-only-compared-at-front",
      .gcTasks,
      .errors, rule: "unknown-resource-is-not-found",
      "the last digits of an instance do not count",
      .believe(
        "instance_id",
        onlyIf: { argument in
          MockRegistry.Facts.only["instance_id"]?.prefix(8) == argument.prefix(8)
        })
    ),
    Fault(
      "replication-error-array",
      .replicationTasks,
      .errors, rule: "error-shape",
      "errors stand in an array",
      .text(.refusals) { "[\($0)]" }
    ),
    Fault(
      "replication-unknown-execution-echoed",
      .replicationTasks,
      .errors, rule: "unknown-resource-is-not-found",
      "an execution that does not exist has rows that bear its number",
      .believe("replication_execution_id", onlyIf: { Int($0) != nil }),
      .row { row, place in
        row["execution_id"] = place.context.argument("replication_execution_id")?.value
      }
    ),
    Fault(
      "replication-404-as-204",
      .replicationTasks,
      .errors, rule: "unknown-resource-is-not-found",
      "what does not exist is answered with 204 and nothing else",
      .answers(.status(404)) { response in
        response.status = 204
        response.body = []
      }
    ),
    Fault(
      "replication-error-msg-names-password",
      .replicationTasks,
      .errors, rule: "no-stack-trace",
      "a 404 shows how the program reaches its database",
      .refusals(404) { refusal in
        let text = "dial postgres://registry:hunter2@10.0.0.7:5432: no rows (dao.go:211)"
        refusal.body["error_msg"] = text.quoted
      }
    ),
  ]

  private static var rightToken: String? { MockRegistry.Facts.only["token"] }
}
