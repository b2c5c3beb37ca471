// SPDX-License-Identifier: Apache-2.0
// The one place where verdicts become an exit code; each code has one meaning.

import Contract

/// The exit codes of the program.
public enum ExitCode: Int32, Sendable, Hashable {
  /// Everything that was asserted is as promised.
  case passed = 0
  /// A case failed.
  case failed = 1
  /// The command line or a file it names cannot be used.
  case usage = 2
  /// The target could not be reached, did not let us in, or was not asked to the end.
  case unreachable = 3
  /// Something that was claimed could not be asserted.
  case unasserted = 4
  /// The run was interrupted, whatever it had found by then; 128 and the number of SIGINT.
  case interrupted = 130

  /// Combines the verdicts of a run: failed wins over unreachable, unreachable over unasserted.
  ///
  /// - Parameters:
  ///   - strict: Takes a warning as failed; what is told of a quirk never is one.
  ///   - allowEmpty: Takes a case that found nothing to assert as passed; a doubt is not nothing, and
  ///     neither is a case that was not exercised for want of a fact, nor are cases of which none saw
  ///     an answer.
  ///   - isPart: Whether these are the cases of one shard, in which there may be nothing to assert.
  public init(
    of all: [CaseResult], strict: Bool = false, allowEmpty: Bool = false, isPart: Bool = false
  ) {
    self = .passed
    let results = all.filter { !$0.isOutside }
    let hasAsserted =
      isPart
      || results.contains {
        $0.verdict.asserted > 0 || $0.quirkResult != nil && $0.verdict.outcome != .inconclusive
      }
    let isGreen =
      allowEmpty
      ? hasAsserted || results.contains(where: Self.isOfData)
      : hasAsserted && !results.contains(where: Self.isUnasserted)
    if !isGreen { self = .unasserted }
    if results.contains(where: { Self.isDoubtful($0) || Self.isUnexercised($0) }) {
      self = .unasserted
    }
    if results.contains(where: Self.isUnreached) { self = .unreachable }
    if results.contains(where: { Self.fails($0, strict: strict) }) { self = .failed }
  }

  /// The code of several together: 130 wins over 1, 1 over 2, 2 over 3, and 3 over 4.
  ///
  /// A failed case is a fact about a server, which no mistake in what was said of another one may hide;
  /// such a mistake is certain and ours to mend, and so comes before what a server did not answer.
  public static func worst(of codes: some Sequence<ExitCode>) -> ExitCode {
    let codes = Set(codes)
    return [.interrupted, .failed, .usage, .unreachable, .unasserted].first(where: codes.contains)
      ?? .passed
  }

  private static func fails(_ result: CaseResult, strict: Bool) -> Bool {
    switch result.verdict.outcome {
    case .failed: true
    case .warned: strict
    case .passed, .inconclusive, .skipped: false
    }
  }

  private static func isUnreached(_ result: CaseResult) -> Bool {
    if case .inconclusive(let reason) = result.verdict { reason.isAccess } else { false }
  }

  private static func isDoubtful(_ result: CaseResult) -> Bool {
    if case .inconclusive(let reason) = result.verdict { reason.isDoubt } else { false }
  }

  /// Whether an answer was seen that has nothing, or not enough, of what the rule speaks of.
  private static func isOfData(_ result: CaseResult) -> Bool {
    switch result.verdict {
    case .inconclusive(.nothingToAssert), .inconclusive(.tooFewRows): true
    default: false
    }
  }

  private static func isUnasserted(_ result: CaseResult) -> Bool {
    if case .inconclusive(let reason) = result.verdict {
      !reason.isAccess && result.level != .quirks
    } else {
      false
    }
  }

  private static func isUnexercised(_ result: CaseResult) -> Bool { !result.wantedFacts.isEmpty }
}
