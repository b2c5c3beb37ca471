// SPDX-License-Identifier: Apache-2.0
// A server that answers with markup and commands is quoted by every format and obeyed by none.

import Conformance
import Contract
import Reporting
import Testing
import Wire

struct HostileReportTests {
  private static let formats: [(name: String, text: String)] = [
    ("text", TextReport().text(of: .hostile)),
    ("quiet", TextReport(detail: .quiet).text(of: .hostile)),
    ("json", JSONReport(contract: "c").text(of: .hostile)),
    ("junit", JUnitReport(contract: "c").text(of: .hostile)),
    ("sarif", SARIFReport(contract: "c").text(of: .hostile)),
    ("md", MarkdownReport(contract: "sha256:abc").text(of: .hostile)),
    ("gitlab", GitLabReport().text(of: .hostile)),
    ("openmetrics", OpenMetricsReport().text(of: .hostile)),
    ("github", GitHubReport().text(of: .hostile)),
    ("html", HTMLReport(contract: "c").text(of: .hostile)),
  ]

  @Test(arguments: formats)
  func `no CI runner finds a command that a server wrote`(name: String, text: String) {
    let lines = text.unicodeScalars.split { $0.properties.endsLine }
    let commands = lines.filter {
      $0.drop { $0.properties.isWhitespace }.starts(with: "::".unicodeScalars)
    }
    #expect(commands.count == (name == "github" ? lines.count : 0))
    for line in lines.map({ $0.drop { $0 == "#" } }) {
      #expect(!zip(line, line.dropFirst()).contains { $0 == "#" && $1 == "#" })
    }
  }

  @Test(arguments: formats)
  func `no control character is left but the end of a line`(name: String, text: String) {
    let controls = text.unicodeScalars.filter { $0.properties.generalCategory == .control }
    #expect(controls.allSatisfy { $0 == "\n" })
  }

  @Test(arguments: formats)
  func `nothing turns the direction of writing or is drawn as nothing`(name: String, text: String) {
    #expect(text.unicodeScalars.allSatisfy { !$0.properties.isDefaultIgnorableCodePoint })
  }

  @Test func `a JSON report keeps what the server wrote to the letter`() throws {
    let text = JSONReport(contract: "c").text(of: .hostile)
    let document = try JSONDocument(parsing: Array(text.utf8))
    for (number, hostile) in Report.hostileTexts.enumerated() {
      let finding = JSONPointer(["cases", "\(number)", "findings", "0", "received"])
      #expect(document.value(at: finding)?.string == hostile)
    }
  }

  @Test func `a word that opens a command never opens a line`() {
    let text = String(repeating: "word ", count: 40).replacing("word w", with: "word ::notice::w")
    let report = Report.sample([
      .sample("a", .shape, .failed(asserted: 1), [.sample(.error, text)])
    ])
    let lines = TextReport(detail: .quiet).text(of: report).split(separator: "\n")
    #expect(lines.contains { $0.contains("::notice::") })
    #expect(!lines.contains { $0.drop(while: \.isWhitespace).hasPrefix("::") })
  }
}

extension Unicode.Scalar.Properties {
  /// Whether any reader of a log could take the character for the end of a line.
  fileprivate var endsLine: Bool {
    [.control, .lineSeparator, .paragraphSeparator].contains(generalCategory)
  }
}
