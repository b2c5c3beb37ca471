// SPDX-License-Identifier: Apache-2.0
// Lets a target say for itself what can be judged there.

import Conformance
import Contract
import Discovery
import LiveTransport

extension AskedTarget {
  /// What keeps the target from being asked what it has; nil if nothing does.
  var problemOfDiscovery: Target.Problem? {
    guard facts.profile.discovery != nil else {
      return Target.Problem(
        "no list of this API leads to what is judged, so that there is nothing to discover",
        remedy: "say in the environment or a target file what is to be judged")
    }
    return mode == .live
      ? nil
      : Target.Problem(
        "no endpoint is given, and of the embedded mock everything is known",
        remedy:
          "use --endpoint URL, \(facts.profile.variable(of: "endpoint")) or the file's key endpoint"
      )
  }

  func result(for operations: [Contract.Operation]) async -> DiscoveryResult {
    let (transport, before) = (transport, transport.tally.sent)
    return await DiscoveryResult(
      of: facts.values, for: operations, by: facts.profile, over: transport,
      .init(mostPerCall: 1 + transport.mostRepeats) { transport.tally.sent - before })
  }

  /// The target with what was found.
  func knowing(_ result: DiscoveryResult) -> AskedTarget {
    var target = self
    for (fact, value) in result.facts where facts[fact] != value {
      target.origins[fact.name] = "discovery"
    }
    target.facts.values = result.facts
    target.notices.append(result.notice)
    return target
  }
}
