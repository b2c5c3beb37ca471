// SPDX-License-Identifier: Apache-2.0
// Tells Swift Testing what a test has to say, at the place of the literal that made the promise.

import Contract
import Testing

extension TestEvent {
  /// Tells the running test; throws only what `Test.cancel` throws.
  func perform(at here: SourceLocation) throws {
    switch self {
    case .issue(let weight, let text, let place):
      Issue.record(
        "\(text)", severity: weight.severity, sourceLocation: place?.sourceLocation ?? here)
    case .knownIssue(let text, let reason, let place):
      withKnownIssue("\(reason)", sourceLocation: place.sourceLocation) {
        _ = Issue.record("\(text)", sourceLocation: place.sourceLocation)
      }
    case .attachment(let name, let bytes):
      Attachment.record(bytes, named: name, sourceLocation: here)
    case .cancellation(let reason):
      try Test.cancel("\(reason)", sourceLocation: here)
    }
  }
}

extension TestEvent.Weight {
  fileprivate var severity: Issue.Severity {
    switch self {
    case .error: .error
    case .warning: .warning
    }
  }
}

extension SpecLocation {
  /// The place as the compiler would name it: `SWRSpecs/ListGcTasks.swift`, and the file on disk.
  var sourceLocation: SourceLocation {
    let names = file.split(separator: "/").map(String.init)
    let folder = names.first ?? ""
    return SourceLocation(
      fileID: "\(folder == "Specs" ? "SWRSpecs" : folder)/\(names.last ?? "")",
      filePath: Self.root + file, line: max(1, line), column: 1)
  }

  /// The folder of Package.swift, seen from this file.
  private static let root =
    "\(#filePath)".split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .map { $0 + "/" }.joined()
}
