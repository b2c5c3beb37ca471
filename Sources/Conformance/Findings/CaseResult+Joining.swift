// SPDX-License-Identifier: Apache-2.0
// One result of what was said of a case at several times.

extension [CaseResult] {
  /// The results of both, each case once: whatever was found at any time is found, and a case that was
  /// asserted at any time is not undecided, unless it is in doubt.
  public func joined(with later: [CaseResult]) -> [CaseResult] {
    var joined = self
    let places = Dictionary(uniqueKeysWithValues: indices.map { (self[$0].id, $0) })
    for result in later {
      if let place = places[result.id] {
        joined[place] = joined[place].joined(with: result)
      } else {
        joined.append(result)
      }
    }
    return joined
  }
}

extension CaseResult {
  fileprivate func joined(with later: CaseResult) -> CaseResult {
    var joined = verdict.rank >= later.verdict.rank ? self : later
    let asserted = verdict.asserted + later.verdict.asserted
    joined.findings = findings
    for finding in later.findings {
      if let place = joined.findings.firstIndex(where: finding.isSame) {
        joined.findings[place].count += finding.count
      } else {
        joined.findings.append(finding)
      }
    }
    joined.findings.sort { $0.severity > $1.severity }
    joined.quirkResult =
      later.quirkResult?.outcome == .notObserved
      ? quirkResult ?? later.quirkResult : later.quirkResult ?? quirkResult
    switch joined.verdict {
    case .passed: joined.verdict = .passed(asserted: asserted)
    case .warned: joined.verdict = .warned(asserted: asserted)
    case .failed: joined.verdict = .failed(asserted: asserted)
    case .inconclusive, .skipped: break
    }
    return joined
  }
}

extension Finding {
  fileprivate func isSame(_ other: Finding) -> Bool {
    (rule, severity, summary, expected) == (
      other.rule, other.severity, other.summary, other.expected
    )
  }
}

extension Verdict {
  /// Which of two verdicts on one case stands: a doubt is waved through by no later luck.
  fileprivate var rank: Int {
    switch self {
    case .failed: 5
    case .inconclusive(let reason) where reason.isDoubt: 4
    case .warned: 3
    case .passed: 2
    case .inconclusive: 1
    case .skipped: 0
    }
  }
}
