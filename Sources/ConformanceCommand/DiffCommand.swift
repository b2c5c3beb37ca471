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
  /// Prints what became of each case; exit code 1 if something broke or vanished.
  func diff(_ options: Invocation.Diff) -> ExitCode {
    let (old, new) = (URL(filePath: options.old), URL(filePath: options.new))
    guard old.resolvingSymlinksInPath().path != new.resolvingSymlinksInPath().path else {
      terminal.complain("\(options.old) and \(options.new) are one file; name two reports")
      return .usage
    }
    let diff: ReportDiff
    do throws(WrittenReport.Unreadable) {
      diff = ReportDiff(
        from: try WrittenReport(path: options.old), to: try WrittenReport(path: options.new))
    } catch {
      terminal.complain("\(error)")
      return .usage
    }
    switch options.form {
    case .text: terminal.write(diff.text)
    case .json: terminal.write(diff.json)
    case .markdown: terminal.write(diff.markdown)
    }
    return diff.isWorse ? .failed : .passed
  }
}
