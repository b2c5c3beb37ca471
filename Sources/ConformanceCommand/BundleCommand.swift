// SPDX-License-Identifier: Apache-2.0
// `bundle`: a run whose report, recording and claims are kept together.

import Bundles
import CommandLineArguments
import Conformance
import Contract
import Digests
import Files
import Recording
import Reporting
import Wire

extension Program {
  /// Runs, and writes the bundle; the exit code is the run's.
  func bundle(_ options: Invocation.Bundle) async throws -> ExitCode {
    var folder = try BundleFolder(new: options.folder)
    var places = OutputPlaces(beside: options.run.inputs)
    folder.statement = options.statement.flatMap { places.place($0) }
    guard places.problems.isEmpty else { throw UsageError(problems: places.problems) }
    return try await judge(options.run, into: folder)
  }

  /// Whether the bundle was written, or was not to be; if it could not be, somebody was told why.
  func bundle(
    _ report: Report, _ writer: RecordingWriter, _ run: RecordedRun, _ options: Invocation.Run,
    into folder: BundleFolder
  ) async -> Bool {
    guard !report.isPartial else {
      writer.discard()
      folder.remove()
      terminal.complain("the run was stopped, so there is no bundle in \(folder.path)")
      return true
    }
    guard finish(writer, run) else {
      folder.remove()
      return false
    }
    do {
      let recording = try folder.file(VendorBundle.recordingPath)
      let contract = suite.digest
      let text = JSONReport(contract: contract).text(of: report)
      let told = try WrittenReport(parsing: Array(text.utf8))
      guard
        let (bundle, _, _) = try await vendorBundle(
          in: folder, recording.bytes, told, by: contract, strict: options.strict,
          allowEmpty: options.allowEmpty)
      else { return false }
      if let id = bundle.firstOutcome(unlike: told) {
        terminal.complain(
          "\(id) has another outcome by the recording than in the run; that is a fault of the "
            + "suite, so only the recording was written, for whoever mends it")
        return false
      }
      try finish(bundle, in: folder)
      return true
    } catch {
      folder.remove()
      terminal.complain("\(error)")
      return false
    }
  }

  private func finish(_ bundle: VendorBundle, in folder: BundleFolder) throws {
    let manifest = VendorBundle.File(path: VendorBundle.Manifest.path, text: bundle.manifest.text)
    try folder.write(bundle.files.filter { $0.path != VendorBundle.recordingPath } + [manifest])
    try folder.statement?.write(bundle.statement.utf8)
    terminal.write(
      "\nbundle in \(folder.path); the SHA-256 of its \(manifest.path) is "
        + "\(SHA256.hexadecimal(manifest.bytes))\n")
  }
}
