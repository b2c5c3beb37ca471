// SPDX-License-Identifier: Apache-2.0
// Completion for three shells, drawn from the table of commands.

/// What a shell needs to complete the words of a command line.
public struct Completion: Sendable {
  private let vocabulary: Vocabulary

  /// A shell that completion is known for.
  public enum Shell: String, Sendable, Hashable, CaseIterable {
    case bash, zsh, fish
  }

  public init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
  }

  /// A script to source, for bash and zsh, or to put among the completions of fish.
  public func script(for shell: Shell) -> String {
    switch shell {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  /// What may stand behind an option.
  private enum Values {
    case nothing, anything, files
    case words([String])
  }

  private func values(of option: Option) -> Values {
    switch option.value {
    case .nothing: .nothing
    case .text(let placeholder):
      placeholder.hasPrefix("FILE") || placeholder.hasPrefix("REPORT") || placeholder == "DIR"
        ? .files : .anything
    case .word(_, let theme), .words(_, let theme): .words(vocabulary.words(of: theme))
    case .report: .words(vocabulary.formats.map { "\($0)=" })
    case .reportAs(let formats): .words(formats.map { "\($0)=" })
    case .pages: .words(["all"])
    case .budget: .words(vocabulary.operations.map { "\($0)=" })
    case .integer, .seed, .seconds, .rate, .percent, .shard, .time, .nonce: .anything
    }
  }

  /// What may stand behind a command that is no option.
  private func operands(of command: Command) -> Values {
    guard let operand = command.operand else { return .nothing }
    return operand.theme.map { .words(vocabulary.words(of: $0)) } ?? .files
  }

  private var commands: [Command] { Command.all(vocabulary) }
  private var names: [String] { commands.map(\.name) }
  /// What is meant where no command is named.
  private var standard: String { names[0] }
  private var program: String { vocabulary.program }
  /// The name of the function that completes.
  private var function: String {
    "_" + String(program.map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }

  // MARK: bash

  private var bash: String {
    let branches = commands.map { command in
      let options = command.options.map { option in
        let reply =
          switch values(of: option) {
          case .nothing: ""
          case .anything: "        \(option.name)) return ;;\n"
          case .files: "        \(option.name)) compopt -o default; return ;;\n"
          case .words(let words):
            "        \(option.name)) COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- \"$current\")); "
              + (words.contains { $0.hasSuffix("=") } ? "compopt -o nospace; " : "") + "return ;;\n"
          }
        return reply
      }.joined()
      let own = (command.options.map(\.name) + ["--help"]).joined(separator: " ")
      let operands =
        switch operands(of: command) {
        case .nothing, .anything: ""
        case .files: "compopt -o default"
        case .words(let words): "words+=' \(words.joined(separator: " "))'"
        }
      return "    \(command.name))\n      case $previous in\n\(options)      esac\n"
        + "      words='\(own)'; \(operands) ;;\n"
    }.joined()
    return """
      # bash completion for \(program)
      \(function)() {
        local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
        local command=\(standard) words= word named=
        COMPREPLY=()
        for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
          case $word in
            \(names.joined(separator: "|"))) command=$word; named=1; break ;;
          esac
        done
        case $command in
      \(branches)  esac
        [ -n "$named" ] || [ "$COMP_CWORD" -gt 1 ] || words="\(names.joined(separator: " ")) $words --version"
        COMPREPLY=($(compgen -W "$words" -- "$current"))
      }
      complete -F \(function) \(program)

      """
  }

  // MARK: zsh

  private var zsh: String {
    let branches = commands.map { command in
      let options = command.options.map { option in
        let mark = option.repeats ? "*" : ""
        let action =
          switch values(of: option) {
          case .nothing: ""
          case .anything: ":\(option.placeholder ?? ""): "
          case .files: ":file:_files"
          case .words(let words):
            ":\(Self.zshText(option.placeholder ?? "")):(\(words.joined(separator: " ")))"
          }
        return "        '\(mark)\(option.name)[\(Self.zshText(option.summary))]\(action)' \\\n"
      }.joined()
      let operands =
        switch operands(of: command) {
        case .nothing, .anything: ""
        case .files: " '*:file:_files'"
        case .words(let words): " '*:word:(\(words.joined(separator: " ")))'"
        }
      return
        "    \(command.name))\n      _arguments \\\n\(options)        '--help[print help]'\(operands) ;;\n"
    }.joined()
    let list = commands.map { "    '\($0.name):\(Self.zshText($0.summary))'\n" }.joined()
    return """
      #compdef \(program)
      # zsh completion for \(program)
      \(function)() {
        local command=\(standard)
        local -a commands=(
      \(list)  )
        if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
          _describe command commands
          return
        fi
        if [[ -n $words[2] && $words[2] != -* ]]; then
          command=$words[2]
          shift words
          (( CURRENT-- ))
        fi
        case $command in
      \(branches)  esac
      }
      compdef \(function) \(program)

      """
  }

  private static func zshText(_ text: String) -> String {
    text.filter { $0 != "'" }.replacing("[", with: "(").replacing("]", with: ")")
      .replacing(":", with: ",")
  }

  // MARK: fish

  private var fish: String {
    let complete = "complete -c \(program)"
    let none = "'not __fish_seen_subcommand_from \(names.joined(separator: " "))'"
    var lines = ["# fish completion for \(program)"]
    for command in commands {
      lines.append(
        "\(complete) -n __fish_use_subcommand -f -a \(command.name) -d '\(Self.fishText(command.summary))'"
      )
    }
    for command in commands {
      let seen = "'__fish_seen_subcommand_from \(command.name)'"
      for place in [seen] + (command.name == standard ? [none] : []) {
        for option in command.options {
          let action =
            switch values(of: option) {
            case .nothing: "-f"
            case .anything: "-x"
            case .files: "-r -F"
            case .words(let words): "-x -a '\(words.joined(separator: " "))'"
            }
          lines.append(
            "\(complete) -n \(place) -l \(option.name.dropFirst(2)) \(action) -d '\(Self.fishText(option.summary))'"
          )
        }
      }
      switch operands(of: command) {
      case .nothing, .anything: break
      case .files: lines.append("\(complete) -n \(seen) -F")
      case .words(let words):
        lines.append("\(complete) -n \(seen) -f -a '\(words.joined(separator: " "))'")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func fishText(_ text: String) -> String { text.filter { $0 != "'" } }
}
