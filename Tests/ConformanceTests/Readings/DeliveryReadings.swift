// SPDX-License-Identifier: Apache-2.0
// Readings of how answers travel: whole, broken off each time or once, and framed as HTTP has it.

import Conformance
import Testing
import Wire

@Suite struct DeliveryReadings {
  private static func kinds(_ kinds: TransportFailure.Kind...) -> Deviation {
    .fails("limit=7&offset=7") { visit in
      kinds.indices.contains(visit - 1) ? TransportFailure(kinds[visit - 1], "it ended") : nil
    }
  }

  private static func always(_ kind: TransportFailure.Kind, at parts: String) -> Deviation {
    .fails(parts) { _ in TransportFailure(kind, "it ended") }
  }

  private static let broken = "failed: the answer breaks off each of three times: it ended"

  static let endings: [TableRow] = [
    TableRow("all answers whole", "passed"),
    TableRow("closed each time", always(.closed, at: "limit=7&offset=7"), broken),
    TableRow("cut each time", always(.truncated, at: "limit=7&offset=7"), broken),
    TableRow("late each time", always(.timedOut, at: "limit=7&offset=7"), broken),
    TableRow("no HTTP each time", always(.malformed, at: "limit=7&offset=7"), broken),
    TableRow("closed once", kinds(.closed), "passed"),
    TableRow("cut twice", kinds(.truncated, .truncated), "passed"),
    TableRow("closed, cut, closed", kinds(.closed, .truncated, .closed), broken),
    TableRow(
      "cut, then late", kinds(.truncated, .timedOut, .timedOut),
      "inconclusive: not reached: it ended"),
    TableRow(
      "refused each time", always(.refused, at: "limit=7&offset=7"),
      "inconclusive: not reached: it ended"),
    TableRow(
      "too long each time", always(.tooLarge, at: "limit=7&offset=7"),
      "inconclusive: not reached: it ended"),
    TableRow(
      "all requests closed", always(.closed, at: ""), "inconclusive: not reached: it ended"),
    TableRow(
      "two requests cut each time",
      .fails("limit=7") { _ in TransportFailure(.truncated, "it ended") },
      broken),
  ]

  @Test(arguments: endings)
  func `a request that is never answered whole is held against the server`(row: TableRow) async {
    await row.expect("shape.whole-answer", beside: "shape.status-200")
  }

  @Test func `only the cases that need a broken answer suffer`() async {
    let results = await HealthyReadings.results(.list, Self.always(.closed, at: "limit=1&offset=1"))
    let failed = results.filter { $0.verdict.outcome == .failed }
    #expect(failed.map(\.rule) == ["whole-answer"])
    #expect(results.count { $0.verdict.outcome == .passed } > results.count / 2)
    let reasons = results.compactMap(\.verdict.reason).filter { !$0.contains("no request of a") }
    #expect(!reasons.isEmpty && reasons.allSatisfy { $0 == "not reached: it ended" })
  }

  private static func odd(_ kind: HTTPResponse.Oddity.Kind, _ detail: String) -> Deviation {
    .at("limit=7&offset=7") { response in
      var odd = response
      odd.arrival = HTTPResponse.Arrival(oddities: [.init(kind, detail)])
      return odd
    }
  }

  static let oddities: [TableRow] = [
    TableRow("nothing odd", "passed"),
    TableRow(
      "compressed", odd(.compressed, "gzip"),
      "warned: Content-Encoding is gzip although identity was asked for"),
    TableRow(
      "an unknown coding", odd(.unknownCoding, "br"),
      "failed: Content-Encoding is br, and identity was asked for ← br"),
    TableRow(
      "bytes behind", odd(.bytesBehind, "more bytes than the answer has"),
      "failed: bytes come behind the end of the answer; the connection was closed"),
    TableRow(
      "two lengths", odd(.twoLengths, "Content-Length 1 and 2"),
      "failed: the length of the body is told in two ways: Content-Length 1 and 2"),
    TableRow(
      "another status line", odd(.statusLine, "HTTP/2 200 OK"),
      "failed: the status line is HTTP/2 200 OK ≠ HTTP/1.1, a blank, and a status of three digits"),
    TableRow(
      "a length with a sign", odd(.lengthOfNoDigits, "+7"), "failed: Content-Length is +7"),
    TableRow(
      "a transfer coding unasked", odd(.transferCoding, "gzip, chunked"),
      "failed: Transfer-Encoding is gzip, chunked ≠ chunked once, or no Transfer-Encoding"),
    TableRow(
      "no colon", odd(.lineWithoutColon, "x"),
      "warned: a line of the head has no name before a colon ← x"),
    TableRow(
      "a blank before the colon", odd(.blankBeforeColon, "x "),
      "warned: blanks stand between the name of a field and its colon"),
    TableRow(
      "a folded line", odd(.foldedLine, " x"),
      "warned: a field of the head goes on in a second line"),
    TableRow(
      "a bare line feed", odd(.bareLineFeed, "lines that end in LF alone"),
      "warned: lines of the head end in LF alone ≠ lines that end in CRLF"),
    TableRow(
      "a field twice", odd(.repeatedField, "Location"), "warned: Location comes more than once"),
  ]

  @Test(arguments: oddities)
  func `an answer travels as HTTP has it`(row: TableRow) async {
    await row.expect("shape.plain-http", beside: "shape.status-200")
  }
}
