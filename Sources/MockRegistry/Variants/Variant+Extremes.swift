// SPDX-License-Identifier: Apache-2.0
// Data only: registries that go to the edge of what is allowed, and not beyond.

import Loopback
import Wire

extension Variant {
  static let extremes: [Variant] = [
    Variant(
      "times-with-nanoseconds", "every time but the zero time has nine digits of fraction",
      .times { text in
        guard text != Timestamp.zero, let time = Timestamp(text) else { return String(text) }
        let digits = time.tail.dropFirst().dropLast()
        let padded = (digits + "000000000").prefix(8)
        return "\(time.text.prefix(19)).\(padded)1Z"
      }),
    Variant(
      "times-with-zero-offset", "UTC is written as an offset of zero",
      .times { $0.dropLast() + "+00:00" }),
    Variant(
      "times-in-lower-case", warns: ["value-is-timestamp"], "the letters of times are small",
      .times { $0.lowercased() }),
    Variant(
      "times-with-twelve-digits", warns: ["value-is-timestamp"],
      "times have twelve digits of fraction",
      .times { "\($0.prefix(19)).000000000001Z" }),
    Variant(
      "values-at-random", "counts, and how long a row took, are drawn anew for each row",
      .row { row, place in row.draw(as: place.context.list.rows) }),
    Variant(
      "long-texts", "texts for people are 5 KB long",
      .row { row, _ in
        for name in ["status_text", "reason", "resource_name", "job_name"] {
          guard row.word(name)?.isEmpty == false else { continue }
          row[name] = String(repeating: "long 长 ", count: 512).quoted
        }
      }),
    Variant(
      "ascii-escaped", "every letter e in a body is written as an escape",
      .text(.all) { $0.escapingEInStrings }),
    Variant(
      "characters-beyond-the-plane", "names for people hold characters that need four bytes",
      .row { row, _ in
        for name in ["resource_name", "reason", "job_name"] where row.word(name) != nil {
          row[name] = #""𝕎eb 🚀 \ud83d\ude80""#
        }
      }),
    Variant(
      "zeros-negative", "retained is written -0 where it is none",
      .edit("retained") { $0 == "0" ? "-0" : $0 }),
    Variant(
      "reason-null", "instance jobs that did not fail have a reason of null",
      .rows(of: .instanceJobs) { if $0["status"] != #""Failed""# { $0["reason"] = "null" } }),
    Variant(
      "unfinished-ends-null", warns: ["value-is-timestamp"],
      "the end of a task that has not ended is null",
      .rows { if $0.word("end_time") == Timestamp.zero[...] { $0["end_time"] = "null" } }),
    Variant(
      "request-echoed", "headers repeat what was asked for",
      .answer { answer, context in
        for name in ["limit", "offset", "marker", "status"] {
          guard let value = context.request[query: name], value.count < 100 else { continue }
          answer.response.headers["X-Query-\(name)"] = value
        }
      }),
    Variant(
      "request-id-as-uuid", "request ids are UUIDs under a name in small letters",
      .answers(.all) { response in
        guard let id = response.headers["X-Request-Id"] else { return }
        let cuts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
        let characters = Array(id)
        response.headers["X-Request-Id"] = nil
        response.headers["x-request-id"] = cuts.map { String(characters[$0]) }
          .joined(separator: "-")
      }),
    Variant(
      "errors-with-more-members", "errors carry a time, a link and a list of nothing",
      .refusal { refusal, _ in
        refusal.body["timestamp"] = "1772445159123"
        refusal.body["help"] = #""https://registry.invalid/errors""#
        refusal.body["details"] = "[]"
      }),
    Variant(
      "errors-in-chinese", "errors tell people what is wrong in Chinese",
      .refusal { refusal, _ in refusal.body["error_msg"] = #""请求\u7684资源不存在""# }),
    Variant(
      "not-found-by-platform-code", "a 404 has the code of the platform's longer family",
      .refusals(404) { $0.body["error_code"] = #""SVCSTG.SWR.4040170""# }),
    Variant(
      "unauthorized-with-challenge", "a 401 says how to log in",
      .header("WWW-Authenticate", #"Bearer realm="registry""#, on: .status(401))),
    Variant(
      "page-info-with-more-members",
      "page_info counts the rows of its page and names the marker before",
      .page { page in
        guard let info = page.frame["page_info"], info.hasSuffix("}") else { return }
        let more = #""current_count":\#(page.rows.count),"previous_marker":null}"#
        page.frame["page_info"] = info.dropLast() + (info == "{}" ? "" : ",") + more
      }),
    Variant(
      "last-marker-empty-with-total",
      "GC lists have a total, and an empty next marker where they end",
      .page { page in
        guard let info = page.frame["page_info"] else { return }
        page.frame["total"] = String(page.view.count)
        if info == "{}" { page.frame["page_info"] = #"{"next_marker":""}"# }
      }),
    Variant(
      "content-type-of-another-json", "Content-Type is a vendor's kind of JSON",
      .header("Content-Type", "application/vnd.registry.v2+json", on: .all)),
    Variant(
      "rows-before-total", "the list comes first and what counts it last",
      .answer { answer, context in
        guard answer.response.status == 200 else { return }
        var object = RawObject(json: String(decoding: answer.response.body, as: UTF8.self))
        let key = context.list.key
        object.fields.sort { $0.name == key && $1.name != key }
        answer.response.body = Array(object.json.utf8)
      }),
  ]
}

extension RawObject {
  /// Other counts and another end, which are the same whenever the row is asked for.
  fileprivate mutating func draw(as form: RowForm) {
    let name = self[form.fields.first?.path ?? "id"] ?? ""
    let seed = name.utf8.reduce(into: 0 as UInt64) { $0 = $0 &* 31 &+ UInt64($1) }
    var dice = SplitMix64(state: seed)
    if form.counts == nil {
      for field in form.fields where field.counts {
        let drawn = Int.random(in: 0..<10_000, using: &dice)
        reach(field.path) { if $0[$1] != nil { $0[$1] = "\(drawn)" } }
      }
      if let total = integer("total"), let retained = integer("retained") {
        self["retained"] = "\(retained % (total + 1))"
      }
    }
    // A list that can be asked for in the order of a time has rows in that order.
    guard let end = form.times?.end, end != "updated_at", let text = word(end),
      text != Timestamp.zero[...]
    else { return }
    self[end] = Timestamp(text)?.moved(by: Int.random(in: 0..<86_400, using: &dice)) ?? self[end]
  }
}

extension String {
  /// The JSON with every `e` inside its strings as an escape; literals and escapes stay.
  fileprivate var escapingEInStrings: String {
    var inString = false
    var escaped = false
    return reduce(into: "") { text, character in
      if character == "\"", !escaped { inString.toggle() }
      text += inString && character == "e" && !escaped ? "\\u0065" : String(character)
      escaped = inString && character == "\\" && !escaped
    }
  }
}
