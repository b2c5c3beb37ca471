// SPDX-License-Identifier: Apache-2.0
// The report of a fleet for the test pages of CI systems: a suite for each target.

import Conformance
import Reporting
import Wire

extension FleetReport {
  /// JUnit XML in which each operation of a target is a test case.
  ///
  /// A failed case fails it; what was not found out, and a target that could not be asked, is an error.
  public var junit: String {
    let suites = rows.map { ($0, $0.tests) }
    let tests = suites.flatMap(\.1)
    return XMLTree(
      "testsuites",
      [
        "name": suite, "tests": "\(tests.count)",
        "failures": "\(tests.count { $0.kind == .failure })",
        "errors": "\(tests.count { $0.kind == .error })", "time": seconds.rounded(digits: 3),
      ], suites.map { suite($0, $1) }
    ).document
  }

  private func suite(_ row: Row, _ tests: [Row.Test]) -> XMLTree {
    let properties: [(String, String)] = [
      ("version", version), ("contract", contract), ("endpoint", row.endpoint.visible),
      ("requests", "\(row.requests)"), ("retries", "\(row.retries)"),
      ("exit", "\(row.exit.rawValue)"),
    ]
    return XMLTree(
      "testsuite",
      [
        "name": row.name.visible, "tests": "\(tests.count)",
        "failures": "\(tests.count { $0.kind == .failure })",
        "errors": "\(tests.count { $0.kind == .error })",
        "skipped": "\(tests.count { $0.kind == .skipped })",
        "time": row.seconds.rounded(digits: 3), "timestamp": started,
      ],
      [
        XMLTree(
          "properties", [:], properties.map { XMLTree("property", ["name": $0, "value": $1]) })
      ]
        + tests.map { $0.tree(in: row.name.visible) })
  }
}

extension FleetReport.Row {
  struct Test {
    enum Kind: String { case passed, failure, error, skipped }

    var name: String
    var kind: Kind
    var lines: [String] = []

    func tree(in target: String) -> XMLTree {
      let message = lines.first.map { lines.count > 1 ? "\($0) (and \(lines.count - 1) more)" : $0 }
      let inside: [XMLTree] =
        switch kind {
        case .passed: []
        case .skipped: [XMLTree("skipped", ["message": "every case was skipped"])]
        case .failure, .error:
          [
            XMLTree(
              kind.rawValue, ["message": message ?? "", "type": kind.rawValue],
              text: lines.joined(separator: "\n"))
          ]
        }
      return XMLTree(
        "testcase", ["classname": target, "name": name, "time": "0.000"], inside)
    }
  }

  /// One for each operation; one for the target itself where nothing could be asked.
  var tests: [Test] {
    if let problem, operations.isEmpty {
      return [Test(name: "target", kind: .error, lines: [problem.visible])]
    }
    return operations.map { operation in
      let failed = cases.filter {
        $0["operation"]?.string == operation.id
          && $0["outcome"]?.string == Verdict.Outcome.failed.rawValue
      }
      let open = reasons.filter { $0.operation == operation.id }
      let total = operation.counts.values.reduce(0, +)
      let kind: Test.Kind =
        !failed.isEmpty
        ? .failure
        : !open.isEmpty
          ? .error : operation.counts[.skipped, default: 0] == total ? .skipped : .passed
      let lines =
        kind == .failure
        ? failed.map(Self.sentence)
        : open.map { "\($0.cases.counted("case")): \($0.text)" }
      return Test(name: operation.id, kind: kind, lines: lines.map(\.visible))
    }
  }
}
