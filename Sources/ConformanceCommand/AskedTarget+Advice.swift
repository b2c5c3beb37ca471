// SPDX-License-Identifier: Apache-2.0
// What to look at first when a target is not found or does not let us in, and where it came from.

import Conformance
import Contract
import LiveTransport

extension AskedTarget {
  /// What a person should look at, one sentence each; empty where the target answers.
  func advice(for results: [CaseResult], of operations: [Contract.Operation]) -> [String] {
    guard mode == .live else { return [] }
    // A list that is closed to a token which others are open to says nothing of the token.
    let isLetIn = results.contains { $0.verdict.outcome == .passed }
    let isRefused = results.contains { result in
      guard case .inconclusive(.unauthenticated(_, let status)) = result.verdict else {
        return false
      }
      return (!isLetIn || status != 403) && status != 407
    }
    let isUnknown = results.contains { result in
      if case .inconclusive(.notFound) = result.verdict { true } else { false }
    }
    return [
      isRefused ? refusal(in: results) : nil,
      isUnknown ? suspects(in: results, of: operations).map { "not found: check \($0)" } : nil,
    ].compactMap(\.self)
  }

  /// What to check where nobody lets us in: status 403 says that we are known, and have no right here.
  private func refusal(in results: [CaseResult]) -> String? {
    guard let access = origins[Target.accessKey] else { return nil }
    let isKnown = results.allSatisfy { result in
      guard case .inconclusive(.unauthenticated(_, let status)) = result.verdict else {
        return true
      }
      return status == 403
    }
    guard isKnown, let tenant = facts.profile.fact(.tenant), let value = facts[tenant] else {
      return "\(access) was refused; check it"
    }
    return "\(access) is known and has no right here; check \(tenant.name) \(value)"
      + " (\(origins[tenant.name] ?? "unknown origin")), and the rights"
  }

  /// The facts that all lists have which were not found, without those of lists that were; of any of
  /// them where they have none in common.
  private func suspects(
    in results: [CaseResult], of operations: [Contract.Operation]
  ) -> String? {
    let missing = Set(
      results.filter { result in
        if case .inconclusive(.notFound) = result.verdict { true } else { false }
      }.map(\.operation))
    let found = Set(results.filter { $0.verdict.outcome == .passed }.map(\.operation))
    func facts(of ids: Set<String>) -> [Set<Fact>] {
      operations.filter { ids.contains($0.id) }.map { Set($0.parameters.compactMap(\.fact)) }
    }
    let lists = facts(of: missing)
    let good = facts(of: found.subtracting(missing)).reduce(Set()) { $0.union($1) }
    let all = lists.reduce(Set()) { $0.union($1) }
    let common = lists.reduce(all) { $0.intersection($1) }.subtracting(good)
    let told = (common.isEmpty ? all.subtracting(good) : common).sorted().compactMap { fact in
      self.facts[fact].map { value in
        "\(fact.name) \(value) (\(origins[fact.name] ?? "unknown origin"))"
      }
    }
    return told.isEmpty ? nil : told.joined(separator: ", ") + ", or the path of the endpoint"
  }
}
