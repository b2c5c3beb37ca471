// SPDX-License-Identifier: Apache-2.0
// Lets a target say for itself what can be judged there.

import Conformance
import Contract
import Discovery
import LiveTransport

extension AskedTarget {
  /// What keeps the target from being asked what it has; nil if nothing does.
  var problemOfDiscovery: Target.Problem? {
    mode == .live
      ? nil
      : Target.Problem(
        "no endpoint is given, and of the embedded mock everything is known",
        remedy: "use --endpoint URL, SWR_ENDPOINT or the file's key endpoint")
  }

  func survey(for operations: [Contract.Operation]) async -> Survey {
    await Survey(of: facts.values, for: operations, over: transport)
  }

  /// The target with what the survey found.
  func knowing(_ survey: Survey) -> AskedTarget {
    var target = self
    for (fact, value) in survey.facts where facts[fact] != value {
      target.origins[fact.rawValue] = "discovery"
    }
    target.facts.values = survey.facts
    target.notices.append(survey.notice)
    return target
  }
}
