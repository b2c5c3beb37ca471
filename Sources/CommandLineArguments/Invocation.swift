// SPDX-License-Identifier: Apache-2.0
// What a person asked for, as a value; everything behind it can rely on it.

/// What the program is asked to do.
public enum Invocation: Sendable, Hashable {
  /// Judge the embedded mock or an endpoint.
  case run(Run)
  /// Find out what can be judged at an endpoint.
  case discover(Discover)
  /// Judge a recording.
  case judge(Judge)
  /// Say what holds and is stated nowhere.
  case infer(Infer)
  /// Send a request of a plan.
  case request(Request)
  /// Ask again for a finding.
  case replay(Replay)
  /// Judge what passes between a client and an endpoint.
  case proxy(Proxy)
  /// Compare two JSON reports.
  case diff(Diff)
  /// Compare two servers, recordings or reports.
  case compare(Compare)
  /// Join the reports of shards.
  case merge(Gathering)
  /// Put implementations beside each other.
  case matrix(Gathering)
  /// Run and write a bundle for reviewers.
  case bundle(Bundle)
  /// Verify a bundle.
  case verify(Verify)
  /// Serve the mock registry on loopback.
  case mock(Mock)
  /// Print the plan.
  case list(List)
  /// Explain that rule, or the rule of the case with that id.
  case explain(String)
  /// Print the documentation-quirk ledger.
  case quirks(Quirks)
  /// Run every fault and variant of the mock.
  case selftest(SelfTest)
  /// Read documentation pages.
  case docs(Docs)
  /// Print the specs for other tools.
  case export(Export)
  case completion(Completion.Shell)
  /// Print that text, which ends with a line break.
  case help(String)
  /// Print the release.
  case version

  /// How a target is reached and judged; nil for a command that does neither.
  package var run: Run? {
    switch self {
    case .run(let run): run
    case .discover(let options): options.run
    case .judge(let options): options.run
    case .infer(let options): options.run
    case .request(let options): options.run
    case .replay(let options): options.run
    case .proxy(let options): options.run
    case .compare(let options): options.run
    case .bundle(let options): options.run
    case .verify(let options): options.run
    case .diff, .merge, .matrix, .mock, .list, .explain, .quirks, .selftest, .docs, .export,
      .completion, .help, .version:
      nil
    }
  }

  /// Which cases a run or a list is about.
  public struct Selection: Sendable, Hashable {
    /// Only cases whose ids begin with one of these; all if there is none.
    public var only: [String]
    /// No cases whose ids begin with one of these.
    public var skip: [String]
    /// The levels a vendor claims; nil claims all.
    public var claim: [String]?
    /// Whether costly cases are included.
    public var thorough: Bool
    /// How many pages of a list are read at most.
    public var pages: Int
    /// How long answers may take, each as `800ms` or `ListGcTasks=2s`; none for no limit.
    public var budgets: [String]
    /// The facts that the target need not say.
    public var allowSkipped: [String]
    /// The set of cases that alone counts; nil for all.
    public var set: String?

    /// What is polite where nobody asks for more.
    public static let defaultPages = 100
  }

  /// What a run does with accepted findings.
  public struct BaselineUse: Sendable, Hashable {
    /// The accepted findings; nil accepts none.
    public var file: String?
    /// Where to write what failed now.
    public var newFile: String?
    /// Whether entries that occur no more are taken out of ``file``.
    public var prunes: Bool
  }

  public struct Run: Sendable, Hashable {
    public enum Color: String, Sendable, Hashable, CaseIterable {
      /// If the output is a terminal.
      case auto
      case always, never
    }

    public var endpoint: String?
    public var targetFile: String?
    /// The file of a fleet, all of whose targets are judged; nil for one target.
    public var fleet: String?
    /// How many hosts of a fleet are asked at one time.
    public var parallel: Int
    /// The part of the operations that is judged; nil for all.
    public var shard: Shard?
    /// A contract of another release to judge by; nil for the program's own.
    public var contract: String?
    /// Whether the endpoint is first asked for what the target does not say.
    public var discovers: Bool
    public var selection: Selection
    public var strict: Bool
    public var allowEmpty: Bool
    /// Whether the embedded mock is judged whatever points elsewhere.
    public var isMock: Bool
    /// Never empty; text on stdout comes first unless another report goes there.
    public var reports: [Destination]
    public var baseline: BaselineUse
    /// The file that the exchanges are written to; nil for none.
    public var record: String?
    public var concurrency: Int
    /// For one exchange.
    public var timeout: Duration
    /// How long a target that is still starting is waited for; nil for not at all.
    public var waitFor: Duration?
    /// Requests per second; nil for as fast as answers come.
    public var rate: Double?
    /// Of the whole run; nil for as many as the plan needs.
    public var maxRequests: Int?
    /// How many of them other targets of the same host have been sent before.
    public var spentRequests = 0
    public var seed: UInt64?
    /// Of the embedded mock.
    public var fault: String?
    /// Of the embedded mock.
    public var variants: [String]
    /// Sides of quirks that the mock takes, written `ID=SIDE`.
    public var quirks: [String]
    /// On which request of a list its data moves; nil for never.
    public var churn: Int?
    public var quiet: Bool
    /// Whether a person is told everything.
    public var isVerbose: Bool
    /// The JSON report to compare with; nil for none.
    public var against: String?
    /// Whether reports tell what of the contract the answers have shown.
    public var tellsCoverage: Bool
    /// The least share of the contract that has to be seen, in percent; nil asks for none.
    public var minCoverage: Int?
    /// A folder or a URL that has `Specs/`; nil where nobody says.
    public var sourceRoot: String?
    public var color: Color
    public var allowPlaintext: Bool
    /// A PEM file of the authorities to trust; nil trusts the system's.
    public var caFile: String?
    /// Whether any certificate will do.
    public var insecure: Bool
    /// A PEM file of the certificate to show; nil shows none.
    public var certificate: String?
    /// A PEM file of its private key; nil where the certificate's own file has it.
    public var key: String?
    /// `HOST:PORT:ADDR`, each.
    public var addresses: [String]
    /// For a connection to stand; nil for as long as the exchange may take.
    public var connectTimeout: Duration?
    /// Whether requests say to which trace they belong.
    public var tellsTrace: Bool
    /// Whether no HTTP/2 is spoken.
    public var isHTTP1: Bool
    public var allowUnsafeMethods: Bool
    /// What was typed that decides which cases are judged, and how they are weighed.
    public var selectingWords: [String]
    /// What every request carries for a reviewer; nil for nothing.
    public var nonce: String?
    /// What was typed that says who is asked and how: the words by which somebody asks again.
    public var askingWords: [String]

    /// The options among them that say how an endpoint is reached.
    public var routeOptions: [String] {
      askingWords.filter { word in Command.route.contains { $0.name == word } }
    }
  }

  public struct Request: Sendable, Hashable {
    /// How the target is reached, as a run with the same words would.
    public var run: Run
    /// Ids of operations, queries behind them that begin with `?`, and paths; never empty.
    public var words: [String]
    /// In whose name; nil for the target's own.
    public var credential: String?
    /// Nil for GET.
    public var method: String?
  }

  public struct Infer: Sendable, Hashable {
    /// How the target is reached, where there is no file.
    public var run: Run
    /// A recording; nil for the target.
    public var file: String?
    public var json: Bool
  }

  public struct Replay: Sendable, Hashable {
    /// How the target is reached, as a run with the same words would.
    public var run: Run
    /// The beginning of a finding's name.
    public var finding: String
    /// The file of a JSON report.
    public var report: String
  }

  public struct Discover: Sendable, Hashable {
    /// How the endpoint is reached, as a run with the same words would.
    public var run: Run
    /// The file to write, or nil for stdout.
    public var output: String?
    /// Whether a file that is there may be written over.
    public var force: Bool
  }

  /// A report's format and where it goes.
  public struct Destination: Sendable, Hashable {
    public var format: String
    /// A file, or nil for stdout.
    public var path: String?

    public init(format: String, path: String?) {
      self.format = format
      self.path = path
    }
  }

  public struct Judge: Sendable, Hashable {
    public var file: String
    /// What it has in common with a run.
    public var run: Run
  }

  public struct Diff: Sendable, Hashable {
    /// What the difference is written as.
    public enum Form: Sendable, Hashable {
      case text, json, markdown
    }

    /// At least two files; the older one of two comes first.
    public var reports: [String]
    public var form: Form
    /// Whether all are put into the order of their times.
    public var isTrend: Bool

    public init(_ reports: [String], form: Form, isTrend: Bool = false) {
      (self.reports, self.form, self.isTrend) = (reports, form, isTrend)
    }
  }

  public struct Compare: Sendable, Hashable {
    /// A target file with or without the name of a target, a recording, a report, or `mock`.
    public var first: String
    public var second: String
    public var form: Diff.Form
    /// How targets are reached, as a run with the same words would.
    public var run: Run
  }
}
