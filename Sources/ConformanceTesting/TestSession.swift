// SPDX-License-Identifier: Apache-2.0
// Whom the tests of this process ask, as the environment has it, and the one run that they share.

import Baselines
import Conformance
import Contract
import EmbeddedTarget
import Files
import LiveTransport
import MockRegistry
import Reporting
import SWRSpecs
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
  /// What `SWR_BASELINE` accepts.
  private let baseline: Baseline
  private let endpoint: String

  /// The session of this process.
  static let shared = Result { () throws(Problem) in
    try TestSession(environment: ProcessInfo.processInfo.environment)
  }

  /// What keeps every test from being judged.
  struct Problem: Error, Hashable, CustomStringConvertible {
    var description: String

    init(_ lines: [String]) {
      description = (["no case can be judged:"] + lines).joined(separator: "\n")
    }
  }

  /// Asks the endpoint of `SWR_ENDPOINT`, or else a mock bent by `SWR_FAULT`, `SWR_VARIANT`, `SWR_QUIRK`.
  init(environment: [String: String]) throws(Problem) {
    let baseline = try Self.baseline(environment["SWR_BASELINE"] ?? "")
    if Target.isNamed(nil, environment: environment, Target.Flags()) {
      try self.init(live: environment, baseline)
    } else {
      let problem = Target.problem(
        ofNoEndpointIn: environment, remedy: "or unset all to judge the embedded mock")
      if let problem { throw Problem(["\(problem)"]) }
      self.init(try MockRegistry.Configuration(environment: environment), baseline)
    }
  }

  private static func baseline(_ path: String) throws(Problem) -> Baseline {
    guard !path.isEmpty else { return Baseline() }
    do {
      return try Baseline(parsing: try InputFile.bytes(path), name: path)
    } catch let problem as FileProblem {
      throw Problem(["\(path), which SWR_BASELINE names, cannot be read: \(problem)"])
    } catch {
      throw Problem(["\(error)"])
    }
  }

  /// The facts that `SWR_ALLOW_SKIPPED` names, with commas between them.
  private static func dispensable(_ names: String) throws(Problem) -> Set<Fact> {
    let words = names.split(separator: ",").map(String.init)
    let unknown = words.filter { Fact(rawValue: $0) == nil }
    guard unknown.isEmpty else {
      let known = Fact.allCases.map(\.rawValue)
      throw Problem(
        unknown.map { word in
          let near = Spelling.nearest(to: word, among: known).map { "did you mean \($0)?" }
          return "SWR_ALLOW_SKIPPED names \(word), which is no fact; "
            + (near ?? "the facts are \(known.joined(separator: ", "))")
        })
    }
    return Set(words.compactMap(Fact.init))
  }

  private init(live environment: [String: String], _ baseline: Baseline) throws(Problem) {
    let bends = ["SWR_FAULT", "SWR_VARIANT", "SWR_QUIRK"].filter {
      environment[$0]?.isEmpty == false
    }
    let conflicts = bends.map { "\($0) bends the embedded mock only; unset it or SWR_ENDPOINT" }
    let dispensable = try Self.dispensable(environment["SWR_ALLOW_SKIPPED"] ?? "")
    let target = Result { () throws(Target.Problems) in
      try Target.load(nil, environment: environment)
    }
    switch target {
    case .success(let target) where conflicts.isEmpty:
      do throws(Target.Problems) {
        let transport = PoliteTransport(try CurlTransport(target: target))
        self.init(.live, target.facts, over: transport, baseline, dispensable)
      } catch {
        throw Problem(error.list.map(\.description))
      }
    case .success: throw Problem(conflicts)
    case .failure(let problems): throw Problem(problems.list.map(\.description) + conflicts)
    }
  }

  private init(_ configuration: MockRegistry.Configuration, _ baseline: Baseline) {
    let registry = MockRegistry(configuration)
    self.init(.embedded, TargetFacts(of: registry), over: EmbeddedTransport(registry), baseline)
  }

  private init(
    _ mode: Report.Mode, _ facts: TargetFacts, over transport: any Transport, _ baseline: Baseline,
    _ dispensable: Set<Fact> = []
  ) {
    let selection = Selection(allowsUnsafeMethods: mode == .embedded, dispensable: dispensable)
    let plan = Plan(for: Catalog.operations, against: facts, selection: selection)
    self.mode = mode
    self.baseline = baseline
    endpoint = facts.endpoint
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
    let judged = baseline.judge([found], endpoint: endpoint, today: today)
    let result = judged.results.first ?? found
    return TestEvent.attachments(of: result, from: readings, body: bodies.body)
      + TestEvent.outcome(of: result, mode: mode)
  }
}

/// The bodies of a run, kept because a test that fails attaches what it saw.
private final class BodyKeeper: Sendable {
  private let bodies = Mutex<[Probe.Request: [UInt8]]>([:])

  func keep(_ exchange: Exchange) {
    guard let body = exchange.response?.body else { return }
    bodies.withLock { $0[exchange.request] = body }
  }

  func body(of reading: Reading) -> [UInt8]? { bodies.withLock { $0[reading.request] } }
}
