// SPDX-License-Identifier: Apache-2.0
// Hands an invocation to its command; errors of usage end here, with exit code 2.

import CommandLineArguments
import Conformance
import Contract
import Files
import LiveTransport
import Wire

/// The program as a whole.
struct Program {
  private(set) var suite: ConformanceSuite
  let terminal: Terminal
  private let mockCommands: ConformanceCommand.MockCommands?

  init(_ suite: ConformanceSuite, _ mockCommands: ConformanceCommand.MockCommands?) {
    self.suite = suite
    self.mockCommands = mockCommands
    terminal = Terminal(suite.profile.suite.name)
  }

  var operations: [Contract.Operation] { suite.operations }
  var profile: Profile { suite.profile }

  /// Does what the words ask for.
  func run(_ words: [String]) async -> ExitCode {
    do throws(UsageError) {
      let invocation = try Invocation(arguments: words, vocabulary: vocabulary)
      guard let defaults = try defaults(of: invocation, words) else {
        return await perform(invocation, words)
      }
      return await perform(
        try Invocation(arguments: words, vocabulary: vocabulary, defaults: defaults), words)
    } catch {
      terminal.complain("\(error)")
      return .usage
    }
  }

  private func perform(_ invocation: Invocation, _ words: [String]) async -> ExitCode {
    switch invocation {
    case .run(let options) where options.fleet != nil:
      await judging(by: options.contract) {
        await $0.carrying(options.nonce).judgeFleet(options, words)
      }
    case .run(let options):
      await judging(by: options.contract) { await $0.carrying(options.nonce).judge(options) }
    case .discover(let options): await discover(options)
    case .judge(let options):
      await judging(by: options.run.contract) { await $0.judge(options) }
    case .infer(let options):
      await judging(by: options.run.contract) { await $0.infer(options) }
    case .request(let options):
      await judging(by: options.run.contract) { await $0.request(options) }
    case .replay(let options):
      await judging(by: options.run.contract) { await $0.replay(options) }
    case .proxy(let options):
      await judging(by: options.run.contract) { await $0.proxy(options) }
    case .diff(let options): diff(options)
    case .compare(let options):
      await judging(by: options.run.contract) { await $0.compare(options, words) }
    case .merge(let options): merge(options)
    case .matrix(let options): await matrix(options)
    case .bundle(let options): await carrying(options.run.nonce).bundle(options)
    case .verify(let options): await verify(options)
    case .mock(let options): await mockCommands?.serve(options, terminal) ?? .usage
    case .list(let options): list(options)
    case .quirks(let options): quirks(options)
    case .selftest(let options): await mockCommands?.testSelf(options, terminal) ?? .usage
    case .docs(let options): readDocs(options)
    case .export(let options): export(options)
    case .completion(let shell): print(Completion(vocabulary).script(for: shell))
    case .explain(let rule): explain(rule)
    case .help(let text): print(text)
    case .version: print("\(profile.suite.name) \(profile.suite.version)\n")
    }
  }

  /// Does something by a contract that was exported; by the program's own where none is named.
  private func judging(
    by path: String?, _ body: (Program) async -> ExitCode
  ) async -> ExitCode {
    guard let path else { return await body(self) }
    do {
      let contract = try ContractDocument(
        parsing: try InputFile.bytes(path, atMost: Self.contractLimit), of: profile)
      if let mistake = SpecLint.problems(in: contract.operations).first {
        terminal.complain("\(path) is not a contract file: \(mistake)")
        return .usage
      }
      var program = self
      program.suite.operations = contract.operations
      return await body(program)
    } catch let problem as FileProblem {
      terminal.complain("\(path) cannot be read: \(problem); check the path behind --contract")
    } catch {
      terminal.complain(
        "\(path) is not a contract file: \(error); write one with export contract")
    }
    return .usage
  }

  /// The program whose requests carry that nonce.
  private func carrying(_ nonce: String?) -> Program {
    var program = self
    program.suite.profile.nonce = nonce
    return program
  }

  /// In bytes; the contract of sixteen operations has a tenth of it.
  private static let contractLimit = 4 << 20

  private func print(_ text: String) -> ExitCode {
    terminal.write(text)
    return .passed
  }

  var vocabulary: Vocabulary {
    let mock = suite.mock
    return Vocabulary(
      program: profile.suite.name, hasMock: mockCommands != nil,
      variables: profile.variablesByTheme.map { Vocabulary.Variable($0.names, $0.summary) },
      secrets: profile.secretOptions,
      levels: Level.allCases.map(\.rawValue) + operations.map(\.id),
      operations: operations.map(\.id),
      facts: profile.facts.map(\.name),
      formats: ReportFormat.allCases.map(\.rawValue),
      faults: (mock?.faults() ?? []).map(\.name), variants: mock?.names().variants ?? [],
      disturbances: mock?.names().disturbances ?? [],
      quirks: mock?.names().quirks ?? [], rules: suite.checks.map(\.rule).distinct,
      ledger: operations.flatMap { $0.quirks.map(\.id) }.distinct,
      credentials: Credential.allCases.map(\.rawValue), sets: suite.sets,
      requirementSets: profile.requirementSets.map(\.name))
  }
}

extension Selection {
  /// What a command line limits a plan to; the words have been checked.
  init(
    _ words: Invocation.Selection, of profile: Profile, allowsUnsafeMethods: Bool = false
  ) {
    let levels = Set((words.claim ?? []).compactMap(Level.init))
    self.init(
      only: words.only, skip: words.skip,
      claims: levels.isEmpty ? Set(Level.allCases) : levels,
      claimedOperations: Set((words.claim ?? []).filter { Level(rawValue: $0) == nil }),
      isThorough: words.thorough, pages: words.pages, allowsUnsafeMethods: allowsUnsafeMethods,
      budgets: TimeBudgets(words.budgets.joined(separator: ",")) ?? TimeBudgets(),
      dispensable: Set(words.allowSkipped.map { Fact($0) }),
      requirements: words.set.flatMap(profile.requirementSet(named:)))
  }
}
