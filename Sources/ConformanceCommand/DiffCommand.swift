// SPDX-License-Identifier: Apache-2.0
// `diff`: what became of each case between two JSON reports.

import CommandLineArguments
import Conformance
import Reporting

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Program {
  /// Prints what became of each case; exit code 1 if something broke or vanished, or, in a trend, fails.
  func diff(_ options: Invocation.Diff) throws -> ExitCode {
    if let complaint = Self.complaint(aboutTwice: options.reports) { throw UsageError(complaint) }
    let reports = try options.reports.map { try WrittenReport(path: $0) }
    let shards = reports.map(\.shard)
    guard shards.allSatisfy({ $0 == shards[0] }) else {
      let told = zip(options.reports, shards).compactMap { path, shard in
        shard.map { "\(path) is shard \($0) of a run" }
      }
      throw UsageError(
        "\(told.joined(separator: ", and ")), so most cases would seem to come or go; merge the "
          + "shards of each run first")
    }
    if options.isTrend {
      let trend = ReportTrend(of: reports)
      return tell(options.form, trend.text, trend.json, trend.markdown, isBad: trend.isFailing)
    }
    let diff = ReportDiff(from: reports[0], to: reports[1])
    return tell(options.form, diff.text, diff.json, diff.markdown, isBad: diff.isWorse)
  }

  /// Which of the files are one; nil if each stands once.
  static func complaint(aboutTwice files: [String]) -> String? {
    let paths = files.map { URL(filePath: $0).resolvingSymlinksInPath().path }
    for (place, path) in paths.enumerated() {
      guard let other = paths[..<place].firstIndex(of: path) else { continue }
      return "\(files[other]) and \(files[place]) are the same file; name each once"
    }
    return nil
  }

  private func tell(
    _ form: Invocation.Diff.Form, _ text: @autoclosure () -> String,
    _ json: @autoclosure () -> String, _ markdown: @autoclosure () -> String, isBad: Bool
  ) -> ExitCode {
    switch form {
    case .text: terminal.write(text())
    case .json: terminal.write(json())
    case .markdown: terminal.write(markdown())
    }
    return isBad ? .failed : .passed
  }
}
