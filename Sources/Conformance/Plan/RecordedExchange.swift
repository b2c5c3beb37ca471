// SPDX-License-Identifier: Apache-2.0
// One exchange of somebody else's recording, as far as a plan has to know it.

public import Contract
import Wire

/// A request of a recording that was made by another program, and how much its answer says.
public struct RecordedExchange: Sendable {
  /// What came, that which says the most first.
  public enum Standing: Int, Sendable, Hashable {
    /// Status 200, with its body.
    case granted
    /// Another status, which says something about the list.
    case answered
    /// Status 200, and the body was not kept.
    case bodyless
    /// A status that says something about us: 401, 407 or 429.
    case refused
    /// No answer at all.
    case unanswered
  }

  /// The id of the operation whose path it has.
  public var operation: String
  /// What the path says of the target.
  public var facts: [Fact: String]
  /// Its repetition tells it from others that ask for the same.
  public var request: Probe.Request
  public var standing: Standing

  public init(
    operation: String, facts: [Fact: String], request: Probe.Request, standing: Standing
  ) {
    self.operation = operation
    self.facts = facts
    self.request = request
    self.standing = standing
  }
}
