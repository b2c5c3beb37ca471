// SPDX-License-Identifier: Apache-2.0
// Tells a refusal that a request has earned from an endpoint that lets nobody in any more.

import Contract
import Wire

extension Inquiry {
  /// The transcripts, with what a shut endpoint said marked as that.
  ///
  /// A firewall that has had enough of a client answers everything with 403, and a load balancer whose
  /// service went away closes every connection: neither says anything of the request. If the last
  /// answers are such ones, a plain request that was granted before is sent once more; if that is not
  /// granted either, no refusal of the run is held against anybody.
  func withoutOutage(_ transcripts: [Transcript]) async -> [Transcript] {
    let readings = readings
    guard let last = readings.filter(\.isGranted).max(by: { $0.start < $1.start }),
      isReplay || readings.contains(where: { $0.isOddRefusal && $0.end > last.start }),
      let context = context(for: last.operation)
    else { return transcripts }
    var plain = context.baseline
    plain.repetition = Self.lastRepetition
    guard await store.reading(of: plain, context).isRefusal else { return transcripts }
    return transcripts.map { transcript in
      Transcript(
        probe: transcript.probe,
        readings: transcript.readings.map { $0.isRefusal ? $0.asOutage() : $0 },
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

  /// Whether it is such a refusal of what everybody may ask.
  fileprivate var isOddRefusal: Bool {
    isRefusal && request.credential == .own && !request.expectsForbidden && request.method == .get
  }

  /// Whether it looks like what an endpoint says that lets nobody in.
  fileprivate var isRefusal: Bool { status == 403 || isBroken }
}
