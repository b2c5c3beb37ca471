// SPDX-License-Identifier: Apache-2.0
// `verify`: a bundle is written once more from its recording and compared.

import Bundles
import CommandLineArguments
import Conformance
import Contract
import Digests
import Recording
import Reporting
import Wire

extension Program {
  /// Exit code 1 if anything differs, 2 if there is no bundle.
  func verify(_ options: Invocation.Verify) async -> ExitCode {
    let path = options.folder
    do throws(BundleFolder.Problem) {
      let audited = try await audited(path, by: options.set)
      return tell(audited.audit, of: path, audited.sum, audited.files, audited.cases)
    } catch {
      terminal.complain("\(error)")
      return .usage
    }
  }

  /// A bundle after everything was looked at, with the sum of its manifest and what was counted.
  func audited(
    _ path: String, by set: String? = nil
  ) async throws(BundleFolder.Problem) -> (
    audit: VendorBundle.Audit, sum: String, files: Int, cases: Int
  ) {
    let (files, strangers) = try BundleFolder(path).contents()
    let name = VendorBundle.Manifest.path
    guard let bytes = files.first(where: { $0.path == name })?.bytes else {
      throw BundleFolder.Problem(description: "\(path) is no bundle, for it has no file \(name)")
    }
    var audit = VendorBundle.Audit(
      try manifest(bytes, in: path), found: files, strangers: strangers)
    let own = audit.terms.selection.requirements?.name
    if let own, let set, set != own {
      throw BundleFolder.Problem(
        description: "\(path) is judged by the requirement set \(own); leave out --set \(set)")
    }
    let count = await judgeAgain(path, &audit, set)
    return (audit, SHA256.hexadecimal(bytes), files.count, count)
  }

  private func manifest(
    _ bytes: [UInt8], in path: String
  ) throws(BundleFolder.Problem) -> VendorBundle.Manifest {
    do throws(VendorBundle.Manifest.Problem) {
      return try VendorBundle.Manifest(parsing: bytes, of: profile)
    } catch {
      throw BundleFolder.Problem(
        description: "\(path) is no bundle that can be verified: its "
          + "\(VendorBundle.Manifest.path) \(error)")
    }
  }

  /// Judges the recording and compares everything else with that; answers the number of cases.
  private func judgeAgain(
    _ path: String, _ audit: inout VendorBundle.Audit, _ set: String?
  ) async -> Int {
    let (har, json) = (VendorBundle.recordingPath, VendorBundle.reportPath)
    guard let recording = audit[har], let report = audit[json] else {
      audit.note(path, "lacks \(har) or \(json), so nothing can be judged")
      return 0
    }
    do {
      let told = try WrittenReport(parsing: report)
      var asked: [Probe.Request] = []
      guard
        let judged = try await vendorBundle(
          in: BundleFolder(path), recording, told, strict: audit.terms.strict,
          allowEmpty: audit.terms.allowEmpty,
          requirements: set.flatMap(profile.requirementSet(named:)), requests: { asked = $0 })
      else {
        audit.note(
          har, "was not recorded by \(profile.suite.name), so it does not say what was asked")
        return 0
      }
      audit.compare(with: judged)
      if audit.isByThisSuite {
        let found = try RecordingAudit(
          path: "\(path)/\(har)", of: profile, asked: asked, started: told.started,
          seconds: told.seconds
        ).differences
        for difference in found.prefix(10) { audit.note(har, difference) }
        if found.count > 10 {
          audit.note(har, "differs in \((found.count - 10).counted("more place"))")
        }
      }
      return judged.report.results.count
    } catch let problem as RecordingProblem {
      audit.note(har, "\(problem)")
    } catch {
      audit.note(json, "\(error)")
    }
    return 0
  }

  private func tell(
    _ audit: VendorBundle.Audit, of path: String, _ sum: String, _ files: Int, _ cases: Int
  ) -> ExitCode {
    let lines = audit.differences.map { "differs  \($0.place)  \($0.what)".visible }
    let words = lines.isEmpty ? "all agree" : "\(lines.count) differ"
    let code: ExitCode = lines.isEmpty ? .passed : .failed
    terminal.write(
      (lines + audit.notices.map { "notice  \($0)" } + [
        "\(VendorBundle.Manifest.path) has the SHA-256 \(sum)",
        "\(files.counted("file")) checked, \(cases.counted("case")) judged again: \(words); exit \(code.rawValue)",
      ]).joined(separator: "\n") + "\n")
    return code
  }
}
