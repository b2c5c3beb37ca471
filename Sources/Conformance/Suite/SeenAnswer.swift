// SPDX-License-Identifier: Apache-2.0
// What a check of another package is shown of an answer, and how it says what it found.

public import Contract
import Wire

/// One answer as a check of another package sees it.
public struct SeenAnswer: Sendable {
  let reading: Reading
  let response: ReadResponse
  /// The number of the page within its walk, from 1; nil outside a walk.
  public let page: Int?

  /// The request that was answered.
  public var request: Probe.Request { reading.request }
  public var status: Int { response.status.code }
  /// How many rows the body shows, whatever the status says.
  public var rowCount: Int {
    response.page.map(\.facts.identities.count) ?? response.error.rowCount
  }
  /// The number of all rows that the page names; nil where it names none.
  public var total: Int64? { response.page?.facts.root.total }
  /// What tells each row apart, as it is spelled.
  public var identities: [String] { response.page.map { Array($0.facts.identities) } ?? [] }
  /// Code and words of an error behind a colon, or nothing.
  public var errorSummary: String { response.error.summary }
  /// From the first byte sent to the last byte received, in seconds.
  public var seconds: Double { reading.duration }
}

extension Check {
  /// A case of a check of another package.
  ///
  /// - Parameters:
  ///   - name: What stands behind operation and level in the id; the rule's name if nil.
  ///   - comparesAnswers: Whether data that moves between requests could look like a fault; then one
  ///     counts only if it comes again while the data stands still.
  ///   - judge: Is shown what came for the probes, in their order, without what a gateway said.
  public func makeCase(
    _ planning: PlanningContext, _ name: String? = nil, _ title: String,
    _ obligation: ObligationLevel = .must, clause: Clause, asks: [Probe], needs: Set<Fact> = [],
    comparesAnswers: Bool = false,
    judging judge: @escaping @Sendable (inout CheckContext, [SeenAnswer]) -> Void
  ) -> Case {
    makeCase(
      planning, name, title, obligation, clause: clause, asks: .probes(asks), needs: needs,
      comparesAnswers: comparesAnswers
    ) { context, transcripts in
      judge(
        &context,
        transcripts.heads.map {
          SeenAnswer(reading: $0.reading, response: $0.response, page: $0.page)
        })
      if context.asserted == 0, !context.hasReason {
        context.inconclusive(.nothingToAssert("no such answer came"))
      }
    }
  }
}

extension CheckContext {
  /// Notes a fault that an answer shows; faults with one expectation are one finding with a count.
  public mutating func fault(
    _ severity: Severity, _ summary: String, expected: String, received: String,
    in answer: SeenAnswer
  ) {
    fault(
      severity, summary, expected: expected, received: Finding.Received(received),
      at: BodyLocation(answer.reading, page: answer.page))
  }
}
