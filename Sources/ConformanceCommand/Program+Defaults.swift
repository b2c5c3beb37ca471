// SPDX-License-Identifier: Apache-2.0
// Options that files say in a person's place; what is typed wins over them.

import CommandLineArguments
import Conformance
import LiveTransport
import Reporting

extension Program {
  /// What a file that the command line names says of the options; nil where none does.
  func defaults(of invocation: Invocation) throws(UsageError) -> Invocation.Defaults? {
    let said = try invocation.targetFile.map { (path) throws(UsageError) in try self.said(in: path)
    }
    guard case .replay(let options) = invocation else { return said }
    let replayed = replayed(options)
    guard let said, let replayed else { return said ?? replayed }
    let isSaid = { (word: String) in said.words.contains { $0.hasPrefix(word + "=") } }
    let pairs = replayed.pairs.filter { !isSaid($0.0) }
    return .init(said.words + pairs.flatMap { [$0, $1] }, in: said.origin)
  }

  /// What stands under `run` in a target file.
  private func said(in path: String) throws(UsageError) -> Invocation.Defaults {
    do throws(Target.Problems) {
      return .init(try TargetFile(path: path).options(), in: "\(path), run")
    } catch {
      throw UsageError("\(error)")
    }
  }

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
  /// The target file that is named; nil where none is.
  fileprivate var targetFile: String? {
    switch self {
    case .run(let options): options.targetFile
    case .discover(let options): options.run.targetFile
    case .judge(let options): options.run.targetFile
    case .bundle(let options): options.run.targetFile
    case .infer(let options): options.run.targetFile
    case .request(let options): options.run.targetFile
    case .replay(let options): options.run.targetFile
    case .list(let options): options.targetFile
    default: nil
    }
  }
}
