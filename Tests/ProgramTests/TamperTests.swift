// SPDX-License-Identifier: Apache-2.0
// Damages bundles in every way that a forger would think of, and expects to hear of it.

import Foundation
import Testing

@Suite(.timeLimit(.minutes(30))) struct TamperTests {
  @Test func `a byte changed anywhere is found`() async throws {
    let bundle = try await ScratchBundle.copy()
    for file in try bundle.files {
      let bytes = try bundle.bytes(of: file)
      for place in [0, bytes.count / 3, bytes.count / 2, bytes.count - 1] {
        var changed = bytes
        changed[place] ^= 1
        try bundle.write(changed, to: file)
        let verify = try await bundle.verify()
        #expect([1, 2].contains(verify.status), "byte \(place) of \(file)")
        #expect((verify.output + verify.errors).contains(file), "byte \(place) of \(file)")
      }
      try bundle.write(bytes, to: file)
    }
    #expect(try await bundle.verify().status == 0)
  }

  /// Does it, mends the sums, and expects to be told in that line.
  private func expect(
    _ line: String, sourceLocation: SourceLocation = #_sourceLocation,
    after attack: (ScratchBundle) throws -> Void
  ) async throws {
    let bundle = try await ScratchBundle.copy()
    try attack(bundle)
    try bundle.mendSums()
    let verify = try await bundle.verify()
    #expect(verify.status == 1, sourceLocation: sourceLocation)
    #expect(
      verify.output.contains("differs  \(line)"), "\(verify.output)",
      sourceLocation: sourceLocation)
  }

  @Test func `a case that was removed is found though the sums are right`() async throws {
    try await expect("ListGcTasks.shape.status-200  is not in the report") { bundle in
      try bundle.edit("report.json") { text in
        let first = try #require(text.range(of: "    {\n      \"id\": \"ListGcTasks.shape.status"))
        let next = try #require(
          text.range(of: "    {\n      \"id\"", range: first.upperBound..<text.endIndex))
        return text.replacingCharacters(in: first.lowerBound..<next.lowerBound, with: "")
      }
    }
  }

  @Test func `a verdict that was edited is found though the sums are right`() async throws {
    let bundle = ScratchBundle()
    let run = try await ProgramRun(
      "bundle", bundle.path, "--only", "ListGcTasks.shape", "--fault", "gc-id-string")
    #expect(run.status == 1)
    try bundle.edit("report.json") {
      $0.replacing("\"outcome\": \"failed\"", with: "\"outcome\": \"passed\"")
    }
    try bundle.mendSums()
    let verify = try await bundle.verify()
    #expect(verify.status == 1)
    #expect(
      verify.output.contains(
        "ListGcTasks.shape.tasks.id  is passed in the report, and the recording gives failed"))
  }

  @Test(arguments: [
    (#""exit": 0"#, #""exit": 1"#), (#""mode": "embedded""#, #""mode": "live""#),
    (#""title": ""#, #""title": "x"#), (#""passed": "#, #""passed": 1"#),
    (#""asserted": "#, #""asserted": 1"#), (#""version": "0.1.0""#, #""version": "0.2.0""#),
  ])
  func `any other word of the report that was edited is found`(old: String, new: String)
    async throws
  {
    let bundle = try await ScratchBundle.copy()
    try bundle.edit("report.json") { $0.replacing(old, with: new, maxReplacements: 1) }
    try bundle.mendSums()
    #expect(try await bundle.verify().status == 1)
  }

  @Test func `an exchange that was dropped is found though the sums are right`() async throws {
    try await expect("ListGcTasks.") { bundle in
      try bundle.edit("recording.har") { text in
        let first = try #require(text.range(of: "      {\n        \"startedDateTime\""))
        let next = try #require(
          text.range(
            of: "      {\n        \"startedDateTime\"", range: first.upperBound..<text.endIndex))
        return text.replacingCharacters(in: first.lowerBound..<next.lowerBound, with: "")
      }
    }
  }

  @Test(arguments: [
    ("badges/shape.svg", "shape: ", "shape: all of "),
    ("README.md", "# Claimed: ", "# Claimed: all "),
    ("junit.xml", "failures=\"0\"", "failures=\"1\""), ("target.json", "team-atlas", "team-other"),
  ])
  func `a page that was edited is found though the sums are right`(
    file: String, old: String, new: String
  ) async throws {
    try await expect("\(file)  is not what the recording gives, from line ") { bundle in
      try bundle.edit(file) { $0.replacing(old, with: new, maxReplacements: 1) }
    }
  }

  @Test func `a claim that was added is found though the sums are right`() async throws {
    let bundle = ScratchBundle()
    _ = try await ProgramRun(
      "bundle", bundle.path, "--only", "ListGcTasks", "--claim", "shape")
    try bundle.edit("manifest.json") { $0.replacing(#"["shape"]"#, with: #"["shape", "paging"]"#) }
    let verify = try await bundle.verify()
    #expect(verify.status == 1)
    #expect(verify.output.contains("manifest.json  says other terms than the recording"))
  }

  @Test func `files that came or went are found, listed or not`() async throws {
    try await expect("extra.txt  does not belong to a bundle") {
      try $0.write([65], to: "extra.txt")
    }
    try await expect("junit.xml  belongs to every bundle and is missing") {
      try FileManager.default.removeItem(at: $0["junit.xml"])
    }
    let bundle = try await ScratchBundle.copy()
    try bundle.write([65], to: "extra.txt")
    try FileManager.default.removeItem(at: bundle["README.md"])
    let verify = try await bundle.verify()
    #expect(verify.status == 1)
    #expect(verify.output.contains("differs  extra.txt  is not in the manifest\n"))
    #expect(verify.output.contains("differs  README.md  is missing\n"))
  }

  @Test func `nothing is judged and nothing agrees without the recording`() async throws {
    try await expect("") { try FileManager.default.removeItem(at: $0["recording.har"]) }
    try await expect("recording.har  is not JSON") { try $0.write([123], to: "recording.har") }
    try await expect("recording.har  was not recorded by swr-conformance") { bundle in
      try bundle.edit("recording.har") { $0.replacing("_swrConformance", with: "_other") }
    }
  }

  @Test func `a link and a path that leads outside are found`() async throws {
    let bundle = try await ScratchBundle.copy()
    let outside = try ScratchFile("A")
    try FileManager.default.createSymbolicLink(
      at: bundle["link.txt"], withDestinationURL: URL(filePath: outside.path))
    #expect(try await bundle.verify().output.contains("differs  link.txt  is a link or no file"))
    let other = try await ScratchBundle.copy()
    try other.edit("manifest.json") {
      $0.replacing(#""path": "junit.xml""#, with: #""path": "../junit.xml""#)
    }
    #expect(try await other.verify().output.contains("../junit.xml  is named by the manifest and"))
  }

  @Test(arguments: [(#""version": "0.1.0""#, "0.0.9"), ("sha256:", "sha256:0")])
  func `a bundle of another suite is told as such`(old: String, new: String) async throws {
    let bundle = try await ScratchBundle.copy()
    try bundle.edit("manifest.json") {
      $0.replacing(
        old, with: old.hasSuffix("\"") ? #""version": "\#(new)""# : new, maxReplacements: 1)
    }
    let verify = try await bundle.verify()
    #expect(verify.status == 1)
    #expect(verify.output.contains("so verdicts may differ; verify with"))
    #expect(verify.output.contains(", or by the cases of a requirement set, --set 2026-11"))
    #expect(verify.summary.hasSuffix(": 1 differs; exit 1"))
  }
}
