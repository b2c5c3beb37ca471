// SPDX-License-Identifier: Apache-2.0
// Keeps a run that asks a live endpoint from ending without a word when Foundation traps.

import Conformance
import Foundation

/// Runs the program once more in a process of its own and answers for its end.
///
/// FoundationNetworking on Linux ends the process when an answer stops inside its head or has
/// trailer fields (swift-corelibs-foundation, issue 5285). That must not look like anything else.
struct Supervisor {
  private static let mark = "SWR_CONFORMANCE_SUPERVISED"
  let terminal: Terminal

  /// Whether this process may end at any time, and nobody watches it yet.
  static var isNeeded: Bool {
    #if os(Linux)
      ProcessInfo.processInfo.environment[mark] == nil
    #else
      false
    #endif
  }

  /// The exit code of the same command line in another process; nil if none could be started.
  func exitCode() -> ExitCode? {
    let process = Process()
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = Array(CommandLine.arguments.dropFirst())
    let environment = [Self.mark: "1", "SWIFT_BACKTRACE": "enable=no"]
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    guard (try? process.run()) != nil else { return nil }
    let interruption = Interruption(each: { kill(process.processIdentifier, $0) })
    process.waitUntilExit()
    if process.terminationReason == .exit { return ExitCode(rawValue: process.terminationStatus) }
    if interruption.wasHeard { return .interrupted }
    terminal.complain(
      "the endpoint closed a connection inside the head of an answer, or sent trailer fields; "
        + "Foundation on Linux ends the process on that, so there is no report; "
        + "look for it with curl -v, or run with --only for one operation at a time")
    return .unreachable
  }
}
