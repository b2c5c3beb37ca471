// SPDX-License-Identifier: Apache-2.0
// Runs claims that name a set of requirements, and verifies them with what is said to be a later release.

import Testing

@Suite(.timeLimit(.minutes(30))) struct ClaimBySetTests {
  private func bundle(_ fault: String...) async throws -> ScratchBundle {
    let bundle = ScratchBundle()
    _ = try await ProgramRun(
      ["bundle", bundle.path, "--only", "ListGcTasks.shape", "--set", "2026-11", "--quiet"] + fault)
    return bundle
  }

  @Test func `an older bundle that names a set has the same verdict`() async throws {
    let bundle = try await bundle()
    #expect(try await bundle.verify().output.contains("all agree; exit 0"))
    try bundle.edit("manifest.json") {
      $0.replacing(#""version": "0.1.0""#, with: #""version": "0.0.9""#)
        .replacing("sha256:", with: "sha256:0", maxReplacements: 1)
    }
    let later = try await bundle.verify()
    #expect(later.status == 0, "\(later.output)")
    #expect(
      later.output.contains("notice  only the verdicts and the exit code by the requirement set"))
  }

  @Test func `an older bundle with a verdict that was edited is found`() async throws {
    let bundle = try await bundle("--fault", "gc-id-string")
    try bundle.edit("report.json") {
      $0.replacing(#""outcome": "failed""#, with: #""outcome": "passed""#)
    }
    try bundle.mendSums()
    try bundle.edit("manifest.json") {
      $0.replacing(#""version": "0.1.0""#, with: #""version": "0.0.9""#)
    }
    let later = try await bundle.verify()
    #expect(later.status == 1)
    #expect(later.output.contains("is passed in the report, and the recording gives failed"))
  }

  @Test func `a set that is not known, or not the bundle's, is exit code 2`() async throws {
    let bundle = try await bundle()
    let other = try await ProgramRun("verify", bundle.path, "--set", "2020-01")
    #expect(other.status == 2)
    try bundle.edit("manifest.json") {
      $0.replacing(#""set": "2026-11""#, with: #""set": "2020-01""#)
    }
    let unknown = try await bundle.verify()
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("is judged by the requirement set \"2020-01\", which this"))
  }
}
