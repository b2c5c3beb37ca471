// SPDX-License-Identifier: Apache-2.0
// The words for numbers, modes, exit codes and the parts of a finding.

package import Conformance
import Contract
import Wire

extension Report.Mode {
  package var words: String {
    switch self {
    case .embedded: "the embedded mock"
    case .live: "a live endpoint"
    case .recorded: "a recording"
    case .relayed: "what passed through the proxy"
    }
  }
}

extension Report {
  /// How many cases had each outcome: `3 passed, 2 warned, 1 failed, 5 inconclusive, 1 skipped`.
  package var counts: String {
    Verdict.Outcome.allCases.map { "\(count($0)) \($0.rawValue)" }.joined(separator: ", ")
  }

  /// What the run cost: `71 requests (2 repeated) in 0.41 s`, and how much of that was the server's.
  var cost: String {
    let repeated = retries == 0 ? "" : " (\(retries) repeated)"
    let isTold = mode == .live && waiting > 0
    let waited =
      isTold ? ", \(waiting.rounded(digits: 2)) s of it waiting for the server" : ""
    return "\(requests.counted("request"))\(repeated) in \(seconds.rounded(digits: 2)) s\(waited)"
  }

  /// What is to be known before a verdict is believed, whether the run was stopped among it.
  package var toldNotices: [String] {
    let told = [
      isPartial ? "the run was stopped: this report is partial" : nil, unexercisedSentence,
      mode == .embedded ? "no registry was asked: this is the embedded mock" : nil,
    ]
    return (told + [requirementsSentence]).compactMap(\.self) + notices + slowAnswers
  }

  /// By which set of cases was judged, and what became of others.
  private var requirementsSentence: String? {
    guard let requirements else { return nil }
    let head = "judged by the requirement set \(requirements)"
    guard !outside.isEmpty else { return head }
    let failed = outside.filter { $0.verdict.outcome == .failed }.map(\.id)
    let more = failed.isEmpty ? "" : ", of which \(failed.count) failed, such as \(failed[0])"
    let verb = outside.count == 1 ? "is" : "are"
    return head + "; \(outside.count.counted("case")) \(verb) not part of this set\(more)"
  }

  /// Findings that count, under names of their own: `180 failed (6 causes), 2 warnings, 1 note`; nil if
  /// there is none.
  var findingCounts: String? {
    let parts = Severity.allCases.compactMap { severity -> String? in
      let count = findings(severity).count { $0.result.quirkResult == nil }
      guard count > 0 else { return nil }
      let causes = groups(severity).count
      let noun = severity == .error ? "\(count) failed" : count.counted(severity.rawValue)
      let isGathered = severity != .note && causes < count
      return noun + (isGathered ? " (\(causes.counted("cause")))" : "")
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// Such as `114 quirk results, 78 not as the tables have it, 2 changed`; nil if none was seen.
  var quirkWords: String? {
    let seen = quirkResults.filter { $0.outcome != .notObserved }
    guard !seen.isEmpty else { return nil }
    let changed = seen.count { $0.was != nil }
    return
      "\(seen.count.counted("quirk result")), \(seen.count(where: \.isRemarkable)) not as "
      + "the tables have it" + (changed > 0 ? ", \(changed) changed" : "")
  }

  /// Such as `3 findings are suppressed by the baseline`; nil if none is.
  var suppressedWords: String? {
    let count = told.count { $0.finding.suppression != nil }
    guard count > 0 else { return nil }
    return "\(count.counted("finding")) \(count == 1 ? "is" : "are") suppressed by the baseline"
  }
}

extension Finding {
  /// Such as `34 of 34 items`; nil for a fault that was seen once and could be nowhere else.
  var frequency: String? {
    outOf.map { "\(count) of \($0.counted("item"))" } ?? (count > 1 ? count.counted("time") : nil)
  }

  /// Such as `page 2, bytes 118–123; 34 of 34 items`; nil if nothing is known.
  var whereabouts: String? {
    let pointer = pointer.map { "\($0)".visible }.flatMap { pointer in
      pointer.isEmpty || summary.hasPrefix(pointer) ? nil : pointer
    }
    let place = [evidence?.page.map { "page \($0)" }, pointer, evidence?.bytes.map(Self.inclusive)]
      .compactMap(\.self).joined(separator: ", ")
    let words = [place, frequency ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")
    return words.isEmpty ? nil : words
  }

  private static func inclusive(_ bytes: Range<Int>) -> String {
    bytes.count < 2
      ? "byte \(bytes.lowerBound)" : "bytes \(bytes.lowerBound)–\(bytes.upperBound - 1)"
  }

  /// What is wrong in one line: `/id is text: expected integer, received string "7"`.
  var sentence: String { "\(summary): expected \(expected), received \(received.words)".visible }
}

extension Finding.Received {
  /// The type before the token: `string "1004"`; once where they are one word, as of null.
  var words: String { type.map { $0 == token ? token : "\($0) \(token)" } ?? token }
}

extension Clause {
  /// The promise and who stands behind it.
  var words: String { "\(description) — \(source)" }
}

extension Double {
  /// The decimal notation of a duration with that many digits behind the point, from 0 to 10¹².
  ///
  /// Does without `rounded()`, which needs a mathematics library that this room does not link.
  package func rounded(digits: Int) -> String {
    let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
    let scaled = (0..<1e12).contains(self) ? Int(self * Double(scale) + 0.5) : 0
    let (whole, part) = scaled.quotientAndRemainder(dividingBy: scale)
    let zeros = String(repeating: "0", count: digits - "\(part)".count)
    return "\(whole).\(zeros)\(part)"
  }
}
