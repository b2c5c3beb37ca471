// SPDX-License-Identifier: Apache-2.0
// HAR files as programs write them that people record with, each with its own habits.

import Conformance
import Contract
import EmbeddedTarget
import Foundation
import MockRegistry
import SWRSpecs
import Wire

/// A program that exports what it has recorded.
enum RecordingProgram: String, CaseIterable, Sendable {
  case chrome, firefox, safari, insomnia, postman, charles, fiddler, mitmproxy, proxyman
  case playwright, browserMob, httpToolkit, curlToHAR
  /// Programs, or settings of them, that keep no bodies.
  case k6, firefoxWithoutBodies, playwrightAttaching, browserMobWithoutContent

  /// Whether bodies are in the file.
  var keepsBodies: Bool {
    switch self {
    case .k6, .firefoxWithoutBodies, .playwrightAttaching, .browserMobWithoutContent: false
    default: true
    }
  }

  /// One exchange as it went.
  struct Exchange {
    var url: String
    var headers: HTTPFields
    var response: HTTPResponse
    /// In seconds since the session began.
    var start: Double
  }

  /// The whole file.
  func file(_ exchanges: [Exchange]) -> String {
    var members: [(key: String, value: JSONTree)] = [
      ("version", "1.2"), ("creator", ["name": .string(creator), "version": "1.0"]),
      ("entries", .array(exchanges.map(entry))),
    ]
    switch self {
    case .fiddler:
      members.swapAt(1, 2)
      members.insert(("comment", "exported @ 1/1/2026 12:00:00 PM"), at: 0)
    case .chrome: members.insert(("pages", []), at: 2)
    default: break
    }
    return (self == .fiddler ? "\u{FEFF}" : "")
      + JSONTree.object([("log", .object(members))]).text()
  }

  private var creator: String {
    switch self {
    case .chrome: "WebInspector"
    case .firefox, .firefoxWithoutBodies: "Firefox"
    case .safari: "WebKit Web Inspector"
    case .insomnia: "Insomnia REST Client"
    case .charles: "Charles Proxy"
    case .playwright, .playwrightAttaching: "Playwright"
    case .browserMob, .browserMobWithoutContent: "BrowserMob Proxy"
    default: rawValue
    }
  }

  private func entry(_ exchange: Exchange) -> JSONTree {
    .object(
      [
        ("startedDateTime", .string(moment(exchange.start))), ("time", .number("12.5")),
        ("request", request(exchange)), ("response", response(exchange.response)),
        ("cache", .object([])),
        ("timings", ["send": .integer(0), "wait": .number("12.5"), "receive": .integer(0)]),
      ] + marks)
  }

  private func moment(_ seconds: Double) -> String {
    let instant = Instant(seconds: 1_767_225_600 + Int64(seconds), fractionDigits: 3)
    switch self {
    case .firefox, .charles: return "\(instant)".replacing("Z", with: "+00:00")
    case .fiddler: return "\(instant)".replacing("Z", with: "0000+00:00")
    default: return "\(instant)"
    }
  }

  private func request(_ exchange: Exchange) -> JSONTree {
    let url = exchange.url
    let query = url.split(separator: "?").dropFirst().first.map { $0.split(separator: "&") } ?? []
    let parameters = query.map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      let value = parts.count > 1 ? parts[1] : ""
      return HTTPFields.Field(parts[0], PercentEncoding.decode(value) ?? value)
    }
    let bare = self == .insomnia ? String(url.prefix { $0 != "?" }) : url
    return [
      "method": "GET", "url": .string(spelled(bare)), "httpVersion": .string(version),
      "headers": fields(exchange.headers.fields + pseudoFields(url)),
      "queryString": self == .curlToHAR ? .array([]) : fields(parameters), "cookies": .array([]),
      "headersSize": .integer(-1), "bodySize": .integer(self == .charles ? 0 : -1),
    ]
  }

  /// The URL as the program spells it.
  private func spelled(_ url: String) -> String {
    switch self {
    case .charles, .proxyman:
      url.replacing("https://swr.example.com", with: "https://swr.example.com:443")
    case .fiddler: url.replacing("swr.example.com", with: "SWR.example.com")
    default: url
    }
  }

  private var version: String {
    switch self {
    case .chrome: "http/2.0"
    case .firefox, .safari: "HTTP/2"
    default: "HTTP/1.1"
    }
  }

  private func pseudoFields(_ url: String) -> [HTTPFields.Field] {
    guard self == .chrome else { return [] }
    return [
      .init(":authority", "swr.example.com"), .init(":method", "GET"), .init(":scheme", "https"),
    ]
  }

  private func fields(_ fields: [HTTPFields.Field]) -> JSONTree {
    .array(fields.map { ["name": .string($0.name), "value": .string($0.value)] })
  }

  private func response(_ response: HTTPResponse) -> JSONTree {
    let headers =
      version == "HTTP/1.1"
      ? response.headers.fields
      : response.headers.fields.map { .init($0.name.lowercased(), $0.value) }
    let words = version == "HTTP/1.1" ? (response.status == 200 ? "OK" : "Bad Request") : ""
    return .object(
      [
        ("status", .integer(response.status.code)), ("statusText", .string(words)),
        ("httpVersion", .string(version)), ("headers", fields(headers)), ("cookies", .array([])),
        ("content", content(response)), ("redirectURL", self == .charles ? .string(nil) : ""),
        ("headersSize", .integer(-1)),
        ("bodySize", .integer(self == .playwrightAttaching ? response.body.count : -1)),
      ] + responseMarks(response))
  }

  private func content(_ response: HTTPResponse) -> JSONTree {
    let type = ("mimeType", JSONTree.string(response.headers["Content-Type"] ?? "x-unknown"))
    let size = ("size", JSONTree.integer(response.body.count))
    let text = String(decoding: response.body, as: UTF8.self)
    switch self {
    case .k6: return .object([size, type])
    case .firefoxWithoutBodies:
      return .object([type, ("comment", "Response bodies are not included.")])
    case .playwrightAttaching:
      return .object([("size", .integer(-1)), type, ("_file", "3f2a.json")])
    case .browserMobWithoutContent:
      return .object([("size", .integer(0)), type, ("text", .string(nil)), ("comment", "")])
    case .charles:
      let encoded = Data(response.body).base64EncodedString()
      return .object([size, type, ("text", .string(encoded)), ("encoding", "base64")])
    case .fiddler:
      return .object([size, ("compression", .integer(0)), type, ("text", .string(text))])
    case .httpToolkit:
      return .object([type, size, ("text", .string(text)), ("encoding", "utf-8")])
    case .proxyman: return .object([type, ("text", .string(text)), size])
    default: return .object([size, type, ("text", .string(text))])
    }
  }

  private func responseMarks(_ response: HTTPResponse) -> [(key: String, value: JSONTree)] {
    switch self {
    case .chrome:
      [
        ("_transferSize", .integer(response.body.count + 200)), ("_error", .string(nil)),
        ("_fetchedViaServiceWorker", .boolean(false)),
      ]
    case .safari: [("_transferSize", .integer(response.body.count + 120))]
    case .charles: [("_charlesStatus", "COMPLETE")]
    case .playwright: [("_transferSize", .integer(-1))]
    case .browserMob: [("comment", "")]
    default: []
    }
  }

  private var marks: [(key: String, value: JSONTree)] {
    switch self {
    case .chrome: [("_resourceType", "xhr"), ("_priority", "High"), ("connection", "443")]
    case .safari: [("_fetchType", "Network Load"), ("_priority", "high")]
    case .insomnia: [("comment", "list jobs")]
    case .firefox: [("_securityState", "secure"), ("serverIPAddress", "192.0.2.1")]
    case .playwright: [("_frameref", "frame@1"), ("_monotonicTime", .number("1.5"))]
    default: []
    }
  }
}

/// What a client asks of a registry that pages through its lists, and what it is told.
struct ClientSession {
  let exchanges: [RecordingProgram.Exchange]

  /// - Parameters:
  ///   - limit: The size of the pages.
  ///   - retries: Whether an answer that is no list is asked for once more.
  init(_ registry: MockRegistry, limit: Int = 10) async throws {
    let transport = EmbeddedTransport(registry, for: .swr, waits: false)
    let facts = registry.facts
    let project = "/v2/\(facts["project_id"] ?? "")"
    let jobs = "\(project)/jobs"
    let tasks = "\(project)/instances/\(facts["instance_id"] ?? "")/system/gc"
    var exchanges: [RecordingProgram.Exchange] = []
    func ask(_ target: String) async throws -> HTTPResponse {
      let response = try await transport.send(HTTPRequest(target: target), as: .own)
      exchanges.append(
        .init(
          url: "https://swr.example.com\(target)",
          headers: ["X-Auth-Token": "a-token-of-somebody", "Accept": "application/json"],
          response: response, start: Double(exchanges.count)))
      return response
    }
    for offset in stride(from: 0, through: 60, by: limit) {
      let page = try await ask("\(jobs)?limit=\(limit)&offset=\(offset)")
      guard Self.root(page)?["jobs"]?.elements.count == limit else { break }
    }
    var marker: String?
    repeat {
      let more = marker.map { "&marker=\(PercentEncoding.encode($0))" } ?? ""
      marker =
        Self.root(try await ask("\(tasks)?limit=\(limit)\(more)"))?["page_info"]?["next_marker"]?
        .string
    } while marker?.isEmpty == false && exchanges.count < 20
    _ = try await ask("\(jobs)?limit=0")
    self.exchanges = exchanges
  }

  private static func root(_ response: HTTPResponse) -> JSONValue? {
    (try? JSONDocument(parsing: response.body))?.root
  }
}
