// SPDX-License-Identifier: Apache-2.0
// The matrix for a person at a terminal: who kept what, and where they are not alike.

import Conformance
import Contract
import Reporting
import Wire

extension ImplementationMatrix {
  /// At most 80 columns wide; what all of them do alike, and did not break, is counted and not listed.
  public var text: String {
    let places = operations.flatMap { operation in
      Level.allCases.filter { $0 != .quirks }.map { (operation, $0) }
    }
    let cells = places.map { operation, level in
      (
        name: "\(operation) \(level.rawValue)",
        sides: implementations.map { $0.cell(operation, level) }
      )
    }
    let told = cells.filter { Set($0.sides).count > 1 || $0.sides[0].isBroken }
    let disputed = quirks.filter(\.isDisputed)
    let rest = [
      "the other \(cells.count - told.count) of \(cells.count) places (an operation at a level) and",
      "\(quirks.count - disputed.count) of \(quirks.count.counted("quirk")) are alike;",
      "--report md=- has them all",
    ].joined(separator: " ").wrapped(to: 80)
    let sections = [
      [title, summary, legend].flatMap { $0.wrapped(to: 80) }, implementations.flatMap(head),
      section(
        "where they are not alike, or break something",
        told.map { cell in
          (cell.name, cell.sides.map(\.words))
        }),
      section(
        "quirks of which they take other sides",
        disputed.map { quirk in
          ("\(quirk.operation) \(quirk.id)", quirk.sides.map { $0?.words ?? Cell([]).words })
        }),
      rest,
    ]
    return sections.filter { !$0.isEmpty }.map { $0.map(\.visible).joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private func head(_ implementation: Implementation) -> [String] {
    let report = implementation.report
    let levels = Level.allCases.map { "\(implementation.cell($0).state.sign) \($0.rawValue)" }
    let margin = String(repeating: " ", count: nameWidth)
    let source = "\(report.endpoint) · \(implementation.source) · \(report.version)"
    return verdict(of: implementation).wrapped(
      behind: implementation.name.padded(to: nameWidth), at: nameWidth)
      + source.wrapped(behind: margin, at: nameWidth)
      + levels.joined(separator: "  ").wrapped(behind: margin, at: nameWidth)
  }

  /// A title, and below each name what every implementation has to show for it.
  private func section(_ title: String, _ places: [(name: String, sides: [String])]) -> [String] {
    var lines = places.isEmpty ? [] : [title]
    for place in places {
      lines.append("  \(place.name)")
      for (implementation, words) in zip(implementations, place.sides) {
        let margin = "    \(implementation.name.padded(to: nameWidth))"
        lines += words.wrapped(behind: margin, at: nameWidth + 4)
      }
    }
    return lines
  }

  /// How wide the longest name is, with the gap behind it.
  private var nameWidth: Int { (implementations.map(\.name.count).max() ?? 0) + 2 }
}

extension ImplementationMatrix.Cell {
  /// Whether somebody has to look at it even if all implementations are alike in it.
  fileprivate var isBroken: Bool { [.failed, .warned].contains(state) }
}
