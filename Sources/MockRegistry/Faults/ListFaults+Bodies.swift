// SPDX-License-Identifier: Apache-2.0
// Operators on the array of rows, on the bytes of a list, on its headers, and on its delivery.

import Loopback
import Wire

extension ListFaults {
  /// What stands where the list was.
  var lists: [Fault] {
    guard !list.isObject else { return [] }
    let (key, array): (String, Fault.Rule) = (list.key, "value-is-array")
    func replaced(
      _ word: String, _ says: String, _ json: @escaping @Sendable (MockPage) -> String
    ) -> Fault {
      page("list-\(word)", array, "the list \(says)") { $0.list = json($0) }
    }
    return [
      page("list-capitalized", "required-field", "the key of the list has a capital") {
        $0.listKey = key.prefix(1).uppercased() + key.dropFirst()
      },
      page("list-renamed", "required-field", "the list is called items") { $0.listKey = "items" },
      replaced("object", "is an object of rows by number") {
        RawObject($0.rows.enumerated().map { .init(name: "\($0)", json: $1.json) }).json
      },
      replaced("one-row", "is one row") { $0.rows.first?.json ?? "{}" },
      replaced("an-array-of-arrays", "is an array of arrays") { "[\($0.array(of: \.json))]" },
      replaced("an-array-of-strings", "is an array of strings") { $0.array { $0.json.quoted } },
      replaced("a-string", "is a string") { $0.array(of: \.json).quoted },
      replaced("with-null", "has a null among the rows") { $0.withNull },
      page(
        "rows-in-arrays-on-later-pages", array,
        "from the second page on each row stands in an array of its own", on: .later
      ) { $0.list = $0.array { "[\($0.json)]" } },
    ]
      + (list.paging.total == nil
        ? [] : [page("list-null", "rows-equal-total", "the list is null") { $0.list = "null" }])
  }

  /// Bodies that are no JSON, or not the JSON of a list.
  var bodies: [Fault] {
    [
      body("body-empty", "the body of a 200 is empty", .bytes { _ in [] }),
      appended("body-trailing-comma", "a comma follows the last member", ","),
      body(
        "body-byte-order-mark", "a byte order mark opens the body", .bytes { [UInt8].mark + $0 }),
      body(
        "body-single-quotes", "strings stand in single quotes",
        .text { $0.replacing("\"", with: "'") }),
      appended("body-nan", "a number is NaN", #","load":NaN"#),
      appended("body-leading-zero", "a number begins with a zero", #","load":07"#),
      appended(
        "body-control-character", "a raw tab stands inside a string", ",\"load\":\"\t\""),
      body("body-javascript-comment", "a comment opens the body", .text { "/* rows */" + $0 }),
      body("body-garbage-behind", "a second object follows the first", .text { $0 + "{}" }),
      body("root-array", "the root is an array", .text { "[\($0)]" }),
      fault(
        "body-in-envelope", "required-field", "the document stands inside data",
        .text { #"{"code":0,"data":\#($0)}"# }),
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
      body("body-utf16", "the body is UTF-16", .bytes { $0.utf16.flatMap { [$0.low, $0.high] } }),
      body(
        "body-utf16-with-mark", "the body is UTF-16 and announced as such",
        .bytes { [0xFE, 0xFF] + $0.utf16.flatMap { [$0.high, $0.low] } },
        .header("Content-Type", "application/json; charset=utf-16")),
      body(
        "content-length-too-short", "Content-Length cuts off the last bytes",
        .deliver { .misdeclared(length: $0 - 5) }),
    ]
  }

  private func body(_ word: String, _ says: String, _ mutations: Mutation...) -> Fault {
    Fault("\(list.word)-\(word)", list, "well-formed-json", says, mutations)
  }

  /// The object of the body goes on with that text.
  private func appended(_ word: String, _ says: String, _ text: String) -> Fault {
    body(word, says, .text { "\($0.dropLast())\(text)}" })
  }

  /// Headers, statuses and deliveries that are not those of a list.
  var deliveries: [Fault] {
    let (type, id) = ("Content-Type", "X-Request-Id")
    let (json, ids): (Fault.Rule, Fault.Rule) = ("content-type-json", .should("request-id"))
    let (status, whole): (Fault.Rule, Fault.Rule) = ("status-200", "whole-answer")
    let pagesCut = fault(
      "pages-of-7-cut", whole,
      "the connection is closed in the middle of each page of 7 rows",
      .deliver(.asking({ $0.number("limit") == 7 }, status: 200)) { .truncated(after: $0 / 2) })
    return [
      fault("content-type-html", json, "JSON is announced as HTML", .header(type, "text/html")),
      fault(
        "content-type-text", json, "JSON is announced as plain text", .header(type, "text/plain")),
      fault("content-type-missing", json, "lists carry no Content-Type", .header(type, nil)),
      fault(
        "content-type-empty", json, "Content-Type of a list is there and empty", .header(type, "")),
      fault(
        "content-type-latin1", .should(json),
        "Content-Type names a charset that the body is not in",
        .header(type, "application/json; charset=iso-8859-1")),
      fault("request-id-missing", ids, "lists carry no X-Request-Id", .header(id, nil)),
      fault(
        "request-id-missing-on-errors", ids, "errors carry no X-Request-Id",
        .header(id, nil, on: .refusals)),
      fault(
        "request-id-constant", .should("request-ids-differ"),
        "every answer has the same request id",
        .header(id, String(repeating: "0", count: 32), on: .all)),
      fault("created-201", status, "lists come with 201", .status(201, on: .lists)),
      fault("no-content", status, "lists come with 204 and no body", .nothing(204, on: .lists)),
      fault(
        "redirect-elsewhere", status, "the list is answered 302 to another host",
        .status(302, on: .lists),
        .header("Location", "http://registry.example.net/elsewhere", on: .status(302))),
      fault(
        "body-truncated", whole, "the connection ends in the middle of the body",
        .deliver { .truncated(after: $0 / 2) }),
      fault(
        "connection-closed", whole, "the connection is closed instead of a list",
        .deliver { _ in .closed }),
      fault(
        "content-length-too-long", whole, "Content-Length promises more than there is",
        .deliver { .misdeclared(length: $0 + 16) }),
      fault(
        "compressed-unasked", .should("plain-http"),
        "lists are compressed although identity was asked for", .deliver { _ in .gzip }),
      fault("answers-late", "time-budget", "answers take ten seconds", .wait(.seconds(10))),
      fault(
        "answered-twice", "plain-http", "a second list follows the first on the connection",
        .deliver { _ in .twice }),
    ] + (list.isObject ? [] : [pagesCut])
  }
}

extension MockPage {
  /// The list of what is made of each row.
  fileprivate func array(of json: (RawObject) -> String) -> String {
    "[" + rows.map(json).joined(separator: ",") + "]"
  }

  /// The list with a null behind its rows.
  var withNull: String { "[" + (rows.map(\.json) + ["null"]).joined(separator: ",") + "]" }
}

extension [UInt8] {
  /// The byte order mark of UTF-8.
  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  fileprivate var utf16: String.UTF16View { String(decoding: self, as: UTF8.self).utf16 }
}

extension UInt16 {
  fileprivate var high: UInt8 { UInt8(self >> 8) }
  fileprivate var low: UInt8 { UInt8(self & 0xFF) }
}
