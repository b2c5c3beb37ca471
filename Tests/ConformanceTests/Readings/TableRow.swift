// SPDX-License-Identifier: Apache-2.0
// A row of a table of readings: what a registry does, and what must be said of it.

import Conformance
import Contract
import Testing
import Wire

/// One deviation of a registry and the words in which one case must tell it.
struct TableRow: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let paper: Paper
  let deviation: Deviation
  let verdict: String
  /// The id of the case behind the operation; nil where the table is about one case.
  let about: String?
  let place: SourceLocation

  /// - Parameter verdict: As ``CaseResult/told(_:)`` writes it.
  init(
    _ name: String, on paper: Paper = .list, of about: String? = nil,
    _ deviation: Deviation, _ verdict: String, place: SourceLocation = #_sourceLocation
  ) {
    testDescription = name
    self.paper = paper
    self.deviation = deviation
    self.verdict = verdict
    self.about = about
    self.place = place
  }

  /// A reading of a healthy registry.
  init(
    _ name: String, on paper: Paper = .list, of about: String? = nil, _ verdict: String,
    place: SourceLocation = #_sourceLocation
  ) {
    self.init(name, on: paper, of: about, .none, verdict, place: place)
  }

  /// Expects the verdict of a case.
  ///
  /// - Parameter others: The beginnings of the ids of cases that ask for what the case looks at.
  func expect(_ name: String = "", beside others: String...) async {
    let id = "Paper.\(about ?? name)"
    let plan = Plan(
      for: [paper.operation] + paper.beneath.map(\.operation), against: Paper.facts,
      selection: Selection(
        only: [id] + others.map { "Paper.\($0)" }, allowsUnsafeMethods: true))
    let results = await Run(plan, over: PaperRegistry(paper, deviation), concurrency: 1).results()
    let said = results.first { $0.id == id }.map { $0.told(verdict) } ?? "there is no case \(id)"
    #expect(said == verdict, sourceLocation: place)
  }
}

extension CaseResult {
  /// Outcome, reason and findings, such as `failed: /rows/3 ×2: id 7 is listed twice`, or outcome
  /// and quirk result; with simple quotes, and `…` for the path.
  ///
  /// - Parameter wanted: Says by its signs what else to tell: ` ≠ ` for what was expected, ` ← `
  ///   for what was received, ` @ ` for the request that shows it, `note ` for what a quirk result found.
  func told(_ wanted: String = "") -> String {
    let seen = quirkResult.map {
      "\($0.outcome.rawValue) \($0.saw)\($0.first.map { " \($0)" } ?? "")"
    }
    let (word, implied) = Self.words[verdict.outcome]!
    var parts = [verdict.reason ?? seen].compactMap(\.self)
    if seen == nil || wanted.contains("note ") {
      parts += findings.map { $0.told(wanted, implied: seen == nil ? implied : nil) }
    }
    let text = parts.isEmpty ? word : "\(word): \(parts.joined(separator: "; "))"
    return text.replacing(Paper.path, with: "…").replacing("\"", with: "'")
  }

  /// The words of a reading, and the severity that goes without saying.
  private static let words: [Verdict.Outcome: (String, Severity?)] = [
    .passed: ("passed", nil), .warned: ("warned", .warning), .failed: ("failed", .error),
    .inconclusive: ("inconclusive", nil), .skipped: ("skipped", nil),
  ]
}

extension Finding {
  fileprivate func told(_ wanted: String, implied: Severity?) -> String {
    let weight = severity == implied ? nil : "\(severity)"
    let times = count > 1 ? "×\(count)" : nil
    let head = [weight, pointer?.description, times].compactMap(\.self).joined(separator: " ")
    let wish = wanted.contains(" ≠ ") ? " ≠ \(expected)" : ""
    let came = wanted.contains(" ← ") ? " ← \(received.token)" : ""
    let request = evidence?.request.split(separator: "?").dropFirst().first ?? "no query"
    let shown = wanted.contains(" @ ") ? " @ \(request)" : ""
    return "\(head.isEmpty ? "" : "\(head): ")\(summary)\(wish)\(came)\(shown)"
  }
}
