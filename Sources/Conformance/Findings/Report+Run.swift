// SPDX-License-Identifier: Apache-2.0
// Puts a report together from a run that has ended, for whoever ran it.

public import Contract

extension Report {
  /// What is known of a run beside its verdicts.
  public struct Circumstances: Sendable {
    public var profile: Profile
    public var mode: Mode
    /// The endpoint's URL without a path; the recording's file name for a recording.
    public var endpoint: String
    /// When the run began, in RFC 3339 with zone Z.
    public var started: String
    /// How long the run took, in seconds.
    public var seconds: Double
    /// For how many of them the server was waited for; nil says that readings tell.
    public var waiting: Double?
    public var requests: Int
    public var retries = 0
    public var isPartial = false
    public var notices: [String] = []

    public init(
      of profile: Profile, mode: Mode, endpoint: String, started: String, seconds: Double,
      waiting: Double? = nil,
      requests: Int, retries: Int = 0, isPartial: Bool = false, notices: [String] = []
    ) {
      self.profile = profile
      self.mode = mode
      self.endpoint = endpoint
      self.started = started
      self.seconds = seconds
      self.waiting = waiting
      self.requests = requests
      self.retries = retries
      self.isPartial = isPartial
      self.notices = notices
    }
  }

  /// - Parameters:
  ///   - readings: What came, where somebody measured; empty where nobody waited for a server.
  ///   - exit: What the verdicts mean as an exit code; a run that was stopped means nothing else.
  public init(
    _ circumstances: Circumstances, _ results: [CaseResult], readings: [Reading] = [],
    exit: ExitCode
  ) {
    self.init(
      of: circumstances.profile, mode: circumstances.mode, endpoint: circumstances.endpoint,
      started: circumstances.started, seconds: circumstances.seconds,
      waiting: circumstances.waiting ?? Self.waiting(in: readings),
      requests: circumstances.requests, retries: circumstances.retries,
      isPartial: circumstances.isPartial, notices: circumstances.notices,
      results: results.filter { !$0.isOutside },
      exit: circumstances.isPartial ? .interrupted : exit, timings: readings.map(Timing.init))
    outside = results.filter(\.isOutside)
  }

  /// For how long at least one request was under way.
  private static func waiting(in readings: [Reading]) -> Double {
    var (waited, end) = (0.0, 0.0)
    for reading in readings.sorted(by: { $0.start < $1.start }) {
      let until = reading.start + reading.seconds
      waited += max(0, until - max(end, reading.start))
      end = max(end, until)
    }
    return waited
  }
}
