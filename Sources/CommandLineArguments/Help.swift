// SPDX-License-Identifier: Apache-2.0
// Help, drawn from the table of commands, 80 columns wide.

/// The texts of `--help`.
enum Help {
  static let program = "swr-conformance"

  /// What `--help` says without a command.
  static var overview: String {
    let commands = Command.all.enumerated().map { index, command in
      let isDefault = index == 0 ? " (if no command is named)" : ""
      return Row(command.name, command.summary + isDefault)
    }
    let common = [
      Row("COMMAND --help", "what a command takes"),
      Row("--version", "the release"),
    ]
    return text([
      ["usage: \(program) [COMMAND] [OPTION]…"],
      ["Asks whether an endpoint keeps the contract that its documentation promises."],
      lines(commands),
      lines(common),
    ])
  }

  static func text(of command: Command) -> String {
    let operand = command.operand.map { " \($0.usage)" } ?? ""
    let options = command.options.map { option in
      Row(option.usage, option.summary + (option.repeats ? "; repeatable" : ""))
    }
    let environment = command.environment.map { Row($0.names, $0.summary) }
    return text([
      ["usage: \(program) \(command.name) [OPTION]…\(operand)"],
      [command.summary],
      lines(options + [Row("--help", "print this")]),
      environment.isEmpty ? [] : ["environment:"] + lines(environment),
    ])
  }

  private typealias Row = (name: String, summary: String)

  private static func text(_ blocks: [[String]]) -> String {
    blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
      + "\n"
  }

  /// Two columns; the second one begins behind the longest name.
  private static func lines(_ rows: [Row]) -> [String] {
    let width = (rows.map(\.name.count).max() ?? 0) + 2
    return rows.flatMap { row in
      wrap(row.summary, to: 78 - width).enumerated().map { index, line in
        let name = index == 0 ? row.name : ""
        return "  " + name + String(repeating: " ", count: width - name.count) + line
      }
    }
  }

  private static func wrap(_ text: String, to width: Int) -> [String] {
    text.split(separator: " ").reduce(into: [""]) { lines, word in
      if lines[lines.count - 1].isEmpty {
        lines[lines.count - 1] = String(word)
      } else if lines[lines.count - 1].count + 1 + word.count <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
  }
}
