// SPDX-License-Identifier: Apache-2.0
// What fish needs to complete a command line, with what help says of each option.

extension Completion {
  /// Two functions that print words, and a line for each command and option.
  var fish: String {
    let lists = lists.map { name, words in
      "    case \(name)\n      string split ' ' -- '\(words.joined(separator: " "))'\n"
    }
    let head = """
      # fish completion for \(program); have it with: \(program) complete fish | source
      function _\(function)_words
        switch $argv[1]
      \(lists.joined())  end
      end
      function _\(function)_list
        set -l typed (string replace -r '^--[^=]*=' '' -- (commandline -ct))
        printf '%s\\n' (string replace -r '[^,]*$' '' -- $typed)(_\(function)_words $argv[1])
      end
      complete -c \(program) -f
      complete -c \(program) -l help -d 'print help'
      complete -c \(program) -n 'not __fish_seen_subcommand_from \(names.joined(separator: " "))' -l version -d 'the release'

      """
    return head + (commands.map(naming) + commands.flatMap(lines)).joined(separator: "\n") + "\n"
  }

  private func naming(_ command: Command) -> String {
    "complete -c \(program) -n __fish_use_subcommand -a \(command.name) -d \(Self.quoted(command.summary))"
  }

  private func lines(_ command: Command) -> [String] {
    let seen = "'__fish_seen_subcommand_from \(command.name)'"
    let none = "'not __fish_seen_subcommand_from \(names.joined(separator: " "))'"
    let options = (command.name == standard ? [seen, none] : [seen]).flatMap { place in
      command.options.map { option in
        let value = option.placeholder == nil ? "" : offer(behind: option).map(action) ?? " -x"
        return "complete -c \(program) -n \(place) -l \(option.name.dropFirst(2))\(value)"
          + " -d \(Self.quoted(option.summary))"
      }
    }
    let operand = offer(behind: command).map { offer in
      "complete -c \(program) -n \(seen)" + action(offer).replacing(#/ -[rx]\b/#, with: "")
    }
    return options + (operand.map { [$0] } ?? [])
  }

  /// What follows an option that has a value.
  private func action(_ offer: Offer) -> String {
    let words = offer.list.map { list in
      " -a '(_\(function)_\(offer.form == .list ? "list" : "words") \(list))'"
    }
    let takesFiles = [.files, .pair, .mixed].contains(offer.form)
    return (takesFiles ? " -r -F" : " -x") + (words ?? "")
  }

  private static func quoted(_ text: String) -> String {
    "'\(String(text.flatMap { "'\\".contains($0) ? ["\\", $0] : [$0] }))'"
  }
}
