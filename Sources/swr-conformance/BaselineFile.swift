// SPDX-License-Identifier: Apache-2.0
// The baseline on disk: read before anything is asked, applied to a report, and written anew.

import CommandLineArguments
import Conformance
import Foundation
import Reporting
import Wire

/// What the command line says about baselines, with the files behind it.
struct BaselineFile {
  private let options: Invocation.BaselineUse
  private let baseline: Baseline?

  /// Reads the file; one that is to be written must not be there yet.
  init(_ options: Invocation.BaselineUse) throws(Baseline.Problems) {
    self.options = options
    if let path = options.newFile, FileManager.default.fileExists(atPath: path) {
      throw Baseline.Problems(list: [
        "\(path) is there already; name another file behind --write-baseline, or remove it"
      ])
    }
    guard let path = options.file else {
      baseline = nil
      return
    }
    do {
      baseline = try Baseline(
        parsing: Array(try Data(contentsOf: URL(filePath: path))), name: path)
    } catch let problems as Baseline.Problems {
      throw problems
    } catch {
      throw Baseline.Problems(list: [
        "\(path) cannot be read: \(error.localizedDescription); check the path behind --baseline"
      ])
    }
  }

  /// The report after the baseline has spoken, its exit code included, with the files written.
  func applied(to report: Report, _ run: Invocation.Run, _ terminal: Terminal) -> Report {
    var report = report
    if let baseline {
      let judged = baseline.judge(report.results, endpoint: report.endpoint, today: Self.today)
      report.results = judged.results
      report.exit = report.isPartial ? .interrupted : run.exit(of: judged.results)
      report.notices += judged.gone.map { number in
        let entry = baseline.entries[number]
        return "entry \(number + 1) of the baseline (\(entry.caseID), received "
          + "\(entry.received.text)) is gone: remove it, or use --prune-baseline"
      }
      if options.prunes, let path = options.file, !judged.gone.isEmpty {
        write(baseline.without(judged.gone), to: path, terminal)
      }
    }
    if let path = options.newFile { start(path, with: report, strict: run.strict, terminal) }
    return report
  }

  private func start(_ path: String, with report: Report, strict: Bool, _ terminal: Terminal) {
    let fresh = Baseline(
      accepting: report.results, weighing: strict ? [.error, .warning] : [.error],
      endpoint: report.endpoint, reason: "seen on \(Self.today); write here why it is accepted",
      expires: Self.day(of: Date(timeIntervalSinceNow: 90 * 86_400)))
    let all = Baseline((baseline?.entries ?? []) + fresh.entries)
    write(all, to: path, terminal)
    terminal.complain(
      "\(path) accepts \(fresh.entries.count) findings for 90 days; write down why, then use "
        + "--baseline \(path)")
  }

  private func write(_ baseline: Baseline, to path: String, _ terminal: Terminal) {
    do {
      try Data(baseline.text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      terminal.complain("cannot write \(path): \(error.localizedDescription)")
    }
  }

  private static var today: String { day(of: Date()) }

  private static func day(of date: Date) -> String {
    date.formatted(.iso8601.year().month().day())
  }
}
