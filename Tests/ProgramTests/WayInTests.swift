// SPDX-License-Identifier: Apache-2.0
// Every way in and every disturbance of the served mock, each with the verdicts of a quiet run.

import Testing
import Wire

@Suite(.serialized, .timeLimit(.minutes(30))) struct WayInTests {
  @Test(arguments: ["token", "aksk", "temporary", "iam"])
  func `every way in leads to the same verdicts, live and recorded`(way: String) async throws {
    let embedded = try await DefaultRun.shared.value.report
    let (live, again, recording) = (ScratchFile(), ScratchFile(), ScratchFile())
    try await MockProcess.serve("--auth", way) { mock in
      let target = try ScratchFile(mock.targetFile)
      let run = try await ProgramRun(
        "run", "--target", target.path, "--allow-unsafe-methods", "--only", "ListGcTasks",
        "--only", "ListInstanceReplicationPolicyExecTasks", "--record", recording.path,
        "--report", "json=\(live.path)")
      #expect(run.status == 0, "\(run.output)")
      for key in ["token", "ak", "sk", "security_token", "iam_password"] {
        guard let secret = mock.facts[key] else { continue }
        #expect(!(try recording.text + live.text + run.output + run.errors).contains(secret))
      }
      #expect(try !recording.text.contains("Signature="))
    }
    let judge = try await ProgramRun("judge", recording.path, "--report", "json=\(again.path)")
    #expect(judge.status == 0)
    let told = try ReportDocument(try live.text)
    #expect(told.outcomes.count > 200)
    let other = told.outcomes.filter { embedded.outcomes[$0.key] != $0.value }
    #expect(other.allSatisfy { $0.key.hasSuffix("-signature") && $0.value == "skipped" })
    #expect(other.isEmpty == ["aksk", "temporary"].contains(way))
    #expect(try ReportDocument(try again.text).root["cases"]?.raw == told.root["cases"]?.raw)
  }

  @Test(arguments: ["429-once", "502-once", "503-once", "504-once", "slow"])
  func `a client that is patient does not notice`(disturbance: String) async throws {
    let embedded = try await DefaultRun.shared.value.report
    try await MockProcess.serve("--disturb", disturbance) { mock in
      let target = try ScratchFile(mock.targetFile)
      let run = try await ProgramRun(
        "run", "--target", target.path, "--only", "ListGcTasks.shape", "--only",
        "ListGcTasks.errors", "--report", "json=-")
      let report = try ReportDocument(run.output)
      #expect(run.status == 0)
      #expect(report.outcomes.count > 40)
      let unsafe = report.outcomes.filter { $0.key.contains(".errors.method-") }
      #expect(unsafe.values.allSatisfy { $0 == "skipped" })
      let others = report.outcomes.filter { unsafe[$0.key] == nil }
      let other = others.filter { embedded.outcomes[$0.key] != $0.value }
      #expect(other.allSatisfy { $0.key.hasSuffix("-signature") && $0.value == "skipped" })
      let retries = Int(report.root["retries"]?.raw ?? "") ?? 0
      #expect(disturbance == "slow" ? retries == 0 : (1...5).contains(retries))
    }
  }

  @Test func `429 to the end is exit code 3`() async throws {
    try await MockProcess.serve("--disturb", "429-always") { mock in
      let target = try ScratchFile(mock.targetFile)
      let run = try await ProgramRun("run", "--target", target.path)
      #expect(run.status == 3)
      #expect(run.summary.contains(" 0 failed, "))
      #expect(run.output.contains("ask more slowly with --rate"))
    }
  }

  @Test(arguments: [("token", 3), ("iam", 0)])
  func `a token that expires is renewed where that is possible`(
    way: String, status: Int32
  ) async throws {
    try await MockProcess.serve("--auth", way, "--disturb", "token-expires") { mock in
      let target = try ScratchFile(mock.targetFile)
      let run = try await ProgramRun("run", "--target", target.path)
      #expect(run.status == status)
      #expect(run.summary.contains(" 0 failed, "))
      #expect(run.output.contains("the token has run out; set a new one") == (status == 3))
    }
  }

  @Test func `a redirect is a finding that says where to`() async throws {
    try await MockProcess.serve("--disturb", "redirect") { mock in
      let target = try ScratchFile(mock.targetFile)
      let run = try await ProgramRun("run", "--target", target.path)
      #expect(run.status == 1)
      #expect(run.output.contains("failed  ListInstanceJobs.shape.status-200"))
      #expect(run.output.contains("status 302 to http://registry.example.net/elsewhere:"))
    }
  }

  @Test func `discovery keeps to the pace and the number of requests of its run`() async throws {
    try await MockProcess.serve { mock in
      let environment = [
        "SWR_ENDPOINT": mock.endpoint, "SWR_TOKEN": mock.token,
        "SWR_PROJECT_ID": mock.facts["project_id"] ?? "",
      ]
      let words = ["run", "--discover", "--rate", "200", "--only", "ListGcTasks.shape"]
      let whole = try await ProgramRun(
        words + ["--max-requests", "100", "--report", "json=-"], environment: environment)
      #expect(whole.status == 0, "\(whole.errors)")
      #expect((10...100).contains(try ReportDocument(whole.output).requests))
      let few = try await ProgramRun(words + ["--max-requests", "3"], environment: environment)
      #expect(few.status == 3, "\(few.errors)")
      #expect(few.errors.contains("--max-requests allows 3 requests, and they were sent"))
    }
  }
}
