// SPDX-License-Identifier: Apache-2.0
// Data only: bugs in refusing what has to be refused.

import Loopback
import Wire

extension Fault {
  static let webhookErrors: [Fault] = [
    Fault(
      "webhook-token-not-needed",
      .webhookJobs,
      .errors, rule: "unknown-caller-is-refused",
      "a request without a token gets rows",
      .misread { $0.headers["X-Auth-Token"] = $0.headers["X-Auth-Token"] ?? rightToken }
    ),
    Fault(
      "webhook-token-not-compared",
      .webhookJobs,
      .errors, rule: "unknown-caller-is-refused",
      "any token opens the list",
      .misread { if $0.headers["X-Auth-Token"] != nil { $0.headers["X-Auth-Token"] = rightToken } }
    ),
    Fault(
      "webhook-401-html",
      .webhookJobs,
      .errors, rule: "error-shape",
      "a missing token gives a page for people",
      .html(.status(401))
    ),
    Fault(
      "webhook-foreign-project-gets-rows",
      .webhookJobs,
      .errors, rule: "foreign-project-is-refused",
      "another project sees this project's rows",
      .believe("project_id")
    ),
    Fault(
      "webhook-unknown-instance-gets-rows",
      .webhookJobs,
      .errors, rule: "unknown-resource-is-not-found",
      "an instance that does not exist has rows",
      .believe("instance_id")
    ),
    Fault(
      "webhook-unknown-namespace-gets-rows",
      .webhookJobs,
      .errors, rule: "unknown-resource-is-not-found",
      "a namespace that does not exist has rows",
      .believe("namespace_name")
    ),
    Fault(
      "webhook-unknown-policy-gets-rows",
      .webhookJobs,
      .errors, rule: "unknown-resource-is-not-found",
      "every policy number has the rows of the one policy",
      .believe("webhook_policy_id", onlyIf: { Int($0) != nil })
    ),
    Fault(
      "webhook-policy-id-word-500",
      .webhookJobs,
      .errors, rule: "no-server-error",
      "a policy id that is no number crashes",
      .crash(argument: "webhook_policy_id", if: { Int($0) == nil })
    ),
    Fault(
      "webhook-error-code-number",
      .webhookJobs,
      .errors, rule: "error-shape",
      "error_code is a number",
      .refusal { refusal, _ in refusal.body["error_code"] = "\(refusal.status)001" }
    ),
    Fault(
      "webhook-request-id-missing-on-errors",
      .webhookJobs,
      .errors, rule: "request-id",
      level: .should,
      "errors carry no X-Request-Id",
      .header("X-Request-Id", nil, on: .refusals)
    ),
    Fault(
      "webhook-404-as-400",
      .webhookJobs,
      .errors, rule: "unknown-resource-is-not-found",
      level: .should,
      "what does not exist is answered with 400 and SWR.400003",
      .refusals(404) { refusal in
        refusal.status = 400
        refusal.body["error_code"] = #""SWR.400003""#
      }
    ),
  ]

  static let jobsErrors: [Fault] = [
    Fault(
      "jobs-token-not-needed",
      .instanceJobs,
      .errors, rule: "unknown-caller-is-refused",
      "a request without a token gets rows",
      .misread { $0.headers["X-Auth-Token"] = $0.headers["X-Auth-Token"] ?? rightToken }
    ),
    Fault(
      "jobs-token-not-compared",
      .instanceJobs,
      .errors, rule: "unknown-caller-is-refused",
      "any token opens the list",
      .misread { if $0.headers["X-Auth-Token"] != nil { $0.headers["X-Auth-Token"] = rightToken } }
    ),
    Fault(
      "jobs-401-as-403",
      .instanceJobs,
      .errors, rule: "unknown-caller-is-refused",
      "a missing token is forbidden, not unauthorized",
      .refusals(401) { $0.status = 403 }
    ),
    Fault(
      "jobs-401-with-rows",
      .instanceJobs,
      .errors, rule: "unknown-caller-is-refused",
      "a 401 carries the rows all the same",
      .answer { answer, context in
        guard answer.response.status == 401 else { return }
        let page = MockPage(ListQuery(limit: 10), from: context.table)
        answer.response.body = Array(page.json.utf8)
      }
    ),
    Fault(
      "jobs-foreign-project-500",
      .instanceJobs,
      .errors, rule: "no-server-error",
      "another project crashes",
      .crash(.status(403))
    ),
    Fault(
      "jobs-error-body-empty",
      .instanceJobs,
      .errors, rule: "error-shape",
      "errors have no body",
      .answers(.refusals) { $0.body = [] }
    ),
    Fault(
      "jobs-error-msg-missing",
      .instanceJobs,
      .errors, rule: "error-shape",
      "errors have no error_msg",
      .refusal { refusal, _ in refusal.body["error_msg"] = nil }
    ),
    Fault(
      "jobs-error-repeats-token",
      .instanceJobs,
      .errors, rule: "token-is-not-repeated",
      "a 401 repeats the token that was sent",
      .refusal { refusal, context in
        guard refusal.status == 401, let token = context.request.headers["X-Auth-Token"] else {
          return
        }
        refusal.body["error_msg"] = "invalid token \(token)".quoted
      }
    ),
    Fault(
      "jobs-authorization-message-number",
      .instanceJobs,
      .errors, rule: "error-shape",
      "encoded_authorization_message is a number",
      .refusals(403) { $0.body["encoded_authorization_message"] = "0" }
    ),
    Fault(
      "jobs-request-id-constant",
      .instanceJobs,
      .errors, rule: "request-ids-differ",
      level: .should,
      "every answer has the same request id",
      .header("X-Request-Id", "00000000000000000000000000000000", on: .all)
    ),
  ]

  static let retentionErrors: [Fault] = [
    Fault(
      "retention-token-not-compared",
      .retentionTasks,
      .errors, rule: "unknown-caller-is-refused",
      "any token opens the list",
      .misread { if $0.headers["X-Auth-Token"] != nil { $0.headers["X-Auth-Token"] = rightToken } }
    ),
    Fault(
      "retention-token-missing-500",
      .retentionTasks,
      .errors, rule: "no-server-error",
      "a missing token crashes",
      .crash(.asking { $0.headers["X-Auth-Token"] == nil })
    ),
    Fault(
      "retention-foreign-project-gets-rows",
      .retentionTasks,
      .errors, rule: "foreign-project-is-refused",
      "another project sees this project's rows",
      .believe("project_id")
    ),
    Fault(
      "retention-unknown-instance-500",
      .retentionTasks,
      .errors, rule: "no-server-error",
      "an instance that does not exist crashes",
      .crash(argument: "instance_id", if: { $0 != MockRegistry.Facts.only["instance_id"] })
    ),
    Fault(
      "retention-unknown-namespace-gets-rows",
      .retentionTasks,
      .errors, rule: "unknown-resource-is-not-found",
      "a namespace that does not exist has rows",
      .believe("namespace_name")
    ),
    Fault(
      "retention-unknown-policy-gets-rows",
      .retentionTasks,
      .errors, rule: "unknown-resource-is-not-found",
      "the policy in the path is not looked at",
      .believe("retention_policy_id")
    ),
    Fault(
      "retention-unknown-execution-gets-rows",
      .retentionTasks,
      .errors, rule: "unknown-resource-is-not-found",
      "an execution that does not exist has the rows of the one execution",
      .believe("retention_execution_id", onlyIf: { Int($0) != nil })
    ),
    Fault(
      "retention-execution-id-word-accepted",
      .retentionTasks,
      .errors, rule: "unknown-resource-is-not-found",
      "an execution id that is no number is not looked at",
      .believe("retention_execution_id", onlyIf: { Int($0) == nil })
    ),
    Fault(
      "retention-404-as-400",
      .retentionTasks,
      .errors, rule: "unknown-resource-is-not-found",
      level: .should,
      "what does not exist is answered with 400 and SWR.400003",
      .refusals(404) { refusal in
        refusal.status = 400
        refusal.body["error_code"] = #""SWR.400003""#
      }
    ),
    Fault(
      "retention-error-code-missing",
      .retentionTasks,
      .errors, rule: "error-shape",
      "errors have no error_code",
      .refusal { refusal, _ in refusal.body["error_code"] = nil }
    ),
    Fault(
      "retention-error-stack-trace",
      .retentionTasks,
      .errors, rule: "no-stack-trace",
      "errors show where in the program they arose",
      .refusal { refusal, _ in
        let trace = "panic: nil pointer\n\ngoroutine 7 [running]:\nmain.tasks()\n\t/src/task.go:88"
        refusal.body["error_msg"] = trace.quoted
      }
    ),
  ]

  static let gcErrors: [Fault] = [
    Fault(
      "gc-token-not-needed",
      .gcTasks,
      .errors, rule: "unknown-caller-is-refused",
      "a request without a token gets rows",
      .misread { $0.headers["X-Auth-Token"] = $0.headers["X-Auth-Token"] ?? rightToken }
    ),
    Fault(
      "gc-token-not-compared",
      .gcTasks,
      .errors, rule: "unknown-caller-is-refused",
      "any token opens the list",
      .misread { if $0.headers["X-Auth-Token"] != nil { $0.headers["X-Auth-Token"] = rightToken } }
    ),
    Fault(
      "gc-401-without-error-code",
      .gcTasks,
      .errors, rule: "error-shape",
      "a 401 has no error_code",
      .refusals(401) { $0.body["error_code"] = nil }
    ),
    Fault(
      "gc-401-as-200",
      .gcTasks,
      .errors, rule: "unknown-caller-is-refused",
      "a refusal for want of a token comes with 200",
      .status(200, on: .status(401))
    ),
    Fault(
      "gc-foreign-project-gets-rows",
      .gcTasks,
      .errors, rule: "foreign-project-is-refused",
      "another project sees this project's rows",
      .believe("project_id")
    ),
    Fault(
      "gc-unknown-instance-gets-rows",
      .gcTasks,
      .errors, rule: "unknown-resource-is-not-found",
      "an instance that does not exist has rows",
      .believe("instance_id")
    ),
    Fault(
      "gc-unknown-instance-500",
      .gcTasks,
      .errors, rule: "no-server-error",
      "an instance that does not exist crashes",
      .crash(.status(404))
    ),
    Fault(
      "gc-error-text-plain",
      .gcTasks,
      .errors, rule: "error-content-type-json",
      level: .should,
      "errors are announced as plain text",
      .header("Content-Type", "text/plain", on: .refusals)
    ),
    Fault(
      "gc-error-body-broken",
      .gcTasks,
      .errors, rule: "error-shape",
      "errors are JSON that is cut off",
      .text(.refusals) { String($0.dropLast(3)) }
    ),
    Fault(
      "gc-request-id-missing-on-errors",
      .gcTasks,
      .errors, rule: "request-id",
      level: .should,
      "errors carry no X-Request-Id",
      .header("X-Request-Id", nil, on: .refusals)
    ),
  ]

  static let replicationErrors: [Fault] = [
    Fault(
      "replication-token-not-needed",
      .replicationTasks,
      .errors, rule: "unknown-caller-is-refused",
      "a request without a token gets rows",
      .misread { $0.headers["X-Auth-Token"] = $0.headers["X-Auth-Token"] ?? rightToken }
    ),
    Fault(
      "replication-token-not-compared",
      .replicationTasks,
      .errors, rule: "unknown-caller-is-refused",
      "any token opens the list",
      .misread { if $0.headers["X-Auth-Token"] != nil { $0.headers["X-Auth-Token"] = rightToken } }
    ),
    Fault(
      "replication-401-empty-body",
      .replicationTasks,
      .errors, rule: "error-shape",
      "a 401 has no body",
      .answers(.status(401)) { $0.body = [] }
    ),
    Fault(
      "replication-foreign-project-gets-rows",
      .replicationTasks,
      .errors, rule: "foreign-project-is-refused",
      "another project sees this project's rows",
      .believe("project_id")
    ),
    Fault(
      "replication-foreign-project-500",
      .replicationTasks,
      .errors, rule: "no-server-error",
      "another project crashes",
      .crash(.status(403))
    ),
    Fault(
      "replication-unknown-instance-gets-rows",
      .replicationTasks,
      .errors, rule: "unknown-resource-is-not-found",
      "an instance that does not exist has rows",
      .believe("instance_id")
    ),
    Fault(
      "replication-unknown-execution-gets-rows",
      .replicationTasks,
      .errors, rule: "unknown-resource-is-not-found",
      "an execution that does not exist has the rows of the one execution",
      .believe("replication_execution_id", onlyIf: { Int($0) != nil })
    ),
    Fault(
      "replication-unknown-execution-500",
      .replicationTasks,
      .errors, rule: "no-server-error",
      "an execution that does not exist crashes",
      .crash(argument: "replication_execution_id", if: { (Int($0) ?? 518) != 518 })
    ),
    Fault(
      "replication-execution-id-word-500",
      .replicationTasks,
      .errors, rule: "no-server-error",
      "an execution id that is no number crashes",
      .crash(argument: "replication_execution_id", if: { Int($0) == nil })
    ),
    Fault(
      "replication-error-msg-number",
      .replicationTasks,
      .errors, rule: "error-shape",
      "error_msg is a number",
      .refusal { refusal, _ in refusal.body["error_msg"] = "17" }
    ),
    Fault(
      "replication-error-html",
      .replicationTasks,
      .errors, rule: "error-shape",
      "errors are pages for people",
      .html(.refusals)
    ),
    Fault(
      "replication-request-id-constant",
      .replicationTasks,
      .errors, rule: "request-ids-differ",
      level: .should,
      "every answer has the same request id",
      .header("X-Request-Id", "00000000000000000000000000000000", on: .all)
    ),
  ]

  private static var rightToken: String? { MockRegistry.Facts.only["token"] }
}
