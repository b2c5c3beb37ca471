// SPDX-License-Identifier: Apache-2.0
// One promise put to the test: what it needs to know, what it asks, and how it is judged.

public import Contract

/// One promise of one operation, ready to be put to the test.
public struct Case: DescribedCase, Sendable {
  public let about: CaseDescription
  public var asks: Asks
  /// The facts of a target without which the case is skipped.
  public var needs: Set<Fact>
  /// Whether the case compares answers, so that a fault counts only if it comes again unchanged.
  public var comparesAnswers: Bool
  /// What it tells of, should that stand in the way of all other cases.
  var tells: BaselineDecision.Obstacle?
  /// Why the case is not asked, known before the first request; nil when it is.
  public var skipReason: SkipReason?
  /// Whether it is judged though an answer is missing: of what somebody else recorded, all there is has
  /// to do.
  var bearsGaps = false
  /// Whether it came later than the set of cases that a claim is judged by.
  var isOutside = false
  let judge: Judge

  /// What a case has to see.
  public enum Asks: Sendable, Hashable {
    case probes([Probe])
    /// Every way in which the list is read, and whatever else other cases of the operation ask as it is
    /// documented; what holds for any answer holds in all.
    case readings
    /// Whatever the other cases of the operation ask for.
    case everything
    /// Nothing: the case cannot be provoked and says so.
    case nothing
  }

  typealias Judge = @Sendable (inout CheckContext, Transcripts) -> Void
}
