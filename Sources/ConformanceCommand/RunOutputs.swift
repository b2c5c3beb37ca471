// SPDX-License-Identifier: Apache-2.0
// The files that a run was asked to write, tried before its first request.

import CommandLineArguments
import Conformance
import Files
import LiveTransport
import Reporting

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where reports and recording go.
struct RunOutputs {
  /// The reports; those to standard output come last, since its reader may be slow.
  let reports: [(format: ReportFormat, place: OutputPlace?)]
  let recording: OutputPlace?
  /// The report that is compared with, read before the first request.
  let earlier: WrittenReport?
  /// Where a reader of annotations finds the literals.
  let sources: SourceRoot

  /// Everything that keeps a file from being written; the description has one line for each.
  struct Problems: Error, CustomStringConvertible {
    var list: [String]
    var description: String { list.joined(separator: "\n") }
  }

  /// - Parameter inputs: The files that the command reads, which no output may replace.
  init(_ options: Invocation.Run, inputs: [String?] = []) throws(Problems) {
    var problems: [String] = []
    var places: [OutputPlace] = []
    let read =
      (inputs + [
        options.targetFile.map { TargetFile(path: $0).path }, options.baseline.file, options.caFile,
        options.against,
      ])
      .compactMap(\.self)
    func place(_ path: String) -> OutputPlace? {
      do throws(FileProblem) {
        let place = try OutputPlace(path)
        if places.contains(where: place.isSame) {
          problems.append("two outputs go to \(path); give each a file of its own")
        } else if read.contains(where: place.replaces) {
          problems.append("\(path) is read by this command, so it cannot be written; name another")
        }
        places.append(place)
        return place
      } catch {
        problems.append("cannot write \(path): \(error)")
        return nil
      }
    }
    let asked = options.reports.compactMap { destination in
      ReportFormat(rawValue: destination.format).map { ($0, destination.path) }
    }
    reports =
      asked.filter { $0.1 != nil }.map { ($0, $1.flatMap(place)) }
      + asked.filter { $0.1 == nil }.map { ($0.0, nil) }
    recording = options.record.flatMap(place)
    do throws(WrittenReport.Unreadable) {
      earlier = try options.against.map { (path) throws(WrittenReport.Unreadable) in
        try WrittenReport(path: path)
      }
    } catch {
      earlier = nil
      problems.append("\(error)")
    }
    sources =
      options.sourceRoot.map(SourceRoot.init)
      ?? (Self.isInRepository
        ? .folder("") : .nowhere(file: options.targetFile.map { TargetFile(path: $0).path }))
    guard problems.isEmpty else { throw Problems(list: problems) }
  }
}

extension RunOutputs {
  /// Whether the program runs in the repository that the literals stand in.
  private static var isInRepository: Bool {
    FileManager.default.fileExists(atPath: "Specs")
  }
}

extension WrittenReport {
  /// Why there is no report in a file, with the path and a remedy.
  struct Unreadable: Error, CustomStringConvertible {
    var description: String
  }

  /// In bytes; a report of a million requests is shorter.
  private static let limit = 1 << 30

  /// The report in a file.
  init(path: String) throws(Unreadable) {
    do {
      try self.init(parsing: InputFile.bytes(path, atMost: Self.limit))
    } catch let problem as FileProblem {
      throw Unreadable(description: "\(path) cannot be read: \(problem); check the path")
    } catch {
      throw Unreadable(description: "\(path) \(error)")
    }
  }
}

extension ExitCode {
  /// The code of a run one of whose files could not be written, unless it says something worse.
  var unwritten: ExitCode { self == .passed ? .usage : self }
}
