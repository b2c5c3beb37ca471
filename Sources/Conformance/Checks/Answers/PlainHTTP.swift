// SPDX-License-Identifier: Apache-2.0
// An answer travels as HTTP has it and as it was asked for, so that every client reads the same.

import Contract
import Wire

extension Check {
  static let plainHTTP = answer(
    "plain-http", .shape,
    "An answer travels as RFC 9110 and 9112 have it, and as it was asked for.",
    title: "answers travel as HTTP has it",
    description: "a message is framed so that all recipients read the same, and coded as asked for",
    from: .standard("RFC 9112", "sections 2 to 7"), asks: { _ in .everything },
    about: { !$0.gaps.framing }
  ) { context, _, response, location in
    _ = context.assert(response.oddities.isEmpty)
    for oddity in response.oddities {
      context.fault(
        oddity.kind.severity, oddity.kind.summary(oddity.detail), expected: oddity.kind.expected,
        received: Finding.Received(oddity.detail), at: location, kind: oddity.kind.rawValue)
    }
  }
}

extension HTTPResponse.Oddity.Kind {
  /// An error where two clients could read two different messages.
  fileprivate var severity: Severity {
    switch self {
    case .bytesBehind, .statusLine, .twoLengths, .lengthOfNoDigits, .transferCoding, .unknownCoding:
      .error
    case .compressed, .lineWithoutColon, .blankBeforeColon, .foldedLine, .bareLineFeed,
      .repeatedField:
      .warning
    }
  }

  fileprivate func summary(_ detail: String) -> String {
    switch self {
    case .compressed: "Content-Encoding is \(detail) although identity was asked for"
    case .unknownCoding: "Content-Encoding is \(detail), and identity was asked for"
    case .bytesBehind: "bytes come behind the end of the answer; the connection was closed"
    case .statusLine: "the status line is \(detail)"
    case .twoLengths: "the length of the body is told in two ways: \(detail)"
    case .lengthOfNoDigits: "Content-Length is \(detail)"
    case .transferCoding: "Transfer-Encoding is \(detail)"
    case .lineWithoutColon: "a line of the head has no name before a colon"
    case .blankBeforeColon: "blanks stand between the name of a field and its colon"
    case .foldedLine: "a field of the head goes on in a second line"
    case .bareLineFeed: "lines of the head end in LF alone"
    case .repeatedField: "\(detail) comes more than once"
    }
  }

  fileprivate var expected: String {
    switch self {
    case .compressed, .unknownCoding: "no Content-Encoding, as Accept-Encoding: identity asks"
    case .bytesBehind: "nothing behind the answer"
    case .statusLine: "HTTP/1.1, a blank, and a status of three digits"
    case .twoLengths: "one length"
    case .lengthOfNoDigits: "digits alone"
    case .transferCoding: "chunked once, or no Transfer-Encoding"
    case .lineWithoutColon, .blankBeforeColon: "NAME: VALUE"
    case .foldedLine: "one line for each field"
    case .bareLineFeed: "lines that end in CRLF"
    case .repeatedField: "the field once"
    }
  }
}
