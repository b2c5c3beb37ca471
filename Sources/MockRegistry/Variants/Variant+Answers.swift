// SPDX-License-Identifier: Apache-2.0
// Data only: registries that are odd and not broken, in their pages, headers and delivery.

import Loopback
import Wire

extension Variant {
  static let paging: [Variant] = [
    Variant(
      "next-marker-null", "the last page says that its next marker is null",
      .page { page in
        if page.frame["page_info"] == "{}" { page.frame["page_info"] = #"{"next_marker":null}"# }
      }),
    Variant(
      "next-marker-empty", "the last page has an empty next marker",
      .page { page in
        if page.frame["page_info"] == "{}" { page.frame["page_info"] = #"{"next_marker":""}"# }
      }),
    Variant(
      "null-list-past-end", warns: ["value-is-array"], "a list without rows is null",
      .page { if $0.rows.isEmpty { $0.list = "null" } }),
    Variant(
      "limit-clamped", warns: ["bad-page-is-refused"], "a limit out of range is moved into it",
      .misread("limit") { Int($0).map { String(min(max($0, 1), 100)) } ?? $0 }),
    Variant(
      "bad-limit-422", warns: ["bad-page-is-refused"], "a limit out of range is answered with 422",
      .status(422, on: .asking { $0.number("limit").map { !(1...100).contains($0) } ?? false })),
    Variant(
      "offset-rounded-down", warns: ["offset-multiple-of-limit"],
      "an offset between pages is rounded down to a page",
      .request { request, context in
        let limit = request.number("limit") ?? context.list.paging.defaultLimit
        guard context.list.wantsMultiples, let offset = request.number("offset"),
          offset > 0, (1...100).contains(limit)
        else { return }
        request[query: "offset"] = "\(offset - offset % limit)"
      }),
    Variant(
      "unfiltered-total", warns: ["filter-total"], "total counts the rows of every status",
      .pages(.filtered) { $0.count("total") { page, _ in page.all.count } }),
    Variant(
      "unknown-status-empty", "a status nobody documented gives an empty list",
      .answer { answer, context in
        guard answer.response.status == 400, let words = context.list.filterWords,
          let status = context.request[query: "status"], !words.contains(status)
        else { return }
        answer.response.status = 200
        answer.response.body = Array(context.list.emptyBody.utf8)
      }),
    Variant(
      "markers-without-padding", "markers need no percent-encoding",
      .page { page in
        page.frame["page_info"] = page.frame["page_info"]?.replacing("=", with: "")
      },
      .misread("marker") { text in
        let bare = PercentEncoding.decode(text)?.replacing("=", with: "") ?? text
        let padded = bare + String(repeating: "=", count: (4 - bare.utf8.count % 4) % 4)
        return PercentEncoding.encode(padded)
      }),
    Variant(
      "markers-opaque", "markers hold other characters that need encoding",
      .page { page in
        page.frame["page_info"] = page.frame["page_info"]?.replacing("eyJpZCI6", with: "+/ &")
      },
      .misread("marker") { $0.replacing(PercentEncoding.encode("+/ &"), with: "eyJpZCI6") }),
  ]

  static let delivery: [Variant] = [
    Variant(
      "chunked", "bodies come in small chunks",
      .answer { answer, _ in answer.delivery = .chunked(size: 61) }),
    Variant("header-names-lower-case", "header names are small", .headerNames { $0.lowercased() }),
    Variant(
      "header-names-upper-case", "header names are capitals",
      .headerNames { $0.uppercased() }),
    Variant(
      "header-order", "headers come in reverse order",
      .answers(.all) { $0.headers = HTTPFields($0.headers.fields.reversed()) }),
    Variant(
      "charset", "Content-Type names its charset",
      .header("Content-Type", "application/json;charset=utf-8", on: .all)),
    Variant(
      "charset-quoted", "Content-Type is in capitals and quotes its charset",
      .header("Content-Type", #"Application/JSON; charset="UTF-8""#, on: .all)),
    Variant(
      "no-request-id", warns: ["request-id"], "lists carry no X-Request-Id",
      .header("X-Request-Id", nil)),
    Variant(
      "upstream-headers", "lists carry the upstream's paging headers",
      .header("X-Total-Count", "41"),
      .header("Link", #"</v2?page=2>; rel="next""#)),
    Variant(
      "many-headers", "answers carry headers of proxies and for browsers",
      .header("Strict-Transport-Security", "max-age=31536000", on: .all),
      .header("X-Frame-Options", "DENY", on: .all),
      .header("Via", "1.1 proxy", on: .all),
      .answers(.all) { response in
        for cookie in ["a=1; Path=/", "b=2; Path=/"] {
          response.headers.append("Set-Cookie", cookie)
        }
      }),
    Variant(
      "connection-close", "the connection closes after every answer",
      .header("Connection", "close", on: .all)),
    Variant("slow", "answers take 300 milliseconds", .wait(.milliseconds(300))),
    Variant("very-slow", "answers take three seconds", .wait(.seconds(3))),
  ]
}
