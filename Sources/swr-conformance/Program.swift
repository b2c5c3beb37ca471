// SPDX-License-Identifier: Apache-2.0
// Hands an invocation to its command; errors of usage end here, with exit code 2.

import CommandLineArguments
import Conformance
import Contract
import LiveTransport
import MockRegistry
import SWRSpecs

/// The program as a whole.
struct Program {
  let terminal = Terminal()
  let operations = Catalog.operations

  /// Does what the words ask for.
  func run(_ words: [String]) async -> ExitCode {
    do throws(UsageError) {
      return await perform(try Invocation(arguments: words, vocabulary: vocabulary))
    } catch {
      terminal.complain("\(error)")
      return .usage
    }
  }

  private func perform(_ invocation: Invocation) async -> ExitCode {
    switch invocation {
    case .run(let options): await judge(options)
    case .discover(let options): await discover(options)
    case .judge(let options): await judge(options)
    case .diff(let options): diff(options)
    case .bundle(let options): await bundle(options)
    case .verify(let folder): await verify(folder)
    case .mock(let options): await serve(options)
    case .list(let options): list(options)
    case .explain(let rule): explain(rule)
    case .quirks(let options): quirks(options)
    case .selftest(let options): await testSelf(options)
    case .docs(let options): readDocs(options)
    case .export(let options): export(options)
    case .completion(let shell): print(Completion(vocabulary).script(for: shell))
    case .help(let text): print(text)
    case .version: print("\(Suite.name) \(Suite.version)\n")
    }
  }

  private func print(_ text: String) -> ExitCode {
    terminal.write(text)
    return .passed
  }

  private var vocabulary: Vocabulary {
    Vocabulary(
      levels: Level.allCases.map(\.rawValue) + operations.map(\.id),
      operations: operations.map(\.id),
      facts: Fact.allCases.map(\.rawValue),
      formats: ReportFormat.allCases.map(\.rawValue),
      faults: Fault.catalog.map(\.name), variants: Variant.catalog.map(\.name),
      disturbances: Interference.catalog.map(\.name), quirks: QuirkBehavior.catalog.map(\.name),
      sets: Catalog.sets)
  }
}

extension Selection {
  /// What a command line limits a plan to; the words have been checked.
  init(_ words: Invocation.Selection, allowsUnsafeMethods: Bool = false) {
    let levels = Set((words.claim ?? []).compactMap(Level.init))
    self.init(
      only: words.only, skip: words.skip,
      claims: levels.isEmpty ? Set(Level.allCases) : levels,
      claimedOperations: Set((words.claim ?? []).filter { Level(rawValue: $0) == nil }),
      isThorough: words.thorough, pages: words.pages, allowsUnsafeMethods: allowsUnsafeMethods,
      budgets: TimeBudgets(words.budgets.joined(separator: ",")) ?? TimeBudgets(),
      dispensable: Set(words.allowSkipped.compactMap(Fact.init)))
  }
}
