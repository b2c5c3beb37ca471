// SPDX-License-Identifier: Apache-2.0
// The loop of the fuzzer, without files, clocks or printing.

public import Wire

/// The tally of one run, which stops at the first input that breaks an invariant.
public struct JSONFuzzRun: Sendable {
  public private(set) var accepted = 0
  public private(set) var rejected = 0
  /// The first input for which a statement did not hold, and the statement.
  public private(set) var failure: (input: [UInt8], violation: JSONInvariants.Violation)?

  public var inputs: Int { accepted + rejected }

  /// Mutates `texts` `inputs` times; `secondOpinion` may add a statement about accepted documents.
  public init(
    texts: [[UInt8]], seed: UInt64, inputs: Int,
    secondOpinion: (JSONDocument) throws(JSONInvariants.Violation) -> Void = { _ in }
  ) {
    var mutator = JSONMutator(texts: texts, seed: seed)
    while self.inputs < inputs, failure == nil {
      let input = mutator.next()
      do throws(JSONInvariants.Violation) {
        if let document = try JSONInvariants.check(input) {
          accepted += 1
          try secondOpinion(document)
        } else {
          rejected += 1
        }
      } catch {
        failure = (input, error)
      }
    }
  }
}
