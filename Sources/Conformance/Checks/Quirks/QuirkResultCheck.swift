// SPDX-License-Identifier: Apache-2.0
// Which side of a contradiction in the documentation a server takes; never held against it.

import Contract
import Wire

extension Check {
  static let quirkResult = Check(
    "quirk-vote", .quirks, "Where the documentation contradicts itself, the server's side is told."
  ) { planning, check in
    planning.operation.quirks.compactMap { quirk in
      guard let observable = quirk.observable else { return nil }
      return check.makeCase(
        planning, quirk.id, "\(quirk.id): which side the server takes", .note,
        clause: Clause(
          description: quirk.description,
          source: Source(.page, planning.operation.page, quirk.section),
          location: quirk.location),
        asks: .probes(planning.available(observable.probes(planning)))
      ) { context, transcripts in
        let observations = observable.observations(of: quirk, in: transcripts, planning)
        context.count(Tally(of: quirk, operation: planning.operation.id, observations), quirk)
      }
    }
  }
}

extension CheckContext {
  fileprivate mutating func count(_ tally: Tally, _ quirk: Quirk) {
    note(tally.quirkResult)
    guard let observation = tally.decisive else { return skip("not observed") }
    _ = assert(count: tally.counted)
    guard tally.quirkResult.isRemarkable else { return }
    fault(
      .note, tally.summary,
      expected: quirk.table ?? quirk.description,
      received: observation.received ?? Finding.Received(observation.sign), at: observation.location
    )
  }
}

extension Tally {
  /// Such as `/tasks/0/job_parameters is as another source: string in 33 of 33`.
  fileprivate var summary: String {
    let subject = quirkResult.first.map { "\($0) is" } ?? "the server answers"
    return "\(subject) \(quirkResult.outcome.words): \(quirkResult.saw)"
  }
}

extension QuirkResult.Outcome {
  /// The outcome as a person reads it: `as the example`.
  public var words: String {
    switch self {
    case .asTable: "as the table"
    case .asExample: "as the example"
    case .asOther: "as another source"
    case .neither: "as nobody says"
    case .notObserved: "not observed"
    }
  }
}
