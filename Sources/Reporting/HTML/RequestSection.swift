// SPDX-License-Identifier: Apache-2.0
// Where the time went: every request, the slowest first.

import Conformance
import Wire

/// The requests with what they took; nil where nobody measured.
struct RequestSection {
  var report: Report

  var tree: HTMLTree? {
    let timings = report.timings.sorted { $0.seconds > $1.seconds }
    guard let slowest = timings.first else { return nil }
    let rows = timings.map { row($0, slowest: slowest.seconds) }
    let rest = Array(rows.dropFirst(Self.most))
    let folded = HTMLTree(
      "details", [:], HTMLTree("summary", [:], .text("the other \(rest.count.counted("request"))")),
      table("All other requests", rest))
    return .section(
      "requests", "Requests",
      [HTMLTree("p", [:], .text(totals(of: timings)))]
        + [operations(timings)].compactMap(\.self)
        + [table("The slowest requests", Array(rows.prefix(Self.most)))]
        + (rest.isEmpty ? [] : [folded]))
  }

  /// - Parameter timings: The slowest first, at least one.
  private func totals(of timings: [Report.Timing]) -> String {
    let sum = timings.reduce(0) { $0 + $1.seconds }
    let bytes = timings.reduce(0) { $0 + $1.bytes }
    let seconds = timings.map(\.seconds)
    let failed = timings.count { $0.status == nil }
    let words = [
      "\(timings.count.counted("different request")), each counted once",
      "\(sum.rounded(digits: 2)) s together",
      "\((seconds.percentile(50) ?? 0).milliseconds) half of them or less",
      "\((seconds.percentile(95) ?? 0).milliseconds) 95 of 100 or less",
      "\(timings[0].seconds.milliseconds) the slowest", "\(bytes.counted("byte")) of bodies",
      failed == 0 ? nil : "\(failed) without an answer",
    ]
    return words.compactMap(\.self).joined(separator: " · ")
  }

  /// What the answers of each operation took; nil where nobody says which is whose.
  private func operations(_ timings: [Report.Timing]) -> HTMLTree? {
    let groups = Dictionary(grouping: timings.filter { !$0.operation.isEmpty }, by: \.operation)
    guard !groups.isEmpty else { return nil }
    let rows = groups.sorted { $0.key < $1.key }.map { operation, timings in
      let seconds = timings.map(\.seconds)
      let slowest = timings[0].request.line.trimmed(to: 160)
      let shares = [50, 95, 100].map { share in
        HTMLTree.text((seconds.percentile(share) ?? 0).milliseconds)
      }
      return [HTMLTree("span", [:], HTMLTree.id(operation)), HTMLTree.text("\(timings.count)")]
        + shares
        + [HTMLTree.code(slowest)]
    }
    let columns = [
      "operation", "requests", "median", "95th percentile", "slowest", "the slowest request",
    ]
    return .table("What the requests of each operation took", columns, rows)
  }

  private func table(_ caption: String, _ rows: [[HTMLTree]]) -> HTMLTree {
    .table(caption, ["request", "status", "time", "bytes"], rows)
  }

  private func row(_ timing: Report.Timing, slowest: Double) -> [HTMLTree] {
    let share = slowest > 0 ? timing.seconds / slowest : 0
    return [
      .code(timing.request.line.trimmed(to: 160)), .text(timing.status.map(String.init) ?? "none"),
      HTMLTree(
        "span", ["class": "time"], .text(timing.seconds.milliseconds), .bar([("time", share)])),
      "\(timing.bytes)",
    ]
  }

  private static let most = 15
}

extension Double {
  /// A duration in seconds as milliseconds: `12.3 ms`.
  fileprivate var milliseconds: String { "\((self * 1000).rounded(digits: 1)) ms" }
}
