// SPDX-License-Identifier: Apache-2.0
// `discover`: asks an endpoint what it has, and writes a target file about it.

import CommandLineArguments
import Conformance
import Discovery
import Foundation
import LiveTransport

extension Program {
  /// Prints what was found, and writes the target file unless nothing could be asked.
  func discover(_ options: Invocation.Discover) async -> ExitCode {
    let environment = ProcessInfo.processInfo.environment
    do throws(Target.Problems) {
      let asked = try AskedTarget(options.run, environment: environment)
      let problems = [asked.problemOfDiscovery, problem(with: options)].compactMap { $0 }
      guard problems.isEmpty else { throw Target.Problems(problems) }
      asked.notices.forEach(terminal.complain)
      return tell(await asked.survey(for: operations), at: asked.facts.endpoint, options)
    } catch {
      terminal.complain("\(error)")
      return .usage
    }
  }

  /// Surveys the target of a run and says what was chosen; nil if it was not let in.
  func discovered(_ asked: AskedTarget) async throws(Target.Problems) -> AskedTarget? {
    if let problem = asked.problemOfDiscovery { throw Target.Problems([problem]) }
    let survey = await asked.survey(for: operations)
    terminal.tell(survey.text(asked.facts.endpoint))
    return survey.ending == .barred ? nil : asked.knowing(survey)
  }

  private func problem(with options: Invocation.Discover) -> Target.Problem? {
    guard let path = options.output, !options.force, FileManager.default.fileExists(atPath: path)
    else { return nil }
    return Target.Problem(
      "\(path) is there already", remedy: "write to another file, or over it with --force")
  }

  private func tell(
    _ survey: Survey, at endpoint: String, _ options: Invocation.Discover
  ) -> ExitCode {
    let text = survey.text(endpoint)
    if options.output == nil { terminal.tell(text) } else { terminal.write(text) }
    guard survey.ending != .barred else { return survey.exit }
    let file = survey.targetFile(endpoint)
    guard let path = options.output else {
      terminal.write(file)
      return survey.exit
    }
    do {
      try write(file, to: path, options.force ? .atomic : .withoutOverwriting)
      return survey.exit
    } catch {
      terminal.complain("cannot write \(path): \(error.localizedDescription)")
      return .usage
    }
  }

  /// Only the owner may read the file, since people add their token to it.
  private func write(_ text: String, to path: String, _ options: Data.WritingOptions) throws {
    try Data(text.utf8).write(to: URL(filePath: path), options: options)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
  }
}
