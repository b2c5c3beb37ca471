// SPDX-License-Identifier: Apache-2.0
// What is said of one case, and the one place where findings become an outcome.

/// What is said of one case.
public enum Verdict: Sendable, Hashable {
  /// Asserted on that many values, at least 1, and all were as promised.
  case passed(asserted: Int)
  /// Asserted, and something that should hold does not.
  case warned(asserted: Int)
  /// Something that must hold does not.
  case failed(asserted: Int)
  /// Not found out, for a reason that is not the server's.
  case inconclusive(Inconclusive)
  /// Not asked, or about nothing that came.
  case skipped(SkipReason)

  /// Folds what a check found: an error fails it, then a reason wins, then a warning.
  ///
  /// A finding that a baseline suppresses weighs nothing.
  public init(asserted: Int, findings: [Finding], inconclusiveReason reason: Inconclusive?) {
    let worst = findings.filter { $0.suppression == nil }.map(\.severity).max()
    if worst == .error {
      self = .failed(asserted: asserted)
    } else if let reason {
      self = .inconclusive(reason)
    } else if asserted == 0 {
      self = .inconclusive(.nothingToAssert("no value was looked at"))
    } else {
      self = worst == .warning ? .warned(asserted: asserted) : .passed(asserted: asserted)
    }
  }

  /// The outcome's word in reports, in the order that summaries count them.
  public enum Outcome: String, Sendable, Hashable, CaseIterable {
    case passed, warned, failed, inconclusive, skipped
  }

  public var outcome: Outcome {
    switch self {
    case .passed: .passed
    case .warned: .warned
    case .failed: .failed
    case .inconclusive: .inconclusive
    case .skipped: .skipped
    }
  }

  /// On how many values the case asserted something.
  public var asserted: Int {
    switch self {
    case .passed(let count), .warned(let count), .failed(let count): count
    case .inconclusive, .skipped: 0
    }
  }

  /// Why the case was not decided; nil for every other outcome.
  public var obstacle: Inconclusive? {
    if case .inconclusive(let reason) = self { reason } else { nil }
  }

  /// Why the case was not decided or not asked.
  public var reason: String? {
    switch self {
    case .passed, .warned, .failed: nil
    case .inconclusive(let reason): reason.description
    case .skipped(let reason): reason.description
    }
  }
}
