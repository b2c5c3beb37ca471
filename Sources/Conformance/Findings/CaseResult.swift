// SPDX-License-Identifier: Apache-2.0
// One line of a report: a case, its verdict and its findings.

public import Contract

/// One case with its verdict.
public struct CaseResult: DescribedCase, Sendable, Hashable {
  public var about: CaseDescription
  public var verdict: Verdict
  /// Why the case would not be decided if its findings did not count; nil if it would be.
  public var inconclusiveReason: Inconclusive?
  /// The worst first.
  public var findings: [Finding]
  /// Those of them that no movement of the data explains.
  var certainFindings: [Finding] = []
  /// The server's side, where the case is about a quirk and was asked.
  public var quirkResult: QuirkResult?
  /// Whether it does not count, since it is not of the set of cases that a claim is judged by.
  public var isOutside = false
  /// What its requests took; no other result differs from this one by it.
  public var cost = Cost()

  /// How long the requests of a case took, which says nothing of what was found.
  public struct Cost: Sendable, Hashable {
    /// All of them together, in seconds, also those that other cases share; nil where none was sent.
    public var seconds: Double?

    public init(seconds: Double? = nil) { self.seconds = seconds }

    public static func == (left: Cost, right: Cost) -> Bool { true }
    public func hash(into hasher: inout Hasher) {}
  }

  public init(
    _ about: CaseDescription, verdict: Verdict, inconclusiveReason: Inconclusive? = nil,
    findings: [Finding], quirkResult: QuirkResult? = nil
  ) {
    self.about = about
    self.verdict = verdict
    self.inconclusiveReason = inconclusiveReason
    self.findings = findings
    self.quirkResult = quirkResult
  }

  /// The same case after a baseline has said which of its findings do not count.
  public func judged(by findings: [Finding]) -> CaseResult {
    var result = self
    result.findings = findings
    if findings != self.findings {
      result.verdict = Verdict(
        asserted: verdict.asserted, findings: findings, inconclusiveReason: inconclusiveReason)
    }
    return result
  }

  /// The facts of the target for want of which the case was not exercised; empty if it was.
  public var wantedFacts: Set<Fact> {
    if case .skipped(let reason) = verdict { reason.wantedFacts } else { [] }
  }

  /// Whether something was found that moving data could explain.
  var needsConfirmation: Bool { findings.contains { $0.severity != .note } }

  /// The same case with nothing but the findings that no movement of the data explains.
  var asCertain: CaseResult {
    var result = self
    result.findings = certainFindings
    return result
  }

  /// The same case, not decided for good: what was found is told, and weighs nothing.
  ///
  /// - Parameter isOnceOnly: Whether it was asked again, and did not come again.
  func asUnconfirmed(isOnceOnly: Bool = false) -> CaseResult {
    guard let worst = findings.first else { return self }
    var result = self
    let words = "\(worst.summary); expected \(worst.expected), received \(worst.received)"
    let doubt: Inconclusive = isOnceOnly ? .notRepeated(words) : .unconfirmed(words)
    (result.verdict, result.inconclusiveReason) = (.inconclusive(doubt), doubt)
    for place in result.findings.indices { result.findings[place].severity = .note }
    return result
  }

  /// The same case, not decided after all: what was found may have another cause.
  func asInconclusive(_ reason: Inconclusive) -> CaseResult {
    var result = self
    result.verdict = .inconclusive(reason)
    result.findings = []
    return result
  }
}

extension [CaseResult] {
  /// The levels that a report tells of: those of the contract, and the one that was asked for.
  public var levels: [Level] {
    Level.allCases + (indices.contains { self[$0].level == .timing } ? [.timing] : [])
  }

  /// How many have that outcome; a case is much to copy, and only its verdict is looked at.
  public func count(_ outcome: Verdict.Outcome) -> Int {
    indices.count { self[$0].verdict.outcome == outcome }
  }
}
