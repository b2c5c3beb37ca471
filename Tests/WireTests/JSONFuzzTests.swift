// SPDX-License-Identifier: Apache-2.0
// A short run of the fuzzer over the fixtures; json-fuzz does the long ones.

import JSONMutation
import Testing
import Wire

@Suite struct JSONFuzzTests {
  @Test func `twenty thousand damaged texts break no invariant`() throws {
    let texts = try JSONFixtures.names().map(JSONFixtures.bytes)
    let run = JSONFuzzRun(texts: texts, seed: 8259, inputs: 20_000)
    let failure = run.failure.map { "\($0.violation): \($0.input.map(ASCII.hexadecimal).joined())" }
    #expect(failure == nil)
    #expect(run.accepted > 1000 && run.rejected > 1000)
    #expect(run.inputs == 20_000)
  }

  @Test func `a seed always makes the same texts`() {
    var (first, second) = (mutator(seed: 7), mutator(seed: 7))
    var other = mutator(seed: 8)
    let texts = (0..<100).map { _ in first.next() }
    #expect((0..<100).map { _ in second.next() } == texts)
    #expect((0..<100).map { _ in other.next() } != texts)
  }

  @Test func `a violated statement ends a run and keeps its input`() {
    let run = JSONFuzzRun(texts: [Array("[1]".utf8)], seed: 1, inputs: 1000) {
      (_) throws(JSONInvariants.Violation) in throw JSONInvariants.Violation("nothing is JSON")
    }
    #expect(run.failure?.violation.description == "nothing is JSON")
    #expect(run.failure.map { syntaxError($0.input) == nil } == true)
    #expect(run.accepted == 1)
  }

  private func mutator(seed: UInt64) -> JSONMutator {
    JSONMutator(texts: [Array(#"{"a":[1,true]}"#.utf8)], seed: seed)
  }
}
