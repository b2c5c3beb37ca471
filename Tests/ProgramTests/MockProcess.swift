// SPDX-License-Identifier: Apache-2.0
// `swr-conformance mock` as a process of its own, for as long as a test needs it.

import Foundation
import Testing
import Wire

/// A mock registry that another process serves on loopback.
struct MockProcess: Sendable {
  /// What `--print-env` printed: a target file.
  let targetFile: String
  let facts: [String: String]

  var endpoint: String { facts["endpoint"] ?? "" }
  var token: String { facts["token"] ?? "" }
  /// What lets somebody in, and no report may show.
  var secrets: [String] {
    ["token", "sk", "security_token", "iam_password"].compactMap { facts[$0] }
  }

  /// Starts a mock on a free port, tells it to end when the body is through, and expects code 0.
  static func serve(
    _ options: String..., body: (MockProcess) async throws -> Void
  ) async throws {
    let process = Process(
      program: ["mock", "--port", "0", "--print-env"] + options, environment: [:])
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    let exit = process.exit
    try process.run()
    do {
      try await body(try MockProcess(readingFrom: output.fileHandleForReading))
    } catch {
      process.terminate()
      throw error
    }
    process.terminate()
    #expect(await exit.code == 0)
  }

  private init(readingFrom output: FileHandle) throws {
    var bytes: [UInt8] = []
    var document: JSONDocument?
    while document == nil {
      let data = output.availableData
      try #require(!data.isEmpty, "the mock ended before it said where it listens")
      bytes += data
      document = try? JSONDocument(parsing: bytes)
    }
    targetFile = String(decoding: bytes, as: UTF8.self)
    let members = document.map { Array($0.root.members) } ?? []
    facts = Dictionary(uniqueKeysWithValues: members.map { ($0.name, $0.value.string ?? "") })
  }
}
