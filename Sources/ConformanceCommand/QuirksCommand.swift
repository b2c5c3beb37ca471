// SPDX-License-Identifier: Apache-2.0
// `quirks`: where the documentation contradicts itself, and what we hold.

import CommandLineArguments
import Conformance
import Contract
import Reporting
import Wire

extension Program {
  /// Prints the ledger, one entry in full, or which side the server of a JSON report takes.
  func quirks(_ options: Invocation.Quirks) throws -> ExitCode {
    if let path = options.report {
      terminal.write(try WrittenReport(path: path).quirkTable)
      return .passed
    }
    let ledger = QuirkListing(operations)
    guard let id = options.id else {
      terminal.write(options.json ? ledger.json : ledger.table)
      return .passed
    }
    guard let entry = ledger.only(id) else {
      let hint = Spelling.nearest(to: id, among: ledger.ids).map { "did you mean \($0)?" }
      throw UsageError(
        "unknown quirk \(id); \(hint ?? "\(profile.suite.name) quirks lists them all")")
    }
    terminal.write(options.json ? entry.json : entry.fullText)
    return .passed
  }
}
