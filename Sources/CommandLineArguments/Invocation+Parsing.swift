// SPDX-License-Identifier: Apache-2.0
// From the words of a command line to an invocation, or to everything that is wrong with them.

import Wire

extension Invocation {
  /// Reads the words behind the program's name.
  ///
  /// `--name value` and `--name=value` mean the same; a value that begins with `--` needs the
  /// second form.
  ///
  /// - Parameter defaults: Options that hold where the words say nothing of them; those that only
  ///   `run` has are passed over.
  public init(
    arguments: [String], vocabulary: Vocabulary = Vocabulary(), defaults: Defaults? = nil
  ) throws(UsageError) {
    let named = arguments.first.flatMap { $0.hasPrefix("-") ? nil : $0 }
    let command = try named.map { (name) throws(UsageError) in try Self.command(name, vocabulary) }
    let rest = arguments.dropFirst(named == nil ? 0 : 1)
    if rest.contains("--help") || rest.contains("-h") {
      self = .help(command.map(Help(vocabulary).text) ?? Help(vocabulary).overview)
    } else if rest.contains("--version") {
      self = .version
    } else {
      var reading = Reading(command ?? Command.all[0], vocabulary)
      if let defaults { reading.read(defaults) }
      reading.read(Array(rest))
      self = try reading.invocation()
    }
  }

  /// Options that somebody wrote into a file.
  public struct Defaults: Sendable, Hashable {
    public var words: [String]
    /// Where they stand, for whoever has to mend them.
    public var origin: String

    public init(_ words: [String], in origin: String) {
      (self.words, self.origin) = (words, origin)
    }
  }

  private static func command(
    _ name: String, _ vocabulary: Vocabulary
  ) throws(UsageError) -> Command {
    let commands = Command.all(vocabulary)
    if let command = commands.first(where: { $0.name == name }) { return command }
    let remedy =
      name == "help"
      ? "write \(vocabulary.program) --help, or what help is wanted for and --help"
      : Spelling.remedy(for: name, among: commands.map(\.name), called: "commands")
    throw UsageError(problems: ["unknown command \(JSONText.quote(name)); \(remedy)"])
  }
}

/// The words of one command line while they are read.
private struct Reading {
  private let command: Command
  private let vocabulary: Vocabulary
  private var values = Values()
  private var defaults = Values()
  private var problems: [String] = []
  /// How many words may be values of options that nobody knows.
  private var doubtfulWords = 0

  init(_ command: Command, _ vocabulary: Vocabulary) {
    self.command = command
    self.vocabulary = vocabulary
  }

  /// Reads what holds where the words of the command line say nothing of it.
  mutating func read(_ defaults: Invocation.Defaults) {
    var reading = Reading(Command.run, vocabulary)
    reading.read(defaults.words)
    for option in Command.run.options where command.option(option.name) == nil {
      reading.values.remove(option)
    }
    if !reading.values.has(.mock) {
      let bends = [Option.fault, .variant, .quirk, .churn].filter(reading.values.has)
      reading.problems += bends.map { "\($0.name) is for the embedded mock; leave it out" }
      bends.forEach { reading.values.remove($0) }
    }
    self.defaults = reading.values
    problems += (reading.problems + reading.contradictions).map { "\(defaults.origin): \($0)" }
  }

  mutating func read(_ words: [String]) {
    var rest = words[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("-"), word != "-" else {
        readOperand(word)
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      readOption(String(parts[0]), attached: parts.dropFirst().first.map(String.init), &rest)
    }
  }

  mutating func invocation() throws(UsageError) -> Invocation {
    for pair in Self.exclusive {
      for (one, other) in [(pair.0, pair.1), (pair.1, pair.0)] where values.has(one) {
        defaults.remove(other)
      }
    }
    values = values.completed(by: defaults)
    let problems = problems + contradictions
    guard problems.isEmpty else { throw UsageError(problems: problems) }
    return command.invocation(values)
  }

  private mutating func readOperand(_ word: String) {
    if let operand = command.operand, values.operands.count < operand.counts.upperBound {
      values.operands.append(word)
      let complaint = operand.theme.flatMap { vocabulary.complaint(about: word, as: $0) }
      if let complaint {
        problems.append(complaint)
      } else if word == "-" {
        problems.append("\(command.name) takes no -; name \(operand.noun)")
      }
    } else if doubtfulWords > 0 {
      doubtfulWords -= 1
    } else if command.operand == nil, Command.all(vocabulary).contains(where: { $0.name == word }) {
      problems.append("the command stands first; write \(vocabulary.program) \(word) [OPTION]…")
    } else {
      let more = command.operand.map { "more than \($0.most)" } ?? "words without --"
      problems.append("\(command.name) does not take \(more); leave out \(JSONText.quote(word))")
    }
  }

  private mutating func readOption(
    _ name: String, attached: String?, _ rest: inout ArraySlice<String>
  ) {
    guard let option = command.option(name) else {
      problems.append(unknown(name))
      guard attached == nil, isValue(rest.first) else { return }
      if takesValue(name) { rest.removeFirst() } else { doubtfulWords += 1 }
      return
    }
    if let placeholder = option.placeholder {
      let value = attached ?? (isValue(rest.first) ? rest.removeFirst() : nil)
      add(value, to: option, "\(name) has no value; write \(name) \(placeholder)")
    } else if attached != nil {
      problems.append("\(name) takes no value; write \(name) alone")
    } else {
      values.add("", to: option)
    }
  }

  private mutating func add(_ value: String?, to option: Option, _ missing: String) {
    guard let value else { return problems.append(missing) }
    if let fault = option.fault(in: value, vocabulary) { return problems.append(fault) }
    if values.has(option), !option.repeats {
      return problems.append("\(option.name) stands twice; keep one of them")
    }
    let isPrefix = option.name == Option.only.name || option.name == Option.skip.name
    let set = isPrefix ? vocabulary.sets[value] : nil
    for value in set ?? [value] { values.add(value, to: option) }
  }

  private func isValue(_ word: String?) -> Bool { word.map { !$0.hasPrefix("--") } ?? false }

  /// Whether a word behind an option that we refuse belongs to it.
  private func takesValue(_ name: String) -> Bool {
    let known = Command.all.lazy.compactMap { $0.option(name) }.first
    return vocabulary.secrets[name] != nil || Foreign.remedies[name] != nil
      || known?.placeholder != nil
  }

  private func unknown(_ name: String) -> String {
    if let variable = vocabulary.secrets[name] {
      return "\(name) would show a secret to every user of this machine; set \(variable) instead"
    }
    if let remedy = Foreign.remedies[name] { return "\(name) is not an option here: \(remedy)" }
    if name == Option.json.name, command.option(Option.report.name) != nil {
      return "--json is not an option of \(command.name); write --report json=-, or json=FILE"
    }
    if let owner = Command.all.first(where: { $0.option(name) != nil }) {
      return
        "\(name) belongs to \(owner.name); leave it out, or use \(vocabulary.program) \(owner.name)"
    }
    let known = command.options.map(\.name) + ["--help", "--version"]
    if known.contains(name) { return "\(name) takes no value; write \(name) alone" }
    let remedy =
      Spelling.nearest(to: name, among: known).map { "did you mean \($0)?" }
      ?? "\(vocabulary.program) \(command.name) --help lists them all"
    return "unknown option \(JSONText.quote(name)); \(remedy)"
  }

  /// Of which a command line can have one.
  private static let exclusive: [(Option, Option)] = [
    (.quiet, .verbose), (.caFile, .insecure), (.mock, .target),
  ]

  /// What is wrong only together.
  private var contradictions: [String] {
    var told: [String] = []
    if let operand = command.operand, values.operands.contains("") {
      told.append("\(command.name) has an empty \(operand.placeholder); name \(operand.noun)")
    } else if let operand = command.operand,
      values.operands.count < operand.counts.lowerBound
    {
      let known = operand.theme.map { vocabulary.words(of: $0).alternatives }
      told.append(
        "\(command.name) needs \(known ?? operand.noun); "
          + "write \(vocabulary.program) \(command.name) \(operand.usage)")
    }
    let ofMock = [Option.mock, .fault, .variant, .quirk, .churn]
    let live = [Option.endpoint, .target, .targets, .discover].first(where: values.has)
    if let live, command.option(Option.mock.name) != nil {
      told += ofMock.filter(values.has).map {
        "\($0.name) is for the embedded mock; leave out \($0.name) or \(live.name)"
      }
    }
    if command.name == "infer", let file = values.operands.first {
      told += ofMock.filter(values.has).map {
        "\($0.name) is for the embedded mock; leave out \($0.name) or \(JSONText.quote(file))"
      }
    }
    if let part = [Option.targets, .shard].first(where: values.has) {
      let whole =
        [Option.writeBaseline, .pruneBaseline] + (values.has(.shard) ? [.minCoverage] : [])
      told += whole.filter(values.has).map {
        "\($0.name) speaks of one whole target; leave out \($0.name) or \(part.name)"
      }
    }
    if values.has(.pruneBaseline), !values.has(.baseline) {
      told.append("--prune-baseline rewrites the file behind --baseline; name it")
    }
    if values.has(.caFile), values.has(.insecure) {
      told.append("--insecure trusts any certificate, and --ca-file does not; keep one of them")
    }
    if command.name == "diff", values.operands.count > 2, !values.has(.trend) {
      told.append(
        "diff does not take more than two files; leave out "
          + "\(JSONText.quote(values.operands[2])), or use --trend")
    }
    if command.name == "verify", !values.has(.live) {
      told += [Option.sampleSeed, .endpoint, .target].filter(values.has).map {
        "\($0.name) is for what --live asks; add --live N, or leave out \($0.name)"
      }
    }
    if values.has(.json), values.has(.markdown) {
      told.append("--json and --md are two forms of one output; keep one of them")
    }
    if values.has(.quiet), values.has(.verbose) {
      told.append("--quiet tells less and --verbose more; keep one of them")
    }
    if command.name == "quirks", values.has(.quirkReport),
      values.has(.json) || !values.operands.isEmpty
    {
      told.append("--report tells all quirk results of a report as text; leave out the rest")
    }
    if values.all(.report).count(where: { $0.hasSuffix("=-") }) > 1 {
      told.append("two reports go to stdout; give one of them a file")
    }
    return told
  }
}

extension [String] {
  /// Such as `bash, zsh or fish`.
  fileprivate var alternatives: String {
    count < 2
      ? joined() : dropLast().joined(separator: ", ") + " or " + self[count - 1]
  }
}
