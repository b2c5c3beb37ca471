// SPDX-License-Identifier: Apache-2.0
// Why a case was not asked: because it says nothing here, or because we were told too little.

public import Contract

/// Why a case was skipped.
public enum SkipReason: Sendable, Hashable, CustomStringConvertible {
  /// The promise speaks of nothing here, or somebody chose to leave it out; the text says which.
  case notApplicable(String)
  /// It was claimed and could not be asked for want of these facts of the target; never empty.
  case notExercised(wanting: Set<Fact>)

  static let tooManyRequests = SkipReason.notApplicable(
    "beyond the 60 or so usual requests of a list; --thorough asks it as well")

  /// The facts that somebody has to give; empty where none is wanted.
  public var wantedFacts: Set<Fact> {
    if case .notExercised(let facts) = self { facts } else { [] }
  }

  public var description: String {
    switch self {
    case .notApplicable(let why): why
    case .notExercised(let facts): Self.lack(of: facts)
    }
  }

  static func lack(of facts: Set<Fact>) -> String {
    "the target does not say \(facts.sorted().map(\.name).joined(separator: ", "))"
  }
}
