// SPDX-License-Identifier: Apache-2.0
// `quirks`: where the documentation contradicts itself, and what we hold.

import CommandLineArguments
import Conformance
import Contract
import Reporting
import Wire

extension Program {
  /// Prints the ledger, or one entry in full.
  func quirks(_ options: Invocation.Quirks) -> ExitCode {
    if let path = options.report { return tell(quirksIn: path) }
    let ledger = QuirkListing(operations)
    guard let id = options.id else {
      terminal.write(options.json ? ledger.json : ledger.table)
      return .passed
    }
    guard let entry = ledger.only(id) else {
      let hint = Spelling.nearest(to: id, among: ledger.ids).map { "did you mean \($0)?" }
      terminal.complain(
        "unknown quirk \(id); \(hint ?? "\(profile.suite.name) quirks lists them all")")
      return .usage
    }
    terminal.write(options.json ? entry.json : entry.fullText)
    return .passed
  }

  /// Prints which side the server of a JSON report takes.
  private func tell(quirksIn path: String) -> ExitCode {
    do throws(WrittenReport.Unreadable) {
      terminal.write(try WrittenReport(path: path).quirkTable)
      return .passed
    } catch {
      terminal.complain("\(error)")
      return .usage
    }
  }
}
