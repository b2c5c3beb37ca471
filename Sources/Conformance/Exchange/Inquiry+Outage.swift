// SPDX-License-Identifier: Apache-2.0
// Tells a refusal that a request has earned from an endpoint that lets nobody in any more.

import Contract
import Wire

extension Inquiry {
  /// The transcripts, with what a shut endpoint said marked as that.
  ///
  /// A firewall that has had enough of a client answers everything with 403, a load balancer whose
  /// service went away closes every connection, and of what somebody removed meanwhile everything is
  /// answered with 404: none of it says anything of the request. Where an operation's last answers are
  /// such ones, the plain request, which was granted before, is sent once more; if that is refused in the
  /// same way, no such refusal since is held against anybody.
  func withoutOutage(_ transcripts: [Transcript]) async -> [Transcript] {
    let readings = Dictionary(grouping: readings, by: \.operation)
    var shut: [Reading] = []
    var open: Set<String> = []
    for (operation, readings) in readings.sorted(by: { $0.key < $1.key }) {
      guard let last = readings.filter(\.isGranted).map(\.start).max(),
        let context = context(for: operation),
        readings.contains(where: {
          $0.isOddRefusal(of: context.baseline) && (isReplay || $0.end > last)
        })
      else { continue }
      var plain = context.baseline
      plain.repetition = Self.lastRepetition
      let again = await store.reading(of: plain, context)
      // Of a recording nobody knows when its answers came; where it was not asked, it had no reason.
      guard !again.isNotRecorded else { continue }
      if again.isRefusal { shut.append(again) } else { open.insert(operation) }
    }
    guard !shut.isEmpty else { return transcripts }
    return transcripts.map { transcript in
      Transcript(
        probe: transcript.probe,
        readings: transcript.readings.map { reading in
          let isOutage = !open.contains(reading.operation) && shut.contains(where: reading.isLike)
          return isOutage ? reading.asOutage() : reading
        },
        ending: transcript.ending)
    }
  }

  /// No case repeats a request so often.
  private static let lastRepetition = Probe.Request.reading - 1
}

extension Reading {
  /// When the last byte came, in seconds since the run began.
  fileprivate var end: Double { start + seconds }

  /// Whether we were let in.
  fileprivate var isGranted: Bool { status == 200 && request.credential == .own }

  /// Whether it refuses what everybody may ask; what is not there may well be answered with 404.
  fileprivate func isOddRefusal(of plain: Probe.Request) -> Bool {
    isRefusal && request.credential == .own && !request.expectsForbidden
      && request.method == .get && (status != 404 || request.path == plain.path)
  }

  /// Whether it looks like what an endpoint says that lets nobody in, or no longer has the list.
  fileprivate var isRefusal: Bool { status == 403 || status == 404 || isBroken }

  /// Whether it refuses a request as the plain one was refused in the end.
  ///
  /// Who shuts out refuses other operations as well; what is gone concerns its own.
  fileprivate func isLike(_ outage: Reading) -> Bool {
    guard isRefusal, status == outage.status else { return false }
    return status != 404
      || operation == outage.operation && request.path == outage.request.path
  }
}
