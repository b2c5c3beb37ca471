// SPDX-License-Identifier: Apache-2.0
// How an exchange looks in a HAR 1.2 file, without secrets, and what stands around the entries.

import Conformance
import Contract
import Redaction
import Wire

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The parts of a HAR file, in the order in which they are written.
struct HARForm: Sendable {
  let started: Date
  let profile: Profile
  private let redaction: Redaction

  init(started: Date, of profile: Profile) {
    self.started = started
    self.profile = profile
    redaction = Redaction(for: profile)
  }

  /// Stands in a tree for the text of a body, which is written without becoming a `String`; no JSON
  /// has this byte.
  private static let gap: UInt8 = 0

  /// JSON in which characters that nobody sees, or that turn the direction, are escaped.
  private static func visible(_ json: ArraySlice<UInt8>) -> [UInt8] {
    guard json.contains(where: { $0 >= 0x7F }) else { return Array(json) }
    let text = String(decoding: json, as: UTF8.self)
    return Array(text.spelledOut(but: "\n", JSONText.escape).utf8)
  }

  /// Everything before the entries.
  var head: [UInt8] {
    let creator: JSONTree = [
      "name": .string(profile.suite.name), "version": .string(profile.suite.version),
    ]
    return Array(
      """
      {
        "log": {
          "version": "1.2",
          "creator": \(creator.text()),
          "pages": [],
          "entries": [
      """.utf8)
  }

  /// Everything behind the entries.
  ///
  /// - Parameter run: Nil where others asked.
  func tail(_ run: RecordedRun?) -> [UInt8] {
    let note = run.map {
      ",\n    \"\(RecordedRun.member(of: profile))\": \($0.note.text(indent: 4))"
    }
    return Array("\n    ]\(note ?? "")\n  }\n}\n".utf8)
  }

  /// Somebody else who sent a request.
  struct Sender {
    var fields: [HTTPFields.Field]
    /// By what requests of one are told from those of another, without any secret.
    var caller: String?
  }

  /// One exchange, without the comma behind it.
  ///
  /// - Parameters:
  ///   - timings: What took how long, where it is known better than the exchange knows it.
  ///   - sender: Who sent it, where that was not us.
  func entry(
    _ exchange: Exchange, timings: JSONTree? = nil, of sender: Sender? = nil
  ) -> [UInt8] {
    let body = redaction.redacted(exchange.response?.body ?? [])
    let isText = String(validating: body, as: UTF8.self) != nil
    let bytes = isText ? body : Array(Data(body).base64EncodedData())
    let members: [(key: String, value: JSONTree)] = [
      ("size", .integer(body.count)),
      ("mimeType", .string(exchange.response?.headers["Content-Type"] ?? "")),
      ("text", .number(String(Unicode.Scalar(Self.gap)))),
    ]
    let content = JSONTree.object(members + (isText ? [] : [("encoding", "base64")]))
    let text = tree(exchange, content, timings, sender).bytes(indent: 6)
    let gap = text.firstIndex(of: Self.gap)!
    let literal = bytes.withUnsafeBufferPointer(JSONText.quote)
    return Array("      ".utf8) + Self.visible(text[..<gap]) + Self.visible(literal[...])
      + Self.visible(text[(gap + 1)...])
  }

  private func tree(
    _ exchange: Exchange, _ content: JSONTree, _ timings: JSONTree?, _ sender: Sender?
  ) -> JSONTree {
    var members: [(key: String, value: JSONTree)] = [
      ("startedDateTime", .string(instant(of: exchange))),
      ("time", .milliseconds(exchange.seconds)),
      ("request", request(exchange, sender)), ("response", response(exchange, content)),
      ("cache", .object([])),
      ("timings", timings ?? self.timings(exchange)),
    ]
    members +=
      sender.map { [("_caller", .string($0.caller))] } ?? [
        ("_credential", .string(exchange.request.credential.rawValue)),
        ("_repetition", .integer(exchange.request.repetition)),
      ]
    if case .failure(let failure) = exchange.result {
      members.append(("_failure", .string(failure.kind.rawValue)))
    }
    return .object(members)
  }

  /// HAR counts the TLS handshake as a part of the connecting, and has -1 for what did not occur.
  ///
  /// What we waited for before the request was begun is `blocked`, so that all add up to `time`.
  private func timings(_ exchange: Exchange) -> JSONTree {
    guard let phases = exchange.response?.phases else {
      return ["send": .integer(0), "wait": .milliseconds(exchange.seconds), "receive": .integer(0)]
    }
    func part(_ from: Double, _ to: Double) -> JSONTree {
      to > from ? .milliseconds(to - from) : .integer(-1)
    }
    return [
      "blocked": .milliseconds(max(0, exchange.seconds - phases.lastByte)),
      "dns": part(0, phases.nameLookup), "connect": part(phases.nameLookup, phases.tls),
      "ssl": part(phases.connect, phases.tls), "send": .integer(0),
      "wait": .milliseconds(phases.firstByte - phases.tls),
      "receive": .milliseconds(phases.lastByte - phases.firstByte),
    ]
  }

  private func instant(of exchange: Exchange) -> String {
    started.addingTimeInterval(exchange.start)
      .formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }

  private func request(_ exchange: Exchange, _ sender: Sender?) -> JSONTree {
    let request = exchange.request
    let query = request.query.map { parameter in
      HTTPFields.Field(parameter.name, PercentEncoding.decode(parameter.value) ?? parameter.value)
    }
    return [
      "method": .string("\(request.method)"),
      "url": .string(redaction.redacted(exchange.endpoint + request.target)),
      "httpVersion": .string(exchange.response?.arrival?.version ?? "HTTP/1.1"),
      "cookies": .array([]),
      "headers": .fields(
        sender.map { $0.fields.map(redaction.redacted).map(hidden) }
          ?? headers(as: request.credential)),
      "queryString": .fields(query.map { .init($0.name, redaction.redacted($0.value)) }),
      "headersSize": .integer(-1), "bodySize": .integer(0),
    ]
  }

  /// What proves who asks, hidden whatever it is.
  private func hidden(_ field: HTTPFields.Field) -> HTTPFields.Field {
    let credentials = profile.credentials
    let names = [credentials.header, credentials.signature?.tokenHeader].compactMap { $0 }
    return names.contains { $0.lowercased() == field.name.lowercased() }
      ? .init(field.name, Redaction.hidden) : field
  }

  /// Only the transport knows how it proved who asks; a token stands for all ways.
  private func headers(as credential: Credential) -> [HTTPFields.Field] {
    let (credentials, header) = (profile.credentials, profile.credentials.header)
    let nonce = profile.nonceField.map { [HTTPFields.Field($0.name, $0.value)] } ?? []
    let proof: [HTTPFields.Field] =
      switch credential {
      case .own, .other, .mistyped: [.init(header, Redaction.hidden)]
      case .absent: []
      case .wrong: [.init(header, credentials.value(profile.wrongToken))]
      case .empty: [.init(header, "")]
      case .blank: [.init(header, credentials.value(Credential.blankToken))]
      case .altered, .misplaced, .outdated: [.init("Authorization", Redaction.hidden)]
      }
    return proof + nonce
  }

  private func response(_ exchange: Exchange, _ content: JSONTree) -> JSONTree {
    let response = exchange.response ?? HTTPResponse(status: 0)
    let arrival = response.arrival ?? HTTPResponse.Arrival()
    var members: [(key: String, value: JSONTree)] = [
      ("status", .integer(response.status.code)),
      ("statusText", .string(redaction.redacted(arrival.reason ?? ""))),
      ("httpVersion", .string(redaction.redacted(arrival.version))), ("cookies", .array([])),
      ("headers", .fields(response.headers.fields.map(redaction.redacted))),
      ("content", content),
      ("redirectURL", .string(redaction.redacted(response.headers["Location"] ?? ""))),
      ("headersSize", .integer(-1)), ("bodySize", .integer(response.body.count)),
    ]
    for (name, fields) in [("_earlyHeaders", arrival.earlyFields), ("_trailers", arrival.trailers)]
    where !fields.fields.isEmpty {
      members.append((name, .fields(fields.fields.map(redaction.redacted))))
    }
    if !arrival.oddities.isEmpty {
      let told = arrival.oddities.map {
        JSONTree.object([($0.kind.rawValue, .string(redaction.redacted($0.detail)))])
      }
      members.append(("_oddities", .array(told)))
    }
    if case .failure(let failure) = exchange.result {
      members.append(("_error", .string(redaction.redacted(failure.description))))
    }
    return .object(members)
  }
}

extension JSONTree {
  fileprivate static func fields(_ fields: [HTTPFields.Field]) -> JSONTree {
    .array(fields.map { ["name": .string($0.name), "value": .string($0.value)] })
  }

  fileprivate static func milliseconds(_ seconds: Double) -> JSONTree {
    .number("\((seconds * 1_000_000).rounded() / 1000)")
  }
}
