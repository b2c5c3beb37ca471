// SPDX-License-Identifier: Apache-2.0
// The matrix as tables of Markdown.

import Conformance
import Contract
import Reporting
import Wire

extension ImplementationMatrix {
  public var markdown: String {
    let names = implementations.map { cellSpan($0.name) }
    let overview = table(
      ["implementation", "verdict", "coverage"] + Level.allCases.map(\.rawValue)
        + ["endpoint", "from", "suite"],
      implementations.map { implementation in
        let report = implementation.report
        return [
          cellSpan(implementation.name), verdict(of: implementation), implementation.coverageWords,
        ] + Level.allCases.map { implementation.cell($0).words }
          + [cellSpan(report.endpoint), implementation.source, cellSpan(report.version)]
      })
    let levels = Level.allCases.filter { $0 != .quirks }.map { level in
      "## \(level.rawValue)\n\n"
        + table(
          ["operation"] + names,
          operations.map { operation in
            [operation] + implementations.map { $0.cell(operation, level).words }
          })
    }
    let quirks = quirks.map { quirk in
      [
        "\(quirk.operation) \(quirk.id)" + (quirk.isDisputed ? " (differ)" : "")
      ] + quirk.sides.map { $0.map { cellSpan($0.words) } ?? Cell([]).words }
    }
    let sides = quirks.isEmpty ? [] : ["## quirks\n\n" + table(["quirk"] + names, quirks)]
    return (["# \(title)", summary, legend, overview] + levels + sides).joined(separator: "\n\n")
      + "\n"
  }

  var title: String { "\(implementations.count.counted("implementation")) of one contract" }

  var legend: String {
    let states: [Cell.State] = [.held, .warned, .failed, .inPart, .unexercised, .unasked]
    return states.map { "\($0.sign) \($0.rawValue)" }.joined(separator: " · ")
  }

  private func table(_ columns: [String], _ rows: [[String]]) -> String {
    ([columns, columns.map { _ in "---" }] + rows)
      .map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }

  /// What somebody else wrote, in a cell of a table.
  private func cellSpan(_ text: String) -> String { text.codeSpan.replacing("|", with: "\\|") }
}

extension ImplementationMatrix.Implementation {
  /// Where it came from, and whether that was looked at.
  var source: String { isVerified ? "verified bundle" : "report" }

  var coverageWords: String { report.coverage.map { "\($0.seen) of \($0.all)" } ?? "not told" }
}
