// SPDX-License-Identifier: Apache-2.0
// A signal before the first request of the run, with every report that was asked for.

import Foundation
import Testing
import Wire

@Suite(.timeLimit(.minutes(30))) struct EarlyInterruptionTests {
  @Test(arguments: [SIGINT, SIGTERM])
  func `a signal while a command prints the token ends the run with its reports`(
    signal: Int32
  ) async throws {
    let report = ScratchFile()
    let run = try await ProgramRun(
      ["run", "--report", "json=\(report.path)", "--report", "text=-"],
      environment: [
        "SWR_ENDPOINT": "http://127.0.0.1:9", "SWR_PROJECT_ID": "p", "SWR_INSTANCE_ID": "i",
        // The command sends the signal itself, and is not through when the program hears it.
        "SWR_TOKEN_COMMAND": "kill -\(signal) $PPID; exec sleep 20",
      ])
    #expect(run.status == 130)
    #expect(run.summary.hasSuffix("exit 130: the run was interrupted"))
    let root = try ReportDocument(report.text).root
    #expect(root["partial"]?.bool == true && root["requests"]?.number?.int64 == 0)
  }
}
