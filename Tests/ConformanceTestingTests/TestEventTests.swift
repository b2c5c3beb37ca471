// SPDX-License-Identifier: Apache-2.0
// Holds the way from a verdict to what a test says, outcome by outcome and mode by mode.

import Contract
import SWRSpecs
import Testing

@testable import Conformance
@testable import ConformanceTesting

@Suite struct TestEventTests {
  @Test func `a passed case says nothing, not even its notes`() {
    let result = Self.result(.passed(asserted: 3), [.note])
    #expect(TestEvent.outcome(of: result, mode: .embedded, profile: .swr).isEmpty)
  }

  @Test func `a failed case is one issue for each finding, at the literal that promised`() {
    let result = Self.result(.failed(asserted: 3), [.error, .error, .warning, .note])
    let events = TestEvent.outcome(of: result, mode: .live, profile: .swr)
    #expect(events.map(\.weight) == [.error, .error, .warning])
    #expect(events.map(\.location) == [Self.location, Self.location, Self.location])
  }

  @Test func `an issue is told in the words of the report`() {
    let events = TestEvent.outcome(
      of: Self.result(.failed(asserted: 1), [.error]), mode: .live, profile: .swr)
    #expect(
      events.first?.text == """
        failed  Op.shape.id
                /id is a string
                expected  integer
                received  string "7"
                clause    id is a number — page.txt › table 3 (Specs/Op.swift:41)
                repeat    curl -sS 'http://127.0.0.1:9/'
                finding   01ed8192
        """)
  }

  @Test func `a warned case does not fail its test`() {
    let events = TestEvent.outcome(
      of: Self.result(.warned(asserted: 1), [.warning]), mode: .live, profile: .swr)
    #expect(events.map(\.weight) == [.warning])
  }

  @Test func `too little data fails on the mock and cancels on a live target`() {
    let result = Self.result(.inconclusive(.tooFewRows(have: 1, need: 3)), [])
    let told = TestEvent.outcome(of: result, mode: .embedded, profile: .swr)
    #expect(told.map(\.weight) == [.error])
    #expect(told.first?.text?.hasSuffix("too few rows: 1, the rule needs 3") == true)
    #expect(
      TestEvent.outcome(of: result, mode: .live, profile: .swr)
        == [.cancellation("too few rows: 1, the rule needs 3")])
  }

  @Test func `a quirk that is not seen fails nowhere`() {
    let result = Self.result(.inconclusive(.nothingToAssert("no row")), [], at: .quirks)
    #expect(
      TestEvent.outcome(of: result, mode: .embedded, profile: .swr) == [
        .cancellation("nothing to assert: no row")
      ]
    )
  }

  @Test(arguments: [Inconclusive.unreachable("refused"), .unauthenticated("status 401")])
  func `a target that lets nobody in fails everywhere`(reason: Inconclusive) {
    for mode in [Report.Mode.embedded, .live] {
      let events = TestEvent.outcome(
        of: Self.result(.inconclusive(reason), []), mode: mode, profile: .swr)
      #expect(events.map(\.weight) == [.error])
    }
  }

  @Test func `what a server says in a reason stays on its line`() {
    let words = "status 401: ##[error]\r\n::error::owned"
    let result = Self.result(.inconclusive(.unauthenticated(words)), [])
    let text = TestEvent.outcome(of: result, mode: .live, profile: .swr).first?.text
    #expect(
      text?.split(whereSeparator: \.isNewline).last
        == #"not let in: status 401: #\u{23}[error]\u{D}\u{A}::error::owned"#)
  }

  @Test func `what was seen is told before the reason about the rest`() {
    let result = Self.result(.inconclusive(.dataMoved("a row came")), [.warning])
    let events = TestEvent.outcome(of: result, mode: .live, profile: .swr)
    #expect(events.map(\.weight) == [.warning, nil])
    #expect(events.last == .cancellation("data moved: a row came"))
  }

  @Test func `a skipped case is cancelled with its reason`() {
    let result = Self.result(.skipped(.notApplicable("the target does not say instance_id")), [])
    #expect(
      TestEvent.outcome(of: result, mode: .embedded, profile: .swr)
        == [.cancellation("the target does not say instance_id")])
  }

  @Test func `Swift Testing is told the place and the weight`() throws {
    for (weight, severity) in [
      (TestEvent.Weight.error, Issue.Severity.error), (.warning, .warning),
    ] {
      try withKnownIssue {
        try TestEvent.issue(weight, "text", at: Self.location).perform(at: #_sourceLocation, .swr)
      } matching: { issue in
        issue.severity == severity && issue.comments.map(\.rawValue) == ["text"]
          && issue.sourceLocation?.fileID == "SWRSpecs/Op.swift"
          && issue.sourceLocation?.line == 41
      }
    }
  }

  @Test func `what a baseline accepts is a known issue with its reason`() throws {
    var result = Self.result(.passed(asserted: 3), [.error])
    result.findings[0].suppression = "known since May"
    let events = TestEvent.outcome(of: result, mode: .live, profile: .swr)
    guard case .knownIssue(let text, let reason, let place) = events.first else {
      Issue.record("no known issue in \(events)")
      return
    }
    #expect(text.hasPrefix("failed  Op.shape.id"))
    #expect(reason == "known since May")
    #expect(place == Self.location)
    try events[0].perform(at: #_sourceLocation, .swr)
  }

  @Test func `a place in Specs leads to the file on disk`() {
    let path = SpecPlace.swr.sourceLocation(of: Self.location).filePath
    let root = "\(#filePath)".replacing(
      "Tests/ConformanceTestingTests/TestEventTests.swift", with: "")
    #expect(path == root + "Specs/Op.swift")
  }

  private static let location = SpecLocation(file: "Specs/Op.swift", line: 41)

  private static func result(
    _ verdict: Verdict, _ severities: [Severity], at level: Level = .shape
  ) -> CaseResult {
    let clause = Clause(
      description: "id is a number", source: Source(.page, "page.txt", "table 3"),
      location: location)
    let findings = severities.map {
      Finding(
        rule: "integer", severity: $0, summary: "/id is a string", pointer: nil, count: 1,
        expected: "integer", received: .init("\"7\"", type: "string"), clause: clause,
        evidence: .init(request: "GET /", repeatLines: ["curl -sS 'http://127.0.0.1:9/'"]))
    }
    return CaseResult(
      CaseDescription(
        id: "Op.shape.id", operation: "Op", level: level, rule: "integer",
        title: "id is an integer", obligation: .must, clause: clause),
      verdict: verdict, findings: findings)
  }
}

extension TestEvent {
  var weight: Weight? { if case .issue(let weight, _, _) = self { weight } else { nil } }

  var text: String? { if case .issue(_, let text, _) = self { text } else { nil } }

  var location: SpecLocation? { if case .issue(_, _, let place) = self { place } else { nil } }
}

extension SpecPlace {
  /// The specs of this package.
  fileprivate static let swr = SpecPlace(
    module: "SWRSpecs",
    root: "\(#filePath)".replacing("Tests/ConformanceTestingTests/TestEventTests.swift", with: ""))
}
