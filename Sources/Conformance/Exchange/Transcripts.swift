// SPDX-License-Identifier: Apache-2.0
// The transcripts that a case is judged by, with what many cases ask of the same ones.

import Contract
import Wire

/// Some transcripts of one operation in the order of a case's probes.
struct Transcripts: Sendable, RandomAccessCollection {
  /// A response of the service with the number of its page; nil outside a walk.
  typealias Seen = (reading: Reading, page: Int?, response: ReadResponse)

  private let all: [Transcript]
  /// Every response of the service, once for each request, if only its head is known.
  ///
  /// What a gateway says while the service is away is not among them.
  let heads: [Seen]
  /// Those of which a recording has kept the body as well.
  let responses: [Seen]
  /// Those with something against a rule of the body.
  let faulty: [Seen]
  /// The counts of all bodies, added up; empty where there are none.
  let counts: [Int]
  let program: ResponseProgram?
  /// What all requests took together, each once; nil where there are none.
  let seconds: Double?
  /// Why a case says nothing because of ourselves; nil if it is the server that speaks.
  let cancellationReason: Inconclusive?
  /// Why an answer is missing or says nothing of the server.
  let accessFailure: Inconclusive?
  /// Why there may be nothing to look at, though somebody may have been answered.
  let obstacle: Inconclusive?

  init(_ all: [Transcript]) {
    self.all = all
    var seen: Set<Int> = []
    var heads: [Seen] = []
    var counts: [Int] = []
    var program: ResponseProgram?
    var failures: [Inconclusive] = []
    var seconds: Double?
    for transcript in all {
      let isWalk = transcript.probe.traversal.limit != nil
      for (index, reading) in transcript.readings.enumerated()
      where seen.insert(reading.number).inserted {
        seconds = (seconds ?? 0) + reading.duration
        if let failure = reading.accessFailure { failures.append(failure) }
        guard let response = reading.response, !reading.isOutage else { continue }
        heads.append((reading, isWalk ? index + 1 : nil, response))
        guard let body = response.body, body.facts.rootKind == .object else { continue }
        // Where answers of two operations are looked at, the counts are those of the first.
        program = program ?? body.program
        guard program?.operation.id == body.program.operation.id else { continue }
        if counts.isEmpty { counts = Array(repeating: 0, count: body.counts.count) }
        for (place, count) in body.counts.enumerated() { counts[place] += Int(count) }
      }
    }
    self.heads = heads
    self.seconds = seconds
    let gap = heads.first { $0.response.gaps.body != nil }
    responses = gap == nil ? heads : heads.filter { $0.response.gaps.body == nil }
    self.counts = counts
    self.program = program
    faulty = responses.filter { $0.response.body?.faults.isEmpty == false }
    accessFailure = failures.first
    obstacle =
      failures.first { $0 != .notRecorded } ?? gap.flatMap { $0.reading.bodyGap } ?? failures.first
    cancellationReason = failures.first { reason in
      if case .givenUp = reason { true } else { false }
    }
  }

  var startIndex: Int { 0 }
  var endIndex: Int { all.count }

  subscript(place: Int) -> Transcript { all[place] }

  /// The same without the first ones.
  func without(first count: Int) -> Transcripts { Transcripts(Array(all.dropFirst(count))) }

  /// The answers that are pages of the list, with their numbers within their walks.
  func pages(_ paging: Paging) -> [(page: ListPage, number: Int?)] {
    responses.compactMap { reading, number, _ in
      ListPage(reading, number: number ?? 1, paging: paging).map { ($0, number) }
    }
  }
}
