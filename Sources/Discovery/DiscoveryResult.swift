// SPDX-License-Identifier: Apache-2.0
// What was found at a target: the facts, what they were chosen from, and what stood in the way.

public import Conformance
public import Contract
import Wire

/// What a target says of itself when it is asked for the lists behind the judged ones.
public struct DiscoveryResult: Sendable, Hashable {
  /// What was given and what was chosen.
  public var facts: [Fact: String]
  /// One for each fact that the operations need, the project aside, in the order of a target file.
  public var choices: [Choice]
  /// What a person has to know beside the choices, one sentence each.
  public var remarks: [String]
  /// Requests that were sent, those that the transport sent again included.
  public var requests: Int
  public var ending: Ending

  /// How far the search came.
  public enum Ending: Sendable, Hashable {
    /// Everything that the operations need is known.
    case complete
    /// Some operation cannot be asked, since a fact is not known.
    case lacking
    /// The target was not reached, or did not let us in.
    case barred
  }

  /// 0 for a complete search, 4 for one that lacks something, 3 for one that was barred.
  public var exit: ExitCode {
    switch ending {
    case .complete: .passed
    case .lacking: .unasserted
    case .barred: .unreachable
    }
  }

  /// One sentence for a report: what was chosen, and what that cost.
  public var notice: String {
    let chosen = choices.filter { $0.origin == .chosen }.compactMap { choice in
      choice.value.map { "\(choice.fact.name) \($0)" }
    }
    return "discovery chose \(chosen.isEmpty ? "nothing" : chosen.joined(separator: ", ")) in "
      + "\(requestCount), which are counted here too"
  }

  /// The number of requests with its noun.
  public var requestCount: String { requests.counted("request") }

  /// Asks a target for what its operations need and `given` does not say.
  ///
  /// At most 200 requests are sent, one behind the other, all of them GET; those that the transport
  /// sends again count.
  ///
  /// - Parameters:
  ///   - given: What a person said; it is kept, and nothing that contradicts it is chosen.
  ///   - meter: Where it is seen what the transport sends; nil if that is each request once.
  public init(
    of given: [Fact: String], for operations: [Contract.Operation], by profile: Profile,
    over transport: any Transport, _ meter: Meter? = nil
  ) async {
    var search = Search(
      given, operations, profile, DiscoveryClient(of: profile, over: transport, meter))
    self = await search.result()
  }

  /// What a transport sends that sends some requests again by itself.
  public struct Meter: Sendable {
    /// How many requests one call can become.
    public var mostPerCall: Int
    /// How many were sent since the search began.
    public var sent: @Sendable () -> Int

    public init(mostPerCall: Int, sent: @escaping @Sendable () -> Int) {
      (self.mostPerCall, self.sent) = (mostPerCall, sent)
    }
  }

  init(
    facts: [Fact: String], choices: [Choice], remarks: [String], requests: Int, ending: Ending
  ) {
    self.facts = facts
    self.choices = choices
    self.remarks = remarks
    self.requests = requests
    self.ending = ending
  }
}
