// SPDX-License-Identifier: Apache-2.0
// Runs `bundle` and `verify` as a vendor and a reviewer do.

import Digests
import Foundation
import Testing
import Wire

@Suite(.timeLimit(.minutes(30))) struct BundleTests {
  @Test func `a bundle holds its files and agrees with itself`() async throws {
    let bundle = try await ScratchBundle.copy()
    let levels = ["errors", "filters", "paging", "quirks", "relations", "shape"]
    let files = try bundle.files
    #expect(
      files.filter { $0 != "report.html" }
        == ["README.md"] + levels.map { "badges/\($0).svg" }
        + ["junit.xml", "manifest.json", "recording.har", "report.json", "target.json"])
    let verify = try await bundle.verify()
    #expect(verify.status == 0)
    #expect(verify.summary.hasPrefix("\(files.count) files checked, "))
    #expect(verify.summary.hasSuffix(" cases judged again: all agree; exit 0"))
    let sum = SHA256.hexadecimal(try bundle.bytes(of: "manifest.json"))
    #expect(verify.lines.first == "manifest.json has the SHA-256 \(sum)")
  }

  @Test func `a live run is bundled without its secrets and verified offline`() async throws {
    let bundle = ScratchBundle()
    var token = ""
    try await MockProcess.serve("--fault", "jobs-total-one-too-few") { mock in
      token = mock.token
      let file = try ScratchFile(mock.targetFile)
      let run = try await ProgramRun(
        "bundle", bundle.path, "--target", file.path, "--only", "ListInstanceJobs",
        "--claim", "shape,paging,errors")
      #expect(run.status == 1)
      #expect(run.errors == "")
      #expect(run.output.contains("\nbundle in \(bundle.path); the SHA-256 of its manifest.json"))
    }
    #expect(try await bundle.verify().status == 0)
    for file in try bundle.files {
      let text = String(decoding: try bundle.bytes(of: file), as: UTF8.self)
      #expect(!text.contains(token), "\(file)")
    }
    let page = String(decoding: try bundle.bytes(of: "README.md"), as: UTF8.self)
    #expect(page.split(separator: "\n")[0].hasPrefix("# Claimed: shape "))
    #expect(page.contains("\n**Not claimed:** filters, relations, quirks\n"))
  }

  @Test func `a token that a server repeats is in no file of the bundle`() async throws {
    let bundle = ScratchBundle()
    let run = try await ProgramRun(
      "bundle", bundle.path, "--only", "ListInstanceJobs", "--fault", "jobs-400-repeats-token")
    #expect(run.status == 1)
    #expect(run.errors == "")
    for file in try bundle.files {
      let text = String(decoding: try bundle.bytes(of: file), as: UTF8.self)
      #expect(!text.contains("mock.5s8Qd1vYw"), "\(file)")
    }
    #expect(try await bundle.verify().status == 0)
  }

  @Test func `data that moves is bundled as it was seen`() async throws {
    let bundle = ScratchBundle()
    let run = try await ProgramRun(
      "bundle", bundle.path, "--only", "ListGcTasks", "--churn", "7", "--strict")
    #expect(run.status == 4)
    let verify = try await bundle.verify()
    #expect(verify.status == 0, "\(verify.output)")
  }

  @Test func `a strict bundle has its warnings as failures, and is verified so`() async throws {
    let bundle = ScratchBundle()
    let run = try await ProgramRun(
      "bundle", bundle.path, "--only", "ListInstanceRetentionPolicyExecTasks.shape", "--variant",
      "retention-success-word", "--strict")
    #expect(run.status == 1)
    let junit = String(decoding: try bundle.bytes(of: "junit.xml"), as: UTF8.self)
    #expect(junit.contains("<failure "))
    #expect(try await bundle.verify().status == 0)
  }

  @Test func `a folder that holds something is left alone`() async throws {
    let bundle = try await ScratchBundle.copy()
    let run = try await ProgramRun("bundle", bundle.path)
    #expect(run.status == 2)
    #expect(run.errors.contains("is not empty; name a new folder, or empty it"))
    #expect(try await bundle.verify().status == 0)
    let file = try ScratchFile("")
    #expect(try await ProgramRun("bundle", file.path).errors.contains("no folder; name another"))
  }

  @Test func `a claim has no list of accepted findings`() async throws {
    let run = try await ProgramRun("bundle", "none/there", "--baseline", "accepted.json")
    #expect(run.status == 2)
    #expect(run.errors.contains("--baseline belongs to run"))
  }

  @Test func `a folder that is no bundle ends in exit code 2`() async throws {
    #expect(try await ProgramRun("verify", "none/there").status == 2)
    let bundle = try await ScratchBundle.copy()
    try FileManager.default.removeItem(at: bundle["manifest.json"])
    let verify = try await bundle.verify()
    #expect(verify.status == 2)
    #expect(verify.errors.contains("is no bundle, for it has no file manifest.json"))
    let file = bundle["report.json"].path
    #expect(
      try await ProgramRun("verify", file).errors.contains(
        "is a file, and a bundle is a folder; name that"))
    #expect(try await ProgramRun("verify").errors.contains("verify needs a folder"))
  }
}
