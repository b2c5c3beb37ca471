// SPDX-License-Identifier: Apache-2.0
// Holds a bundle to saying first what is claimed and what was not exercised.

import Contract
import SWRSpecs
import Testing

@testable import Bundles
@testable import Conformance
@testable import Reporting

struct VendorBundleTests {
  private func bundle(
    claims: Set<Level> = Set(Level.allCases), strict: Bool = false, _ report: Report = .full
  ) -> VendorBundle {
    VendorBundle(
      report: report, contract: "sha256:1", operations: ["ListGcTasks", "ListInstanceJobs"],
      facts: TargetFacts(of: .swr, endpoint: "http://h", values: [.projectID: "p"]),
      terms: .init(selection: Selection(claims: claims), strict: strict, allowEmpty: false),
      recording: Array("{}".utf8))
  }

  private func badge(_ level: Level, of bundle: VendorBundle) -> String {
    let file = bundle.files.first { $0.path == "badges/\(level.rawValue).svg" }
    return String(decoding: file?.bytes ?? [], as: UTF8.self)
  }

  @Test func `its first lines tell the claims and what was not exercised`() {
    let lines = bundle(claims: [.shape, .paging, .relations]).readme.split(separator: "\n")
    #expect(
      lines.prefix(3) == [
        "# Claimed: shape 1/2, 1 failed; paging 1/1; relations not exercised",
        "**Not claimed:** filters, errors, quirks",
        "**Not exercised:** 6 of 12 cases, and nothing of ListInstanceJobs",
      ])
  }

  @Test func `a badge is red, grey, amber or green, and says why`() {
    let all = bundle()
    #expect(badge(.shape, of: all).contains(">1/2, 1 failed<"))
    #expect(badge(.shape, of: all).contains("#b3261e"))
    #expect(badge(.paging, of: all).contains("#1b6e2d"))
    #expect(badge(.errors, of: all).contains(">1/2<"))
    #expect(badge(.errors, of: all).contains("#7a5200"))
    #expect(badge(.relations, of: all).contains(">not exercised<"))
    #expect(badge(.relations, of: all).contains("#5f6368"))
    #expect(badge(.paging, of: bundle(claims: [.shape])).contains(">not claimed<"))
    #expect(
      badge(.errors, of: all).contains(
        "<title id=\"title\">errors: 1 of 2 cases held, 0 failed, 1 not exercised</title>"))
  }

  @Test func `a warning breaks a level only where warnings count as failed`() {
    #expect(badge(.paging, of: bundle(strict: true)).contains(">0/1, 1 failed<"))
    #expect(badge(.quirks, of: bundle(strict: true)).contains(">1/1<"))
  }

  @Test func `a manifest names every file with its sum and reads itself`() throws {
    let manifest = bundle().manifest
    #expect(manifest.entries.map(\.path) == manifest.entries.map(\.path).sorted())
    #expect(manifest.entries.map(\.path).contains("badges/quirks.svg"))
    #expect(try VendorBundle.Manifest(parsing: Array(manifest.text.utf8), of: .swr) == manifest)
    let har = try #require(manifest.entries.first { $0.path == "recording.har" })
    #expect(har.sha256 == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a")
  }

  @Test(arguments: ["{", "[]", #"{"schema": "swr-conformance.bundle/2"}"#])
  func `what is no manifest is refused`(text: String) {
    #expect(throws: VendorBundle.Manifest.Problem.self) {
      try VendorBundle.Manifest(parsing: Array(text.utf8), of: .swr)
    }
  }

  @Test func `what a server wrote is no markup on the first page`() {
    let page = bundle(.hostile).readme
    #expect(!page.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    #expect(!page.contains("##["))
    #expect(!page.split(separator: "\n").contains { $0.hasPrefix("::") })
  }

  @Test(arguments: ["../x", "/etc/x", "a//b", "./a", "a/..", "", "a\\..\\b"])
  func `a path that leads out of the folder is told`(path: String) {
    var manifest = bundle().manifest
    manifest.entries[0].path = path
    let audit = VendorBundle.Audit(manifest, found: [], strangers: [])
    #expect(
      audit.differences.first
        == .init(path, "is named by the manifest and leads out of the folder"))
  }

  @Test func `of a bundle with a report of an older schema the verdicts are compared`() throws {
    let text = JSONReport(contract: "sha256:1").text(of: .full)
    let first = [
      ("report/3", "report/1"), ("\"passed\"", "\"kept\""), ("\"failed\"", "\"broken\""),
      ("\"inconclusive\"", "\"undecided\""),
    ].reduce(text) { $0.replacing($1.0, with: $1.1) }
    var (old, new) = (bundle(), bundle())
    new.pages = [.init(path: VendorBundle.reportPath, text: text)]
    func differences(_ report: String) throws -> [VendorBundle.Audit.Difference] {
      old.pages = [.init(path: VendorBundle.reportPath, text: report)]
      let files = old.files + [.init(path: "manifest.json", text: old.manifest.text)]
      var audit = VendorBundle.Audit(old.manifest, found: files, strangers: [])
      audit.compare(try WrittenReport(parsing: Array(report.utf8)), with: new)
      return audit.differences
    }
    #expect(try differences(text).isEmpty)
    #expect(try differences(first).map(\.place) == ["report.json"])
    #expect(try differences(first)[0].what.hasPrefix("is of schema swr-conformance.report/1, and"))
    let forged = first.replacing("\"broken\"", with: "\"kept\"")
    #expect(try differences(forged).map(\.place).contains("ListGcTasks.shape.tasks.id"))
    // Where a quirk was a warning, today's note is the same verdict.
    let second = text.replacing("report/3", with: "report/2").replacing(
      #/"quirks",(?<rest>(?s).*?"outcome": )"passed"(?<more>(?s).*?"severity": )"note"/#
    ) { #""quirks",\#($0.rest)"warned"\#($0.more)"warning""# }
    #expect(second.contains("\"warned\",\n      \"asserted\": 1"))
    #expect(try differences(second).map(\.place) == ["report.json"])
    #expect(try differences(second)[0].what.hasPrefix("is of schema swr-conformance.report/2, and"))
  }
}
