// SPDX-License-Identifier: Apache-2.0
// A run as a HAR 1.2 file: every exchange without secrets, and what it takes to judge them again.

public import Conformance
import Contract
public import Foundation
import Wire

/// One run, ready to be written down.
public struct RecordedRun: Sendable {
  public var mode: Report.Mode
  public var facts: TargetFacts
  public var selection: Selection
  public var started: Date
  public var isPartial: Bool
  /// What a reader of the report was told beside the verdicts.
  public var notices: [String]
  private var exchanges: [Exchange]
  private let redaction = Redaction()

  public init(
    of exchanges: [Exchange], mode: Report.Mode, facts: TargetFacts, selection: Selection,
    started: Date, isPartial: Bool = false, notices: [String] = []
  ) {
    self.exchanges = exchanges.sorted { $0.start < $1.start }
    self.mode = mode
    self.facts = facts
    self.selection = selection
    self.started = started
    self.isPartial = isPartial
    self.notices = notices
  }

  /// The file, which any reader of HAR 1.2 takes; what is ours begins with an underscore.
  public var har: String {
    let log: JSONTree = [
      "version": .string("1.2"),
      "creator": ["name": .string(Suite.name), "version": .string(Suite.version)],
      "pages": .array([]),
      "_swrConformance": note,
      "entries": .array(exchanges.map(entry)),
    ]
    return (["log": log] as JSONTree).text() + "\n"
  }

  private var note: JSONTree {
    let facts = facts.values.sorted { $0.key < $1.key }
    return [
      "schema": .string(RecordingNote.schema), "mode": .string(mode.rawValue),
      "endpoint": .string(self.facts.endpoint),
      "facts": .object(facts.map { ($0.key.rawValue, .string($0.value)) }),
      "selection": [
        "only": .texts(selection.only), "skip": .texts(selection.skip),
        "claims": .texts(selection.claims.map(\.rawValue).sorted()),
        "claimedOperations": .texts(selection.claimedOperations.sorted()),
        "isThorough": .boolean(selection.isThorough),
        "pages": selection.pages == .max ? "all" : .integer(selection.pages),
        "allowsUnsafeMethods": .boolean(selection.allowsUnsafeMethods),
      ],
      "isPartial": .boolean(isPartial), "notices": .texts(notices.map(redaction.redacted)),
    ]
  }

  private func entry(_ exchange: Exchange) -> JSONTree {
    let milliseconds = JSONTree.milliseconds(exchange.seconds)
    var members: [(key: String, value: JSONTree)] = [
      ("startedDateTime", .string(instant(of: exchange))), ("time", milliseconds),
      ("request", request(exchange)), ("response", response(exchange)), ("cache", .object([])),
      ("timings", ["send": .integer(0), "wait": milliseconds, "receive": .integer(0)]),
      ("_credential", .string(exchange.request.credential.rawValue)),
      ("_repetition", .integer(exchange.request.repetition)),
    ]
    if case .failure(let failure) = exchange.result {
      members.append(("_failure", .string(failure.kind.rawValue)))
    }
    return .object(members)
  }

  private func instant(of exchange: Exchange) -> String {
    started.addingTimeInterval(exchange.start)
      .formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }

  private func request(_ exchange: Exchange) -> JSONTree {
    let request = exchange.request
    let query = request.query.map { parameter in
      HTTPFields.Field(parameter.name, PercentEncoding.decode(parameter.value) ?? parameter.value)
    }
    return [
      "method": .string("\(request.method)"),
      "url": .string(redaction.redacted(exchange.endpoint + request.target)),
      "httpVersion": .string("HTTP/1.1"), "cookies": .array([]),
      "headers": .fields(headers(as: request.credential)),
      "queryString": .fields(query.map { .init($0.name, redaction.redacted($0.value)) }),
      "headersSize": .integer(-1), "bodySize": .integer(0),
    ]
  }

  /// Only the transport knows how it proved who asks; a token stands for all ways.
  private func headers(as credential: Credential) -> [HTTPFields.Field] {
    switch credential {
    case .own: [.init("X-Auth-Token", Redaction.hidden)]
    case .absent: []
    case .wrong: [.init("X-Auth-Token", Credential.wrongToken)]
    }
  }

  private func response(_ exchange: Exchange) -> JSONTree {
    let response = exchange.response ?? HTTPResponse(status: 0)
    var members: [(key: String, value: JSONTree)] = [
      ("status", .integer(response.status.code)), ("statusText", .string("")),
      ("httpVersion", .string("HTTP/1.1")), ("cookies", .array([])),
      ("headers", .fields(response.headers.fields.map(redaction.redacted))),
      ("content", content(response)),
      ("redirectURL", .string(redaction.redacted(response.headers["Location"] ?? ""))),
      ("headersSize", .integer(-1)), ("bodySize", .integer(response.body.count)),
    ]
    if case .failure(let failure) = exchange.result {
      members.append(("_error", .string(redaction.redacted(failure.description))))
    }
    return .object(members)
  }

  private func content(_ response: HTTPResponse) -> JSONTree {
    let body = redaction.redacted(response.body)
    let text = String(validating: body, as: UTF8.self)
    let members: [(key: String, value: JSONTree)] = [
      ("size", .integer(body.count)),
      ("mimeType", .string(response.headers["Content-Type"] ?? "")),
      ("text", .string(text ?? Data(body).base64EncodedString())),
    ]
    return .object(members + (text == nil ? [("encoding", .string("base64"))] : []))
  }
}

extension JSONTree {
  fileprivate static func texts(_ texts: [String]) -> JSONTree { .array(texts.map { .string($0) }) }

  fileprivate static func fields(_ fields: [HTTPFields.Field]) -> JSONTree {
    .array(fields.map { ["name": .string($0.name), "value": .string($0.value)] })
  }

  fileprivate static func milliseconds(_ seconds: Double) -> JSONTree {
    .number("\((seconds * 1_000_000).rounded() / 1000)")
  }
}
