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
    do {
      var invocation = try Invocation(arguments: words, vocabulary: vocabulary)
      if let defaults = try defaults(of: invocation, words) {
        invocation = try Invocation(arguments: words, vocabulary: vocabulary, defaults: defaults)
      }
      return try await judging(by: invocation.run?.contract).perform(invocation, words)
    } catch {
      terminal.complain("\(error)")
      return .usage
    }
  }

  private func perform(_ invocation: Invocation, _ words: [String]) async throws -> ExitCode {
    switch invocation {
    case .run(let options) where options.fleet != nil:
      try await carrying(options.nonce).judgeFleet(options, words)
    case .run(let options): try await carrying(options.nonce).judge(options)
    case .discover(let options): try await discover(options)
    case .judge(let options): try await judge(options)
    case .infer(let options): try await infer(options)
    case .request(let options): try await request(options)
    case .replay(let options): try await replay(options)
    case .proxy(let options): try await proxy(options)
    case .diff(let options): try diff(options)
    case .compare(let options): try await compare(options, words)
    case .merge(let options): try merge(options)
    case .matrix(let options): try await matrix(options)
    case .bundle(let options): try await carrying(options.run.nonce).bundle(options)
    case .verify(let options): try await verify(options)
    case .mock(let options): await mockCommands?.serve(options, terminal) ?? .usage
    case .list(let options): try list(options)
    case .quirks(let options): try quirks(options)
    case .selftest(let options): await mockCommands?.testSelf(options, terminal) ?? .usage
    case .docs(let options): try readDocs(options)
    case .export(let options): export(options)
    case .completion(let shell): print(Completion(vocabulary).script(for: shell))
    case .explain(let rule): try explain(rule)
    case .help(let text): print(text)
    case .version: print("\(profile.suite.name) \(profile.suite.version)\n")
    }
  }

  /// The program that judges by a contract that was exported; by its own where none is named.
  private func judging(by path: String?) throws(UsageError) -> Program {
    guard let path else { return self }
    var program = self
    let bytes = try InputFile.bytes(
      path, atMost: Self.contractLimit, or: "check the path behind --contract")
    do {
      program.suite.operations = try ContractDocument(parsing: bytes, of: profile).operations
    } catch {
      throw UsageError("\(path) is not a contract file: \(error); write one with export contract")
    }
    if let mistake = SpecLint.problems(in: program.operations).first {
      throw UsageError("\(path) is not a contract file: \(mistake)")
    }
    return program
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
      secrets: profile.secretOptions, levels: Level.allCases.map(\.rawValue) + operations.map(\.id),
      operations: operations.map(\.id), facts: profile.facts.map(\.name),
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
      only: words.only, skip: words.skip, claims: levels.isEmpty ? Set(Level.allCases) : levels,
      claimedOperations: Set((words.claim ?? []).filter { Level(rawValue: $0) == nil }),
      isThorough: words.thorough, pages: words.pages, allowsUnsafeMethods: allowsUnsafeMethods,
      budgets: TimeBudgets(words.budgets.joined(separator: ",")) ?? TimeBudgets(),
      dispensable: Set(words.allowSkipped.map { Fact($0) }),
      requirements: words.set.flatMap(profile.requirementSet(named:)))
  }
}
