// SPDX-License-Identifier: Apache-2.0
// Readings of servers that let in whom they should not, or find what is not there.

import Conformance
import Testing
import Wire

@Suite struct CallerReadings {
  private static let absent: @Sendable (Asked) -> Bool = { $0.credential == .absent }
  private static let wrong: @Sendable (Asked) -> Bool = { $0.credential == .wrong }
  private static let foreign: @Sendable (Asked) -> Bool = { $0.path.hasPrefix("/v2/q/") }

  private static func says(
    _ status: Int, _ body: String = "{}", to applies: @escaping @Sendable (Asked) -> Bool
  ) -> Deviation {
    .edit(where: applies) { $0.replaced(by: HTTPResponse(status, body)) }
  }

  private static func shows(_ applies: @escaping @Sendable (Asked) -> Bool) -> Deviation {
    Deviation { asked, healthy in
      var own = asked
      if applies(asked) { (own.credential, own.path) = (.own, Paper.path) }
      return healthy(own)
    }
  }

  private static let row = #"{"rows":[{"id":1}]}"#

  static let callers: [TableRow] = [
    TableRow(
      "403", says(403, to: absent),
      "failed: a request without a token is answered with status 403"),
    TableRow(
      "404", says(404, to: absent),
      "failed: a request without a token is answered with status 404"),
    TableRow(
      "500", says(500, to: absent),
      "failed: a request without a token is answered with status 500"),
    TableRow(
      "302", says(302, to: absent),
      "failed: a request without a token is answered with status 302"),
    TableRow(
      "429", says(429, to: absent),
      "inconclusive: not reached: status 429, too many requests; ask more slowly with --rate"),
    TableRow(
      "200 with rows", shows(absent),
      "failed: a request without a token is answered with status 200, with 8 rows"),
    TableRow(
      "200 without rows", says(200, #"{"rows":[]}"#, to: absent),
      "failed: a request without a token is answered with status 200"),
    TableRow(
      "401 with a row", says(401, row, to: absent),
      "failed: a request without a token is answered with status 401, with 1 row ← status 401: "
        + "{'rows':[{'id':1}]}, with 1 row @ no query"),
    TableRow("401 without rows", says(401, #"{"rows":[]}"#, to: absent), "passed"),
    TableRow("only wrong tokens are let in", shows(wrong), "passed"),
    TableRow(
      "a wrong token: 200 with rows", of: "errors.wrong-token", shows(wrong),
      "failed: a request with a wrong token is answered with status 200, with 20 rows"),
    TableRow(
      "a wrong token: 403", of: "errors.wrong-token", says(403, to: wrong),
      "failed: a request with a wrong token is answered with status 403"),
    TableRow(
      "a wrong token: only none is let in", of: "errors.wrong-token", shows(absent), "passed"),
    TableRow(
      "an empty token: 200 with rows", of: "errors.empty-token",
      shows { $0.credential == .empty },
      "failed: a request with an empty token is answered with status 200, with 8 rows"),
    TableRow(
      "an empty token: 400", of: "errors.empty-token", says(400, to: { $0.credential == .empty }),
      "failed: a request with an empty token is answered with status 400"),
    TableRow(
      "a token of blanks: 200 with rows", of: "errors.blank-token",
      shows { $0.credential == .blank },
      "failed: a request with a token of blanks is answered with status 200, with 8 rows"),
    TableRow(
      "a token of blanks: 400, for a server need not bear them", of: "errors.blank-token",
      says(400, to: { $0.credential == .blank }), "passed"),
    TableRow(
      "a token of blanks: 403", of: "errors.blank-token",
      says(403, to: { $0.credential == .blank }),
      "failed: a request with a token of blanks is answered with status 403"),
    TableRow(
      "one letter of the token changed: 200", of: "errors.mistyped-credentials",
      shows { $0.credential == .mistyped },
      "failed: a request with credentials that have one character changed is answered with status "
        + "200, with 8 rows"),
    TableRow(
      "one letter of the token changed: others are let in", of: "errors.mistyped-credentials",
      shows { [.absent, .wrong, .empty].contains($0.credential) }, "passed"),
    TableRow(
      "an altered signature: 200", of: "errors.altered-signature",
      shows { $0.credential == .altered },
      "failed: a request with a signature that has one digit changed is answered with status "
        + "200, with 8 rows"),
    TableRow(
      "a misplaced signature: 200", of: "errors.misplaced-signature",
      shows { $0.credential == .misplaced },
      "failed: a request with a signature over another path is answered with status 200, "
        + "with 8 rows"),
    TableRow(
      "an old signature: 200", of: "errors.outdated-signature",
      shows { $0.credential == .outdated },
      "failed: a request with a signature that is 20 minutes old is answered with status 200, "
        + "with 8 rows"),
    TableRow(
      "an old signature: the others are let in", of: "errors.outdated-signature",
      shows { [.altered, .misplaced, .blank, .empty].contains($0.credential) }, "passed"),
  ]

  @Test(arguments: callers)
  func `a caller who is not known is answered with 401`(reading: TableRow) async {
    await reading.expect("errors.no-token")
  }

  static let foreigners: [TableRow] = [
    TableRow(
      "401", says(401, to: foreign),
      "warned: another tenant's project is answered with status 401"),
    TableRow(
      "404", says(404, to: foreign),
      "warned: another tenant's project is answered with status 404"),
    TableRow(
      "400", says(400, to: foreign),
      "failed: another tenant's project is answered with status 400"),
    TableRow(
      "500", says(500, to: foreign),
      "failed: another tenant's project is answered with status 500"),
    TableRow(
      "429", says(429, to: foreign),
      "inconclusive: not reached: status 429, too many requests; ask more slowly with --rate"),
    TableRow(
      "200 with rows", shows(foreign),
      "failed: another tenant's project is answered with status 200, with 8 rows"),
    TableRow(
      "200 without rows", says(200, #"{"rows":[]}"#, to: foreign),
      "failed: another tenant's project is answered with status 200"),
    TableRow(
      "403 with a row", says(403, row, to: foreign),
      "failed: another tenant's project is answered with status 403, with 1 row"),
    TableRow(
      "404 with a row", says(404, row, to: foreign),
      "failed: another tenant's project is answered with status 404, with 1 row"),
  ]

  @Test(arguments: foreigners)
  func `another tenant's project is answered with 403`(reading: TableRow) async {
    await reading.expect("errors.foreign-project")
  }

  private static func path(_ end: String) -> @Sendable (Asked) -> Bool {
    { $0.path == "/v2/p/shelves/\(end)" }
  }

  private static let shelf = path("s1/names/n/boxes/7")
  private static let name = path("s0/names/n-nobody-has-this/boxes/7")
  private static let box = path("s0/names/n/boxes/2147483646")
  private static let word = path("s0/names/n/boxes/abc")
  private static let service = #"{"error_code":"SWR.400003","error_msg":"no such row"}"#
  private static let longer = #"{"error_code":"SVCSTG.SWR.4000003","error_msg":"no such row"}"#
  private static let other = #"{"error_code":"APIGW.0101","error_msg":"no such row"}"#

  static let strangers: [TableRow] = [
    TableRow("403", says(403, to: box), "warned: an unknown box is answered with status 403"),
    TableRow(
      "400 by the service", says(400, service, to: box),
      "warned: an unknown box is answered with status 400"),
    TableRow(
      "400 by the service with a longer code", says(400, longer, to: box),
      "warned: an unknown box is answered with status 400"),
    TableRow(
      "400 by the gateway", says(400, other, to: box),
      "failed: an unknown box is answered with status 400"),
    TableRow(
      "400 by nobody", says(400, to: box), "failed: an unknown box is answered with status 400"),
    TableRow("401", says(401, to: box), "inconclusive: not let in: status 401"),
    TableRow("500", says(500, to: box), "failed: an unknown box is answered with status 500"),
    TableRow("405", says(405, to: box), "failed: an unknown box is answered with status 405"),
    TableRow(
      "200 without rows", says(200, #"{"rows":[]}"#, to: box),
      "failed: an unknown box is answered with status 200"),
    TableRow(
      "200 with rows", shows(box),
      "failed: an unknown box is answered with status 200, with 8 rows"),
    TableRow(
      "404 with a row", says(404, row, to: box),
      "failed: an unknown box is answered with status 404, with 1 row"),
    TableRow(
      "a name: 200 with rows", of: "errors.unknown-name", shows(name),
      "failed: an unknown name is answered with status 200, with 8 rows"),
    TableRow(
      "a name: 403", of: "errors.unknown-name", says(403, to: name),
      "warned: an unknown name is answered with status 403"),
    TableRow(
      "an instance with another end: 200 with rows", of: "errors.unknown-shelf", shows(shelf),
      "failed: an unknown shelf is answered with status 200, with 8 rows"),
    TableRow(
      "an instance with another end: 400", of: "errors.unknown-shelf", says(400, to: shelf),
      "failed: an unknown shelf is answered with status 400"),
    TableRow("no integer: 400", of: "errors.non-integer-box", says(400, to: word), "passed"),
    TableRow("no integer: 404", of: "errors.non-integer-box", says(404, to: word), "passed"),
    TableRow(
      "no integer: 403", of: "errors.non-integer-box", says(403, to: word),
      "warned: box abc is answered with status 403"),
    TableRow(
      "no integer: 422", of: "errors.non-integer-box", says(422, to: word),
      "warned: box abc is answered with status 422"),
    TableRow(
      "no integer: 500", of: "errors.non-integer-box", says(500, to: word),
      "failed: box abc is answered with status 500"),
    TableRow(
      "no integer: 200 with rows", of: "errors.non-integer-box", shows(word),
      "failed: box abc is answered with status 200, with 8 rows"),
    TableRow(
      "no integer where text is asked for", of: "errors.non-integer-name",
      "there is no case Paper.errors.non-integer-name"),
    TableRow(
      "an unknown project", of: "errors.unknown-project",
      "there is no case Paper.errors.unknown-project"),
  ]

  @Test(arguments: strangers)
  func `what is not there is answered with 404`(reading: TableRow) async {
    await reading.expect("errors.unknown-box")
  }

  private static func method(_ name: String) -> @Sendable (Asked) -> Bool { { $0.method == name } }

  static let methods: [TableRow] = [
    TableRow("501", says(501, to: method("POST")), "passed"),
    TableRow("400", says(400, to: method("POST")), "passed"),
    TableRow("499", says(499, to: method("POST")), "passed"),
    TableRow(
      "429", says(429, to: method("POST")),
      "inconclusive: not reached: status 429, too many requests; ask more slowly with --rate"),
    TableRow("500", says(500, to: method("POST")), "failed: POST is answered with status 500"),
    TableRow(
      "502", says(502, to: method("POST")),
      "inconclusive: not reached: status 502, to a request sent once; the service behind the "
        + "endpoint is away, try again later"),
    TableRow("505", says(505, to: method("POST")), "failed: POST is answered with status 505"),
    TableRow("301", says(301, to: method("POST")), "failed: POST is answered with status 301"),
    TableRow("307", says(307, to: method("POST")), "failed: POST is answered with status 307"),
    TableRow("201", says(201, to: method("POST")), "failed: POST is answered with status 201"),
    TableRow(
      "200 with rows",
      Deviation { asked, healthy in
        var plain = asked
        plain.method = "GET"
        return healthy(plain)
      },
      "failed: POST is answered with status 200, with 8 rows"),
    TableRow(
      "405 with a row", says(405, row, to: method("POST")),
      "failed: POST is answered with status 405, with 1 row"),
    TableRow(
      "PUT", of: "errors.method-put", says(200, to: method("PUT")),
      "failed: PUT is answered with status 200"),
    TableRow(
      "PATCH", of: "errors.method-patch", says(200, to: method("PATCH")),
      "failed: PATCH is answered with status 200"),
    TableRow(
      "DELETE", of: "errors.method-delete", says(204, "", to: method("DELETE")),
      "failed: DELETE is answered with status 204"),
    TableRow(
      "the documented method", of: "errors.method-get", "there is no case Paper.errors.method-get"),
  ]

  @Test(arguments: methods)
  func `a method that is not documented is refused`(reading: TableRow) async {
    await reading.expect("errors.method-post")
  }
}
