// SPDX-License-Identifier: Apache-2.0
// The report as OpenMetrics text, for whoever watches a registry over time.

public import Conformance
import Contract
import Wire

/// Tells a report as one exposition of OpenMetrics 1.0, as the textfile collector of node_exporter reads it.
public struct OpenMetricsReport: Sendable, Hashable {
  public init() {}

  public func text(of report: Report) -> String {
    let prefix = report.profile.suite.name.map { $0.isLetter || $0.isNumber ? $0 : "_" }
    let families = families(of: report).filter { !$0.samples.isEmpty }
    return families.map { $0.text(String(prefix)) }.joined() + "# EOF\n"
  }

  private func families(of report: Report) -> [Family] {
    let target = [("endpoint", report.endpoint), ("mode", report.mode.rawValue)]
    return [
      Family("target", "Who was judged.", [(target, 1)]),
      Family("cases", "Cases by operation, level and outcome.", cases(of: report)),
      Family(
        "findings", "Findings by severity, quirks not counted.",
        Severity.allCases.map { severity in
          let own = report.findings(severity).filter { $0.result.quirkResult == nil }
          return ([("severity", severity.rawValue)], Double(own.count))
        }),
      Family(
        "unexercised_cases", "Cases that were claimed and not exercised for want of a fact.",
        report.unexercised.count),
      Family("exit_code", "What the run ended with; 0 is all as promised.", report.exit.rawValue),
      Family("partial", "Whether the run was stopped, 1 or 0.", report.isPartial ? 1 : 0),
      Family("requests", "Requests that were sent.", report.requests),
      Family(
        "retries", "Requests that were sent again because the answer said so.", report.retries),
      Family("run_seconds", "How long the run took.", report.seconds),
      Family("waiting_seconds", "How long the server was waited for.", report.waiting),
      Family("started_timestamp_seconds", "When the run began.", started(report)),
      Family(
        "baseline_expiry_days", "Days until the next accepted finding counts again.",
        daysToExpiry(report)),
      Family("response_seconds", "What answers took, by quantile.", latencies(of: report)),
      Family(
        "coverage_ratio", "How much of the contract was seen, where it was asked for.",
        (report.coverage?.byOperation ?? []).map { ([("operation", $0)], $1.share) }),
    ]
  }

  private func cases(of report: Report) -> [Family.Sample] {
    report.results.byOperation.flatMap { operation, results in
      results.levels.flatMap { level in
        let own = results.filter { $0.level == level }
        return own.isEmpty
          ? []
          : Verdict.Outcome.allCases.map { outcome in
            (
              [
                ("operation", operation), ("level", level.rawValue), ("outcome", outcome.rawValue),
              ], Double(own.count(outcome))
            )
          }
      }
    }
  }

  private func started(_ report: Report) -> [Family.Sample] {
    guard let instant = try? Instant(parsing: report.started) else { return [] }
    return [([], Double(instant.seconds))]
  }

  /// Whole days from that of the run to the last one of the next entry that expires.
  private func daysToExpiry(_ report: Report) -> [Family.Sample] {
    guard let day = report.nextExpiry, let last = try? Instant(parsing: "\(day)T00:00:00Z"),
      let first = try? Instant(parsing: "\(report.started.prefix(10))T00:00:00Z")
    else { return [] }
    return [([], Double((last.seconds - first.seconds) / 86_400))]
  }

  /// The median, the 95th and the 99th percentile of each operation, by the nearest rank.
  private func latencies(of report: Report) -> [Family.Sample] {
    Dictionary(grouping: report.timings.filter { $0.status != nil }, by: \.operation)
      .sorted { $0.key < $1.key }
      .flatMap { operation, timings in
        let seconds = timings.map(\.seconds).sorted()
        return [0.5, 0.95, 0.99].map { (quantile: Double) -> Family.Sample in
          let rank = Int((quantile * Double(seconds.count)).rounded(.up))
          let labels = [(name: "operation", value: operation), ("quantile", "\(quantile)")]
          return (labels, seconds[max(1, rank) - 1])
        }
      }
  }
}

/// One metric and its samples.
private struct Family {
  typealias Sample = (labels: [(name: String, value: String)], value: Double)

  var name: String
  var help: String
  var samples: [Sample]

  init(_ name: String, _ help: String, _ samples: [Sample]) {
    (self.name, self.help, self.samples) = (name, help, samples)
  }

  init(_ name: String, _ help: String, _ value: some BinaryInteger) {
    self.init(name, help, [([], Double(value))])
  }

  init(_ name: String, _ help: String, _ value: Double) { self.init(name, help, [([], value)]) }

  func text(_ prefix: String) -> String {
    let own = "\(prefix)_\(name)"
    let lines = samples.map { labels, value in
      let told = labels.map { "\($0)=\"\(Self.escaped($1))\"" }.joined(separator: ",")
      return own + (told.isEmpty ? "" : "{\(told)}") + " \(value)\n"
    }
    return "# TYPE \(own) gauge\n# HELP \(own) \(help)\n" + lines.joined()
  }

  private static func escaped(_ text: String) -> String {
    text.visible.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
  }
}
