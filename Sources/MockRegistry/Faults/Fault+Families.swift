// SPDX-License-Identifier: Apache-2.0
// Bugs that any list may have, each a word of the catalogue that is told which list and where.

import Loopback
import Wire

extension Fault {
  /// A row, or some, lacks a field.
  static func missing(
    _ field: String,
    of listing: Listing,
    in rows: Bend.Rows,
    _ where: String,
    level: Level = .must
  ) -> Fault {
    Fault(
      "\(listing.word)-\(field.kebab)-missing-\(`where`)",
      listing,
      .shape, rule: "required-field",
      level: level,
      "\(field) is missing: \(`where`.replacing("-", with: " "))",
      .drop(field, in: rows)
    )
  }

  /// A row has a field twice, the second time with the same value.
  static func twice(_ field: String, of listing: Listing, in rows: Bend.Rows) -> Fault {
    Fault(
      "\(listing.word)-\(field.kebab)-twice",
      listing,
      .shape, rule: "unique-names",
      "\(field) stands twice in one object",
      .rows(rows) { row in
        if let json = row[field] { row.fields.append(.init(name: field, json: json)) }
      }
    )
  }

  /// That JSON stands where the list was, whatever the rows.
  static func list(
    _ what: String, of listing: Listing, _ json: @escaping @Sendable (MockPage) -> String
  )
    -> Fault
  {
    Fault(
      "\(listing.word)-list-\(what)",
      listing,
      .shape, rule: "value-is-array",
      "the list is \(what.replacing("-", with: " "))",
      .page { page, _, _ in page.list = json(page) }
    )
  }

  static func totalAsString(of listing: Listing) -> Fault {
    Fault(
      "\(listing.word)-total-string",
      listing,
      .shape, rule: "value-is-integer",
      "total is a string",
      .page { page, _, _ in page.frame["total"] = page.frame["total"]?.quoted }
    )
  }

  /// A page that is asked for once more has its last two rows the other way round.
  static func differsWhenRepeated(_ listing: Listing) -> Fault {
    Fault(
      "\(listing.word)-repeated-request-differs",
      listing,
      .paging, rule: "same-request-same-page",
      "a request that comes again finds the last two rows in the other order",
      .page { page, _, occasion in
        let last = page.rows.count - 1
        if occasion.repeats > 0, last > 0 { page.rows.swapAt(last, last - 1) }
      }
    )
  }

  /// The connection is closed in the middle of each page of 7 rows.
  static func cuttingPages(_ listing: Listing) -> Fault {
    Fault(
      "\(listing.word)-pages-of-7-cut",
      listing,
      .shape, rule: "whole-answer",
      "the connection is closed in the middle of each page of 7 rows",
      .answer { answer, occasion in
        guard answer.response.status == 200, occasion.request.number("limit") == 7 else { return }
        answer.delivery = .truncated(after: answer.response.body.count / 2)
      }
    )
  }

  /// A second list follows the first on the same connection.
  static func answeringTwice(_ listing: Listing) -> Fault {
    Fault(
      "\(listing.word)-answered-twice",
      listing,
      .shape, rule: "plain-http",
      "a second list follows the first on the same connection",
      .deliver { _ in .twice }
    )
  }

  /// A list that is asked for once more is answered with a status that nobody asked for.
  static func answeredOnce(_ status: Int, for listing: Listing, by word: String) -> Fault {
    Fault(
      "\(listing.word)-\(word)-when-repeated",
      listing,
      .paging, rule: "same-request-is-answered",
      "a request that comes again is answered with \(status)",
      .answer { answer, occasion in
        guard occasion.repeats > 0, answer.response.status == 200 else { return }
        answer.response.status = HTTPResponse.Status(status)
        answer.response.body = []
      }
    )
  }
}

extension Fault {
  /// What belongs to one parent is shown through another that exists as well.
  static func reached(through fact: String, by listing: Listing) -> Fault {
    Fault(
      "\(listing.word)-reached-through-another-\(fact.kebab)",
      listing,
      .errors, rule: "misplaced-resource-is-not-found",
      "rows are shown under another \(fact) that exists",
      .believe(fact, onlyIf: { $0 == MockRegistry.Facts.only["other_\(fact)"] })
    )
  }

  static func accepting(_ method: HTTPRequest.Method, by listing: Listing) -> Fault {
    Fault(
      "\(listing.word)-\(method.description.lowercased())-accepted",
      listing,
      .errors, rule: "other-methods-are-refused",
      "\(method) reads like GET",
      .misread { if $0.method == method { $0.method = .get } }
    )
  }

  static func errorsAnnouncedAsHTML(by listing: Listing) -> Fault {
    Fault(
      "\(listing.word)-errors-announced-as-html",
      listing,
      .errors, rule: "error-content-type-json",
      "errors are JSON and announced as HTML",
      .header("Content-Type", "text/html; charset=utf-8", on: .refusals)
    )
  }

  /// Errors of one status quote the token that was sent.
  static func repeatingToken(in status: Int, by listing: Listing) -> Fault {
    Fault(
      "\(listing.word)-\(status)-repeats-token",
      listing,
      .errors, rule: "token-is-not-repeated",
      "a \(status) repeats the token that was sent",
      .refusal { refusal, occasion in
        guard refusal.status == status, let token = occasion.request.headers["X-Auth-Token"] else {
          return
        }
        refusal.body["error_msg"] = "refused: \(occasion.request.path) for \(token)".quoted
      }
    )
  }

  /// Errors of one status show where in the program they arose.
  static func showing(
    _ trace: Trace,
    in status: Int,
    by listing: Listing
  ) -> Fault {
    Fault(
      "\(listing.word)-\(status)-shows-\(trace)-trace",
      listing,
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
  static func emptyList(ofUnknown fact: String, by listing: Listing) -> Fault {
    let resource = fact.split(separator: "_").dropLast().last.map(String.init) ?? fact
    return Fault(
      "\(listing.word)-unknown-\(resource)-empty",
      listing,
      .errors,
      rule: fact == "project_id"
        ? "foreign-project-is-refused" : "unknown-resource-is-not-found",
      "the \(resource) that does not exist has an empty list",
      .answer { answer, occasion in
        guard [403, 404].contains(answer.response.status.code),
          let claim = occasion.claim(fact), claim.value != MockRegistry.Facts.only[fact]
        else { return }
        answer.response.status = 200
        answer.response.body = Array(occasion.listing.emptyBody.utf8)
      }
    )
  }
}

extension Listing {
  /// The word with which the names of the list's faults begin.
  var word: String {
    switch self {
    case .webhookJobs: "webhook"
    case .instanceJobs: "jobs"
    case .retentionTasks: "retention"
    case .gcTasks: "gc"
    case .replicationTasks: "replication"
    }
  }

  /// The answer of a list without rows.
  var emptyBody: String {
    "{\(turnsByMarker ? #""page_info":{}"# : #""total":0"#),\"\(listKey)\":[]}"
  }
}

extension String {
  /// `StatusRevision` and `status_revision` as they stand in a name.
  fileprivate var kebab: String {
    self == "StatusRevision" ? "status-revision" : replacing("_", with: "-")
  }
}
