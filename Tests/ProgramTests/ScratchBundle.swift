// SPDX-License-Identifier: Apache-2.0
// A bundle that tests may damage, with the sums mended or not.

import Digests
import Foundation
import Testing
import Wire

/// A folder of its own for each test, removed at its end.
final class ScratchBundle: Sendable {
  let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")

  var path: String { url.path }

  /// One small healthy bundle, which is copied for every attack.
  private static let original = Task {
    let bundle = ScratchBundle()
    let run = try await ProgramRun(
      "bundle", bundle.path, "--only", "ListGcTasks.shape", "--only", "ListGcTasks.paging")
    try #require(run.status == 0)
    return bundle
  }

  static func copy() async throws -> ScratchBundle {
    let bundle = ScratchBundle()
    try FileManager.default.copyItem(at: try await original.value.url, to: bundle.url)
    return bundle
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Relative paths of all files, sorted.
  var files: [String] {
    get throws {
      try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
        .filter { !$0.hasSuffix("badges") }
    }
  }

  subscript(file: String) -> URL { url.appending(path: file) }

  func bytes(of file: String) throws -> [UInt8] { Array(try Data(contentsOf: self[file])) }

  func write(_ bytes: [UInt8], to file: String) throws { try Data(bytes).write(to: self[file]) }

  /// Changes a text and expects that it did.
  func edit(_ file: String, _ change: (String) throws -> String) throws {
    let old = String(decoding: try bytes(of: file), as: UTF8.self)
    let new = try change(old)
    try #require(new != old)
    try write(Array(new.utf8), to: file)
  }

  /// Writes the manifest's list of files anew, as an attacker would.
  func mendSums() throws {
    let lines = try files.filter { $0 != "manifest.json" }.map { file in
      let bytes = try bytes(of: file)
      let sum = SHA256.hexadecimal(bytes)
      return #"    {"path": "\#(file)", "bytes": \#(bytes.count), "sha256": "\#(sum)"}"#
    }
    try edit("manifest.json") { text in
      let head = try #require(text.range(of: "\"files\": [\n"))
      return text[..<head.upperBound] + lines.joined(separator: ",\n") + "\n  ]\n}\n"
    }
  }

  func verify() async throws -> ProgramRun { try await ProgramRun("verify", path) }
}
