// SPDX-License-Identifier: Apache-2.0
// A trend for a person at a terminal, for programs, and for a pull request.

import Conformance
import Wire

extension ReportTrend {
  /// A line for each failure and one with what was found, and one that counts them.
  public var text: String {
    let head =
      reports.prefix(1).map { ("first  ", $0.sentence) }
      + reports.suffix(1).map { ("last   ", $0.sentence) } + notices.map { ("notice  ", $0) }
    let blocks = [(false, "failing"), (true, "over")].compactMap { isOver, heading -> String? in
      let lines = failures.filter { $0.isOver == isOver }.flatMap { failure -> [String] in
        let details = [failure.times, failure.words].filter { !$0.isEmpty }
        return ["  \(failure.id)".visible]
          + details.flatMap { $0.visible.wrapped(behind: "      ", at: 6) }
      }
      return lines.isEmpty ? nil : ([heading] + lines).joined(separator: "\n")
    }
    let lines = head.flatMap { $1.visible.wrapped(behind: $0, at: $0.count) }
      .joined(separator: "\n")
    return ([lines] + blocks + ["\(counts)\nexit \(isFailing ? 1 : 0): \(meaning)"])
      .joined(separator: "\n\n") + "\n"
  }

  /// One document of the schema `NAME.trend/1`, with the name of the last report's suite.
  public var json: String {
    let tree: JSONTree = [
      "schema": .string("\(reports.last?.suite ?? "").trend/1"),
      "reports": .array(
        reports.map {
          [
            "started": .string($0.started), "endpoint": .string($0.endpoint),
            "version": .string($0.version), "exit": .integer($0.exit),
          ]
        }),
      "notices": .array(notices.map { .string($0) }), "failing": .boolean(isFailing),
      "failures": .array(
        failures.map {
          [
            "id": .string($0.id), "began": .string($0.began), "held": .string($0.held),
            "ended": .string($0.ended), "seen": .string($0.seen), "reports": .integer($0.count),
            "words": .string($0.words),
          ]
        }),
    ]
    return tree.document
  }

  /// GitHub's Markdown; values stand in code spans.
  public var markdown: String {
    let rows = failures.map { failure in
      let cells = [
        failure.id, failure.held ?? "–", failure.began, failure.ended ?? "–",
        failure.words.replacing("|", with: "¦"),
      ]
      return "| \(cells.map { $0 == "–" ? $0 : $0.codeSpan }.joined(separator: " | ")) |"
    }
    let head = ["## \(meaning.prefix(1).uppercased())\(meaning.dropFirst())", "", "\(counts)."]
    let told = notices.map { "> Notice: \($0.codeSpan)  " }
    let table =
      rows.isEmpty
      ? [] : ["", "| case | held | began | ended | what |", "|---|---|---|---|---|"] + rows
    return (head + told + table).joined(separator: "\n") + "\n"
  }

  private var counts: String {
    let over = failures.count(where: \.isOver)
    return "\(reports.count.counted("report")), \(failures.count - over) failing, \(over) over"
  }

  private var meaning: String { isFailing ? "something fails" : "nothing fails any more" }

  private var notices: [String] {
    let endpoints = Set(reports.map(\.endpoint)).sorted()
    let partial = reports.count(where: \.isPartial)
    return [
      endpoints.count > 1 ? "the endpoints differ: \(endpoints.joined(separator: ", "))" : nil,
      Set(reports.map(\.contract)).count > 1 ? "not all were judged by one contract" : nil,
      partial > 0 ? "\(partial.counted("run")) stopped before the end" : nil,
    ].compactMap(\.self)
  }
}
