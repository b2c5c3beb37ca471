// SPDX-License-Identifier: Apache-2.0
// What zsh needs to complete a command line, with what help says of each option.

extension Completion {
  /// A file for a folder of `fpath`, which can be sourced as well.
  var zsh: String {
    """
    #compdef \(program)
    # zsh completion for \(program); have it with: source <(\(program) complete zsh)
    \(function)_words() {
      case $1 in
    \(lists.map { "    \($0.name)) offered=(\($0.words.joined(separator: " "))) ;;\n" }.joined())  esac
    }
    \(function)_offer() {
      local -a offered expl
      [[ -z $2 ]] || \(function)_words $2
      case $1 in
        files) _files ;;
        list) _values -s , word $offered ;;
        pair)
          if compset -P '*='; then _files; else _wanted words expl word compadd -S '' -a offered; fi ;;
        stem) _wanted words expl word compadd -S '' -a offered ;;
        mixed) _wanted words expl word compadd -a offered; _files ;;
        *) _wanted words expl word compadd -a offered ;;
      esac
    }
    \(function)() {
      local command=\(standard)
      local -a commands=(
    \(commands.map { "    \(Self.quoted("\($0.name):\($0.summary)"))\n" }.joined())  )
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
    \(commands.map(branch).joined())  esac
    }
    if [[ $funcstack[1] == _\(program) ]]; then
      \(function) "$@"
    else
      compdef \(function) \(program)
    fi

    """
  }

  private func branch(_ command: Command) -> String {
    let options = command.options.map { option in
      let value = option.placeholder.map { "=[\(Self.plain(option.summary))]:\(Self.plain($0)):" }
      return Self.quoted(
        (option.repeats ? "*" : "") + option.name
          + (value ?? "[\(Self.plain(option.summary))]")
          + (value == nil ? "" : offer(behind: option).map(action) ?? " "))
    }
    let operands = offer(behind: command).map { [Self.quoted("*:word:\(action($0))")] } ?? []
    let words = options + ["'--help[print help]'"] + operands
    return "    \(command.name))\n      _arguments \\\n"
      + words.map { "        \($0)" }.joined(separator: " \\\n") + " ;;\n"
  }

  private func action(_ offer: Offer) -> String { "{\(function)_offer \(offer.arguments)}" }

  /// The text without what has a meaning inside of a specification of arguments.
  private static func plain(_ text: String) -> String {
    String(text.flatMap { "[]:\\".contains($0) ? ["\\", $0] : [$0] })
  }

  private static func quoted(_ text: String) -> String {
    "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#))'"
  }
}
