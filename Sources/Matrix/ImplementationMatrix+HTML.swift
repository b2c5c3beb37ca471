// SPDX-License-Identifier: Apache-2.0
// The matrix as one page that loads nothing.

import Conformance
import Contract
import Reporting
import Wire

extension ImplementationMatrix {
  public var html: String {
    let sections = [overview] + Level.allCases.filter { $0 != .quirks }.map(section) + sides
    let foot = "Put together by \(profile.suite.name) \(profile.suite.version)."
    return HTMLTree(
      "html", ["lang": "en"], HTMLReport.head(title: "\(title) — \(profile.suite.name)"),
      HTMLTree(
        "body", ["class": "beside"],
        HTMLTree(
          "header", [:],
          HTMLTree("p", ["class": "suite"], "\(profile.suite.name) \(profile.suite.version)"),
          HTMLTree("h1", [:], .text(title)), HTMLTree("p", [:], .text(summary)),
          HTMLTree("p", ["class": "facts"], .text(legend)), navigation),
        HTMLTree("main", [:], sections), HTMLTree("footer", [:], HTMLTree("p", [:], .text(foot))))
    ).document
  }

  private var navigation: HTMLTree {
    let places =
      ["overview"] + Level.allCases.map(\.rawValue).filter { $0 != "quirks" || !sides.isEmpty }
    return HTMLTree(
      "nav", ["aria-label": "Sections"],
      places.map { HTMLTree("a", ["href": "#\($0 == "quirks" ? "sides" : $0)"], .text($0)) })
  }

  private var overview: HTMLTree {
    let rows = implementations.map { implementation -> [HTMLTree] in
      let report = implementation.report
      let digest = report.contract.split(separator: ":").last?.prefix(12) ?? ""
      return [
        name(implementation), verdictCell(implementation), .text(implementation.coverageWords),
        .code(report.endpoint), .text(implementation.source),
        "\(report.version), contract \(digest)",
        .text(report.started.replacing("T", with: " ")),
      ]
    }
    let levels = implementations.map { implementation in
      [name(implementation)] + Level.allCases.map { cell(implementation.cell($0)) }
    }
    let columns =
      ["implementation", "verdict", "coverage", "endpoint", "from", "suite", "begun"]
    return .section(
      "overview", "Implementations",
      [
        .table("What became of whom, and who says so", columns, rows),
        .table(
          "Cases that held, of how many", ["implementation"] + Level.allCases.map(\.rawValue),
          levels),
      ])
  }

  private func section(_ level: Level) -> HTMLTree {
    let rows = operations.map { operation in
      [HTMLTree("span", [:], HTMLTree.id(operation))]
        + implementations.map { cell($0.cell(operation, level)) }
    }
    return .section(
      level.rawValue, level.rawValue.prefix(1).uppercased() + level.rawValue.dropFirst(),
      [
        .table(
          "Cases of level \(level.rawValue) that held, of how many",
          ["operation"] + implementations.map(\.name), rows)
      ])
  }

  private var sides: [HTMLTree] {
    let rows = quirks.map { quirk -> [HTMLTree] in
      let id = "\(quirk.operation).\(quirk.id)"
      return [HTMLTree("span", [:], HTMLTree.id(id)), quirk.isDisputed ? "they differ" : "alike"]
        + quirk.sides.map { $0.map { .text($0.words) } ?? cell(Cell([])) }
    }
    guard !rows.isEmpty else { return [] }
    return [
      .section(
        "sides", "Quirks",
        [
          HTMLTree(
            "p", [:], "Where the documentation contradicts itself, a server may take either side."),
          .table("Sides that are taken", ["quirk", "sides"] + implementations.map(\.name), rows),
        ])
    ]
  }

  private func name(_ implementation: Implementation) -> HTMLTree {
    HTMLTree("b", [:], .text(implementation.name))
  }

  private func verdictCell(_ implementation: Implementation) -> HTMLTree {
    let tone =
      switch ExitCode(rawValue: Int32(clamping: implementation.report.exit)) {
      case .failed: "failed"
      case .passed where askedCount(of: implementation) == operations.count: "passed"
      default: "inconclusive"
      }
    return HTMLTree("span", ["class": "cell \(tone)"], .text(verdict(of: implementation)))
  }

  /// Sign, word and counts; the colour says nothing that they do not.
  private func cell(_ cell: Cell) -> HTMLTree {
    let tones: [Cell.State: String] = [
      .held: "passed", .warned: "warned", .failed: "failed", .inPart: "inconclusive",
      .unexercised: "skipped",
    ]
    guard let tone = tones[cell.state] else {
      return HTMLTree("span", ["class": "none"], .text(cell.words))
    }
    return HTMLTree(
      "span", ["class": "cell \(tone)"],
      HTMLTree("b", [:], "\(cell.state.sign) \(cell.state.rawValue)"),
      HTMLTree(
        "small", [:], .text(([cell.share] + [cell.rest].compactMap(\.self)).joined(separator: "; "))
      ))
  }
}
