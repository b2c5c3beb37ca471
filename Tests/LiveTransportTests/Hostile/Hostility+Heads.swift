// SPDX-License-Identifier: Apache-2.0
// Data only: status lines and header fields as servers write them, and as none should.

import Testing

extension Hostility {
  private static let rest = "Content-Length: {length}\r\n\r\n{body}"
  private static let ok = "HTTP/1.1 200 OK\r\nX-Request-Id: r\r\n"
  private static let json = "Content-Type: application/json\r\n"

  private static func line(_ line: String) -> String {
    line + "\r\nX-Request-Id: r\r\n" + json + rest
  }

  private static func field(_ field: String) -> String { ok + json + field + "\r\n" + rest }

  private static func status(_ code: Int, _ fields: String = "", body: Bool = true) -> String {
    "HTTP/1.1 \(code) x\r\nX-Request-Id: r\r\n\(json)\(fields)" + (body ? rest : "\r\n")
  }

  static let heads: [Hostility] = [
    Hostility("no reason phrase", line("HTTP/1.1 200 "), .passes),
    Hostility("no blank behind the status", line("HTTP/1.1 200"), .passes),
    Hostility(
      "a long reason phrase", line("HTTP/1.1 200 " + String(repeating: "y", count: 9000)),
      .passes),
    Hostility("a reason phrase of Latin-1", line("HTTP/1.1 200 \u{e4}\u{f6}"), .passes),
    Hostility("another reason phrase", line("HTTP/1.1 200 Not Found"), .passes),
    Hostility(
      "HTTP/2 in a line", line("HTTP/2 200 OK"),
      .fails("plain-http", "the status line is HTTP/2 200 OK")),
    Hostility(
      "a status line in small letters", line("http/1.1 200 OK"),
      .fails("plain-http", "the status line is http/1.1 200 OK")),
    Hostility(
      "two blanks before the status", line("HTTP/1.1  200 OK"),
      .fails("plain-http", "the status line is HTTP/1.1  200 OK")),
    Hostility("HTTP/1.0 with a length", line("HTTP/1.0 200 OK"), then: .closes, .passes),
    Hostility("HTTP/1.0 that stays", line("HTTP/1.0 200 OK\r\nConnection: keep-alive"), .passes),
    Hostility(
      "empty lines before the answer", "\r\n\r\n" + line("HTTP/1.1 200 OK"), then: .closes,
      .fails("whole-answer", "answers in no HTTP")),
    Hostility(
      "status 100 first", "HTTP/1.1 100 Continue\r\n\r\n" + line("HTTP/1.1 200 OK"),
      .passes),
    Hostility(
      "status 102 and 103 first",
      "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
        + line("HTTP/1.1 200 OK"), .passes),
    Hostility(
      "status 199 first, with fields that lie",
      "HTTP/1.1 199 x\r\nContent-Length: 5\r\nContent-Type: text/plain\r\n\r\n"
        + line("HTTP/1.1 200 OK"), .passes),
    Hostility(
      "HTTP/3.7", line("HTTP/3.7 200 OK"), then: .closes,
      .fails("whole-answer", "breaks off each of three times")),
    Hostility(
      "HTTP/0.9", "{body}", then: .closes, .fails("whole-answer", "answers in no HTTP: \"{")),
    Hostility(
      "a greeting of SSH", "SSH-2.0-OpenSSH_9.2p1 Debian\r\n", then: .closes,
      .fails("whole-answer", "answers in no HTTP: \"SSH-2.0-OpenSSH_9.2p1")),
    Hostility(
      "a greeting of a mail server", "220 mail.example.com ESMTP\r\n", then: .closes,
      .fails("whole-answer", "answers in no HTTP: \"220 mail")),
    Hostility(
      "a status line of RTSP", line("RTSP/1.0 200 OK"), then: .closes,
      .fails("whole-answer", "answers in no HTTP: \"RTSP/1.0 200 OK")),
    Hostility(
      "a status line of a radio station", line("ICY 200 OK"), then: .closes,
      .fails("whole-answer", "answers in no HTTP: \"ICY 200 OK")),
    Hostility(
      "a status of two digits", line("HTTP/1.1 20 OK"), then: .closes,
      .fails("whole-answer", "breaks off each of three times")),
    Hostility(
      "a status that is a word", line("HTTP/1.1 fine OK"), then: .closes,
      .fails("whole-answer", "breaks off each of three times")),
    Hostility(
      "bytes of TLS", "\u{15}\u{3}\u{1}\u{0}\u{2}\u{2}\u{28}", then: .closes,
      .fails("whole-answer", "answers in no HTTP")),
    Hostility(
      "bytes of HTTP/2", "\u{0}\u{0}\u{0}\u{4}\u{0}\u{0}\u{0}\u{0}\u{0}", then: .closes,
      .fails("whole-answer", "answers in no HTTP")),

    Hostility("a field of Latin-1", field("X-Owner: J\u{e9}r\u{f4}me"), .passes),
    Hostility("a field of UTF-8", field("X-Owner: \u{c3}\u{a9}"), .passes),
    Hostility("an empty field", field("X-Empty:"), .passes),
    Hostility("a field of blanks", field("X-Empty:    \t "), .passes),
    Hostility("a field without a blank behind its colon", field("X-Owner:me"), .passes),
    Hostility("a field of tabs", field("X-Owner:\tme\t"), .passes),
    Hostility("a name in capitals", field("X-OWNER: me"), .passes),
    Hostility(
      "a field of 60 KB", field("X-Long: " + String(repeating: "z", count: 60_000)), .passes),
    Hostility(
      "two thousand fields",
      field((0..<2000).map { "X-\($0): \($0)" }.joined(separator: "\r\n")), .passes),
    Hostility("a field twice", field("X-Owner: a\r\nX-Owner: b"), .passes),
    Hostility("cookies", field("Set-Cookie: a=b\r\nSet-Cookie: c=d; Path=/"), .passes),
    Hostility("an alternative service", field("Alt-Svc: h3=\":443\"; ma=86400"), .passes),
    Hostility(
      "a demand for strict TLS", field("Strict-Transport-Security: max-age=31536000"),
      .passes),
    Hostility(
      "a wish to upgrade", field("Upgrade: h2c, websocket\r\nConnection: Upgrade"), .passes),
    Hostility("a wish to log in", field("WWW-Authenticate: Basic realm=\"x\""), .passes),
    Hostility("a place to go beside status 200", field("Location: http://127.0.0.1:1/"), .passes),
    Hostility("a wish to wait beside status 200", field("Retry-After: 3600"), .passes),
    Hostility("a close that is announced", field("Connection: close"), then: .closes, .passes),
    Hostility("a close that is announced and does not come", field("Connection: close"), .passes),
    Hostility("a keep-alive that is no number", field("Keep-Alive: timeout=never"), .passes),

    Hostility(
      "lines that end in LF alone",
      "HTTP/1.1 200 OK\nX-Request-Id: r\nContent-Type: application/json\n"
        + "Content-Length: {length}\n\n{body}",
      .warns("plain-http", "lines of the head end in LF alone")),
    Hostility(
      "one line that ends in LF alone", ok + "Content-Type: application/json\n" + rest,
      .warns("plain-http", "lines of the head end in LF alone")),
    Hostility(
      "a field of 200,000 bytes", field("X-Owner: " + String(repeating: "y", count: 200_000)),
      then: .closes, .fails("whole-answer", "sent a head of more than 102400 bytes")),
    Hostility(
      "a line without a colon", field("this is no field"),
      .fails("whole-answer", "sent no readable HTTP answer (")),
    Hostility(
      "a line without a name", field(": me"),
      .warns("plain-http", "a line of the head has no name before a colon")),
    Hostility(
      "a line of one colon", field(":"),
      .warns("plain-http", "a line of the head has no name before a colon")),
    Hostility(
      "a blank before a colon", field("X-Owner : me"),
      .warns("plain-http", "blanks stand between the name of a field and its colon")),
    Hostility(
      "a field of two lines", field("X-Owner: me\r\n and you"),
      .warns("plain-http", "a field of the head goes on in a second line")),
    Hostility(
      "two types of content, both JSON", field("Content-Type: application/json"),
      .warns("plain-http", "Content-Type comes more than once")),
    Hostility(
      "two types of content", field("Content-Type: text/html"),
      .fails("content-type-json", "Content-Type is application/json, text/html")),
    Hostility(
      "no type of content", ok + rest,
      .fails("content-type-json", "Content-Type is missing")),
    Hostility(
      "a zero byte in a field", field("X-Owner: m\u{0}e"), then: .closes,
      .fails("whole-answer", "breaks off each of three times")),
    Hostility(
      "a length that is a word", ok + json + "Content-Length: many\r\n\r\n{body}", then: .closes,
      .fails("whole-answer", "sent no readable HTTP answer (")),
    Hostility(
      "a negative length", ok + json + "Content-Length: -5\r\n\r\n{body}", then: .closes,
      .fails("whole-answer", "sent no readable HTTP answer (")),
    Hostility(
      "an unknown transfer coding",
      ok + json + "Transfer-Encoding: rot13\r\n\r\n{body}", then: .closes,
      .fails("whole-answer", "sent no readable HTTP answer (")),

    Hostility(
      "status 201", status(201),
      .fails("status-200", "a documented request is answered with status 201")),
    Hostility(
      "status 204", status(204, body: false),
      .fails("status-200", "a documented request is answered with status 204")),
    Hostility(
      "status 204 with a body", status(204),
      .fails("plain-http, status-200", "a documented request is answered with status 204")),
    Hostility(
      "status 206", status(206),
      .fails("status-200", "a documented request is answered with status 206")),
    Hostility(
      "status 301 to this machine", status(301, "Location: http://127.0.0.1:1/\r\n"),
      .fails("status-200", "a documented request is answered with status 301")),
    Hostility(
      "status 302 without a place", status(302),
      .fails("status-200", "a documented request is answered with status 302")),
    Hostility(
      "status 302 to itself", status(302, "Location: ?limit=1\r\n"),
      .fails("status-200", "a documented request is answered with status 302")),
    Hostility(
      "status 302 to a file", status(302, "Location: file:///etc/passwd\r\n"),
      .fails("status-200", "a documented request is answered with status 302")),
    Hostility(
      "status 304", status(304, body: false),
      .fails("status-200", "a documented request is answered with status 304")),
    Hostility(
      "status 308 and an empty place", status(308, "Location: \r\n"),
      .fails("status-200", "a documented request is answered with status 308")),
    Hostility(
      "status 401 that asks for a password",
      status(401, "WWW-Authenticate: Basic realm=\"x\"\r\n"),
      .inconclusive("not let in: status 401")),
    Hostility(
      "status 401 that asks to negotiate",
      status(401, "WWW-Authenticate: Negotiate\r\nWWW-Authenticate: NTLM\r\n"),
      .inconclusive("not let in: status 401")),
    Hostility(
      "status 407 without a proxy", status(407),
      .inconclusive("not let in: status 407 from a proxy")),
    Hostility(
      "status 408 and a close", status(408), then: .closes,
      .fails("status-200", "a documented request is answered with status 408")),
    Hostility(
      "status 417", status(417),
      .fails("status-200", "a documented request is answered with status 417")),
    Hostility(
      "status 426", status(426, "Upgrade: h2c\r\n"),
      .fails("status-200", "a documented request is answered with status 426")),
    Hostility(
      "status 600", status(600),
      .fails("status-200", "a documented request is answered with status 600")),
    Hostility(
      "status 999", status(999),
      .fails("status-200", "a documented request is answered with status 999")),
    Hostility(
      "status 500 with a page", status(500),
      .fails("status-200", "a documented request is answered with status 500")),
  ]
}
