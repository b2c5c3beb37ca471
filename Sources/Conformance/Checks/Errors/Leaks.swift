// SPDX-License-Identifier: Apache-2.0
// What an error must not give away: the token it was sent, or the inside of the server.

import Contract
import Redaction
import Wire

extension Check {
  static let tokenIsNotRepeated = answer(
    "token-is-not-repeated", .errors, "No answer repeats the token that it was sent.",
    title: "no answer repeats the token", description: "a token is a secret",
    from: .suite("an answer may end up in a log"), asks: { _ in .everything },
    about: { !$0.gaps.secrets || $0.repeatsSecret },
    otherwise: .nothingToAssert("no request shows a token that an answer could repeat")
  ) { context, _, response, location in
    guard !context.assert(!response.repeatsSecret) else { return }
    context.fault(
      .error, "an answer repeats the token that it was sent",
      expected: "an answer without the token",
      received: Finding.Received("the token, not shown here"), at: location)
  }

  static let noStackTrace = answer(
    "no-stack-trace", .errors, "No error shows a stack trace.",
    title: "no error shows a stack trace",
    description: "an error tells a client what went wrong, not where",
    from: .suite("a stack trace shows the inside of the server"), asks: { _ in .everything },
    about: { $0.status.code >= 400 }
  ) { context, reading, response, location in
    let trace = response.stackTrace
    guard !context.assert(trace == nil), let trace else { return }
    context.fault(
      .error,
      "an error shows a stack trace" + (trace.holdsSecret ? ", and a secret stands in it" : ""),
      expected: reading.profile.errors.words, received: Finding.Received(trace.context),
      at: location, kind: trace.mark + (trace.holdsSecret ? " with a secret" : ""))
  }

  static let requestIDsDiffer = Check(
    "request-ids-differ", .errors, "No two answers carry the same id of a request."
  ) { planning, check in
    guard let header = planning.profile.requestID else { return [] }
    return [
      check.makeCase(
        planning, nil, "every answer has a request id of its own", .should,
        clause: planning.operation.clause(
          "an answer carries an id under which the vendor finds it",
          from: planning.profile.requestIDSource,
          at: planning.operation.location),
        asks: .everything
      ) { context, transcripts in
        var seen: Set<String> = []
        for (reading, _, response) in transcripts.heads {
          guard let id = response.headers[header], !id.isEmpty else { continue }
          guard !context.assert(seen.insert(id).inserted) else { continue }
          context.fault(
            .warning, "\(header) is that of another answer", expected: "an id of its own",
            received: Finding.Received(id), at: BodyLocation(reading))
        }
        if context.asserted == 0 { context.skip("no answer carries \(header)") }
      }
    ]
  }
}

/// Where an error shows the inside of the server.
struct StackTrace: Sendable {
  /// The words by which it is known.
  var mark: String
  /// The text around them in one line, secrets masked.
  var context: String
  /// Whether a secret was masked in the text.
  var holdsSecret: Bool

  fileprivate init(_ mark: String, in text: String, masked: String) {
    self.mark = mark
    let place = text.firstRange(of: mark) ?? text.startIndex..<text.startIndex
    let start = text.index(place.lowerBound, offsetBy: -60, limitedBy: text.startIndex)
    let end = text.index(place.upperBound, offsetBy: 100, limitedBy: text.endIndex)
    context =
      (start == nil ? "" : "…") + text[(start ?? text.startIndex)..<(end ?? text.endIndex)].pictured
      + (end == nil ? "" : "…")
    holdsSecret = text.contains("***") || text.contains(masked)
  }
}

extension Substring {
  fileprivate var pictured: String { String(self).pictured }
}

extension HTTPResponse {
  /// The stack trace in a string of the body, or in the body; nil where there is none.
  ///
  /// - Parameters:
  ///   - root: The body as JSON.
  ///   - masked: What stands for a secret.
  func stackTrace(_ root: JSONValue?, masked: String) -> StackTrace? {
    let texts = (root?.texts ?? []).map { Array($0.utf8) } + [body]
    for mark in stackTraceMarks {
      if let text = texts.first(where: { $0.contains(text: mark) }) {
        return StackTrace(
          mark, in: String(decoding: text.prefix(1 << 20), as: UTF8.self), masked: masked)
      }
    }
    return nil
  }
}

extension JSONValue {
  /// The decoded strings inside, at any depth.
  fileprivate var texts: [String] {
    switch kind {
    case .string: [string ?? ""]
    case .array: elements.flatMap(\.texts)
    case .object: members.flatMap(\.value.texts)
    case .number, .boolean, .null: []
    }
  }
}

/// Words that stand in stack traces of Go, Java, Python, Ruby, JavaScript, PHP, .NET and Rust, and in no
/// error text.
private let stackTraceMarks = [
  "goroutine ", "panic: ", "Traceback (most recent call last)", "Exception in thread",
  "\tat ", "\\tat ", "\n    at ", "\\n    at ", ".go:", ".java:", ".py\", line", ".rb:",
  "Stack trace:\n", "Stack trace:\\n", ".php(", ".cs:line ", "panicked at ",
]
