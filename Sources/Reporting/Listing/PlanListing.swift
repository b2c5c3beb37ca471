// SPDX-License-Identifier: Apache-2.0
// A plan for people and as data: every case, and the requests that it needs.

public import Conformance
import Contract
import Wire

/// A plan, told before anything is sent.
public struct PlanListing: Sendable {
  let plan: Plan
  /// How many rows each list is assumed to have.
  let assumedRows: Int

  public init(_ plan: Plan, assumedRows: Int) {
    self.plan = plan
    self.assumedRows = assumedRows
  }

  /// An operation a block, a case a line, and the number of requests below.
  public var text: String {
    let blocks = plan.operations.compactMap(block)
    return (blocks + [summary]).joined(separator: "\n")
  }

  private func block(_ operation: Contract.Operation) -> String? {
    let cases = plan.cases.filter { $0.operation == operation.id }
    guard !cases.isEmpty else { return nil }
    let rows: [RowListing.Row] = cases.map { planned in
      [
        ("level", planned.level.rawValue), ("obligation", planned.obligation.rawValue),
        ("requests", "\(plan.requests(of: planned, rows: assumedRows).count)"),
        ("id", String(planned.id.dropFirst(operation.id.count + 1))),
        ("title", planned.title + (planned.skipReason.map { " — skipped: \($0)" } ?? "")),
      ]
    }
    let requests = plan.requests(of: operation.id, rows: assumedRows).count
    return """
      \(operation.id)  \(operation.method) \(operation.path)
        \(cases.count.counted("case")), \(requests.counted("request"))

      """ + RowListing.columns(rows)
  }

  private var summary: String {
    let requests = plan.requestCount(rows: assumedRows)
    return
      "\(plan.cases.count.counted("case")), \(requests.counted("request")) for lists of \(assumedRows.counted("row"))\n"
  }

  /// The same as data.
  public var json: String {
    let operations = plan.operations.map { operation in
      [
        "id": .string(operation.id), "method": .string(operation.method.description),
        "path": .string(operation.path.description),
        "requests": .integer(plan.requests(of: operation.id, rows: assumedRows).count),
      ] as JSONTree
    }
    let tree: JSONTree = [
      "schema": .string(plan.facts.profile.schema("plan/2")), "rows": .integer(assumedRows),
      "operations": .array(operations), "cases": .array(plan.cases.map(tree)),
    ]
    return tree.document
  }

  private func tree(_ planned: Case) -> JSONTree {
    let requests = plan.requests(of: planned, rows: assumedRows)
    return [
      "id": .string(planned.id), "operation": .string(planned.operation),
      "level": .string(planned.level.rawValue), "rule": .string(planned.rule),
      "title": .string(planned.title), "obligation": .string(planned.obligation.rawValue),
      "skipped": .string(planned.skipReason?.description),
      "requests": .array(requests.map { .string($0) }),
    ]
  }
}
