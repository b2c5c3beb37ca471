// SPDX-License-Identifier: Apache-2.0
// What bash needs to complete a command line; the one of macOS, which is old, as well.

extension Completion {
  /// A function for each question, and one that asks them.
  var bash: String {
    """
    # bash completion for \(program); have it with: source <(\(program) complete bash)
    \(function)_words() {
      case $1 in
    \(lists.map { "    \($0.name)) words='\($0.words.joined(separator: " "))' ;;\n" }.joined())  esac
    }
    # What may stand behind a command (-) or behind one of its options.
    \(function)_place() {
      case "$1 $2" in
    \(places)  esac
    }
    \(function)_options() {
      case $1 in
    \(options)  esac
    }
    # Offers words or files for what stands in $value; $lead goes before each.
    \(function)_offer() {
      local words= word
      [ -z "$2" ] || \(function)_words "$2"
      case $1 in
        list) COMPREPLY=($(compgen -P "${value%"${value##*,}"}" -W "$words" -- "${value##*,}")) ;;
        *) COMPREPLY=($(compgen -W "$words" -- "$value")) ;;
      esac
      case $1 in
        stem) compopt -o nospace 2>/dev/null ;;
        pair)
          compopt -o nospace 2>/dev/null
          [[ $value != *=* ]] || compopt -o default 2>/dev/null ;;
        files) compopt -o default 2>/dev/null ;;
        mixed)
          while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$value")
          compopt -o filenames 2>/dev/null ;;
      esac
      COMPREPLY=("${COMPREPLY[@]/#/$lead}")
    }
    \(function)() {
      local IFS=$' \\t\\n' command=\(standard) current= option= lead= value= place= word i
      COMPREPLY=()
      # The shell parts words at =, the program does not.
      for ((i = 1; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ $word == =* || $current == *= ]]; then
          current+=$word
        else
          option=$current current=$word
        fi
      done
      value=$current
      if [[ $current == --*=* ]]; then
        option=${current%%=*} lead=$option= value=${current#*=}
      fi
      for word in \(names.joined(separator: " ")); do
        if [ "$COMP_CWORD" -gt 1 ] && [ "${COMP_WORDS[1]}" = "$word" ]; then command=$word; fi
      done
      place=$(\(function)_place "$command" "$option")
      if [ -n "$place" ]; then
        [ "$place" = any ] || \(function)_offer $place
      elif [[ $current == -* ]]; then
        word=$(\(function)_options "$command")
        [ "$COMP_CWORD" -gt 1 ] || word+=' --version'
        COMPREPLY=($(compgen -W "$word --help" -- "$current"))
      elif [ "$COMP_CWORD" = 1 ]; then
        COMPREPLY=($(compgen -W '\(names.joined(separator: " "))' -- "$current"))
      else
        place=$(\(function)_place "$command" -)
        if [ -n "$place" ]; then
          \(function)_offer $place
        else
          COMPREPLY=($(compgen -W "$(\(function)_options "$command") --help" -- "$current"))
        fi
      fi
      # What stands before the last = is not replaced.
      if [[ $current == *=* && $COMP_WORDBREAKS == *=* ]]; then
        COMPREPLY=("${COMPREPLY[@]#"${current%=*}="}")
      fi
    }
    complete -F \(function) \(program)

    """
  }

  private var options: String {
    commands.map { "    \($0.name)) echo '\($0.options.map(\.name).joined(separator: " "))' ;;\n" }
      .joined()
  }

  private var places: String {
    commands.map { command in
      let own = offer(behind: command).map { [("-", $0.arguments)] } ?? []
      let behind = command.options.filter { $0.placeholder != nil }.map { option in
        (option.name, offer(behind: option)?.arguments ?? "any")
      }
      return (own + behind).map { "    '\(command.name) \($0.0)') echo '\($0.1)' ;;\n" }.joined()
    }.joined()
  }
}
