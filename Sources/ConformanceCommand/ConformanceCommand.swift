// SPDX-License-Identifier: Apache-2.0
// The whole command line of a suite as one function; where words come in and the exit code goes out.

public import CommandLineArguments
public import Conformance
public import Contract
import Files

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The command line of any suite.
public enum ConformanceCommand {
  /// Commands that only a program with a mock has, and that speak to that mock.
  public struct MockCommands: Sendable {
    public var serve: @Sendable (Invocation.Mock, Terminal) async -> ExitCode
    public var testSelf: @Sendable (Invocation.SelfTest, Terminal) async -> ExitCode

    public init(
      serve: @escaping @Sendable (Invocation.Mock, Terminal) async -> ExitCode,
      testSelf: @escaping @Sendable (Invocation.SelfTest, Terminal) async -> ExitCode
    ) {
      self.serve = serve
      self.testSelf = testSelf
    }
  }

  /// Does what the command line asks for, and ends the process with the exit code.
  ///
  /// - Parameters:
  ///   - catalog: The operations, in the order of the documentation.
  ///   - checks: In the order of a report; a suite adds its own behind ``Check/all``.
  public static func main(
    catalog: [Contract.Operation], profile: Profile, checks: [Check] = Check.all
  ) async -> Never {
    await main(ConformanceSuite(catalog, profile, checks: checks))
  }

  /// The same for a suite that may have a mock.
  public static func main(
    _ suite: ConformanceSuite, mockCommands: MockCommands? = nil
  ) async -> Never {
    StandardStream.settle()
    let program = Program(suite, mockCommands)
    // Swift reads the words from /proc on Linux; without them it would be the mock that is judged.
    guard !CommandLine.arguments.isEmpty else {
      program.terminal.complain("cannot read the command line: /proc is not mounted; mount it")
      exit(ExitCode.usage.rawValue)
    }
    let words = Array(CommandLine.arguments.dropFirst())
    // It holds what a whole list has to say; commands that judge on all processors wait less without.
    if words.first == "run" { shareMemory() }
    let code = await program.run(words)
    exit(program.terminal.settled(code).rawValue)
  }

  /// Has all threads take memory from one place, where the system's library would keep one for each:
  /// what one of them gives back is then used by the others. A run takes a fifth less so.
  private static func shareMemory() {
    guard let function = dlsym(dlopen(nil, RTLD_LAZY), "mallopt") else { return }
    // M_ARENA_MAX of glibc; other libraries have no such function.
    _ = unsafeBitCast(function, to: (@convention(c) (CInt, CInt) -> CInt).self)(-8, 1)
  }
}
