// SPDX-License-Identifier: Apache-2.0
// Every block for a shell in README.md and its articles, pasted into a clean one.

import Foundation
import Testing

@Suite(.timeLimit(.minutes(30))) struct PastedBlocksTests {
  /// A block with the file that has it.
  struct Block: Sendable, CustomTestStringConvertible {
    var file: String
    var text: String
    var testDescription: String { "\(file): \(text.split(separator: "\n").first ?? "")" }

    /// Why it is not pasted here; nil if it is.
    var exemption: String? { Block.exemptions.first { text.contains($0.key) }?.value }

    private static let exemptions: KeyValuePairs = [
      "swift run": "builds everything once more",
      "swift test": "builds everything once more",
      "install -m 755": "installs a release that has to be there",
      "ca.pem": "takes the certificate of an authority of one's own",
      "page.txt": "takes pages that one has to fetch",
      "fleet.json": "takes registries that have to be there",
      "proxy --endpoint": "takes registries that have to be there",
      "infer session.har": "takes what other runs have left",
      "old-release.json": "takes what other runs have left",
      "monday.json": "takes what other runs have left",
      "bundle-of-a": "takes what other runs have left",
    ]
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..")

  static let blocks: [Block] = {
    let folders = ["Specs/SWRSpecs.docc", "Sources/ConformanceCommand/ConformanceCommand.docc"]
    let articles = folders.flatMap { folder in
      let names = try? FileManager.default.contentsOfDirectory(
        atPath: root.appending(path: folder).path)
      return (names ?? []).filter { $0.hasSuffix(".md") }.sorted().map { "\(folder)/\($0)" }
    }
    return (["README.md"] + articles).flatMap { file in
      let page = (try? String(contentsOf: root.appending(path: file), encoding: .utf8)) ?? ""
      return page.matches(of: #/\n```sh\n((?s).*?)```/#).map {
        Block(file: file, text: String($0.output.1))
      }
    }
  }()

  @Test func `most blocks can be pasted, and each reason not to is needed`() {
    #expect(Self.blocks.count > 15)
    let reasons = Set(Self.blocks.compactMap(\.exemption))
    #expect(reasons.count == 6)
    #expect(Self.blocks.count { $0.exemption == nil } > 10)
  }

  @Test(arguments: blocks.filter { $0.exemption == nil })
  func `a block does what it says`(block: Block) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let start = try #require(
      Self.blocks.lazy.compactMap { $0.text.firstMatch(of: #/(?s)mkfifo .*?read url < ready\n/#) }
        .first.map { String($0.output) }, "README.md starts a mock")
    let isAlone =
      block.text.contains(start)
      || !(block.text.contains("target.json") || block.text.contains("export SWR_"))
    let script =
      isAlone
      ? Self.filled(block.text)
      : start + "trap 'kill $!' EXIT\n" + Self.filled(block.text)
    let run = try await ShellRun(script, in: folder)
    #expect(run.status == 0, "\(script)\n\(run.output.suffix(2000))\n\(run.errors.suffix(2000))")
  }

  /// `Tests/Interop/shop/check` builds what these lines are taken from.
  @Test func `the files of a suite of one's own are those of the shop, and less`() throws {
    let article = "Sources/ConformanceCommand/ConformanceCommand.docc/WriteASuite.md"
    let page = try String(contentsOf: Self.root.appending(path: article), encoding: .utf8)
    let files = page.matches(of: #/\n## (\S+\.swift)\n(?s).*?```swift\n(.*?)```/#)
    #expect(files.count == 5)
    for file in files {
      let path = "Tests/Interop/shop/\(file.output.1)"
      let shop = try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
      let lines = { (text: String) in
        text.split(separator: "\n").map { $0.drop { $0 == " " } }
      }
      let foreign = lines(String(file.output.2)).filter {
        !lines(shop).contains($0) && !$0.contains("https://")
          && !$0.hasSuffix("([.listOrders], .shop)") && $0 != "quirks: [])"
      }
      #expect(foreign == [], "\(path)")
    }
  }

  /// The lines as a person would have filled them in: with what the mock lets in where something is
  /// left open, and going on where they say which exit code comes.
  private static func filled(_ text: String) -> String {
    text.replacing(#/(SWR_[A-Z_]+)=(\S*…|https:\S+)/#) { match in
      let key = match.output.1.dropFirst(4).lowercased()
      return "\(match.output.1)=$(sed -n 's/.*\"\(key)\": *\"\\([^\"]*\\)\".*/\\1/p' target.json)"
    }
    .replacing(#/(?m)^(.*\S) +# exit code (\d+)$/#) { match in
      "code=0; \(match.output.1) || code=$?; test $code -eq \(match.output.2)"
    }
  }
}
