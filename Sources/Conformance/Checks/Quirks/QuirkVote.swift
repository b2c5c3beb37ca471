// SPDX-License-Identifier: Apache-2.0
// Which side of a contradiction in the documentation a server takes; told, and never held against it.

import Contract
import Wire

extension Check {
  static let quirkVote = Check(
    "quirk-vote", .quirks, "Where the documentation contradicts itself, the server's side is told."
  ) { planning, check in
    planning.operation.quirks.compactMap { quirk in
      guard let observable = quirk.observable else { return nil }
      return check.makeCase(
        planning, quirk.id, "\(quirk.id): which side the server takes", .note,
        promise: Promise(
          says: quirk.says, source: Source(.page, planning.operation.page, quirk.section),
          place: quirk.place),
        asks: .probes(planning.available(observable.probes(planning)))
      ) { judgement, transcripts in
        let sightings = observable.sightings(in: transcripts, planning)
        judgement.count(Ballot(of: quirk, operation: planning.operation.id, sightings), quirk)
      }
    }
  }
}

extension Judgement {
  fileprivate mutating func count(_ ballot: Ballot, _ quirk: Quirk) {
    cast(ballot.vote)
    guard let sighting = ballot.decisive else { return skip("not observed") }
    _ = assert(count: ballot.counted)
    guard ballot.vote.isRemarkable else { return }
    fault(
      .warning, ballot.summary,
      expected: quirk.table ?? quirk.says,
      received: sighting.received ?? Finding.Received(sighting.sign), at: sighting.spot)
  }
}

extension Ballot {
  /// Such as `/tasks/0/job_parameters is as another source: string in 33 of 33`.
  fileprivate var summary: String {
    let subject = vote.first.map { "\($0) is" } ?? "the server votes"
    return "\(subject) \(vote.outcome.words): \(vote.saw)"
  }
}

extension Vote.Outcome {
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
