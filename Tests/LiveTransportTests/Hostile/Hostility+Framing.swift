// SPDX-License-Identifier: Apache-2.0
// Data only: where a body ends, told rightly, wrongly, twice or not at all.

import Testing

extension Hostility {
  private static let ok = "HTTP/1.1 200 OK\r\nX-Request-Id: r\r\nContent-Type: application/json\r\n"
  private static let plain = ok + "Content-Length: {length}\r\n\r\n{body}"
  private static let chunked = ok + "Transfer-Encoding: chunked\r\n\r\n"

  static let framing: [Hostility] = [
    Hostility("a length that is true", plain, .passes),
    Hostility("a length that is true, and a close", plain, then: .closes, .passes),
    Hostility(
      "a length in a field of two equal values",
      ok + "Content-Length: {length}\r\nContent-Length: {length}\r\n\r\n{body}",
      .warns("plain-http", "Content-Length comes more than once")),
    Hostility(
      "a length with a sign", ok + "Content-Length: +{length}\r\n\r\n{body}",
      .fails("plain-http", "Content-Length is +")),
    Hostility(
      "a length with a word behind it", ok + "Content-Length: {length} bytes\r\n\r\n{body}",
      .fails("plain-http", " bytes")),
    Hostility(
      "chunks within chunks, announced",
      ok + "Transfer-Encoding: chunked, chunked\r\n\r\n{hex}\r\n{body}\r\n0\r\n\r\n",
      .fails("plain-http", "Transfer-Encoding is chunked, chunked")),
    Hostility(
      "chunks in HTTP/1.0",
      chunked.replacing("HTTP/1.1", with: "HTTP/1.0") + "{hex}\r\n{body}\r\n0\r\n\r\n",
      then: .closes, .fails("plain-http", "Transfer-Encoding is chunked in HTTP/1.0")),
    Hostility(
      "a length with zeros before it", ok + "Content-Length: 000{length}\r\n\r\n{body}",
      .passes),
    Hostility(
      "a length with blanks around it", ok + "Content-Length:   {length}  \r\n\r\n{body}",
      .passes),
    Hostility("no length and a close", ok + "\r\n{body}", then: .closes, .passes),
    Hostility(
      "no length, Connection: close", ok + "Connection: close\r\n\r\n{body}", then: .closes,
      .passes),
    Hostility(
      "HTTP/1.0 without a length",
      "HTTP/1.0 200 OK\r\nX-Request-Id: r\r\nContent-Type: application/json\r\n\r\n{body}",
      then: .closes, .passes),
    Hostility("one chunk", chunked + "{hex}\r\n{body}\r\n0\r\n\r\n", .passes),
    Hostility(
      "a chunk of capital digits and zeros", chunked + "000{hex}\r\n{body}\r\n0\r\n\r\n",
      .passes),
    Hostility("a chunk with an extension", chunked + "{hex};a=b\r\n{body}\r\n0;c\r\n\r\n", .passes),
    Hostility(
      "a chunk with an extension in quotes",
      chunked + "{hex};a=\"; b\"\r\n{body}\r\n0\r\n\r\n", .passes),
    Hostility(
      "chunks and a trailer field",
      chunked + "{hex}\r\n{body}\r\n0\r\nX-Checksum: 1\r\n\r\n", .passes),
    Hostility(
      "chunks and many trailer fields",
      chunked + "{hex}\r\n{body}\r\n0\r\nA: 1\r\nB: 2\r\nA: 3\r\n\r\n", .passes),
    Hostility(
      "chunks and a trailer field of Latin-1",
      chunked + "{hex}\r\n{body}\r\n0\r\nA: \u{e9}\r\n\r\n", .passes),
    Hostility(
      "chunks announced in capitals",
      ok + "transfer-encoding: CHUNKED\r\n\r\n{hex}\r\n{body}\r\n0\r\n\r\n", .passes),
    Hostility(
      "chunks, then a close", chunked + "{hex}\r\n{body}\r\n0\r\n\r\n", then: .closes, .passes),
    Hostility(
      "identity as a transfer coding",
      ok + "Transfer-Encoding: identity\r\nContent-Length: {length}\r\n\r\n{body}",
      then: .closes, .fails("plain-http", "Transfer-Encoding is identity")),
    Hostility(
      "identity as a transfer coding on a connection that stays open",
      ok + "Content-Length: {length}\r\ntransfer-encoding: Identity\r\n\r\n{body}",
      .fails("plain-http", "Transfer-Encoding is Identity")),
    Hostility(
      "identity as a transfer coding, and no length",
      ok + "Transfer-Encoding: identity\r\n\r\n{body}",
      then: .closes, .fails("plain-http", "Transfer-Encoding is identity")),

    Hostility(
      "a length beside chunks",
      ok + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n{hex}\r\n{body}\r\n0\r\n\r\n",
      .fails("plain-http", "told in two ways: Content-Length 3 beside Transfer-Encoding")),
    Hostility(
      "chunks before a length",
      ok + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n{hex}\r\n{body}\r\n0\r\n\r\n",
      .fails("plain-http", "told in two ways: Content-Length 3 beside Transfer-Encoding")),
    Hostility(
      "two lengths, the second true",
      ok + "Content-Length: 7\r\nContent-Length: {length}\r\n\r\n{body}",
      .fails("plain-http", "told in two ways: Content-Length ")),
    Hostility(
      "two answers to one request", plain + plain,
      .fails("plain-http", "bytes come behind the end of the answer; the connection was closed")),
    Hostility(
      "an answer, and another of status 500",
      plain + "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n",
      .fails("plain-http", "bytes come behind the end of the answer")),
    Hostility(
      "an answer, and blanks behind it", plain + "\r\n\r\n",
      .fails("plain-http", "bytes come behind the end of the answer")),
    Hostility(
      "an answer, and bytes of no protocol", plain + "\u{0}\u{1}\u{2}",
      .fails("plain-http", "bytes come behind the end of the answer")),
    Hostility(
      "chunks, and another answer behind them",
      chunked + "{hex}\r\n{body}\r\n0\r\n\r\n" + plain,
      .fails("plain-http", "bytes come behind the end of the answer")),
    Hostility(
      "chunks, and half an answer behind them",
      chunked + "{hex}\r\n{body}\r\n0\r\n\r\nHTTP/1.1 200 OK\r\nContent-",
      .fails("plain-http", "bytes come behind the end of the answer")),
    Hostility(
      "a length too short", ok + "Content-Length: 5\r\n\r\n{body}",
      .fails("plain-http, well-formed-json", "bytes come behind the end of the answer")),
    Hostility(
      "a length of 0 before a body", ok + "Content-Length: 0\r\n\r\n{body}",
      .fails("plain-http, well-formed-json", "the body is not JSON")),
    Hostility(
      "two answers, once", plain + plain, times: 1,
      .fails("plain-http", "bytes come behind the end of the answer")),
  ]

  static let breaks: [Hostility] = [
    Hostility(
      "a length too long, and a close",
      ok + "Content-Length: 999999\r\n\r\n{body}", then: .closes,
      .fails("whole-answer", "of 999999 bytes of a body")),
    Hostility(
      "the greatest length there is",
      ok + "Content-Length: 9223372036854775807\r\n\r\n{body}", then: .closes,
      .fails("whole-answer", "of 9223372036854775807 bytes of a body")),
    Hostility(
      "half a body, and a close", ok + "Content-Length: {length}\r\n\r\n{half}", then: .closes,
      .fails("whole-answer", "closed the connection after ")),
    Hostility(
      "half a body, and a reset", ok + "Content-Length: {length}\r\n\r\n{half}", then: .resets,
      .fails("whole-answer", "the answer breaks off each of three times")),
    Hostility(
      "half a body, once", ok + "Content-Length: {length}\r\n\r\n{half}", then: .closes,
      times: 1, .passes),
    Hostility(
      "half a body, twice", ok + "Content-Length: {length}\r\n\r\n{half}", then: .closes,
      times: 2, .passes),
    Hostility(
      "no body where one is announced", ok + "Content-Length: {length}\r\n\r\n", then: .closes,
      .fails("whole-answer", "after 0 of ")),
    Hostility(
      "half a body, and silence", ok + "Content-Length: {length}\r\n\r\n{half}", then: .hangs,
      .fails("whole-answer", "gave no whole answer within 1 s")),
    Hostility(
      "chunks without an end, and a close", chunked + "{hex}\r\n{body}\r\n", then: .closes,
      .fails("whole-answer", "the answer breaks off each of three times")),
    Hostility(
      "chunks without an end, and a reset", chunked + "{hex}\r\n{body}\r\n", then: .resets,
      .fails("whole-answer", "the answer breaks off each of three times")),
    Hostility(
      "chunks without an end, and silence", chunked + "{hex}\r\n{body}\r\n", then: .hangs,
      .fails("whole-answer", "gave no whole answer within 1 s")),
    Hostility(
      "half a chunk", chunked + "{hex}\r\n{half}", then: .closes,
      .fails("whole-answer", "the answer breaks off each of three times")),
    Hostility(
      "the last chunk without its empty line, and silence",
      chunked + "{hex}\r\n{body}\r\n0\r\n", then: .hangs,
      .fails("whole-answer", "gave no whole answer within 1 s")),
    Hostility(
      "a chunk whose size is no number", chunked + "ZZ\r\n{body}\r\n0\r\n\r\n", then: .closes,
      .fails("whole-answer", "sent no readable HTTP answer (")),
    Hostility(
      "a chunk of negative size", chunked + "-1\r\n{body}\r\n0\r\n\r\n", then: .closes,
      .fails("whole-answer", "sent no readable HTTP answer (")),
    Hostility(
      "a chunk size beyond 64 bits",
      chunked + "fffffffffffffffff\r\n{body}\r\n0\r\n\r\n", then: .closes,
      .fails("whole-answer", "sent no readable HTTP answer (")),
    Hostility(
      "a chunk longer than its size", chunked + "3\r\n{body}\r\n0\r\n\r\n", then: .closes,
      .fails("whole-answer", "sent no readable HTTP answer (")),
    Hostility(
      "nothing, and a close", "", then: .closes,
      .fails("whole-answer", "closed the connection without an answer")),
    Hostility(
      "nothing, and a reset", "", then: .resets,
      .fails("whole-answer", "closed the connection without an answer")),
    Hostility(
      "nothing, and silence", "", then: .hangs,
      .fails("whole-answer", "gave no whole answer within 1 s")),
    Hostility("nothing and a close, once", "", then: .closes, times: 1, .passes),
    Hostility("nothing and a reset, twice", "", then: .resets, times: 2, .passes),
    Hostility(
      "one byte", "H", then: .closes, .fails("whole-answer", "breaks off each of three times")),
    Hostility(
      "a status line, and a close", "HTTP/1.1 200 OK\r\n", then: .closes,
      .fails("whole-answer", "closed the connection inside the head of an answer, after 17 bytes")),
    Hostility(
      "half a status line", "HTTP/1.1 20", then: .closes,
      .fails("whole-answer", "breaks off each of three times")),
    Hostility(
      "half a head, and a close", ok + "Content-Le", then: .closes,
      .fails("whole-answer", "inside the head of an answer")),
    Hostility(
      "half a head, and a reset", ok + "Content-Le", then: .resets,
      .fails("whole-answer", "breaks off each of three times")),
    Hostility(
      "half a head, and silence", ok + "Content-Le", then: .hangs,
      .fails("whole-answer", "gave no whole answer within 1 s")),
    Hostility(
      "a head without its empty line", ok + "Content-Length: {length}\r\n", then: .closes,
      .fails("whole-answer", "inside the head of an answer")),
    Hostility("half a head, once", ok + "Content-Le", then: .closes, times: 1, .passes),
    Hostility(
      "status 100 and a close", "HTTP/1.1 100 Continue\r\n\r\n", then: .closes,
      .fails("whole-answer", "breaks off each of three times")),
    Hostility(
      "status 100 and silence", "HTTP/1.1 100 Continue\r\n\r\n", then: .hangs,
      .fails("whole-answer", "gave no whole answer within 1 s")),
    Hostility(
      "chunks without end", .endless(chunked, "400\r\n" + filler + "\r\n"),
      .inconclusive("sent a body of more than 1048576 bytes")),
    Hostility(
      "a body without end", .endless(ok + "\r\n", filler),
      .inconclusive("sent a body of more than 1048576 bytes")),
    Hostility(
      "a head without end", .endless(ok, "X-Filler: " + filler + "\r\n"),
      .fails("whole-answer", "sent a head of more than 262144 bytes")),
    Hostility(
      "heads of status 100 without end", .endless("", "HTTP/1.1 100 Continue\r\n\r\n"),
      .fails("whole-answer", "sent a head of more than 262144 bytes")),
    Hostility(
      "trailer fields without end",
      .endless(chunked + "0\r\n", "X-Filler: " + filler + "\r\n"),
      .fails("whole-answer", "sent a head of more than 262144 bytes")),
    Hostility(
      "a line of a head without end", .endless(ok + "X-Filler: ", filler),
      .fails("whole-answer", "the answer breaks off each of three times")),
    Hostility(
      "bytes of no protocol without end", .endless("", filler),
      .fails("whole-answer", "answers in no HTTP: \"xxxx")),
  ]

  private static let filler = String(repeating: "x", count: 1024)
}
