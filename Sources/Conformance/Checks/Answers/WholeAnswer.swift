// SPDX-License-Identifier: Apache-2.0
// Every request is answered to the end; a server that breaks off each time has not answered.

import Contract
import Wire

extension Check {
  /// A connection may break by accident, so that only what breaks three times counts.
  static let wholeAnswer = Check(
    "whole-answer", .shape, "Every request is answered whole, and within the time that is given."
  ) { planning, check in
    let operation = planning.operation
    var planned = check.makeCase(
      planning, nil, "every request is answered to the end",
      clause: operation.clause(
        "a message is complete when its head and as much body as it announces have come",
        answer: 200, from: .standard("RFC 9112", "section 8"),
        at: operation.answer(200)?.location ?? operation.location),
      asks: .everything
    ) { context, transcripts in
      for transcript in transcripts {
        let isWalk = transcript.probe.traversal.limit != nil
        for (index, reading) in transcript.readings.enumerated() {
          guard !context.assert(!reading.isBroken, count: reading.hasBeenHeard ? 1 : 0),
            let failure = reading.failure
          else { continue }
          context.fault(
            .error, "the answer breaks off each of three times: \(failure.description)",
            expected: "a whole answer", received: Finding.Received(failure.kind.words),
            at: BodyLocation(reading, page: isWalk ? index + 1 : nil), kind: failure.kind.rawValue)
        }
      }
    }
    planned.tells = .breakage
    return [planned]
  }
}

extension Reading {
  /// Whether the server answered, or broke off each time.
  fileprivate var hasBeenHeard: Bool {
    isBroken || response?.gaps.body == nil && response != nil && !isOutage
  }
}

extension TransportFailure.Kind {
  fileprivate var words: String {
    switch self {
    case .closed: "the connection closed without an answer"
    case .truncated: "a part of an answer"
    case .timedOut: "no whole answer in time"
    case .malformed: "bytes that are no HTTP"
    case .unknownHost, .refused, .tls, .proxy, .tooLarge, .other, .unreachable, .notRecorded,
      .notKept, .givenUp, .unauthorized:
      rawValue
    }
  }
}
