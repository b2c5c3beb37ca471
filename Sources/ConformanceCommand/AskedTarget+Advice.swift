// SPDX-License-Identifier: Apache-2.0
// What to look at first when a target is not found or does not let us in, and where it came from.

import Conformance
import Contract
import LiveTransport

extension AskedTarget {
  /// What a person should look at, one sentence each; empty where the target answers.
  func advice(for results: [CaseResult], of operations: [Contract.Operation]) -> [String] {
    guard mode == .live else { return [] }
    let isRefused = results.contains { result in
      if case .inconclusive(.unauthenticated) = result.verdict { true } else { false }
    }
    let isUnknown = results.contains { result in
      if case .inconclusive(.notFound) = result.verdict { true } else { false }
    }
    return [
      isRefused ? origins[Target.accessKey].map { "\($0) was refused; check it" } : nil,
      isUnknown ? suspects(in: results, of: operations).map { "not found; check \($0)" } : nil,
    ].compactMap(\.self)
  }

  /// The facts of lists that were not found, without those of lists that were.
  private func suspects(
    in results: [CaseResult], of operations: [Contract.Operation]
  ) -> String? {
    let missing = Set(
      results.filter { result in
        if case .inconclusive(.notFound) = result.verdict { true } else { false }
      }.map(\.operation))
    let found = Set(results.filter { $0.verdict.outcome == .passed }.map(\.operation))
    func facts(of ids: Set<String>) -> Set<Fact> {
      Set(operations.filter { ids.contains($0.id) }.flatMap(\.parameters).compactMap(\.fact))
    }
    let all = facts(of: missing)
    let own = all.subtracting(facts(of: found.subtracting(missing)))
    let told = (own.isEmpty ? all : own).sorted().compactMap { fact in
      self.facts[fact].map { value in
        "\(fact.name) \(value) (\(origins[fact.name] ?? "unknown origin"))"
      }
    }
    return told.isEmpty ? nil : told.joined(separator: ", ") + " and the path of the endpoint"
  }
}
