// SPDX-License-Identifier: Apache-2.0
// Data only: registries that are odd and not broken.

import Loopback
import Wire

extension Variant {
  static let bodies: [Variant] = [
    Variant(
      "extra-fields",
      "rows and answers carry members that nobody documented",
      .rows { $0["x_labels"] = #"{"tier":null}"# },
      .frame("x_region", #""mock-1""#)
    ),
    Variant(
      "other-key-order",
      "members come in reverse order",
      .rows { $0.fields.reverse() },
      .page { page, _, _ in page.frame.fields.reverse() },
      .refusal { refusal, _ in refusal.body.fields.reverse() }
    ),
    Variant("pretty-printed", "JSON has blanks and lines", .text(.all) { $0.prettyPrinted }),
    Variant("blanks-around-body", "blanks stand around the JSON", .text(.all) { "\r\n \($0)\t\n" }),
    Variant(
      "letters-escaped",
      "every letter beyond ASCII is written as an escape",
      .text(.all) { $0.escapedBeyondASCII }
    ),
    Variant(
      "slashes-escaped",
      "every slash has a backslash before it",
      .text(.all) { $0.replacing("/", with: "\\/") }
    ),
    Variant(
      "large-ids",
      "ids need all 63 bits",
      .rows { row in
        // A row with counters is one that the judged path names by its id.
        guard row["in_progress"] == nil, let id = row["id"].flatMap({ Int($0) }) else { return }
        row["id"] = String(id + 9_000_000_000_000_000_000)
      }
    ),
    Variant(
      "zero-time-with-milliseconds",
      "the zero time has three digits of fraction",
      .times { $0 == Timestamp.zero ? "0001-01-01T00:00:00.000Z" : String($0) }
    ),
    Variant(
      "times-east-of-utc",
      "times are given eight hours east of UTC",
      .times { text in
        guard text != Timestamp.zero, var time = Timestamp(text) else { return String(text) }
        time.seconds += 8 * 3_600
        time.tail = time.tail.dropLast() + "+08:00"
        return time.text
      }
    ),
    Variant(
      "times-without-fraction",
      "times are whole seconds",
      .times { Timestamp($0).map { String($0.text.prefix(19)) + "Z" } ?? String($0) }
    ),
  ]

  static let rows: [Variant] = [
    Variant(
      "webhook-lower-case-words",
      warns: ["filter-keeps-value", "value-in-enum"],
      "webhook jobs have the upstream's status words",
      .words(
        of: .webhookJobs,
        [
          "Initialized": "scheduled", "Pending": "pending", "InProgress": "running",
          "Succeed": "finished", "Failed": "error", "Stopped": "stopped",
        ]
      )
    ),
    Variant(
      "retention-success-word",
      warns: ["filter-keeps-value", "value-in-enum"],
      "Succeed is spelled Success in retention tasks",
      .words(of: .retentionTasks, ["Succeed": "Success"])
    ),
    Variant(
      "replication-success-word",
      warns: ["value-in-enum"],
      "Succeed is spelled Success in replication tasks",
      .words(of: .replicationTasks, ["Succeed": "Success"])
    ),
    Variant(
      "status-text-missing",
      warns: ["required-field"],
      "webhook jobs have no status_text",
      .drop("status_text")
    ),
    Variant(
      "status-text-empty",
      "status_text of webhook jobs is empty",
      .rows(of: .webhookJobs) { $0["status_text"] = #""""# }
    ),
    Variant(
      "job-detail-empty",
      "job_detail of webhook jobs is empty",
      .rows(of: .webhookJobs) { $0["job_detail"] = #""""# }
    ),
    Variant(
      "job-detail-text",
      "job_detail of webhook jobs is text and not JSON",
      .rows(of: .webhookJobs) { $0["job_detail"] = #""delivered at noon""# }
    ),
    Variant(
      "reason-only-on-failure",
      "instance jobs have a reason only if they failed",
      .rows(of: .instanceJobs) { if $0["status"] != #""Failed""# { $0["reason"] = nil } }
    ),
    Variant(
      "job-parameters-object",
      "job_parameters of GC tasks is an object",
      .edit("job_parameters") { RawObject.parameters($0).json }
    ),
    Variant(
      "job-parameters-bare",
      "finished GC tasks do not say what they purged",
      .parameters { parameters in
        for name in ["purged_blobs", "purged_manifests", "freed_space"] { parameters[name] = nil }
      }
    ),
    Variant(
      "job-kind-event",
      warns: ["value-in-enum"],
      "manual GC tasks are of the upstream's kind EVENT",
      .edit("job_kind") { $0 == #""MANUAL""# ? #""EVENT""# : $0 }
    ),
    Variant(
      "resources-as-names",
      "replicated resources are display names",
      .rows(of: .replicationTasks) { row in
        row["src_resource"] = #""team-atlas/nats:[1.2.0,1.3.0]""#
        row["dst_resource"] = #""mirror/nats:[1.2.0,1.3.0]""#
      }
    ),
    Variant(
      "job-ids-of-periodic-jobs",
      "jobs are runs of periodic ones, whose ids end with an epoch",
      .edit("job_id") {
        $0.count < 3 || $0.first != "\"" ? $0 : ($0.unquoted + "@1772319420").quoted
      }
    ),
    Variant(
      "status-revision-absent",
      warns: ["required-field"],
      "replication tasks have no StatusRevision",
      .drop("StatusRevision")
    ),
    Variant(
      "status-revision-zero",
      "status_revision of retention tasks is zero",
      .rows(of: .retentionTasks) { $0["status_revision"] = "0" }
    ),
    Variant(
      "repository-with-namespace",
      "repositories of retention tasks include their namespace",
      .edit("repository") { ("team-atlas/" + $0.unquoted).quoted }
    ),
    Variant(
      "unsubmitted-without-job",
      "retention tasks that wait have neither a job nor a start",
      .rows(of: .retentionTasks) { row in
        guard row["status"] == #""Initialized""# else { return }
        row["job_id"] = #""""#
        row["start_time"] = Timestamp.zero.quoted
      }
    ),
  ]

  static let paging: [Variant] = [
    Variant(
      "next-marker-null",
      "the last page says that its next marker is null",
      .page { page, _, _ in
        if page.frame["page_info"] == "{}" { page.frame["page_info"] = #"{"next_marker":null}"# }
      }
    ),
    Variant(
      "next-marker-empty",
      "the last page has an empty next marker",
      .page { page, _, _ in
        if page.frame["page_info"] == "{}" { page.frame["page_info"] = #"{"next_marker":""}"# }
      }
    ),
    Variant(
      "null-list-past-end",
      warns: ["value-is-array"],
      "a list without rows is null",
      .page { page, _, _ in if page.rows.isEmpty { page.list = "null" } }
    ),
    Variant(
      "limit-clamped",
      warns: ["bad-page-is-refused"],
      "a limit out of range is moved into it",
      .misread("limit") { Int($0).map { String(min(max($0, 1), 100)) } ?? $0 }
    ),
    Variant(
      "bad-limit-422",
      warns: ["bad-page-is-refused"],
      "a limit out of range is answered with 422",
      .status(422, on: .asking { $0.number("limit").map { !(1...100).contains($0) } ?? false })
    ),
    Variant(
      "offset-rounded-down",
      warns: ["offset-multiple-of-limit"],
      "an offset between pages is rounded down to a page",
      .request { request, context in
        let limit = request.number("limit") ?? context.list.paging.defaultLimit
        guard context.list.wantsMultiples, let offset = request.number("offset"),
          offset > 0, (1...100).contains(limit)
        else { return }
        request[query: "offset"] = "\(offset - offset % limit)"
      }
    ),
    Variant(
      "unfiltered-total",
      warns: ["filter-total"],
      "total counts the rows of every status",
      .page { page, query, context in
        guard query.word != nil, page.frame["total"] != nil else { return }
        page.frame["total"] = String(context.table.view().count)
      }
    ),
    Variant(
      "unknown-status-empty",
      "a status nobody documented gives an empty list",
      .answer { answer, context in
        guard answer.response.status == 400, let words = context.list.filterWords,
          let status = context.request[query: "status"], !words.contains(status)
        else { return }
        answer.response.status = 200
        answer.response.body = Array(context.list.emptyBody.utf8)
      }
    ),
    Variant(
      "markers-without-padding",
      "markers need no percent-encoding",
      .page { page, _, _ in
        page.frame["page_info"] = page.frame["page_info"]?.replacing("=", with: "")
      },
      .misread("marker") { text in
        let bare = PercentEncoding.decode(text)?.replacing("=", with: "") ?? text
        let padded = bare + String(repeating: "=", count: (4 - bare.utf8.count % 4) % 4)
        return PercentEncoding.encode(padded)
      }
    ),
    Variant(
      "markers-opaque",
      "markers hold other characters that need encoding",
      .page { page, _, _ in
        page.frame["page_info"] = page.frame["page_info"]?.replacing("eyJpZCI6", with: "+/ &")
      },
      .misread("marker") { $0.replacing(PercentEncoding.encode("+/ &"), with: "eyJpZCI6") }
    ),
  ]

  static let delivery: [Variant] = [
    Variant(
      "chunked",
      "bodies come in small chunks",
      .answer { answer, _ in answer.delivery = .chunked(size: 61) }
    ),
    Variant("header-names-lower-case", "header names are small", .headerNames { $0.lowercased() }),
    Variant(
      "header-names-upper-case",
      "header names are capitals",
      .headerNames { $0.uppercased() }
    ),
    Variant(
      "header-order",
      "headers come in reverse order",
      .answers(.all) { $0.headers = HTTPFields($0.headers.fields.reversed()) }
    ),
    Variant(
      "charset",
      "Content-Type names its charset",
      .header("Content-Type", "application/json;charset=utf-8", on: .all)
    ),
    Variant(
      "charset-quoted",
      "Content-Type is in capitals and quotes its charset",
      .header("Content-Type", #"Application/JSON; charset="UTF-8""#, on: .all)
    ),
    Variant(
      "no-request-id",
      warns: ["request-id"],
      "lists carry no X-Request-Id",
      .header("X-Request-Id", nil)
    ),
    Variant(
      "upstream-headers",
      "lists carry the upstream's paging headers",
      .header("X-Total-Count", "41"),
      .header("Link", #"</v2?page=2>; rel="next""#)
    ),
    Variant(
      "many-headers",
      "answers carry headers of proxies and for browsers",
      .header("Strict-Transport-Security", "max-age=31536000", on: .all),
      .header("X-Frame-Options", "DENY", on: .all),
      .header("Via", "1.1 proxy", on: .all),
      .answers(.all) { response in
        for cookie in ["a=1; Path=/", "b=2; Path=/"] {
          response.headers.append("Set-Cookie", cookie)
        }
      }
    ),
    Variant(
      "connection-close",
      "the connection closes after every answer",
      .header("Connection", "close", on: .all)
    ),
    Variant("slow", "answers take 300 milliseconds", .wait(.milliseconds(300))),
    Variant("very-slow", "answers take three seconds", .wait(.seconds(3))),
  ]

  static let errors: [Variant] = [
    Variant(
      "errors-of-gateway",
      "every error has the gateway's shape",
      .shape { refusal in
        let code = "APIGW.0\(refusal.status)".quoted
        return #"{"error_msg":\#(refusal.message),"error_code":\#(code),"request_id":""}"#
      }
    ),
    Variant(
      "errors-of-registry",
      "every error has the registry's shape",
      .shape { refusal in
        let code = "SWR.\(refusal.status)001".quoted
        return #"{"error_code":\#(code),"error_msg":\#(refusal.message)}"#
      }
    ),
    Variant(
      "errors-with-details",
      "every error comes in the registry's longer shape",
      .shape { refusal in
        let code = "SVCSTG.SWR.\(refusal.status)0170".quoted
        let text = refusal.message
        return #"{"errors":[{"errorCode":\#(code),"errorMessage":\#(text),"detail":null}],"#
          + #""error_code":\#(code),"error_msg":\#(text),"#
          + #""details":[{"error_code":\#(code),"error_msg":\#(text)}]}"#
      }
    ),
    Variant(
      "errors-of-upstream",
      warns: ["error-shape"],
      "every error has the upstream registry's shape",
      .shape { refusal in
        #"{"errors":[{"code":"\#(refusal.upstreamCode)","message":\#(refusal.message)}]}"#
      }
    ),
    Variant(
      "errors-of-iam",
      warns: ["error-shape"],
      "every error has the identity service's shape",
      .shape { refusal in
        let title = refusal.upstreamCode.capitalizedWord
        return #"{"error":{"code":\#(refusal.status),"message":\#(refusal.message),"#
          + #""title":"\#(title)"}}"#
      }
    ),
    Variant(
      "errors-of-upstream-router",
      warns: ["error-shape"],
      "every error has the shape of the upstream's router",
      .shape { refusal in
        #"{"code":\#(refusal.status),"message":\#(refusal.message),"details":""}"#
      }
    ),
    Variant(
      "errors-in-array",
      warns: ["error-shape"],
      "every error stands in an array, as the older edition documents",
      .answers(.refusals) { response in
        guard let body = RawObject.array(Array("[".utf8) + response.body + Array("]".utf8)).first,
          let code = body["error_code"], let message = body["error_msg"]
        else { return }
        let error = #"[{"errorCode":\#(code),"errorMessage":\#(message),"detail":""}]"#
        response.body = Array(error.utf8)
      }
    ),
    Variant(
      "firewall-in-front",
      warns: ["hostile-value-is-refused", "error-shape", "error-content-type-json"],
      "a firewall answers hostile filter text with 418, 403 or 406 and a page for people",
      .answers(.asking { $0[query: "status"]?.contains("%") ?? false }) { response in
        response.status = .init([418, 403, 406][response.body.count % 3])
        response.headers["Content-Type"] = "text/html"
        response.headers["X-Request-Id"] = nil
        response.body = Array("<html><body>Blocked by the firewall</body></html>".utf8)
      }
    ),
    Variant(
      "other-methods-501",
      "a method that nobody implemented is answered with 501",
      .status(501, on: .status(405))
    ),
    Variant(
      "gateway-older-spelling",
      "codes of the gateway begin with APIG",
      .refusal { refusal, _ in
        refusal.body["error_code"] = refusal.body["error_code"]?.replacing("APIGW.", with: "APIG.")
      }
    ),
    Variant(
      "not-found-as-400",
      warns: ["unknown-resource-is-not-found", "misplaced-resource-is-not-found"],
      "what does not exist is answered with 400 and SWR.400003",
      .refusals(404) { refusal in
        refusal.status = 400
        refusal.body["error_code"] = #""SWR.400003""#
      }
    ),
    Variant(
      "bad-number-as-404",
      "a resource id that is no number does not exist",
      .answer { answer, context in
        let facts = [
          "webhook_policy_id", "retention_policy_id", "retention_execution_id",
          "replication_execution_id",
        ]
        let words = facts.compactMap { context.argument($0)?.value }
        guard answer.response.status == 400, words.contains(where: { Int($0) == nil }) else {
          return
        }
        answer.response.status = 404
        answer.response.body = Array(ErrorResponse.unknown("resource").body.json.utf8)
      }
    ),
    Variant(
      "foreign-project-as-401",
      warns: ["foreign-project-is-refused"],
      "a token that has no right to a project is not taken there at all",
      .refusals(403) { $0 = .wrongToken }
    ),
    Variant(
      "foreign-project-as-404",
      warns: ["foreign-project-is-refused"],
      "another project does not exist",
      .refusals(403) { $0 = .unknown("project") }
    ),
    Variant(
      "gc-not-enabled",
      "GC is not enabled for the tenant",
      .withoutGC(403, code: "SWR.403002", "Artifact garbage collection is not enabled.")
    ),
    Variant(
      "gc-not-published",
      "the gateway does not know the path of GC",
      .withoutGC(404, code: "APIGW.0101", "The API does not exist.")
    ),
  ]
}

extension String {
  /// `BAD_REQUEST` as `Bad Request`.
  fileprivate var capitalizedWord: String {
    split(separator: "_").map { $0.prefix(1) + $0.dropFirst().lowercased() }
      .joined(separator: " ")
  }
}
