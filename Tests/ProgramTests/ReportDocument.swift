// SPDX-License-Identifier: Apache-2.0
// A JSON report as another program reads it, with its keys in the order in which they stand.

import Testing
import Wire

/// A JSON report of one run.
struct ReportDocument: Sendable {
  let root: JSONValue

  init(_ text: String) throws { root = try JSONDocument(parsing: Array(text.utf8)).root }

  var requests: Int { Int(root["requests"]?.raw ?? "") ?? -1 }
  var exit: String { root["exit"]?.raw ?? "" }
  var cases: [JSONValue] { list("cases", of: root) }
  var findings: [JSONValue] { cases.flatMap { list("findings", of: $0) } }

  private func list(_ name: String, of value: JSONValue) -> [JSONValue] {
    value[name].map { Array($0.elements) } ?? []
  }

  /// How many cases had that outcome, as the summary says.
  func count(_ outcome: String) -> Int { Int(root["summary"]?[outcome]?.raw ?? "") ?? -1 }

  /// The outcome of each case by its id.
  var outcomes: [String: String] {
    Dictionary(
      cases.map { ($0["id"]?.string ?? "", $0["outcome"]?.string ?? "") },
      uniquingKeysWith: { "\($0) and \($1)" })
  }
}

extension JSONValue {
  var names: [String] { members.map(\.name) }
}

/// The default run, which many tests read and which is therefore done once.
struct DefaultRun: Sendable {
  let run: ProgramRun
  let report: ReportDocument
  let json: String

  static let shared = Task { try await DefaultRun() }

  private init() async throws {
    let file = ScratchFile()
    run = try await ProgramRun("--report", "json=\(file.path)", "--report", "text=-")
    json = try file.text
    report = try ReportDocument(json)
  }
}
