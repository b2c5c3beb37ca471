// SPDX-License-Identifier: Apache-2.0
// `merge`: joins the reports of shards to what one run would have said.

import CommandLineArguments
import Conformance
import Contract
import Files
import Fleet
import Reporting

extension Program {
  /// Writes the report of the whole; the exit code is the one that its run would have had.
  func merge(_ options: Invocation.Gathering) throws -> ExitCode {
    let files = try options.files.map { path in
      (path, try InputFile.bytes(path, atMost: 1 << 30, or: WrittenReport.remedy(for: path)))
    }
    switch try ShardSet(files).whole(of: operations.map(\.id)) {
    case .report(let json, let exit):
      let counts = try WrittenReport(parsing: Array(json.utf8)).counts
      return try write(
        options.outputs(usually: "json"), exit, besides: "cases: \(counts); exit \(exit.rawValue)\n"
      ) { $0 == "json" ? json : nil }
    case .fleet(let fleet):
      return try write(
        options.outputs(usually: "text"), fleet.exit, besides: fleet.text()
      ) { fleet.text(as: $0) }
    }
  }

  /// Writes every form that was asked for; nothing if one of them is not known.
  ///
  /// - Parameter words: For standard output, where nothing else goes there.
  private func write(
    _ outputs: [(form: String, place: OutputPlace?)], _ exit: ExitCode, besides words: String,
    _ text: (String) -> String?
  ) throws(UsageError) -> ExitCode {
    if let stranger = outputs.first(where: { text($0.form) == nil }) {
      throw UsageError(
        "shards cannot be joined as \(stranger.form); write json, which matrix makes a page of"
          + (text("text") == nil ? "" : ", or text or junit"))
    }
    if outputs.allSatisfy({ $0.place != nil }) { terminal.write(words) }
    return write(outputs.map { (text($0.form) ?? "", $0.place) }) ? exit : exit.unwritten
  }
}

extension WrittenReport {
  /// How many cases had each outcome.
  fileprivate var counts: String {
    Verdict.Outcome.allCases.map { outcome in
      "\(cases.count { $0.outcome == outcome }) \(outcome.rawValue)"
    }.joined(separator: ", ")
  }
}

extension FleetReport {
  /// Nil for a form that only the report of one target has.
  func text(as form: String) -> String? {
    switch form {
    case "text": text()
    case "json": json
    case "junit": junit
    default: nil
    }
  }
}
