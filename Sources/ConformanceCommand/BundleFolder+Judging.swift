// SPDX-License-Identifier: Apache-2.0
// The one way from a recording to a bundle, for who writes it and for who verifies it.

import Bundles
import Conformance
import Contract
import Recording
import Reporting

extension Program {
  /// The bundle that follows from the recording in a folder, what that says of its run, and what it
  /// shows; nil for one of another program.
  ///
  /// - Parameters:
  ///   - bytes: The recording.
  ///   - told: Says what no recording does: when the run began, what it took, what it repeated.
  ///   - contract: The digest of the suite's specs.
  ///   - requirements: The only cases that count; nil for those that the recording names.
  func vendorBundle(
    in folder: BundleFolder, _ bytes: [UInt8], _ told: WrittenReport, by contract: String,
    strict: Bool, allowEmpty: Bool, requirements: RequirementSet? = nil
  ) async throws(RecordingProblem) -> (VendorBundle, RecordedRun, [Reading])? {
    let session = try RecordedSession(
      path: "\(folder.path)/\(VendorBundle.recordingPath)", operations: operations, of: profile)
    guard let recorded = session.run else { return nil }
    var limited = recorded.selection
    limited.requirements = requirements ?? limited.requirements
    let terms = VendorBundle.Terms(
      selection: limited, strict: strict, allowEmpty: allowEmpty,
      nonce: session.facts.profile.nonce)
    let plan = suite.plan(against: session.facts, selection: terms.selection)
    let run = Run(plan, over: session.transport, concurrency: 1)
    var bundle = VendorBundle(
      report: report(on: session, await run.results(), told, recorded.mode, terms),
      contract: contract,
      operations: operations.map(\.id), facts: session.facts, terms: terms, recording: bytes)
    bundle.pages = Self.pages.compactMap { path, format in
      ReportFormat(rawValue: format).map {
        VendorBundle.File(path: path, text: bundle.text(as: $0))
      }
    }
    return (bundle, recorded, run.readings)
  }

  private func report(
    on session: RecordedSession, _ results: [CaseResult], _ told: WrittenReport,
    _ mode: Report.Mode, _ terms: VendorBundle.Terms
  ) -> Report {
    var report = Report(
      of: profile, mode: mode, endpoint: session.facts.endpoint, started: told.started,
      seconds: told.seconds, waiting: told.waiting, requests: told.requests,
      retries: told.retries, isPartial: session.isPartial, notices: session.notices,
      results: results,
      exit: ExitCode(of: results, strict: terms.strict, allowEmpty: terms.allowEmpty),
      isStrict: terms.strict)
    // A bundle stays as it is when rules come that its set does not know.
    report.outside = []
    report.target = session.facts
    report.selectionOptions = terms.selection.options
    report.requirements = terms.selection.requirements?.name
    return report
  }

  /// The reports of a bundle, each with the name of its format.
  private static let pages = [
    (VendorBundle.reportPath, "json"), ("report.html", "html"), ("junit.xml", "junit"),
  ]
}

extension VendorBundle {
  fileprivate func text(as format: ReportFormat) -> String {
    format.text(of: report, ReportFormat.Setting(contract: { contract }))
  }
}
