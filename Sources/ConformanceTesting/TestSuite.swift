// SPDX-License-Identifier: Apache-2.0
// What a target of generated tests says of itself, and the function that each of them calls.

public import Conformance
import Contract
public import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The suite that the generated tests of one target judge by; a file of the target has it as `suite`.
///
/// All tests of a process share one run, so each distinct request is sent once. The environment
/// decides who is asked: the mock of the suite, or the endpoint that its variable names.
public struct TestSuite: Sendable {
  private let session: Result<TestSession, TestSession.Problem>
  private let place: SpecPlace

  /// - Parameters:
  ///   - specs: The name of the module that has the specs.
  ///   - file: A file in a folder `Tests/NAME` of the package, from which its root is found.
  public init(
    _ suite: ConformanceSuite, specs: String, file: StaticString = #filePath
  ) {
    session = Result { () throws(TestSession.Problem) in
      try TestSession(of: suite, environment: ProcessInfo.processInfo.environment)
    }
    place = SpecPlace(
      module: specs,
      root: "\(file)".split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
        .map { $0 + "/" }.joined())
  }

  /// Puts one case to the target and tells the verdict as issues of the test that runs.
  ///
  /// - Throws: What cancels a test, when the case is skipped or a live target has too little data.
  public func judge(
    _ id: String, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    switch session {
    case .success(let session):
      for event in await session.events(of: id) {
        try event.perform(at: sourceLocation, place)
      }
    case .failure(let problem):
      Issue.record("\(problem)", sourceLocation: sourceLocation)
    }
  }
}
