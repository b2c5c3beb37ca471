// SPDX-License-Identifier: Apache-2.0
// Whom the tests of this process ask, as the environment has it, and the one run that they share.

import Baselines
import Conformance
import Contract
import Files
import LiveTransport
import Reporting
import Synchronization
import Wire

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// One run for all tests of a process.
struct TestSession: Sendable {
  let mode: Report.Mode
  private let run: Run
  /// What came for each request, to be attached to the tests that found something in it.
  private let bodies: BodyKeeper
  /// What the variable of `baseline` accepts.
  private let baseline: Baseline
  private let facts: TargetFacts

  /// What keeps every test from being judged.
  struct Problem: Error, Hashable, CustomStringConvertible {
    var description: String

    init(_ lines: [String]) {
      description = (["no case can be judged:"] + lines).joined(separator: "\n")
    }
  }

  /// Asks the endpoint that the environment names, or else the suite's mock, bent by the variables of
  /// `fault`, `variant` and `quirk`.
  init(of suite: ConformanceSuite, environment: [String: String]) throws(Problem) {
    let profile = suite.profile
    let baseline = try Self.baseline(profile.variable(of: "baseline"), in: environment)
    if Target.isNamed(nil, of: profile, environment: environment, Target.Flags()) {
      try self.init(suite, live: environment, baseline)
      return
    }
    let problem = Target.problem(
      ofNoEndpointIn: environment, of: profile,
      remedy: suite.mock == nil ? "or skip these tests" : "or unset all to judge the embedded mock")
    if let problem { throw Problem(["\(problem)"]) }
    guard let mock = suite.mock else {
      throw Problem(["no endpoint is named; set \(profile.variable(of: "endpoint"))"])
    }
    let wishes = try EmbeddedMock.Wishes(
      environment: environment, of: profile, mock: mock)
    let (facts, transport) = mock.target(wishes)
    self.init(suite, .embedded, facts, over: transport, baseline)
  }

  private static func baseline(
    _ variable: String, in environment: [String: String]
  ) throws(Problem) -> Baseline {
    let path = environment[variable] ?? ""
    guard !path.isEmpty else { return Baseline() }
    do {
      return try Baseline(parsing: try InputFile.bytes(path), name: path)
    } catch let problem as FileProblem {
      throw Problem(["\(path), which \(variable) names, cannot be read: \(problem)"])
    } catch {
      throw Problem(["\(error)"])
    }
  }

  /// The facts that the variable of `allow_skipped` names, with commas between them.
  private static func dispensable(
    in environment: [String: String], _ profile: Profile
  ) throws(Problem) -> Set<Fact> {
    let variable = profile.variable(of: "allow_skipped")
    let words = (environment[variable] ?? "").split(separator: ",").map(String.init)
    let unknown = words.filter { profile.fact(named: $0) == nil }
    guard unknown.isEmpty else {
      let known = profile.facts.map(\.name)
      throw Problem(
        unknown.map { word in
          let near = Spelling.nearest(to: word, among: known).map { "did you mean \($0)?" }
          return "\(variable) names \(word), which is no fact; "
            + (near ?? "the facts are \(known.joined(separator: ", "))")
        })
    }
    return Set(words.compactMap(profile.fact(named:)))
  }

  private init(
    _ suite: ConformanceSuite, live environment: [String: String], _ baseline: Baseline
  ) throws(Problem) {
    let profile = suite.profile
    let bends = ["fault", "variant", "quirk"].map(profile.variable(of:)).filter {
      environment[$0]?.isEmpty == false
    }
    let conflicts = bends.map {
      "\($0) bends the embedded mock only; unset it or \(profile.variable(of: "endpoint"))"
    }
    let dispensable = try Self.dispensable(in: environment, profile)
    let target = Result { () throws(Target.Problems) in
      try Target.load(nil, of: profile, environment: environment)
    }
    switch target {
    case .success(let target) where conflicts.isEmpty:
      do throws(Target.Problems) {
        let transport = PoliteTransport(try CurlTransport(target: target))
        self.init(suite, .live, target.facts, over: transport, baseline, dispensable)
      } catch {
        throw Problem(error.list.map(\.description))
      }
    case .success: throw Problem(conflicts)
    case .failure(let problems): throw Problem(problems.list.map(\.description) + conflicts)
    }
  }

  private init(
    _ suite: ConformanceSuite, _ mode: Report.Mode, _ facts: TargetFacts,
    over transport: any Transport, _ baseline: Baseline, _ dispensable: Set<Fact> = []
  ) {
    let selection = Selection(allowsUnsafeMethods: mode == .embedded, dispensable: dispensable)
    let plan = suite.plan(against: facts, selection: selection)
    self.mode = mode
    self.baseline = baseline
    self.facts = facts
    let bodies = BodyKeeper()
    self.bodies = bodies
    run = Run(plan, over: transport) { bodies.keep($0) }
  }

  /// What the test of one case has to say.
  func events(of id: String) async -> [TestEvent] {
    guard let (found, readings) = await run.result(of: id) else {
      return [.issue(.error, "no case is called \(id); build again to regenerate the tests")]
    }
    let today = Date().formatted(.iso8601.year().month().day())
    let judged = baseline.judge([found], endpoint: facts.endpoint, today: today)
    let result = judged.results.first ?? found
    return TestEvent.attachments(of: result, from: readings, body: bodies.body)
      + TestEvent.outcome(of: result, mode: mode, profile: facts.profile)
  }
}

/// The bodies of a run, kept because a test that fails attaches what it saw.
private final class BodyKeeper: Sendable {
  private let kept = Mutex(Kept())

  private struct Kept {
    var bodies: [Probe.Request: [UInt8]] = [:]
    /// In bytes.
    var size = 0
  }

  /// In bytes; what comes behind so much is not attached.
  private static let most = 64 << 20

  func keep(_ exchange: Exchange) {
    guard let body = exchange.response?.body else { return }
    kept.withLock { kept in
      guard kept.size + body.count <= Self.most else { return }
      kept.size += body.count
      kept.bodies[exchange.request] = body
    }
  }

  func body(of reading: Reading) -> [UInt8]? { kept.withLock { $0.bodies[reading.request] } }
}
