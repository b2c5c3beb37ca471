// SPDX-License-Identifier: Apache-2.0
// Operators on the array of rows, on the bytes of a list, on its headers, and on its delivery.

import Loopback
import Wire

extension ListFaults {
  /// What stands where the list was.
  var lists: [Fault] {
    guard !list.isObject else { return [] }
    let array = "value-is-array"
    let key = list.key
    return [
      fault(
        "list-capitalized", "required-field", "the key of the list has a capital",
        .renameList(to: key.prefix(1).uppercased() + key.dropFirst())),
      fault("list-renamed", "required-field", "the list is called items", .renameList(to: "items")),
      replaced("object", "is an object of rows by number") { page in
        let members = page.rows.enumerated().map { "\"\($0)\":\($1.json)" }
        return "{" + members.joined(separator: ",") + "}"
      },
      replaced("one-row", "is one row") { $0.rows.first?.json ?? "{}" },
      replaced("an-array-of-arrays", "is an array of arrays") { "[[\($0.joined(by: \.json))]]" },
      replaced("an-array-of-strings", "is an array of strings") {
        "[\($0.joined { $0.json.quoted })]"
      },
      replaced("a-string", "is a string") { "[\($0.joined(by: \.json))]".quoted },
      replaced("with-null", "has a null among the rows") { $0.withNull },
      page(
        "rows-in-arrays-on-later-pages", array,
        "from the second page on each row stands in an array of its own"
      ) { page, _, _ in
        if page.start > 0 { page.list = "[\(page.joined { "[\($0.json)]" })]" }
      },
    ]
      + (list.paging.total == nil
        ? [] : [fault("list-null", "rows-equal-total", "the list is null", .list("null"))])
  }

  private func replaced(
    _ word: String, _ says: String, _ json: @escaping @Sendable (MockPage) -> String
  ) -> Fault {
    page("list-\(word)", "value-is-array", "the list \(says)") { page, _, _ in
      page.list = json(page)
    }
  }

  /// Bodies that are no JSON, or not the JSON of a list.
  var bodies: [Fault] {
    [
      body("body-empty", "the body of a 200 is empty", .bytes { _ in [] }),
      body(
        "body-trailing-comma", "a comma follows the last member", .text { $0.dropLast() + ",}" }),
      body(
        "body-byte-order-mark", "a byte order mark opens the body",
        .bytes { [0xEF, 0xBB, 0xBF] + $0 }),
      body(
        "body-single-quotes", "strings stand in single quotes",
        .text { $0.replacing("\"", with: "'") }),
      body("body-nan", "a number is NaN", .text { $0.dropLast() + #","load":NaN}"# }),
      body(
        "body-leading-zero", "a number begins with a zero",
        .text { $0.dropLast() + #","load":07}"# }),
      body(
        "body-control-character", "a raw tab stands inside a string",
        .text { $0.dropLast() + ",\"load\":\"\t\"}" }),
      body("body-javascript-comment", "a comment opens the body", .text { "/* rows */" + $0 }),
      body("body-garbage-behind", "a second object follows the first", .text { $0 + "{}" }),
      body("root-array", "the root is an array", .text { "[\($0)]" }),
      body("body-html", "a page for people comes with 200", .html(.lists)),
      body(
        "body-gzip-undeclared", "the body begins like gzip, and no header says so",
        .bytes { [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0xFF] + $0 }),
      body(
        "body-invalid-utf8", "a byte in the body is not UTF-8",
        .bytes { $0.prefix(2) + [0xFF] + $0.dropFirst(2) }),
      body(
        "body-latin1", "a letter beyond ASCII arrives as a single byte",
        .bytes { $0.dropLast() + #","place":"Z"#.utf8 + [0xFC] + #"rich"}"#.utf8 }),
      body(
        "body-utf16", "the body is UTF-16",
        .bytes { bytes in
          String(decoding: bytes, as: UTF8.self).utf16.flatMap {
            [UInt8($0 & 0xFF), UInt8($0 >> 8)]
          }
        }),
      body(
        "body-utf16-with-mark", "the body is UTF-16 and announced as such",
        .bytes { bytes in
          [0xFE, 0xFF]
            + String(decoding: bytes, as: UTF8.self).utf16.flatMap {
              [UInt8($0 >> 8), UInt8($0 & 0xFF)]
            }
        }, .header("Content-Type", "application/json; charset=utf-16")),
      body(
        "content-length-too-short", "Content-Length cuts off the last bytes",
        .deliver { .misdeclared(length: $0 - 5) }),
    ]
  }

  private func body(_ word: String, _ says: String, _ mutations: Mutation...) -> Fault {
    Fault("\(list.word)-\(word)", list, rule: "well-formed-json", says, mutations)
  }

  /// Headers, statuses and deliveries that are not those of a list.
  var deliveries: [Fault] {
    let (type, id) = ("Content-Type", "X-Request-Id")
    let json = "content-type-json"
    return [
      fault("content-type-html", json, "JSON is announced as HTML", .header(type, "text/html")),
      fault(
        "content-type-text", json, "JSON is announced as plain text", .header(type, "text/plain")),
      fault("content-type-missing", json, "lists carry no Content-Type", .header(type, nil)),
      fault(
        "content-type-empty", json, "Content-Type of a list is there and empty", .header(type, "")),
      fault(
        "content-type-latin1", json, level: .should,
        "Content-Type names a charset that the body is not in",
        .header(type, "application/json; charset=iso-8859-1")),
      fault(
        "request-id-missing", "request-id", level: .should, "lists carry no X-Request-Id",
        .header(id, nil)),
      fault(
        "request-id-missing-on-errors", "request-id", level: .should,
        "errors carry no X-Request-Id", .header(id, nil, on: .refusals)),
      fault(
        "request-id-constant", "request-ids-differ", level: .should,
        "every answer has the same request id",
        .header(id, String(repeating: "0", count: 32), on: .all)),
      fault("created-201", "status-200", "lists come with 201", .status(201, on: .lists)),
      fault(
        "no-content", "status-200", "lists come with 204 and no body", .status(204, on: .lists),
        .answers(.status(204)) { $0.body = [] }),
      fault(
        "redirect-elsewhere", "status-200", "the list is answered 302 to another host",
        .status(302, on: .lists),
        .header("Location", "http://registry.example.net/elsewhere", on: .status(302))),
      whole("body-truncated", "the connection ends in the middle of the body") {
        .truncated(after: $0 / 2)
      },
      whole("connection-closed", "the connection is closed instead of a list") { _ in .closed },
      whole("content-length-too-long", "Content-Length promises more than there is") {
        .misdeclared(length: $0 + 16)
      },
      fault(
        "compressed-unasked", "plain-http", level: .should,
        "lists are compressed although identity was asked for", .deliver { _ in .gzip }),
      fault(
        "answers-late", "time-budget", "answers take ten seconds",
        .wait(.seconds(10))),
      fault(
        "answered-twice", "plain-http", "a second list follows the first on the connection",
        .deliver { _ in .twice }),
    ] + pagesCut
  }

  private var pagesCut: [Fault] {
    guard !list.isObject else { return [] }
    return [
      answer(
        "pages-of-7-cut", "whole-answer",
        "the connection is closed in the middle of each page of 7 rows"
      ) { answer, context in
        guard answer.response.status == 200, context.request.number("limit") == 7 else { return }
        answer.delivery = .truncated(after: answer.response.body.count / 2)
      }
    ]
  }

  private func whole(
    _ word: String, _ says: String, _ delivery: @escaping @Sendable (Int) -> LoopbackAnswer.Delivery
  ) -> Fault {
    fault(word, "whole-answer", says, .deliver(delivery))
  }
}

extension MockPage {
  func joined(by json: (RawObject) -> String) -> String {
    rows.map(json).joined(separator: ",")
  }

  /// The list with a null behind its rows.
  var withNull: String { "[" + (rows.map(\.json) + ["null"]).joined(separator: ",") + "]" }
}
