// SPDX-License-Identifier: Apache-2.0
// The words for numbers, modes and exit codes.

import Conformance

extension Report.Mode {
  var words: String {
    switch self {
    case .embedded: "the embedded mock"
    case .live: "a live endpoint"
    case .recorded: "a recording"
    }
  }
}

extension Report {
  /// What the exit code says about this run.
  var exitMeaning: String {
    switch exit {
    case .kept: "what was asserted is as promised"
    case .broken where count(.broken) == 0: "warnings count as broken"
    case .broken: "a promise is broken"
    case .usage: "the command line or a file it names cannot be used"
    case .unreachable where isGivenUp: "not everything was asked"
    case .unreachable: "the target was not reached or did not let us in"
    case .unasserted: "something that was claimed could not be asserted"
    case .interrupted: "the run was interrupted"
    }
  }

  private var isGivenUp: Bool {
    results.contains { if case .undecided(.givenUp) = $0.verdict { true } else { false } }
  }
}

extension Int {
  /// The number and its noun: `1 request`, `2 requests`.
  func counted(_ noun: String) -> String {
    self == 1 ? "1 \(noun)" : "\(self) \(noun)s"
  }
}

extension Double {
  /// The decimal notation of a duration with that many digits behind the point, from 0 to 10¹².
  ///
  /// Does without `rounded()`, which needs a mathematics library that this room does not link.
  func rounded(digits: Int) -> String {
    let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
    let scaled = (0..<1e12).contains(self) ? Int(self * Double(scale) + 0.5) : 0
    let (whole, part) = scaled.quotientAndRemainder(dividingBy: scale)
    let zeros = String(repeating: "0", count: digits - "\(part)".count)
    return "\(whole).\(zeros)\(part)"
  }
}
