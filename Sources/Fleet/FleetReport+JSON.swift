// SPDX-License-Identifier: Apache-2.0
// The report of a fleet for programs, `NAME.fleet/1`: written, and read again by `merge`.

import Conformance
import Reporting
public import Wire

extension FleetReport {
  static let form = "fleet/1"

  /// The whole document.
  public var json: String {
    let tree: [(key: String, value: JSONTree)] = [
      ("schema", .string("\(suite).\(Self.form)")),
      ("suite", ["version": .string(version), "contract": .string(contract)]),
      ("started", .string(started)),
      ("seconds", .number(seconds.rounded(digits: 3))),
      ("exit", .integer(Int(exit.rawValue))),
      ("targets", .array(rows.map(\.tree))),
    ]
    return JSONTree.object(tree + (part.map { [("shard", $0.tree)] } ?? [])).document
  }

  /// Nil unless the document is a report of a fleet, whole in what is read of it.
  public init?(_ root: JSONValue) {
    guard let schema = root["schema"]?.string, schema.isForm(Self.form),
      let version = root["suite"]?["version"]?.string,
      let contract = root["suite"]?["contract"]?.string, let started = root["started"]?.string,
      let seconds = root["seconds"]?.number.flatMap({ Double($0.raw) }),
      let targets = root["targets"], targets.kind == .array
    else { return nil }
    suite = String(schema.prefix { $0 != "." })
    (self.version, self.contract, self.started, self.seconds) = (
      version, contract, started, seconds
    )
    rows = targets.elements.compactMap(Row.init)
    guard rows.count == targets.elements.count else { return nil }
    if let shard = root["shard"] {
      guard let part = Report.Part(shard) else { return nil }
      self.part = part
    }
  }
}

extension FleetReport.Row {
  fileprivate var tree: JSONTree {
    [
      "name": .string(name), "endpoint": .string(endpoint), "exit": .integer(Int(exit.rawValue)),
      "problem": .string(problem), "seconds": .number(seconds.rounded(digits: 3)),
      "requests": .integer(requests), "shared": .integer(shared), "retries": .integer(retries),
      "notices": .array(notices.map { .string($0) }),
      "advice": .array(advice.map { .string($0) }),
      "summary": .object(Verdict.Outcome.allCases.map { ($0.rawValue, .integer(count($0))) }),
      "operations": .array(operations.map(\.tree)),
      "reasons": .array(
        reasons.map { reason in
          [
            "operation": .string(reason.operation), "outcome": .string(reason.outcome.rawValue),
            "reason": .string(reason.text), "cases": .integer(reason.cases),
          ]
        }),
      "cases": .array(cases),
    ]
  }

  fileprivate init?(_ value: JSONValue) {
    guard let name = value["name"]?.string, let endpoint = value["endpoint"]?.string,
      let exit = value.integer("exit").flatMap({ ExitCode(rawValue: Int32(clamping: $0)) }),
      let requests = value.integer("requests"), let shared = value.integer("shared"),
      let retries = value.integer("retries"), let operations = value["operations"]?.elements,
      let seconds = value["seconds"]?.number.flatMap({ Double($0.raw) })
    else { return nil }
    self.init(name, problem: "", exit: exit)
    problem = value["problem"]?.string
    (self.endpoint, self.seconds, self.requests) = (endpoint, seconds, requests)
    (self.shared, self.retries) = (shared, retries)
    notices = value["notices"]?.elements.compactMap(\.string) ?? []
    advice = value["advice"]?.elements.compactMap(\.string) ?? []
    self.operations = operations.map { value in
      Operation(
        id: value["id"]?.string ?? "",
        counts: Dictionary(
          uniqueKeysWithValues: Verdict.Outcome.allCases.compactMap { outcome in
            value.integer(outcome.rawValue).flatMap { $0 > 0 ? (outcome, $0) : nil }
          }))
    }
    reasons = (value["reasons"]?.elements).map { $0.compactMap(Reason.init) } ?? []
    cases = (value["cases"]?.elements).map { $0.map(JSONTree.init) } ?? []
  }
}

extension FleetReport.Row.Operation {
  fileprivate var tree: JSONTree {
    .object(
      [("id", .string(id))]
        + Verdict.Outcome.allCases.map { ($0.rawValue, .integer(counts[$0, default: 0])) })
  }
}

extension FleetReport.Row.Reason {
  fileprivate init?(_ value: JSONValue) {
    guard let operation = value["operation"]?.string, let text = value["reason"]?.string,
      let outcome = value["outcome"]?.string.flatMap(Verdict.Outcome.init),
      let cases = value.integer("cases")
    else { return nil }
    self.init(operation: operation, outcome: outcome, text: text, cases: cases)
  }
}

extension JSONValue {
  func integer(_ key: String) -> Int? { self[key]?.number?.int64.map { Int(clamping: $0) } }
}

extension JSONTree {
  /// A member of an object, of which the last of that name counts.
  subscript(key: String) -> JSONTree? {
    if case .object(let members) = self { members.last { $0.key == key }?.value } else { nil }
  }

  var elements: [JSONTree] { if case .array(let values) = self { values } else { [] } }

  /// The text of a string; nil for anything else.
  var string: String? { if case .string(let text) = self { text } else { nil } }
}
