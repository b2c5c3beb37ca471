// SPDX-License-Identifier: Apache-2.0
// All exchanges of one probe in order: the unit that is judged.

/// All exchanges of one probe, in the order of the walk.
public struct Transcript: Sendable {
  public let probe: Probe
  public let exchanges: [Exchange]
  public let ending: Ending

  /// How the asking came to its end.
  public enum Ending: Sendable, Hashable {
    /// The list was read to its end, or the one request was answered.
    case complete
    /// The list is longer than the walk goes; with a tail, the last exchange is its last page.
    case cut(tail: Bool)
    /// The next page cannot be asked for, because an answer is not what the walk needs.
    case stuck
    /// A page came again, or nothing new came; going on would never end.
    case circular
    /// The operation refused its baseline request, so this probe was not sent.
    case refused(Verdict)
  }

  public init(probe: Probe, exchanges: [Exchange], ending: Ending) {
    self.probe = probe
    self.exchanges = exchanges
    self.ending = ending
  }

  /// Whether a recording was asked that does not hold even the first request.
  var isNotRecorded: Bool { exchanges.first?.isNotRecorded == true }

  /// The verdict of every case that needed this transcript, where it was not to be had.
  var refusal: Verdict? {
    if case .refused(let verdict) = ending { verdict } else { nil }
  }
}
