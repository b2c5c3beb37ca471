// SPDX-License-Identifier: Apache-2.0
// The JSON report as the stable interface that other programs read.

import Contract
import Foundation
import MockRegistry
import Testing
import Wire

@Suite(.timeLimit(.minutes(30))) struct JSONReportTests {
  @Test func `the keys are those of the design, in its order`() async throws {
    let root = try await DefaultRun.shared.value.report.root
    #expect(
      root.names == [
        "schema", "suite", "target", "started", "seconds", "waiting", "requests", "retries",
        "partial", "notices", "unexercised", "exit", "advice", "summary", "findings", "cases",
        "coverage", "quirkResults", "exchanges",
      ])
    #expect(root["suite"]?.names == ["version", "contract"])
    #expect(root["target"]?.names == ["mode", "endpoint", "facts", "options"])
    #expect(root["summary"]?.names == ["passed", "warned", "failed", "inconclusive", "skipped"])
    for result in try await DefaultRun.shared.value.report.cases {
      #expect(
        result.names == [
          "id", "operation", "level", "rule", "title", "obligation", "outcome", "asserted",
          "reason", "findings",
        ])
    }
  }

  @Test func `Foundation reads it too, and the head says what it is`() async throws {
    let healthy = try await DefaultRun.shared.value
    #expect(throws: Never.self) {
      try JSONSerialization.jsonObject(with: Data(healthy.json.utf8))
    }
    let root = healthy.report.root
    #expect(root["schema"]?.string == "swr-conformance.report/3")
    #expect(root["target"]?["mode"]?.string == "embedded")
    #expect(root["suite"]?["contract"]?.string?.wholeMatch(of: #/sha256:[0-9a-f]{64}/#) != nil)
    let started = try #require(root["started"]?.string)
    #expect(throws: Never.self) { try Instant(parsing: started) }
  }

  @Test func `the summary adds up to the cases`() async throws {
    let report = try await DefaultRun.shared.value.report
    for outcome in ["passed", "warned", "failed", "inconclusive", "skipped"] {
      #expect(report.count(outcome) == report.outcomes.values.count { $0 == outcome }, "\(outcome)")
    }
    #expect(report.outcomes.count == report.cases.count, "an id stands twice")
    #expect(report.exit == "0")
  }

  @Test func `passed was asserted on values, skipped says why`() async throws {
    for result in try await DefaultRun.shared.value.report.cases {
      let isKept = result["outcome"]?.string != "skipped"
      #expect((result["asserted"]?.raw == "0") != isKept)
      #expect((result["reason"]?.isNull ?? false) == isKept)
    }
  }

  @Test func `a finding names its promise and how to see it again`() async throws {
    let report = try await DefaultRun.shared.value.report
    #expect(!report.findings.isEmpty)
    for finding in report.findings {
      #expect(
        finding.names == [
          "name", "rule", "severity", "pointer", "count", "expected", "received", "clause", "at",
          "repeat", "comparedWith", "request", "credential", "suppression",
        ])
      #expect(finding["clause"]?.names == ["description", "page", "section", "title", "url"])
      let words = ["description", "page", "section"].compactMap { finding["clause"]?[$0]?.string }
      #expect(words.count == 3 && !words.contains(""))
      let isOfAPage = finding["clause"]?["page"]?.string?.hasSuffix(".txt") == true
      #expect((finding["clause"]?["url"]?.string?.hasPrefix("https://") == true) == isOfAPage)
      #expect(finding["at"]?["file"]?.string?.hasPrefix("Specs/") == true)
      let line = try #require(finding["repeat"]?.string)
      let isAnonymous = finding["received"]?.string?.hasPrefix("status 401") == true
      #expect(line.hasPrefix("swr-conformance request --mock "))
      #expect(line.contains(" --as ") == isAnonymous)
      #expect((finding["credential"]?.string == "own") != isAnonymous)
      #expect(finding["request"]?.string?.hasPrefix("GET /v2/") == true)
    }
  }
}
