// SPDX-License-Identifier: Apache-2.0
// Tells Swift Testing what a test has to say, at the place of the literal that made the promise.

import Contract
import Testing

extension TestEvent {
  /// Tells the running test; throws only what `Test.cancel` throws.
  func perform(at here: SourceLocation, _ specs: SpecPlace) throws {
    switch self {
    case .issue(let weight, let text, let place):
      Issue.record(
        "\(text)", severity: weight.severity,
        sourceLocation: place.map(specs.sourceLocation(of:)) ?? here)
    case .knownIssue(let text, let reason, let place):
      withKnownIssue("\(reason)", sourceLocation: specs.sourceLocation(of: place)) {
        _ = Issue.record("\(text)", sourceLocation: specs.sourceLocation(of: place))
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

/// Where the specs of a package stand.
struct SpecPlace: Sendable {
  var module: String
  /// The folder of Package.swift, with a slash at its end.
  var root: String

  /// The place as the compiler would name it, `ShopSpecs/ListOrders.swift`, and the file on disk.
  func sourceLocation(of place: SpecLocation) -> SourceLocation {
    let names = place.file.split(separator: "/").map(String.init)
    let folder = names.first ?? ""
    return SourceLocation(
      fileID: "\(folder == "Specs" ? module : folder)/\(names.last ?? "")",
      filePath: root + place.file, line: max(1, place.line), column: 1)
  }
}
