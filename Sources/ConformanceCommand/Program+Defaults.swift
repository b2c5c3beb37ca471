// SPDX-License-Identifier: Apache-2.0
// Options that files say in a person's place; what is typed wins over them.

import CommandLineArguments
import Conformance
import LiveTransport
import Reporting

extension Program {
  /// What files that the command line names say of the options; nil where none does.
  ///
  /// - Parameter words: The command line.
  func defaults(
    of invocation: Invocation, _ words: [String]
  ) throws(UsageError) -> Invocation.Defaults? {
    if case .compare(let options) = invocation {
      let said = try defaults(of: options, words)
      tell(said.disputed.filter { name in !words.contains { $0.isOption(name) } }, options)
      return said.common
    }
    let said = try invocation.targetFile.map { (path) throws(UsageError) in try self.said(in: path)
    }
    guard case .replay(let options) = invocation else { return said }
    let replayed = replayed(options)
    guard let said, let replayed else { return said ?? replayed }
    let pairs = replayed.pairs.filter { pair in !said.words.contains { $0.isOption(pair.0) } }
    return .init(said.words + pairs.flatMap { [$0, $1] }, in: said.origin)
  }

  /// What the files of compared targets say of the options, all of which is looked at.
  func defaults(
    of options: Invocation.Compare, _ words: [String]
  ) throws(UsageError) -> Invocation.CompareDefaults {
    var files: [Invocation.Defaults] = []
    for name in [options.first, options.second] {
      let sort = try ComparedSide.Sort(of: name, hasMock: suite.mock != nil)
      guard sort == .target else { continue }
      files.append(try said(in: name))
    }
    for file in files {
      _ = try Invocation(arguments: words, vocabulary: vocabulary, defaults: file)
    }
    return .init(files)
  }

  /// Says which options of two files do not count, for both sides are judged by the same ones.
  private func tell(_ disputed: [String], _ options: Invocation.Compare) {
    guard !disputed.isEmpty else { return }
    terminal.complain(
      "\(options.first) and \(options.second) do not say the same of "
        + "\(disputed.joined(separator: ", ")) under run, and one plan is put to both, so that is "
        + "not taken; type what holds for both")
  }

  /// What stands under `run` in a target file.
  private func said(in path: String) throws(UsageError) -> Invocation.Defaults {
    do throws(Target.Problems) {
      return .init(try TargetFile(path: path).options(), in: Self.origin(of: path))
    } catch {
      throw UsageError("\(error)")
    }
  }

  /// Where options of a target file stand.
  static func origin(of path: String) -> String { "\(path), run" }

  /// What the run of a report was told.
  ///
  /// The mock is made as it was; an endpoint has to be named by who asks, for a report must not say
  /// where a token is sent.
  private func replayed(_ options: Invocation.Replay) -> Invocation.Defaults? {
    guard let report = try? WrittenReport(path: options.report) else { return nil }
    let isOfMock = report.mode == Report.Mode.embedded.rawValue
    guard !isOfMock || !options.run.askingWords.isEmpty else {
      return .init(report.options, in: options.report)
    }
    let all = Invocation.Defaults(report.options, in: options.report)
    return .init(all.pairs.flatMap { [$0, $1] }, in: options.report)
  }
}

extension Invocation.Defaults {
  /// The options among them that decide nothing but how much is asked, with their values.
  fileprivate var pairs: [(String, String)] {
    zip(words, words.dropFirst()).filter { ["--pages", "--budget"].contains($0.0) }
  }
}

extension Invocation {
  /// The target file that is named; nil where none is, or where two may be.
  fileprivate var targetFile: String? {
    switch self {
    case .list(let options): options.targetFile
    case .compare: nil
    default: run?.targetFile
    }
  }
}

extension String {
  /// Whether the word of a command line says that option.
  fileprivate func isOption(_ name: String) -> Bool { self == name || hasPrefix(name + "=") }
}
