// SPDX-License-Identifier: Apache-2.0
// The door of these tests to Fixtures/json.

import Foundation
import Testing
import Wire

/// The files of Fixtures/json; what they mean stands in the first letter of their names.
enum JSONFixtures {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/json")

  /// The names of all `.json` files that begin with a prefix, sorted.
  static func names(_ prefix: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".json") && $0.hasPrefix(prefix) }
      .sorted()
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: name)))
  }

  /// One line of rejected.txt: a file, and where and why it is not JSON.
  struct Rejection: CustomTestStringConvertible {
    let file: String
    let offset: Int
    let reason: String

    var testDescription: String { file }
  }

  static func rejections() throws -> [Rejection] {
    try String(contentsOf: folder.appending(path: "rejected.txt"), encoding: .utf8)
      .split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { line in
        let columns = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: true)
        let offset = try #require(columns.count == 3 ? Int(columns[1]) : nil)
        let reason = columns[2].drop { $0 == " " }
        return Rejection(file: String(columns[0]), offset: offset, reason: String(reason))
      }
  }
}

/// The root of a text that is JSON.
func json(_ text: String) throws -> JSONValue { try JSONDocument(parsing: Array(text.utf8)).root }

/// The error of bytes that are not JSON, nil if they are.
func syntaxError(_ bytes: some Sequence<UInt8>) -> JSONSyntaxError? {
  do {
    _ = try JSONDocument(parsing: Array(bytes))
    return nil
  } catch {
    return error
  }
}
