// SPDX-License-Identifier: Apache-2.0
// `verify`: a bundle is written once more from its recording and compared, and asked again where wanted.

import Bundles
import CommandLineArguments
import Conformance
import Contract
import Digests
import Files
import LiveTransport
import Recording
import Reporting
import Wire

/// A bundle that was looked at: what does not add up, and what was done.
struct VerifiedBundle {
  var audit: VendorBundle.Audit
  var manifestSum: String
  var fileCount: Int
  var caseCount = 0
  /// Nil where nothing can be judged.
  var report: WrittenReport?
  /// What the recording shows; empty where it cannot be judged.
  var readings: [Reading] = []
  var endpoint = ""
  /// What is told of asking again, before the summary.
  var lines: [String] = []
  /// Whether something that was to be asked again was not answered, or is gone.
  var isUnreached = false

  var exit: ExitCode { audit.differences.isEmpty ? isUnreached ? .unreachable : .passed : .failed }
}

extension Program {
  /// Exit code 1 if anything differs, 2 if there is no bundle, 3 if nobody answered what was asked again.
  func verify(_ options: Invocation.Verify) async throws -> ExitCode {
    let verified = try await verified(options, by: suite.digest)
    tell(verified)
    return verified.exit
  }

  /// Looks at a bundle; throws where there is none, or no target to ask again.
  ///
  /// - Parameter contract: The digest of the suite's specs.
  func verified(
    _ options: Invocation.Verify, by contract: String
  ) async throws -> VerifiedBundle {
    let path = options.folder
    let asked = try options.live.map { _ in try liveTarget(options) }
    let (files, strangers) = try BundleFolder(path).contents()
    let name = VendorBundle.Manifest.path
    guard let bytes = files.first(where: { $0.path == name })?.bytes else {
      throw UsageError("\(path) is no bundle, for it has no file \(name)")
    }
    let manifest = try manifest(bytes, in: path)
    if let own = manifest.terms.selection.requirements?.name, let set = options.set, set != own {
      throw UsageError("\(path) is judged by the requirement set \(own); leave out --set \(set)")
    }
    var verified = VerifiedBundle(
      audit: VendorBundle.Audit(manifest, found: files, strangers: strangers),
      manifestSum: SHA256.hexadecimal(bytes), fileCount: files.count)
    if let nonce = options.nonce, manifest.terms.nonce != nonce {
      let own = manifest.terms.nonce.map { "the nonce \($0)" } ?? "no nonce"
      verified.audit.note(name, "is for \(own), and \(nonce) was asked for")
    }
    let statement = try options.statement.map {
      VendorBundle.File(
        path: $0, bytes: try InputFile.bytes($0, atMost: 16 << 20, or: "check the path"))
    }
    await judgeAgain(path, contract, options.set, statement, &verified)
    if let asked, let count = options.live { await askAgain(asked, count, options.seed, &verified) }
    return verified
  }

  private func liveTarget(_ options: Invocation.Verify) throws -> AskedTarget {
    guard AskedTarget.isLive(options.run, profile, environment: terminal.environment) else {
      throw Target.Problems(
        "--live asks a target, and none is named", remedy: "use --target FILE.json")
    }
    return try AskedTarget(options.run, of: suite, environment: terminal.environment)
  }

  private func manifest(
    _ bytes: [UInt8], in path: String
  ) throws(UsageError) -> VendorBundle.Manifest {
    do throws(VendorBundle.Manifest.Problem) {
      return try VendorBundle.Manifest(parsing: bytes, of: profile)
    } catch {
      throw UsageError(
        "\(path) is no bundle that can be verified: its "
          + "\(VendorBundle.Manifest.path) \(error)")
    }
  }

  /// Judges the recording and compares everything else with that.
  private func judgeAgain(
    _ path: String, _ contract: String, _ set: String?, _ statement: VendorBundle.File?,
    _ verified: inout VerifiedBundle
  ) async {
    let (har, json) = (VendorBundle.recordingPath, VendorBundle.reportPath)
    guard let recording = verified.audit[har], let report = verified.audit[json] else {
      return verified.audit.note(path, "lacks \(har) or \(json), so nothing can be judged")
    }
    do {
      let told = try WrittenReport(parsing: report)
      let terms = verified.audit.terms
      guard
        let (judged, run, readings) = try await vendorBundle(
          in: BundleFolder(path), recording, told, by: contract, strict: terms.strict,
          allowEmpty: terms.allowEmpty, requirements: set.flatMap(profile.requirementSet(named:)))
      else {
        return verified.audit.note(
          har, "was not recorded by \(profile.suite.name), so it does not say what was asked")
      }
      verified.audit.compare(told, with: judged)
      if let statement, statement.bytes != Array(judged.statement.utf8) {
        verified.audit.note(statement.path, "is no statement about this bundle")
      }
      if verified.audit.isByThisSuite {
        let found = try RecordingAudit(
          path: "\(path)/\(har)", of: run,
          // What cases outside of a set ask for may have been something else.
          asked: set == nil ? readings.map(\.request) : nil,
          started: told.started, seconds: told.seconds
        ).differences
        for difference in found.prefix(10) { verified.audit.note(har, difference) }
        if found.count > 10 {
          verified.audit.note(har, "differs in \((found.count - 10).counted("more place"))")
        }
      }
      (verified.report, verified.readings) = (told, readings)
      verified.caseCount = judged.report.results.count
      verified.endpoint = judged.facts.endpoint
    } catch let problem as RecordingProblem {
      verified.audit.note(har, "\(problem)")
    } catch {
      verified.audit.note(json, "\(error)")
    }
  }

  /// Puts some of the recorded requests to the target once more.
  ///
  /// Which ones is decided by the order of SHA-256 over seed and request, so that whoever has the seed
  /// can choose the same ones, and nobody can foresee them without it.
  private func askAgain(
    _ asked: AskedTarget, _ count: Int, _ seed: UInt64?, _ verified: inout VerifiedBundle
  ) async {
    let (seed, endpoint) = (seed ?? .random(in: 0...UInt64.max), asked.facts.endpoint)
    if endpoint != verified.endpoint {
      verified.audit.note(
        VendorBundle.recordingPath, "is of \(verified.endpoint), and \(endpoint) was asked")
    }
    let reasking = Reasking(
      operations, at: endpoint, recorded: verified.readings, over: asked.transport)
    let sample = reasking.askable
      .map { ($0, SHA256.hexadecimal("\(seed) \($0.request.credential) \($0.request.line)".utf8)) }
      .sorted { $0.1 < $1.1 }.prefix(count).map(\.0)
    let outcome = await reasking.outcome(of: sample)
    for difference in outcome.differences { verified.audit.note(endpoint, difference) }
    verified.isUnreached = outcome.answered < max(1, sample.count) || !outcome.obstacles.isEmpty
    verified.lines =
      outcome.obstacles.map { "not compared  \($0)" } + [
        "\(outcome.answered) of \(sample.count.counted("request")) answered again by \(endpoint), --seed \(seed)"
      ]
  }

  private func tell(_ verified: VerifiedBundle) {
    let lines = verified.audit.differences.map { "differs  \($0.place)  \($0.what)" }
    let words =
      (lines.isEmpty ? "all agree" : lines.count == 1 ? "1 differs" : "\(lines.count) differ")
      + (verified.isUnreached ? ", and not all could be compared" : "")
    terminal.write(
      ((lines + verified.audit.notices.map { "notice  \($0)" } + verified.lines).map(\.visible) + [
        "\(VendorBundle.Manifest.path) has the SHA-256 \(verified.manifestSum)",
        "\(verified.fileCount.counted("file")) checked, \(verified.caseCount.counted("case")) judged again: \(words); exit \(verified.exit.rawValue)",
      ]).joined(separator: "\n") + "\n")
  }
}
