// SPDX-License-Identifier: Apache-2.0
// From the file behind --targets to what is asked of each target, gathered by their hosts.

import CommandLineArguments
import Conformance
import Contract
import LiveTransport
import Reporting
import Wire

/// The targets of a file, ready to be asked.
struct FleetTargets {
  /// What is written once for all of them.
  let common: Invocation.Run
  /// In the order in which the file first names them.
  let hosts: [Host]
  let count: Int

  /// The targets behind one host and port.
  struct Host: Sendable {
    var members: [Member]
  }

  /// One target of the file.
  struct Member: Sendable {
    var name: String
    /// Where it stands in the file, from 0.
    var place: Int
    /// What is asked of it, or why nothing can be.
    var options: Result<Invocation.Run, UsageError>
    /// The variables that hold for it: what the file says of a target wins over those of all.
    var environment: [String: String]
  }

  init(
    _ options: Invocation.Run, _ words: [String], of program: Program
  ) throws(Target.Problems) {
    let path = options.fleet ?? ""
    let file = TargetFile(path: path)
    let names = try file.targetNames()
    try Self.check(options, names)
    var common = options
    common.reports = options.reports.filter { !Self.isForEach($0.path) }
    common.record = nil
    self.common = common
    let members = names.enumerated().map { place, name in
      let own = TargetFile(path: "\(path)#\(name)")
      let hidden = own.variables(of: program.profile)
      return Member(
        name: name, place: place,
        options: Result { () throws(UsageError) in
          try Self.options(of: name, own, words, program)
        }, environment: program.terminal.environment.filter { !hidden.contains($0.key) })
    }
    count = members.count
    let keys = members.map { member in
      (try? Target.facts(
        TargetFile(path: "\(path)#\(member.name)"), of: program.profile,
        environment: member.environment))?.endpoint.flatMap(Target.authority) ?? "#\(member.name)"
    }
    hosts = members.grouped { keys[$0.place] }.map { Host(members: $1) }
  }

  // MARK: options

  /// The command line, with what the file says of a target where the words say nothing.
  private static func options(
    of name: String, _ file: TargetFile, _ words: [String], _ program: Program
  ) throws(UsageError) -> Invocation.Run {
    let said: [String]
    do throws(Target.Problems) { said = try file.options() } catch { throw UsageError("\(error)") }
    let invocation = try Invocation(
      arguments: words, vocabulary: program.vocabulary,
      defaults: .init(said + ["--target=\(file.name)"], in: "\(file.name), run"))
    guard case .run(var options) = invocation else {
      return try options(of: name, file, [], program)
    }
    options.reports = options.reports.filter { isForEach($0.path) }.map {
      Invocation.Destination(format: $0.format, path: $0.path.map { filled($0, name) })
    }
    options.record = options.record.map { filled($0, name) }
    return options
  }

  /// What stands in a path for the name of a target.
  private static let mark = "{target}"

  private static func isForEach(_ path: String?) -> Bool { path?.contains(mark) ?? false }

  /// A name in a path has letters, digits and `-._` only.
  private static func filled(_ path: String, _ name: String) -> String {
    path.replacing(mark, with: asFileName(name))
  }

  private static func asFileName(_ name: String) -> String {
    String(
      name.map { $0.isASCII && ($0.isLetter || $0.isNumber) || "-._".contains($0) ? $0 : "_" })
  }

  /// Refuses what can only be said of one target.
  private static func check(
    _ options: Invocation.Run, _ names: [String]
  ) throws(Target.Problems) {
    var problems: [Target.Problem] = []
    for (option, value) in [("--target", options.targetFile), ("--endpoint", options.endpoint)]
    where value != nil {
      problems.append(
        Target.Problem(
          "\(option) names one target, and --targets many", remedy: "keep one of them"))
    }
    for report in options.reports where !isForEach(report.path) {
      guard !["text", "json", "junit"].contains(report.format) else { continue }
      problems.append(
        Target.Problem(
          "a report as \(report.format) is about one target",
          remedy: "write one for each: --report \(report.format)=\(mark).\(report.format)"))
    }
    for (option, path) in [("--record", options.record), ("--against", options.against)] {
      guard let path, !isForEach(path) || option == "--against" else { continue }
      problems.append(
        Target.Problem(
          "\(option) is about one target",
          remedy: option == "--record" ? "write one for each: --record \(mark).har" : "leave it out"
        ))
    }
    let files = names.map(asFileName)
    let usesNames = (options.reports.map(\.path) + [options.record]).contains(where: isForEach)
    if usesNames, let twice = files.first(where: { name in files.count { $0 == name } > 1 }) {
      problems.append(
        Target.Problem(
          "two targets would write to \(twice)", remedy: "give them names that differ in letters"))
    }
    guard problems.isEmpty else { throw Target.Problems(problems) }
  }
}
