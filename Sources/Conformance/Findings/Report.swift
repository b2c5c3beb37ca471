// SPDX-License-Identifier: Apache-2.0
// Everything a run found, as a value; every format in Reporting is a function of it.

public import Contract

/// Everything that one run found.
public struct Report: Sendable, Hashable {
  /// What belongs to the API that was judged, and to no other.
  public var profile: Profile {
    get { shared.profile }
    set { shared = SharedProfile(newValue) }
  }
  private var shared: SharedProfile

  public enum Mode: String, Sendable, Hashable {
    /// The mock registry inside the program.
    case embedded
    /// An endpoint over the network.
    case live
    /// A recording, with no network.
    case recorded
    /// What a client and its endpoint said to each other through us.
    case relayed
  }

  public var mode: Mode
  /// The endpoint's URL without a path; the recording's file name for a recording.
  public var endpoint: String
  /// When the run began, in RFC 3339 with zone Z.
  public var started: String
  /// How long the run took, in seconds.
  public var seconds: Double
  /// For how many of them at least one request was under way; the others are ours.
  public var waiting: Double
  /// How many requests were sent.
  public var requests: Int
  /// How many of them were sent again because the answer said to come back later.
  public var retries: Int
  /// Whether the run was stopped before every case was judged.
  public var isPartial: Bool
  /// What every reader must know beside the verdicts, one sentence each: `certificates were not verified`.
  public var notices: [String]
  public var results: [CaseResult]
  /// The name of the set of cases that alone counts; nil where all do.
  public var requirements: String?
  /// What became of cases that are not of that set; no count, level or exit code knows them.
  public var outside: [CaseResult]
  public var exit: ExitCode
  /// Whether a warning counts as failed.
  public var isStrict: Bool
  /// The next day, as a baseline has it, behind which a finding counts again; nil where there is none.
  public var nextExpiry: String?
  /// What to look at first, beside the exit code, one sentence each.
  public var advice: [String] = []
  /// How much of the contract the answers have shown; nil where nobody asked for it.
  public var coverage: Coverage?
  /// What the run knew of its target; nil where nobody says so.
  public var target: TargetFacts?
  /// What of the words of its command line decides what is asked, beside ``target``.
  public var selectionOptions: [String] = []
  /// Which shard of a run it is; nil for a whole run.
  public var part: Part?
  /// What each request took, in the order of coming; empty where nobody measured.
  public var timings: [Timing]

  /// - Parameters:
  ///   - waiting: nil says that the readings tell.
  ///   - results: Those outside the set that counts are kept apart.
  ///   - readings: What came, where somebody measured; empty where nobody waited for a server.
  ///   - exit: What the verdicts mean as an exit code; a run that was stopped means nothing else.
  public init(
    of profile: Profile, mode: Mode, endpoint: String, started: String, seconds: Double,
    waiting: Double? = nil, requests: Int, retries: Int = 0, isPartial: Bool = false,
    notices: [String] = [], results: [CaseResult], readings: [Reading] = [], exit: ExitCode,
    isStrict: Bool = false
  ) {
    shared = SharedProfile(profile)
    self.mode = mode
    self.endpoint = endpoint
    self.started = started
    self.seconds = seconds
    self.waiting = waiting ?? Self.waiting(in: readings)
    self.requests = requests
    self.retries = retries
    self.isPartial = isPartial
    self.notices = notices
    self.results = results.filter { !$0.isOutside }
    outside = results.filter(\.isOutside)
    self.exit = isPartial ? .interrupted : exit
    self.isStrict = isStrict
    timings = readings.map(Timing.init)
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

  /// How many cases had that outcome.
  public func count(_ outcome: Verdict.Outcome) -> Int { results.count(outcome) }

  /// The cases that were claimed and not exercised for want of a fact.
  public var unexercised: [CaseResult] {
    results.indices.filter { !results[$0].wantedFacts.isEmpty }.map { results[$0] }
  }

  /// Which side the server takes of each quirk that was asked for, in the order of the cases.
  public var quirkResults: [QuirkResult] { results.compactMap(\.quirkResult) }
}
