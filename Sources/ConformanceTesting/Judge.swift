// SPDX-License-Identifier: Apache-2.0
// The function that every generated test calls with the id of its case.

public import Testing

/// Puts one case to the target and tells the verdict as issues of the test that runs.
///
/// All tests of a process share one run, so each distinct request is sent once. The environment
/// decides who is asked: the embedded mock, or the endpoint that `SWR_ENDPOINT` names.
///
/// - Throws: What cancels a test, when the case is skipped or a live target has too little data.
public func judge(_ id: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
  switch TestSession.shared {
  case .success(let session):
    for event in await session.events(of: id) { try event.perform(at: sourceLocation) }
  case .failure(let problem):
    Issue.record("\(problem)", sourceLocation: sourceLocation)
  }
}
