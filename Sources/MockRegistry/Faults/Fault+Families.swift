// SPDX-License-Identifier: Apache-2.0
// Bugs that any list may have, each a word of the catalogue that is told which list and where.

import Loopback
import Wire

extension Fault {
  /// A row, or some, lacks a field.
  static func missing(
    _ field: String,
    of list: ListOperation,
    in rows: Mutation.Rows,
    _ where: String,
    level: Level = .must
  ) -> Fault {
    Fault(
      "\(list.word)-\(field.kebab)-missing-\(`where`)",
      list,
      .shape, rule: "required-field",
      level: level,
      "\(field) is missing: \(`where`.replacing("-", with: " "))",
      .drop(field, in: rows)
    )
  }

  /// A row has a field twice, the second time with the same value.
  static func twice(_ field: String, of list: ListOperation, in rows: Mutation.Rows) -> Fault {
    Fault(
      "\(list.word)-\(field.kebab)-twice",
      list,
      .shape, rule: "unique-names",
      "\(field) stands twice in one object",
      .rows(rows) { row in
        if let json = row[field] { row.fields.append(.init(name: field, json: json)) }
      }
    )
  }

  /// That JSON stands where the list was, whatever the rows.
  static func list(
    _ what: String, of list: ListOperation, _ json: @escaping @Sendable (MockPage) -> String
  )
    -> Fault
  {
    Fault(
      "\(list.word)-list-\(what)",
      list,
      .shape, rule: "value-is-array",
      "the list is \(what.replacing("-", with: " "))",
      .page { page, _, _ in page.list = json(page) }
    )
  }

  static func totalAsString(of list: ListOperation) -> Fault {
    Fault(
      "\(list.word)-total-string",
      list,
      .shape, rule: "value-is-integer",
      "total is a string",
      .page { page, _, _ in page.frame["total"] = page.frame["total"]?.quoted }
    )
  }

  /// A page that is asked for once more has its last two rows the other way round.
  static func differsWhenRepeated(_ list: ListOperation) -> Fault {
    Fault(
      "\(list.word)-repeated-request-differs",
      list,
      .paging, rule: "same-request-same-page",
      "a request that comes again finds the last two rows in the other order",
      .page { page, _, context in
        let last = page.rows.count - 1
        if context.repeats > 0, last > 0 { page.rows.swapAt(last, last - 1) }
      }
    )
  }

  /// The connection is closed in the middle of each page of 7 rows.
  static func cuttingPages(_ list: ListOperation) -> Fault {
    Fault(
      "\(list.word)-pages-of-7-cut",
      list,
      .shape, rule: "whole-answer",
      "the connection is closed in the middle of each page of 7 rows",
      .answer { answer, context in
        guard answer.response.status == 200, context.request.number("limit") == 7 else { return }
        answer.delivery = .truncated(after: answer.response.body.count / 2)
      }
    )
  }

  /// A second list follows the first on the same connection.
  static func answeringTwice(_ list: ListOperation) -> Fault {
    Fault(
      "\(list.word)-answered-twice",
      list,
      .shape, rule: "plain-http",
      "a second list follows the first on the same connection",
      .deliver { _ in .twice }
    )
  }

  /// A list that is asked for once more is answered with a status that nobody asked for.
  static func answeredOnce(_ status: Int, for list: ListOperation, by word: String) -> Fault {
    Fault(
      "\(list.word)-\(word)-when-repeated",
      list,
      .paging, rule: "same-request-is-answered",
      "a request that comes again is answered with \(status)",
      .answer { answer, context in
        guard context.repeats > 0, answer.response.status == 200 else { return }
        answer.response.status = HTTPResponse.Status(status)
        answer.response.body = []
      }
    )
  }
}

extension Fault {
  /// What belongs to one parent is shown through another that exists as well.
  static func reached(through fact: String, by list: ListOperation) -> Fault {
    Fault(
      "\(list.word)-reached-through-another-\(fact.kebab)",
      list,
      .errors, rule: "misplaced-resource-is-not-found",
      "rows are shown under another \(fact) that exists",
      .believe(fact, onlyIf: { $0 == MockRegistry.Facts.only["other_\(fact)"] })
    )
  }

  static func accepting(_ method: HTTPRequest.Method, by list: ListOperation) -> Fault {
    Fault(
      "\(list.word)-\(method.description.lowercased())-accepted",
      list,
      .errors, rule: "other-methods-are-refused",
      "\(method) reads like GET",
      .misread { if $0.method == method { $0.method = .get } }
    )
  }

  static func errorsAnnouncedAsHTML(by list: ListOperation) -> Fault {
    Fault(
      "\(list.word)-errors-announced-as-html",
      list,
      .errors, rule: "error-content-type-json",
      "errors are JSON and announced as HTML",
      .header("Content-Type", "text/html; charset=utf-8", on: .refusals)
    )
  }

  /// Errors of one status quote the token that was sent.
  static func repeatingToken(in status: Int, by list: ListOperation) -> Fault {
    Fault(
      "\(list.word)-\(status)-repeats-token",
      list,
      .errors, rule: "token-is-not-repeated",
      "a \(status) repeats the token that was sent",
      .refusal { refusal, context in
        guard refusal.status == status, let token = context.request.headers["X-Auth-Token"] else {
          return
        }
        refusal.body["error_msg"] = "refused: \(context.request.path) for \(token)".quoted
      }
    )
  }

  /// Errors of one status show where in the program they arose.
  static func showing(
    _ trace: Trace,
    in status: Int,
    by list: ListOperation
  ) -> Fault {
    Fault(
      "\(list.word)-\(status)-shows-\(trace)-trace",
      list,
      .errors, rule: "no-stack-trace",
      "a \(status) shows a stack trace",
      .refusals(status) { $0.body["error_msg"] = trace.rawValue.quoted }
    )
  }

  /// What is left of a program that fell, by its language.
  enum Trace: String {
    case go = "panic: nil map\n\ngoroutine 12 [running]:\nmain.list(0xc0)\n\t/src/list.go:41 +0x1d"
    case java = "NullPointerException\n\tat com.example.Jobs.list(Jobs.java:88)"
    case jvm = "NullPointerException\n\tat com.example.Tasks.list(Unknown Source)"
    case python =
      "Traceback (most recent call last):\n  File \"tasks.py\", line 7, in rows\nKeyError"
    case node = "TypeError: rows is undefined\n    at list (/srv/app/jobs.js:12:9)"
  }

  /// What does not exist has an empty list.
  static func emptyList(ofUnknown fact: String, by list: ListOperation) -> Fault {
    let resource = fact.split(separator: "_").dropLast().last.map(String.init) ?? fact
    return Fault(
      "\(list.word)-unknown-\(resource)-empty",
      list,
      .errors,
      rule: fact == "project_id"
        ? "foreign-project-is-refused" : "unknown-resource-is-not-found",
      "the \(resource) that does not exist has an empty list",
      .answer { answer, context in
        guard [403, 404].contains(answer.response.status.code),
          let argument = context.argument(fact), argument.value != MockRegistry.Facts.only[fact]
        else { return }
        answer.response.status = 200
        answer.response.body = Array(context.list.emptyBody.utf8)
      }
    )
  }
}

extension String {
  /// `StatusRevision` and `status_revision` as they stand in a name.
  fileprivate var kebab: String {
    self == "StatusRevision" ? "status-revision" : replacing("_", with: "-")
  }
}
