// SPDX-License-Identifier: Apache-2.0
// What is taken out of a spec is found again, and what is found holds in rows that nobody has seen.

import Conformance
import Contract
import EmbeddedTarget
import Inference
import MockRegistry
import SWRSpecs
import Testing

@Suite(.timeLimit(.minutes(30))) struct InferenceTests {
  @Test func `nine of ten relations come back, and nine of ten that are found hold elsewhere`()
    async throws
  {
    // What is left when no literal states anything is what is left of each when it is taken out.
    let inference = Inference(
      of: Catalog.operations.map { operation in
        var operation = operation
        operation.relations = []
        return operation
      }, .swr)
    let inferred = inference.invariants(in: await results(of: inference, rows: nil))
      .filter { $0.exceptions == 0 }
    let relations = Catalog.operations.flatMap { operation in
      operation.relations.map { relation in
        var only = operation
        only.relations = [relation]
        return only
      }
    }
    let missing = relations.filter { only in
      !inferred.contains { $0.operation == only.id && only.states($0) }
    }
    #expect(
      relations.count > 50 && missing.count * 10 <= relations.count,
      "\(missing.count) of \(relations.count): \(missing.flatMap(\.relations).map(\.name))")

    let elsewhere = inference.invariants(
      in: await results(of: inference, rows: 300), support: 1)
    let broken = inferred.filter { one in !elsewhere.contains { one.isImplied(by: $0) } }
    #expect(
      inferred.count > relations.count && broken.count * 10 <= inferred.count,
      "\(broken.count) of \(inferred.count): \(broken.map { "\($0.operation) \($0.literal)" })")
  }

  private func results(of inference: Inference, rows: Int?) async -> [CaseResult] {
    let registry = MockRegistry(
      .init(rows: rows, variants: [Variant.named("values-at-random")].compactMap { $0 }))
    let plan = inference.suite.plan(against: TargetFacts(of: registry, for: .swr))
    let transport = EmbeddedTransport(registry, for: .swr, waits: false)
    return await Run(plan, over: transport, concurrency: 1).results()
  }
}
