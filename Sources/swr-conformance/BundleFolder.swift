// SPDX-License-Identifier: Apache-2.0
// A folder on disk as the files of a bundle.

import Foundation
import Recording
import Reporting

/// A folder that is, or is to become, a bundle.
struct BundleFolder {
  let path: String
  /// Whether it was not there before.
  private var isNew = false

  /// Why a folder cannot be used; the description says what to do.
  struct Problem: Error, CustomStringConvertible {
    var description: String
  }

  /// A folder to read.
  init(_ path: String) {
    self.path = path
  }

  /// A folder to write; it must not be there, or be empty.
  init(new path: String) throws(Problem) {
    self.path = path
    let manager = FileManager.default
    isNew = !manager.fileExists(atPath: path)
    if isNew { return }
    guard let inside = try? manager.contentsOfDirectory(atPath: path) else {
      throw Problem(description: "\(path) is there already and no folder; name another one")
    }
    guard inside.isEmpty else {
      throw Problem(description: "\(path) is not empty; name a new folder, or empty it")
    }
  }

  /// What writes the recording of the bundle while the run goes on; it is the first in the folder.
  func recording(started: Date) -> RecordingWriter {
    // Why there is no folder is told by the writer, which cannot write into it then.
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return RecordingWriter(path: "\(path)/\(VendorBundle.recordingPath)", started: started)
  }

  /// What stands in the folder of a bundle.
  private static let names = [
    "README.md", "badges", "junit.xml", "report.html", "target.json", VendorBundle.Manifest.path,
    VendorBundle.recordingPath, VendorBundle.reportPath,
  ]

  /// Leaves nothing of a bundle that is not whole.
  func remove() {
    for name in Self.names { try? FileManager.default.removeItem(atPath: "\(path)/\(name)") }
    if isNew { rmdir(path) }
  }

  func file(_ path: String) throws -> VendorBundle.File {
    let url = URL(filePath: self.path).appending(path: path)
    return VendorBundle.File(path: path, bytes: Array(try Data(contentsOf: url)))
  }

  func write(_ files: [VendorBundle.File]) throws {
    for file in files {
      let url = URL(filePath: path).appending(path: file.path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: url, options: .withoutOverwriting)
    }
  }

  /// Every regular file inside, and the paths of everything else that is no folder.
  func contents() throws(Problem) -> (files: [VendorBundle.File], strangers: [String]) {
    let manager = FileManager.default
    do {
      var files: [VendorBundle.File] = []
      var strangers: [String] = []
      for path in try manager.subpathsOfDirectory(atPath: path).sorted() {
        let whole = "\(self.path)/\(path)"
        switch try manager.attributesOfItem(atPath: whole)[.type] as? FileAttributeType {
        case .typeDirectory: continue
        case .typeRegular: files.append(try file(path))
        default: strangers.append(path)
        }
      }
      return (files, strangers)
    } catch {
      throw Problem(description: "\(path) cannot be read: \(error.localizedDescription)")
    }
  }
}
