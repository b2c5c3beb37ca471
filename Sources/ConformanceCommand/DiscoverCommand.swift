// SPDX-License-Identifier: Apache-2.0
// `discover`: asks an endpoint what it has, and writes a target file about it.

import CommandLineArguments
import Conformance
import Discovery
import Files
import LiveTransport

extension Program {
  /// Prints what was found, and writes the target file unless nothing could be asked.
  func discover(_ options: Invocation.Discover) async throws -> ExitCode {
    let place = try options.output.map { try self.place($0, options) }
    let asked = try AskedTarget(options.run, of: suite, environment: terminal.environment)
    if let problem = asked.problemOfDiscovery { throw Target.Problems([problem]) }
    asked.notices.forEach(terminal.complain)
    if let patience = options.run.waitFor {
      await asked.wait(within: patience, of: suite, terminal)
    }
    return tell(await asked.result(for: operations), at: asked.facts, in: place)
  }

  /// Searches the target of a run and says what was chosen; nil if it was not let in.
  ///
  /// A search that a signal stops finds nothing.
  func discovered(
    _ asked: AskedTarget, _ underWay: UnderWay
  ) async throws(Target.Problems) -> AskedTarget? {
    if let problem = asked.problemOfDiscovery { throw Target.Problems([problem]) }
    let operations = operations
    guard let result = await underWay.value(of: { await asked.result(for: operations) }) else {
      return asked
    }
    terminal.tell(result.text(asked.facts))
    return result.ending == .barred ? nil : asked.knowing(result)
  }

  /// Only the owner may read the file, since people add their token to it.
  private func place(
    _ path: String, _ options: Invocation.Discover
  ) throws(Target.Problems) -> OutputPlace {
    if options.force, options.run.inputs.contains(where: { OutputPlace.isOne($0, path) }) {
      throw Target.Problems("\(path) is read by this command", remedy: "write to another file")
    }
    do throws(FileProblem) {
      return try OutputPlace(path, isNew: !options.force, permissions: 0o600)
    } catch {
      let isForbidden = error.isPresence
      throw Target.Problems(
        isForbidden ? "\(path) is there already" : "cannot write \(path): \(error)",
        remedy: isForbidden
          ? "write to another file, or over it with --force" : "name another file")
    }
  }

  private func tell(_ result: DiscoveryResult, at facts: TargetFacts, in place: OutputPlace?)
    -> ExitCode
  {
    let text = result.text(facts)
    if place == nil { terminal.tell(text) } else { terminal.write(text) }
    guard result.ending != .barred else { return result.exit }
    let file = result.targetFile(facts)
    guard let place else {
      terminal.write(file)
      return result.exit
    }
    return terminal.write(file, to: place) ? result.exit : result.exit.unwritten
  }
}
