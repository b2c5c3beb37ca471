// SPDX-License-Identifier: Apache-2.0
// The baseline on disk: read before anything is asked, applied to a report, and written anew.

import Baselines
import CommandLineArguments
import Conformance
import Contract
import Files
import Reporting
import Wire

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What the command line says about baselines, with the files behind it.
struct BaselineFile {
  private let options: Invocation.BaselineUse
  private let baseline: Baseline?
  /// Where a new one goes, and where one without what is gone does.
  private let fresh, pruned: OutputPlace?

  /// Reads the file; one that is to be written must not be there yet.
  init(_ options: Invocation.BaselineUse) throws {
    self.options = options
    baseline = try options.file.map { path in
      let bytes = try InputFile.bytes(path, or: "check the path behind --baseline")
      return try Baseline(parsing: bytes, name: path)
    }
    fresh = try options.newFile.map {
      try Self.place($0, isNew: true, "name another file behind --write-baseline, or remove it")
    }
    pruned = try (options.prunes ? options.file : nil).map {
      try Self.place($0, isNew: false, "leave out --prune-baseline, or mend that")
    }
  }

  private static func place(
    _ path: String, isNew: Bool, _ remedy: String
  ) throws(UsageError) -> OutputPlace {
    do throws(FileProblem) {
      return try OutputPlace(path, isNew: isNew)
    } catch {
      throw UsageError("cannot write \(path): \(error); \(remedy)")
    }
  }

  /// Lets the baseline speak of a report, its exit code included, and writes the files; false where one
  /// could not be written, and somebody was told why.
  func apply(to report: inout Report, _ run: Invocation.Run, _ terminal: Terminal) -> Bool {
    var isWritten = true
    if let baseline {
      let judged = baseline.judge(report.results, endpoint: report.endpoint, today: Self.today)
      report.results = judged.results
      report.nextExpiry = baseline.nextExpiry(from: Self.today)
      report.exit = report.isPartial ? .interrupted : run.exit(of: judged.results)
      let remedy = pruned == nil ? "remove it, or use --prune-baseline" : "it is taken out"
      report.notices += judged.gone.map { number in
        let entry = baseline.entries[number]
        return "entry \(number + 1) of the baseline (\(entry.caseID), received "
          + "\(entry.received.text)) is gone: \(remedy)"
      }
      if let pruned, !judged.gone.isEmpty {
        isWritten = terminal.write(
          baseline.without(judged.gone).text(of: report.profile), to: pruned)
      }
    }
    guard let fresh else { return isWritten }
    return start(fresh, with: report, strict: run.strict, terminal) && isWritten
  }

  private func start(
    _ place: OutputPlace, with report: Report, strict: Bool, _ terminal: Terminal
  ) -> Bool {
    let fresh = Baseline(
      accepting: report.results, weighing: strict ? [.error, .warning] : [.error],
      endpoint: report.endpoint, reason: "seen on \(Self.today); write here why it is accepted",
      expires: Self.day(of: Date(timeIntervalSinceNow: 90 * 86_400)))
    let all = Baseline((baseline?.entries ?? []) + fresh.entries)
    guard terminal.write(all.text(of: report.profile), to: place) else { return false }
    terminal.complain(
      "\(place.path) accepts \(fresh.entries.count.counted("finding")) for 90 days; write down why, then use "
        + "--baseline \(place.path)")
    return true
  }

  private static var today: String { day(of: Date()) }

  private static func day(of date: Date) -> String { date.formatted(.iso8601.year().month().day()) }
}
