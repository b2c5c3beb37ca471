// SPDX-License-Identifier: Apache-2.0
// Help, drawn from the table of commands, 80 columns wide.

import Wire

/// The texts of `--help`.
struct Help {
  private let vocabulary: Vocabulary

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  private var program: String { vocabulary.program }

  /// What `--help` says without a command.
  var overview: String {
    let commands = Command.all(vocabulary).enumerated().map { index, command in
      let isDefault = index == 0 ? " (if no command is named)" : ""
      return Row(command.name, command.summary + isDefault)
    }
    let common = [
      Row("COMMAND --help", "what a command takes"),
      Row("--version", "the release"),
    ]
    return Self.text([
      ["usage: \(program) [COMMAND] [OPTION]…"],
      ["Asks whether an endpoint keeps the contract that its documentation promises."],
      Self.lines(commands),
      Self.lines(common),
    ])
  }

  func text(of command: Command) -> String {
    let operand = command.operand.map { " \($0.usage)" } ?? ""
    let options = command.options.map { option in
      Row(option.usage, option.summary + (option.repeats ? "; repeatable" : ""))
    }
    let environment = command.environment(vocabulary).map { Row($0.names, $0.summary) }
    return Self.text([
      ["usage: \(program) \(command.name) [OPTION]…\(operand)"],
      [command.summary],
      Self.lines(options + [Row("--help", "print this")]),
      environment.isEmpty ? [] : ["environment:"] + Self.lines(environment),
    ])
  }

  private typealias Row = (name: String, summary: String)

  private static func text(_ blocks: [[String]]) -> String {
    blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
      + "\n"
  }

  /// Two columns; the second one begins behind the longest name.
  private static func lines(_ rows: [Row]) -> [String] {
    let width = (rows.map(\.name.count).max() ?? 0) + 4
    return rows.flatMap { row in
      row.summary.wrapped(behind: "  \(row.name)".padded(to: width), at: width)
    }
  }
}
