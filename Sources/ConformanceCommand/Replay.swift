// SPDX-License-Identifier: Apache-2.0
// Whether a finding is still there, found out with as few requests as can show it.

import CommandLineArguments
import Conformance
import Contract
import Reporting
import Wire

/// One finding of a report, put to a target again.
///
/// It is still there if it comes twice, which a case that compares answers sees to itself, and fixed if
/// it stays away three times; all else is flaky. What one answer shows is first asked of that request
/// alone, and only if it does not show it any more with a walk through the whole list, since rows move.
struct Replay {
  private let subject: Subject
  private let suite: ConformanceSuite
  private let asked: AskedTarget
  private let selection: Selection
  /// How often the case has to show it: a fault between answers counts only once it came again.
  private let hitsNeeded: Int
  /// What is asked, the fewest requests first; nil asks the whole case.
  private var stages: [[Probe]?] = [nil]

  /// A finding with its case, as a report has it.
  struct Subject {
    var result: WrittenReport.Case
    var finding: WrittenReport.Finding
    var name: String { String(finding.fingerprint.prefix(8)) }
  }

  enum Verdict {
    case fixed, stillThere, flaky
    /// Why nothing was found out, and whether we were not let in or did not get there.
    case unknown(String, isAccess: Bool)

    var word: String {
      switch self {
      case .fixed: "fixed"
      case .stillThere: "still there"
      case .flaky: "flaky"
      case .unknown: "not found out"
      }
    }

    var exit: ExitCode {
      switch self {
      case .fixed: .passed
      case .stillThere: .failed
      case .flaky, .unknown(_, isAccess: false): .unasserted
      case .unknown(_, isAccess: true): .unreachable
      }
    }
  }

  struct Outcome {
    var verdict: Verdict
    /// The finding as it is now, drawn for a person.
    var shown: String?
    /// What else is wrong in the case, if it is not the finding.
    var others: String?
    /// How often it was seen, and what was asked.
    var words: String
  }

  init(
    of subject: Subject, _ suite: ConformanceSuite, against asked: AskedTarget,
    _ selection: Selection
  ) throws(UsageError) {
    (self.subject, self.suite, self.asked) = (subject, suite, asked)
    let (chosen, plan) = Self.plan(for: subject, suite, asked, selection)
    self.selection = chosen
    let found = plan.cases.first { $0.id == subject.result.id }
    hitsNeeded = found?.comparesAnswers == true ? 1 : 2
    guard let planned = found else {
      throw UsageError(
        "the contract has no case \(subject.result.id.visible) any more; use the release that "
          + "wrote the report, or --contract")
    }
    if let reason = planned.skipReason {
      throw UsageError("\(subject.result.id.visible) cannot be asked: \(reason)")
    }
    if let request = request(in: plan, for: planned), let walk = plan.probes(of: planned).first {
      let alone = Probe(operation: planned.operation, first: request)
      stages = [[alone], [alone, walk]]
    }
  }

  /// The plan with the case in it: the thorough one only where there is no other.
  private static func plan(
    for subject: Subject, _ suite: ConformanceSuite, _ asked: AskedTarget, _ selection: Selection
  ) -> (Selection, Plan) {
    let plan = suite.plan(against: asked.facts, selection: selection)
    let isAsked = plan.cases.contains { $0.id == subject.result.id && $0.skipReason == nil }
    guard !isAsked else { return (selection, plan) }
    var thorough = selection
    thorough.isThorough = true
    return (thorough, suite.plan(against: asked.facts, selection: thorough))
  }

  /// The request of the report, if the answer to any request can show the finding, and it is one that
  /// the operation's own path answers.
  private func request(in plan: Plan, for planned: Case) -> Probe.Request? {
    guard planned.asks == .readings || planned.asks == .everything, !planned.comparesAnswers,
      let line = subject.finding.request, line.hasPrefix("GET "),
      let credential = Credential(rawValue: subject.finding.credential ?? "own")
    else { return nil }
    let request = Probe.Request(
      method: .get, target: String(line.dropFirst(4)), credential: credential)
    return request.path == plan.baselineRequest(of: planned.operation)?.path ? request : nil
  }

  /// - Parameter begin: Is told of each run, so that a signal can stop it.
  func outcome(begin: (Run) -> Void) async -> Outcome {
    var seen: [CaseResult] = []
    var hits: [Bool] = []
    var requests = 0
    var stage = 0
    while hits.count < 3, hits.count(where: \.self) < hitsNeeded, Set(hits).count < 2 {
      let run = Run(plan(asking: stages[stage]), over: asked.transport, concurrency: 1)
      begin(run)
      guard let result = await run.result(of: subject.result.id)?.result else { break }
      requests += run.requestCount
      let hit = match(in: result) != nil
      if !hit, case .inconclusive(let reason) = result.verdict {
        return Outcome(
          verdict: .unknown("\(reason)", isAccess: reason.isAccess),
          words: "\(reason); \(requests.counted("request"))")
      }
      // That one request does not show it any more is no miss if the list then does.
      if hit, stage > 0, hits == [false] { hits = [] }
      if !hit { stage = stages.count - 1 }
      seen.append(result)
      hits.append(hit)
    }
    return outcome(hits, seen, requests)
  }

  private func plan(asking probes: [Probe]?) -> Plan {
    suite.plan(
      against: asked.facts, selection: selection,
      asking: probes.map { [subject.result.id: $0] } ?? [:])
  }

  private func outcome(_ hits: [Bool], _ seen: [CaseResult], _ requests: Int) -> Outcome {
    let count = hits.count(where: \.self)
    let verdict: Verdict =
      count == 0 ? .fixed : count == hits.count ? .stillThere : .flaky
    let words = "seen \(count) of \(hits.count.counted("time")), \(requests.counted("request"))"
    guard let last = seen.last(where: { match(in: $0) != nil }), let finding = match(in: last)
    else {
      let others = seen.last?.findings.filter { $0.severity != .note }.map(\.summary.visible) ?? []
      return Outcome(
        verdict: verdict, others: others.isEmpty ? nil : others.joined(separator: "; "),
        words: words)
    }
    return Outcome(
      verdict: verdict, shown: TextReport().block(of: finding, in: last), words: words)
  }

  /// The finding of the same rule at the same sort of place; where the report has several there, the
  /// one that expects and received the like.
  private func match(in result: CaseResult) -> Finding? {
    let alike = result.findings.filter { subject.finding.isAtPlace(of: $0) }
    let rivals = subject.result.findings.count { $0.isAtPlace(of: subject.finding) }
    return rivals > 1 ? alike.first(where: subject.finding.isLike) : alike.first
  }
}
