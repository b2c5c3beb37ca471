// SPDX-License-Identifier: Apache-2.0
// A bundle that tests may forge, in this process, with the sums mended as a forger would.

import Bundles
import CommandLineArguments
import Conformance
import Contract
import Digests
import EmbeddedTarget
import Foundation
import SWRSpecs
import Testing
import Wire

@testable import ConformanceCommand

/// A folder of its own, removed at its end.
final class ForgedBundle: Sendable {
  let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
  var path: String { url.appending(path: "bundle").path }
  var statement: String { url.appending(path: "statement.json").path }

  static let nonce = "reviewer-2026-11-27"
  /// One list, so that judging it takes no time.
  static let program = Program(
    ConformanceSuite(
      Catalog.operations.filter { $0.id == "ListGcTasks" }, .swr, mock: .registry(for: .swr)), nil)

  private static let contract = program.suite.digest

  /// A healthy bundle for a reviewer's nonce, which is copied for every forgery.
  static let original = Task { () throws -> ForgedBundle in
    let bundle = ForgedBundle()
    try FileManager.default.createDirectory(at: bundle.url, withIntermediateDirectories: true)
    let words = [
      "bundle", bundle.path, "--mock", "--only", "ListGcTasks.shape", "--only",
      "ListGcTasks.paging", "--nonce", nonce, "--statement", bundle.statement, "--quiet",
    ]
    try #require(await program.run(words) == .passed)
    return bundle
  }

  static func copy() async throws -> ForgedBundle {
    let bundle = ForgedBundle()
    try FileManager.default.copyItem(at: try await original.value.url, to: bundle.url)
    return bundle
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// What does not add up; the reason alone where it is no bundle at all.
  func differences() async -> [String] {
    do {
      let options = Invocation.Verify(path, nonce: Self.nonce, statement: statement)
      return try await Self.program.verified(options, by: Self.contract).audit.differences
        .map { "\($0.place) \($0.what)" }
    } catch {
      return ["\(error)"]
    }
  }

  subscript(file: String) -> URL {
    file == "statement" ? URL(filePath: statement) : url.appending(path: "bundle/\(file)")
  }

  func text(_ file: String) throws -> String { try String(contentsOf: self[file], encoding: .utf8) }

  /// Changes a text, and expects that it did.
  func edit(_ file: String, _ change: (String) -> String) throws {
    let old = try text(file)
    let new = change(old)
    try #require(new != old, "\(file) has nothing to forge")
    try Data(new.utf8).write(to: self[file])
  }

  /// Replaces one of the places that a text has.
  func replace(_ old: String, with new: String, at number: Int, in file: String) throws {
    try edit(file) { text in
      let places = text.ranges(of: old)
      guard !places.isEmpty else { return text }
      return text.replacingCharacters(in: places[number * 7 % places.count], with: new)
    }
  }

  /// The entries of the recording, changed.
  func editEntries(_ change: (inout [String]) -> Void) throws {
    try edit("recording.har") { text in
      let mark = "      {\n        \"startedDateTime\""
      let starts = text.ranges(of: mark).map(\.lowerBound)
      let end = text.range(of: "\n    ],\n    \"_swr")!.lowerBound
      let ends = starts.dropFirst() + [end]
      var entries = zip(starts, ends).map { start, end in
        String(text[start..<end]).trimmingCharacters(in: CharacterSet(charactersIn: ",\n "))
      }
      change(&entries)
      return text[..<starts[0]] + entries.map { "      \($0)" }.joined(separator: ",\n")
        + text[end...]
    }
  }

  /// Writes the manifest's list of files anew.
  func mendSums() throws {
    let manager = FileManager.default
    let root = url.appending(path: "bundle").path
    let files = try manager.subpathsOfDirectory(atPath: root).sorted().filter {
      $0 != "manifest.json" && $0 != "badges"
    }
    let lines = try files.map { file in
      let bytes = Array(try Data(contentsOf: self[file]))
      return
        #"    {"path": "\#(file)", "bytes": \#(bytes.count), "sha256": "\#(SHA256.hexadecimal(bytes))"}"#
    }
    let text = try text("manifest.json")
    guard let head = text.range(of: "\"files\": [\n") else { return }
    let mended = text[..<head.upperBound] + lines.joined(separator: ",\n") + "\n  ]\n}\n"
    try Data(mended.utf8).write(to: self["manifest.json"])
  }
}
