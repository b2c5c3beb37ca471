// SPDX-License-Identifier: Apache-2.0
// `swr-conformance bundle`: a run whose report, recording and claims are kept together.

import CommandLineArguments
import Conformance
import Contract
import Foundation
import Recording
import Reporting
import Wire

extension Program {
  /// Runs, and writes the bundle; the exit code is the run's.
  func bundle(_ options: Invocation.Bundle) async -> ExitCode {
    do throws(BundleFolder.Problem) {
      return await judge(options.run, into: try BundleFolder(new: options.folder))
    } catch {
      terminal.complain("\(error)")
      return .usage
    }
  }

  /// Whether the bundle was written; if not, somebody was told why.
  func bundle(
    _ report: Report, _ run: RecordedRun, _ options: Invocation.Run, into folder: BundleFolder
  ) -> Bool {
    guard !report.isPartial else {
      terminal.complain("the run was stopped, so there is no bundle in \(folder.path)")
      return true
    }
    let bundle = vendorBundle(
      of: report, run.facts,
      VendorBundle.Terms(
        selection: run.selection, strict: options.strict, allowEmpty: options.allowEmpty),
      recording: Array(run.har.utf8))
    let manifest = VendorBundle.File(path: VendorBundle.Manifest.path, text: bundle.manifest.text)
    do {
      try folder.write(bundle.files + [manifest])
    } catch {
      terminal.complain("cannot write \(folder.path): \(error.localizedDescription)")
      return false
    }
    terminal.write(
      "\nbundle in \(folder.path); the SHA-256 of its \(manifest.path) is "
        + "\(SHA256.hexadecimal(manifest.bytes))\n")
    return true
  }

  /// The bundle that follows from a report and its recording.
  func vendorBundle(
    of report: Report, _ facts: TargetFacts, _ terms: VendorBundle.Terms, recording: [UInt8]
  ) -> VendorBundle {
    var bundle = VendorBundle(
      report: report, contract: ContractDigest.of(operations), operations: operations.map(\.id),
      facts: facts, terms: terms, recording: recording)
    bundle.pages = Self.pages.compactMap { path, name in
      ReportFormat(rawValue: name).map { format in
        VendorBundle.File(
          path: path,
          text: format.text(
            of: bundle.report, contract: bundle.contract, style: TextReport.Style(color: false),
            quiet: false))
      }
    }
    return bundle
  }

  /// The reports of a bundle, each with the name of its format.
  private static let pages = [
    (VendorBundle.reportPath, "json"), ("report.html", "html"), ("junit.xml", "junit"),
  ]
}
