// SPDX-License-Identifier: Apache-2.0
// All readings of one probe in order: the unit that is judged.

/// All readings of one probe, in the order of the walk.
public struct Transcript: Sendable {
  public let probe: Probe
  public let readings: [Reading]
  public let ending: Ending

  /// How the asking came to its end.
  public enum Ending: Sendable, Hashable {
    /// The list was read to its end, or the one request was answered.
    case complete
    /// The list is longer than the walk goes; with a tail, the last reading is its last page.
    case cut(tail: Bool)
    /// The next page cannot be asked for, because an answer is not what the walk needs.
    case stuck
    /// A page came again, or nothing new came; going on would never end.
    case circular
    /// The probe was not sent, because the baseline request decided for all.
    case notSent
  }

  /// Whether a recording was asked that does not hold even the first request.
  var isNotRecorded: Bool { readings.first?.isNotRecorded == true }
}
