// SPDX-License-Identifier: Apache-2.0
// Why a case could be neither passed nor failed: always about us or the data, not the server.

/// Why a case could not be decided.
public enum Inconclusive: Sendable, Hashable, CustomStringConvertible {
  /// No answer came, or not a whole one; the text says what happened.
  case unreachable(String)
  /// The target refused the credentials it was given; nil for a status where it did so without an answer.
  case unauthenticated(String, status: Int? = nil)
  /// We did not ask, or not to the end: the run was stopped, or had no more requests.
  case givenUp(String)
  /// The plain request for the list was answered with 404, so everything else would be, too.
  case notFound(String)
  /// The plain request for the list was answered with another status than 200; nothing else was asked.
  case notServed(String)
  /// Nothing in the answers is what the rule speaks of.
  case nothingToAssert(String)
  /// The list has fewer rows than the rule needs.
  case tooFewRows(have: Int, need: Int)
  /// Rows came, went or changed while the list was read.
  case dataMoved(String)
  /// A recording does not hold the readings that the case needs.
  case notRecorded
  /// A recording tells of the readings that the case needs and left out what came.
  case notKept(String)
  /// A recording contradicts itself, and nobody can ask whether the data had moved.
  case unconfirmed(String)
  /// The server contradicted itself once and not again, though no data moved.
  case notRepeated(String)
  /// The answers on which the rule builds are themselves not as promised.
  case unreadable(String)

  /// Whether the reason is that the list was not reached, did not let us in, or was not asked.
  public var isAccess: Bool {
    switch self {
    case .unreachable, .unauthenticated, .givenUp, .notFound, .notServed: true
    case .nothingToAssert, .tooFewRows, .dataMoved, .notRecorded, .notKept, .unconfirmed,
      .notRepeated, .unreadable:
      false
    }
  }

  /// Whether something was found that speaks against the server, so that nobody may wave it through.
  var isDoubt: Bool {
    switch self {
    case .unconfirmed, .notRepeated: true
    default: false
    }
  }

  public var description: String {
    switch self {
    case .unreachable(let what): "not reached: \(what)"
    case .unauthenticated(let what, _): "not let in: \(what)"
    case .givenUp(let what): "given up: \(what)"
    case .notFound(let what): "not found: \(what)"
    case .notServed(let what): "not served: \(what)"
    case .nothingToAssert(let what): "nothing to assert: \(what)"
    case .tooFewRows(let have, let need): "too few rows: \(have), the rule needs \(need)"
    case .dataMoved(let what): "data moved: \(what)"
    case .notRecorded: "not recorded"
    case .notKept(let what): "not kept: \(what)"
    case .unconfirmed(let what): "cannot be asked again: \(what)"
    case .notRepeated(let what): "shown once and not again, though no data moved: \(what)"
    case .unreadable(let what): "not readable: \(what)"
    }
  }
}
