// SPDX-License-Identifier: Apache-2.0
// Holds the files themselves to the rules of the house: head lines, lengths, places.

import Foundation
import Testing

@Suite struct HouseRuleTests {
  @Test func `every Swift file says its licence and why it exists`() throws {
    for file in Project.swiftFiles {
      var lines = try Project.lines(of: file)[...]
      if file.hasSuffix("Package.swift") { lines.removeFirst() }
      #expect(lines.first == "// SPDX-License-Identifier: Apache-2.0", "\(file)")
      let room = lines.dropFirst().first ?? ""
      #expect(room.wholeMatch(of: #/// \S.{20,}[.?…]/#) != nil, "\(file): \(room)")
    }
  }

  @Test func `no file is longer than a reader bears`() throws {
    for file in Project.swiftFiles {
      let lines = try Project.lines(of: file)
      let isData = lines.prefix(2).contains { $0.lowercased().contains("data only") }
      let most = file.hasPrefix("Tests/") ? 400 : 300
      #expect(isData || lines.count - 1 <= most, "\(file) has \(lines.count - 1) lines")
    }
  }

  @Test func `the top level holds what the design lists and nothing else`() throws {
    let listed: Set = [
      "Package.swift", "Sources", "Tests", "Specs", "Fixtures", "README.md", "LICENSE",
      "CHANGELOG.md", "CONTRIBUTING.md", "ARCHITECTURE.md",
    ]
    let strangers = try Project.topLevel.filter { !listed.contains($0) }
    #expect(strangers == [])
  }

  @Test func `no file names a path of somebody's machine`() throws {
    let pages = try Project.topLevel.filter { $0.contains(".") || $0 == "LICENSE" }
    let files = pages + ["Sources", "Specs", "Tests", "Fixtures"].flatMap(Project.files)
    for file in files {
      let found = Self.machinePath(in: try Project.text(of: file))
      #expect(found == nil, "\(file) names \(found ?? "")")
    }
  }

  @Test func `every link of a page leads to a file, and to a heading of it`() throws {
    let pages = (try Project.topLevel + ["Sources", "Specs"].flatMap(Project.files))
      .filter { $0.hasSuffix(".md") }
    for page in pages {
      for link in try Project.text(of: page).matches(of: #/\]\(([^)\s]+)\)/#).map(\.output.1)
      where !link.contains("://") {
        let parts = link.split(separator: "#", omittingEmptySubsequences: false)
        let folder = page.split(separator: "/").dropLast().joined(separator: "/")
        let file = parts[0].isEmpty ? page : "\(folder)/\(parts[0])"
        let path = Project.root.appending(path: file).standardizedFileURL.path
        #expect(FileManager.default.fileExists(atPath: path), "\(page) leads to \(link)")
        guard parts.count > 1 else { continue }
        let headings = try Project.lines(of: file).filter { $0.hasPrefix("#") }.map(Self.anchor)
        #expect(headings.contains(String(parts[1])), "\(page) leads to \(link)")
      }
    }
  }

  /// The anchor that a heading in Markdown becomes.
  private static func anchor(of heading: String) -> String {
    heading.drop { "# ".contains($0) }.lowercased()
      .filter { $0.isLetter || $0.isNumber || "-_ ".contains($0) }.replacing(" ", with: "-")
  }

  @Test func `a path of a machine begins where no other path goes on`() {
    let folder = ["", "home", ""].joined(separator: "/")
    #expect(Self.machinePath(in: "at \(folder)me") == folder)
    #expect(Self.machinePath(in: folder) == folder)
    #expect(Self.machinePath(in: "https://example.com\(folder)") == nil)
  }

  /// The first folder that only one machine has, at the start of an absolute path.
  private static func machinePath(in text: String) -> String? {
    let folders = ["home", "root", "Users", "work"].map { "/\($0)/" }
    return folders.first { folder in
      var rest = text[...]
      while let range = rest.range(of: folder, options: .literal) {
        if !text[..<range.lowerBound].suffix(1).contains(where: continuesPath) { return true }
        rest = rest[range.upperBound...]
      }
      return false
    }
  }

  private static func continuesPath(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "_.".contains(character))
  }
}
