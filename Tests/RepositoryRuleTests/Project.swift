// SPDX-License-Identifier: Apache-2.0
// The files of this project as they lie on disk, for tests that read them like a reviewer.

import Foundation

/// The project that these tests belong to.
enum Project {
  /// The folder of Package.swift.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// What lies at the top level, without what begins with a dot.
  static var topLevel: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: root.path)
        .filter { !$0.hasPrefix(".") }.sorted()
    }
  }

  /// The paths of all files below a folder, from the root, sorted.
  static func files(in folder: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
    return (all?.compactMap { $0 as? String } ?? [])
      .map { "\(folder)/\($0)" }
      .filter { !isFolder($0) && !$0.contains("/.") }
      .sorted()
  }

  /// Every Swift file that people write.
  static var swiftFiles: [String] {
    ["Package.swift"]
      + ["Sources", "Specs", "Tests", "Fixtures"].flatMap(files).filter { $0.hasSuffix(".swift") }
  }

  static func lines(of path: String) throws -> [String] {
    try text(of: path).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The text of a file; bytes that are no UTF-8 become replacement characters.
  static func text(of path: String) throws -> String {
    String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(
      atPath: root.appending(path: path).path, isDirectory: &isFolder)
    return isFolder.boolValue
  }
}
