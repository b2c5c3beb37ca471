// SPDX-License-Identifier: Apache-2.0
// Keeps README.md and its articles true: commands parse, options exist, the table has every rule.

import Baselines
import CommandLineArguments
import Conformance
import Contract
import Foundation
import LiveTransport
import MockRegistry
import Reporting
import SWRSpecs
import Testing
import Wire

@Suite struct ReadmeTests {
  private let readme: String
  /// The README and its articles.
  private let page: String
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..")
  private static let articles = root.appending(path: "Specs/SWRSpecs.docc")

  init() throws {
    readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.articles.path).sorted()
    page = try names.filter { $0.hasSuffix(".md") }.reduce(readme) { text, name in
      try text + "\n"
        + String(contentsOf: Self.articles.appending(path: name), encoding: .utf8)
    }
  }

  @Test func `it has at most 300 lines`() {
    #expect(readme.split(separator: "\n", omittingEmptySubsequences: false).count <= 300)
  }

  @Test func `it opens with the two commands and what the first one prints`() {
    #expect(
      page.firstMatch(of: #/```sh\nswift run swr-conformance .*\nswift test --quiet .*\n```/#)
        != nil)
    #expect(page.contains("\nexit 0: what was asserted is as promised\n```"))
  }

  @Test func `what it shows of the first command is what that prints`() async throws {
    let shown = try #require(page.firstMatch(of: #/```text\n((?s).*?)```/#)?.output.1)
    let printed = try await DefaultRun.shared.value.run.lines.map(Self.timeless)
    #expect(shown.split(separator: "\n").map(Self.timeless) == printed)
  }

  @Test func `the finding that it shows is what its command prints`() async throws {
    let shown = try #require(readme.firstMatch(of: #/```text\n(failed (?s).*?)```/#)?.output.1)
    let run = try await ProgramRun("--fault", "gc-job-kind-lower-case")
    #expect(run.output.replacing(#/\/v2\/[^']*\/system/#, with: "/v2/…/system").contains(shown))
  }

  @Test func `every command line of the program parses`() throws {
    let vocabulary = Vocabulary(
      levels: Level.allCases.map(\.rawValue) + Catalog.operations.map(\.id),
      facts: Profile.swr.facts.map(\.name),
      formats: ["text", "json", "junit", "sarif", "md", "gitlab", "github", "html", "openmetrics"],
      faults: Fault.catalog.map(\.name), variants: Variant.catalog.map(\.name),
      disturbances: Interference.catalog.map(\.name), quirks: QuirkBehavior.catalog.map(\.name))
    #expect(commands.count > 25)
    #expect(commands.filter { $0.contains("--max-requests") && $0.contains("--record") }.count == 2)
    for command in commands {
      #expect(throws: Never.self, "\(command)") {
        try Invocation(arguments: command, vocabulary: vocabulary)
      }
    }
  }

  @Test func `the files of its recipes are JSON that the program takes`() throws {
    let files = page.matches(of: #/```json\n((?s).*?)```/#).map(\.output.1)
    #expect(files.count == 5)
    for file in files {
      let root = try JSONDocument(parsing: Array(file.utf8)).root
      if root["schema"] == nil {
        #expect(Set(root.names).isSubset(of: TargetFile.keys(of: .swr) + TargetFile.groups))
      } else {
        _ = try Baseline(parsing: Array(file.utf8), name: "README.md")
      }
    }
  }

  @Test func `every option that is named is one of ours, or of a tool beside it`() throws {
    var known: Set<String> = [
      "--product", "--package-path", "--scratch-path", "--filter", "--at-least", "--inputs",
      "--check", "--remote-name-all", "--yes", "--no-install-recommends", "--help", "--jobs",
      "--bundle", "--type", "--certificate-identity", "--certificate-oidc-issuer",
    ]
    for command in Self.commandNames {
      guard case .help(let text) = try Invocation(arguments: [command, "--help"]) else { continue }
      known.formUnion(options(in: text))
    }
    #expect(options(in: page).subtracting(known).sorted() == [])
  }

  @Test func `the table has every rule with its requirement, and no other`() throws {
    let (cases, rules) = (plan.cases, try rules)
    let owners = cases.map { planned in rules.first { $0.covers(planned) } }
    let wrong = zip(cases, owners).filter { planned, owner in
      !["by field", planned.obligation.rawValue].contains(owner?.obligation)
    }
    #expect(wrong.map { "\($0.0.id) (\($0.0.obligation))" } == [])
    for rule in rules {
      #expect(owners.contains { $0?.name == rule.name }, "nothing is \(rule.name)")
    }
  }

  @Test func `the keys of its target file are known and complete but for secrets`() throws {
    let file = try #require(page.firstMatch(of: #/```json\n((?s).*?)```/#)?.output.1)
    let object = try JSONSerialization.jsonObject(with: Data(file.utf8)) as? [String: String]
    let keys = try #require(object).keys.sorted()
    #expect(keys == (["endpoint"] + Profile.swr.facts.map(\.name)).sorted())
  }

  private static let commandNames = [
    "run", "discover", "judge", "proxy", "infer", "request", "replay", "diff", "compare", "bundle",
    "verify", "mock", "list", "explain", "quirks", "selftest", "docs", "export",
  ]

  private static func timeless(_ line: Substring) -> String {
    String(line).replacing(#/in \d+\.\d+ s/#, with: "in … s")
      .replacing(#/contract [0-9a-f]{12}/#, with: "contract …")
  }

  /// The words behind the program's name, in blocks of code and in lines of text.
  private var commands: [[String]] {
    let blocks = page.matches(of: #/```(?:sh|yaml)\n((?s).*?)```/#).flatMap {
      $0.output.1.replacing(#/\\\n\s*/#, with: "").split(separator: "\n")
    }
    let spans = page.matches(of: #/`((swift run )?swr-conformance [^`\n]+)`/#).map(\.output.1)
    return (blocks + spans).compactMap { line in
      guard
        let words = line.firstMatch(
          of: #/^(swift run | *\S*release/)?swr-conformance\b([^#>&|]*)/#)
      else { return nil }
      return words.output.2.split(separator: " ").map(String.init)
    }
  }

  private func options(in text: String) -> Set<String> {
    Set(text.matches(of: #/(^|[\s`(])(--[a-z][a-z-]+)/#).map { String($0.output.2) })
  }

  private var plan: Plan {
    Plan(
      for: Catalog.operations, against: TargetFacts(of: .swr, endpoint: "", values: [:]),
      selection: Selection(isThorough: true, allowsUnsafeMethods: true))
  }

  private var rules: [Rule] {
    get throws {
      try page.matches(of: #/\n\| `([a-z]+\.[^`]+)` \| [^|]+ \| ([a-z ]+) \|/#).map {
        try Rule(name: String($0.output.1), obligation: String($0.output.2))
      }
    }
  }

  /// A row of the table; the first that covers a case speaks of it.
  private struct Rule {
    var name: String
    var obligation: String
    private let pattern: NSRegularExpression

    init(name: String, obligation: String) throws {
      (self.name, self.obligation) = (name, obligation)
      let pattern = NSRegularExpression.escapedPattern(for: name)
        .replacing(#"\*"#, with: #"[A-Za-z0-9_.-]+"#)
      self.pattern = try NSRegularExpression(pattern: "^\(pattern)$")
    }

    func covers(_ planned: Case) -> Bool {
      let id = String(planned.id.dropFirst(planned.operation.count + 1))
      return pattern.firstMatch(in: id, range: NSRange(id.startIndex..., in: id)) != nil
    }
  }
}
