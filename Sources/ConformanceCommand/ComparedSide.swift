// SPDX-License-Identifier: Apache-2.0
// One side of a comparison: what a name on the command line stands for.

import CommandLineArguments
import Comparison
import Conformance
import Files
import LiveTransport
import Reporting

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A side that can be asked, or that was.
struct ComparedSide {
  var told: Comparison.Side
  /// How it is asked.
  var options: Invocation.Run
  var plan: Plan?
  var transport: (any Transport)?
  var target: AskedTarget?
  /// A recording says the same each time.
  var mostAskings = 2

  static let mockName = "mock"

  enum Sort {
    case mock, report, recording, target

    /// By the first bytes of a file, since names say little.
    init(of name: String, hasMock: Bool) throws(UsageError) {
      let place = name.lastIndex(of: "#").map { String(name[..<$0]) }
      let path = FileManager.default.fileExists(atPath: name) ? name : place ?? name
      guard FileManager.default.fileExists(atPath: path) else {
        guard hasMock, name == ComparedSide.mockName else {
          throw UsageError(
            "\(name) is not there; name a target file, a recording or a JSON report"
              + (hasMock ? ", or mock for the embedded one" : ""))
        }
        self = .mock
        return
      }
      let head: [UInt8]?
      do throws(FileProblem) {
        head = try InputFile.head(path, atMost: 64 << 10)
      } catch {
        throw UsageError("\(path) cannot be read: \(error); \(WrittenReport.remedy(for: path))")
      }
      if let head { self.init(head) } else { self = try Self.ofPipe(name) }
    }

    private init(_ head: [UInt8]) {
      let text = String(decoding: head, as: UTF8.self)
      let isReport = text.prefix(200).contains("\"schema\"")
      self = isReport ? .report : text.contains("\"log\"") ? .recording : .target
    }

    /// A pipe says everything once, and that is kept of a target file only.
    private static func ofPipe(_ name: String) throws(UsageError) -> Sort {
      guard case .bytes(let bytes) = TargetFile(path: name).content else { return .target }
      let sort = Sort(bytes)
      guard sort == .target else {
        throw UsageError(
          "\(name) is a pipe with a \(sort), and only a target file is read from one; "
            + "write it into a file first")
      }
      return sort
    }
  }
}
