// SPDX-License-Identifier: Apache-2.0
// `diff`.

import CommandLineArguments
import Conformance
import Files
import Reporting

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Program {
  /// Prints what became of each case; exit code 1 if something broke or vanished.
  func diff(_ options: Invocation.Diff) -> ExitCode {
    let (old, new) = (URL(filePath: options.old), URL(filePath: options.new))
    guard old.resolvingSymlinksInPath().path != new.resolvingSymlinksInPath().path else {
      terminal.complain("\(options.old) and \(options.new) are one file; name two reports")
      return .usage
    }
    let reports = [options.old, options.new].compactMap(report)
    guard reports.count == 2 else { return .usage }
    let diff = ReportDiff(from: reports[0], to: reports[1])
    switch options.form {
    case .text: terminal.write(diff.text)
    case .json: terminal.write(diff.json)
    case .markdown: terminal.write(diff.markdown)
    }
    return diff.isWorse ? .failed : .passed
  }

  /// In bytes; a report of a million requests is shorter.
  private static let reportLimit = 1 << 30

  /// The report in a file; nil after saying why there is none.
  private func report(in path: String) -> WrittenReport? {
    do {
      return try WrittenReport(parsing: try InputFile.bytes(path, atMost: Self.reportLimit))
    } catch let problem as FileProblem {
      terminal.complain("\(path) cannot be read: \(problem); check the path")
    } catch {
      terminal.complain("\(path) \(error)")
    }
    return nil
  }
}
