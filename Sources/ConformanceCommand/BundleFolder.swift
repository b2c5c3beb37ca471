// SPDX-License-Identifier: Apache-2.0
// A folder on disk as the files of a bundle.

import Bundles
import CommandLineArguments
import Contract
import Files
import Recording
import Reporting

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A folder that is, or is to become, a bundle.
struct BundleFolder {
  let path: String
  /// Where the statement about the bundle goes; nil for nowhere.
  var statement: OutputPlace?
  /// Whether it was not there before.
  private var isNew = false

  /// A folder to read.
  init(_ path: String) { self.path = path }

  /// A folder to write; it must not be there, or be empty.
  init(new path: String) throws(UsageError) {
    self.path = path
    let manager = FileManager.default
    isNew = !manager.fileExists(atPath: path)
    try Self.tryWriting(into: path)
    if isNew { return }
    guard let inside = try? manager.contentsOfDirectory(atPath: path) else {
      throw UsageError("\(path) is there already and no folder; name another one")
    }
    guard inside.isEmpty else {
      throw UsageError("\(path) is not empty; name a new folder, or empty it")
    }
  }

  /// Tries whether a file can be put into the folder, or into what is there of the way to it.
  private static func tryWriting(into path: String) throws(UsageError) {
    var nearest = URL(filePath: path)
    var status = stat()
    while stat(nearest.path, &status) != 0 { nearest.deleteLastPathComponent() }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw UsageError("\(nearest.path) is there already and no folder; name another one")
    }
    do throws(FileProblem) {
      _ = try OutputPlace(nearest.appending(path: VendorBundle.recordingPath).path)
    } catch {
      throw UsageError("cannot write into \(nearest.path): \(error)")
    }
  }

  /// What writes the recording of the bundle while the run goes on; it is the first in the folder.
  func recording(started: Date, of profile: Profile) -> RecordingWriter {
    // Why there is no folder is told by the writer, which cannot write into it then.
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return RecordingWriter(
      path: "\(path)/\(VendorBundle.recordingPath)", started: started, of: profile)
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

  func file(_ path: String) throws(UsageError) -> VendorBundle.File {
    do throws(FileProblem) {
      let bytes = try InputFile.bytes("\(self.path)/\(path)", atMost: Self.fileLimit)
      return VendorBundle.File(path: path, bytes: bytes)
    } catch {
      throw UsageError("\(self.path)/\(path) cannot be read: \(error)")
    }
  }

  /// In bytes; the recording of a million rows is shorter.
  private static let fileLimit = 1 << 30

  func write(_ files: [VendorBundle.File]) throws(UsageError) {
    for file in files {
      let whole = "\(path)/\(file.path)"
      let folder = URL(filePath: whole).deletingLastPathComponent()
      // Why there is no folder is told when the file cannot be written into it.
      try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      do throws(FileProblem) {
        try OutputPlace(whole, isNew: true).write(file.bytes)
      } catch {
        throw UsageError("cannot write \(whole): \(error)")
      }
    }
  }

  /// Every regular file inside, and the paths of everything else that is no folder.
  func contents() throws(UsageError) -> (files: [VendorBundle.File], strangers: [String]) {
    let manager = FileManager.default
    let type = (try? manager.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
    if type == .typeRegular {
      throw UsageError("\(path) is a file, and a bundle is a folder; name that")
    }
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
    } catch let problem as UsageError {
      throw problem
    } catch {
      let why =
        manager.fileExists(atPath: path)
        ? "see its permissions" : "there is no such folder; check the path"
      throw UsageError("\(path) cannot be read: \(why)")
    }
  }
}
