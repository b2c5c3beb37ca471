// SPDX-License-Identifier: Apache-2.0
// The files that a run was asked to write, tried before its first request.

import Bundles
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

  /// - Parameters:
  ///   - inputs: What the command reads beside, which no output may replace.
  ///   - others: What else is written.
  init(
    _ options: Invocation.Run, inputs: [String] = [], others: [String?] = []
  ) throws(UsageError) {
    var places = OutputPlaces(beside: inputs + options.inputs)
    for path in others.compactMap(\.self) { places.spare(path) }
    let asked = options.reports.compactMap { destination in
      ReportFormat(rawValue: destination.format).map { ($0, destination.path) }
    }
    reports =
      asked.filter { $0.1 != nil }.map { ($0, $1.flatMap { places.place($0) }) }
      + asked.filter { $0.1 == nil }.map { ($0.0, nil) }
    recording = options.record.flatMap { places.place($0) }
    if let fresh = options.baseline.newFile,
      (asked.compactMap(\.1) + [options.record].compactMap(\.self)).contains(where: {
        OutputPlace.isOne($0, fresh)
      })
    {
      places.problems.append("two outputs go to \(fresh); give each a file of its own")
    }
    do {
      earlier = try options.against.map { try WrittenReport(path: $0) }
    } catch {
      earlier = nil
      places.problems.append("\(error)")
    }
    sources =
      options.sourceRoot.map(SourceRoot.init)
      ?? (Self.isInRepository
        ? .folder("") : .nowhere(file: options.targetFile.map { TargetFile(path: $0).path }))
    guard places.problems.isEmpty else { throw UsageError(problems: places.problems) }
  }
}

extension RunOutputs {
  /// Whether the program runs in the repository that the literals stand in.
  private static var isInRepository: Bool { FileManager.default.fileExists(atPath: "Specs") }
}

extension WrittenReport {
  /// In bytes; a report of a million requests is shorter.
  private static let limit = 1 << 30

  /// The report in a file.
  init(path: String) throws(UsageError) {
    let bytes = try InputFile.bytes(path, atMost: Self.limit, or: Self.remedy(for: path))
    do { try self.init(parsing: bytes) } catch { throw UsageError("\(path) \(error)") }
  }

  /// What to do about a file that cannot be read; of a bundle the report in it is named.
  static func remedy(for path: String) -> String {
    let report = "\(path)/\(VendorBundle.reportPath)"
    let isBundle = FileManager.default.fileExists(atPath: report)
    return isBundle ? "name the report in it, \(report)" : "check the path"
  }
}

extension ExitCode {
  /// The code of a run one of whose files could not be written, unless it says something worse.
  var unwritten: ExitCode { self == .passed ? .usage : self }
}
