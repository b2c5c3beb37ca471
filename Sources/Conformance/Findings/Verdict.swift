// SPDX-License-Identifier: Apache-2.0
// What is said of one case, and the one place where findings become an outcome.

/// What is said of one case.
public enum Verdict: Sendable, Hashable {
  /// Asserted on that many values, at least 1, and all were as promised.
  case kept(asserted: Int)
  /// Asserted, and something that should hold does not.
  case warned(asserted: Int)
  /// Something that must hold does not.
  case broken(asserted: Int)
  /// Not found out, for a reason that is not the server's.
  case undecided(Undecided)
  /// Not asked, for a reason that was known before.
  case skipped(String)

  /// Folds what a check found: an error breaks, then doubt wins, then a warning, then kept.
  ///
  /// A finding that a baseline suppresses weighs nothing.
  public init(asserted: Int, findings: [Finding], doubt: Undecided?) {
    let worst = findings.filter { $0.suppression == nil }.map(\.severity).max()
    if worst == .error {
      self = .broken(asserted: asserted)
    } else if let doubt {
      self = .undecided(doubt)
    } else if asserted == 0 {
      self = .undecided(.nothingToAssert("no value was looked at"))
    } else {
      self = worst == .warning ? .warned(asserted: asserted) : .kept(asserted: asserted)
    }
  }

  /// The outcome's word in reports, in the order that summaries count them.
  public enum Outcome: String, Sendable, Hashable, CaseIterable {
    case kept, warned, broken, undecided, skipped
  }

  public var outcome: Outcome {
    switch self {
    case .kept: .kept
    case .warned: .warned
    case .broken: .broken
    case .undecided: .undecided
    case .skipped: .skipped
    }
  }

  /// On how many values the case asserted something.
  public var asserted: Int {
    switch self {
    case .kept(let count), .warned(let count), .broken(let count): count
    case .undecided, .skipped: 0
    }
  }

  /// Why the case was not decided or not asked.
  public var reason: String? {
    switch self {
    case .kept, .warned, .broken: nil
    case .undecided(let reason): reason.description
    case .skipped(let reason): reason
    }
  }
}
