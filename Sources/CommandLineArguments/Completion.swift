// SPDX-License-Identifier: Apache-2.0
// Completion for three shells, drawn from the table of commands.

/// What a shell needs to complete the words of a command line.
public struct Completion: Sendable {
  let vocabulary: Vocabulary

  /// A shell that completion is known for.
  public enum Shell: String, Sendable, Hashable, CaseIterable {
    case bash, zsh, fish
  }

  public init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// A script to source, or to put where the shell looks for completions.
  public func script(for shell: Shell) -> String {
    switch shell {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  /// What may stand in one place of a command line.
  struct Offer {
    /// How the words of a place are put together; the raw value is what scripts call it.
    enum Form: String {
      case words, files
      /// Words with commas between them.
      case list
      /// A word that ends in `=`, and anything behind it.
      case stem
      /// A word that ends in `=`, and a file behind it.
      case pair
      /// A word or a file.
      case mixed
    }

    var form: Form
    /// The name of the words, which a script has once however often they are offered.
    var list: String?
    var words: [String] = []

    static let files = Offer(form: .files)

    /// The arguments of the function that offers it.
    var arguments: String { [form.rawValue, list].compactMap(\.self).joined(separator: " ") }
  }

  private func offer(_ theme: Vocabulary.Theme, _ form: Offer.Form = .words) -> Offer {
    Offer(form: form, list: "\(theme)", words: vocabulary.words(of: theme))
  }

  /// What may stand behind an option; nil where it has no value or any goes.
  func offer(behind option: Option) -> Offer? {
    switch option.value {
    case .text("ID-PREFIX"):
      Offer(
        form: .words, list: "prefix", words: vocabulary.levels + vocabulary.sets.keys.sorted())
    case .text(let placeholder):
      ["FILE", "REPORT", "DIR"].contains(where: placeholder.hasPrefix) ? .files : nil
    case .word(_, let theme): offer(theme)
    case .words(_, let theme): offer(theme, .list)
    case .report:
      Offer(form: .pair, list: "report", words: vocabulary.formats.map { "\($0)=" })
    case .reportAs(let formats):
      Offer(
        form: .pair, list: "report_\(formats.joined(separator: "_"))",
        words: formats.map { "\($0)=" })
    case .pages: Offer(form: .words, list: "pages", words: ["all"])
    case .budget:
      Offer(form: .stem, list: "budget", words: vocabulary.operations.map { "\($0)=" })
    case .nothing, .integer, .seed, .seconds, .rate, .percent, .shard, .time, .nonce: nil
    }
  }

  /// What may stand behind a command that is no option; nil if nothing may.
  func offer(behind command: Command) -> Offer? {
    guard let operand = command.operand else { return nil }
    guard let theme = operand.theme ?? operand.offered else { return .files }
    return offer(theme, operand.takesFiles ? .mixed : .words)
  }

  /// All words that are offered anywhere, by the names of their lists.
  var lists: [(name: String, words: [String])] {
    let offers = commands.flatMap { command in
      command.options.compactMap(offer(behind:)) + [offer(behind: command)].compactMap(\.self)
    }
    let lists = offers.compactMap { offer in offer.list.map { ($0, offer.words) } }
    return Dictionary(lists) { first, _ in first }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  var commands: [Command] { Command.all(vocabulary) }
  var names: [String] { commands.map(\.name) }
  /// What is meant where no command is named.
  var standard: String { names[0] }
  var program: String { vocabulary.program }
  /// The name of the function that completes.
  var function: String { "_" + String(program.map { $0.isLetter || $0.isNumber ? $0 : "_" }) }
}
