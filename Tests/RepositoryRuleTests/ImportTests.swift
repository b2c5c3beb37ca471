// SPDX-License-Identifier: Apache-2.0
// Reads every import line, because an import that nobody declared can compile on a warm build.

import Foundation
import Testing

@Suite struct ImportTests {
  @Test(arguments: Room.all.map(\.module))
  func `a room imports what the table allows`(module: String) throws {
    let room = try #require(Room.all.first { $0.module == module })
    let files = Project.files(in: room.folder).filter { file in
      [".swift", ".h"].contains(where: file.hasSuffix)
    }
    #expect(!files.isEmpty, "\(room.folder) has no source")
    for file in files {
      let foreign = Set(try Self.imports(of: file)).subtracting(room.rooms + room.shelf)
      #expect(foreign.isEmpty, "\(file) imports \(foreign.sorted().joined(separator: ", "))")
    }
  }

  @Test func `the table has every room`() {
    let folders = Set(
      Project.files(in: "Sources").map { $0.split(separator: "/").prefix(2).joined(separator: "/") }
    )
    #expect(folders.subtracting(Room.all.map(\.folder)) == [])
  }

  @Test func `ARCHITECTURE has the same table`() throws {
    let rows = try Project.lines(of: "ARCHITECTURE.md").filter { $0.hasPrefix("| `") }
    let told = rows.map { row in
      row.matches(of: #/`([A-Za-z_-]+)`/#).map { String($0.output.1) }
    }
    #expect(told == Room.all.map { [$0.module] + $0.rooms + $0.shelf })
  }

  @Test func `only rooms at the edge speak to the system`() throws {
    let files = Project.swiftFiles.filter { !$0.hasPrefix("Tests/") }
    let rooms = [
      "Sources/Loopback/", "Sources/Recording/", "Sources/Files/",
      "Sources/LiveTransport/", "Sources/ConformanceCommand/", "Sources/swr-conformance/",
    ]
    for file in files where !rooms.contains(where: file.hasPrefix) {
      #expect(
        Set(try Self.imports(of: file)).isDisjoint(with: ["Glibc", "Darwin", "Musl"]), "\(file)")
    }
  }

  @Test func `an import is read wherever it stands, but not inside a text`() {
    let lines = [
      "// import A", "public import B", "@testable import C.D", "#if canImport(E)", "  import E",
      "#endif", "import struct F.G", "let text = \"\"\"", "  import H", "  \"\"\"", "import I",
    ]
    #expect(Self.imports(in: lines) == ["B", "C", "E", "F", "I"])
  }

  private static func imports(of file: String) throws -> [String] {
    imports(in: try Project.lines(of: file))
  }

  private static func imports(in lines: [String]) -> [String] {
    var isText = false
    return lines.compactMap { line in
      if line.components(separatedBy: "\"\"\"").count.isMultiple(of: 2) { isText.toggle() }
      return !isText && line.contains("import ") ? module(in: line) : nil
    }
  }

  // Made once, for making one takes longer than using it; none of them is ever changed.
  private nonisolated(unsafe) static let modifiers =
    #/\s*(@\w+(\([^)]*\))?\s+)*((public|package|internal|fileprivate|private)\s+)?/#
  private nonisolated(unsafe) static let word = #/import\s+/#
  private nonisolated(unsafe) static let kinds =
    #/((struct|class|enum|protocol|typealias|func|let|var)\s+)?/#
  private nonisolated(unsafe) static let name = #/\w+/#

  private static func module(in line: String) -> String? {
    guard let start = line.prefixMatch(of: modifiers)?.range.upperBound,
      let words = line[start...].prefixMatch(of: word)?.range.upperBound,
      let first = line[words...].prefixMatch(of: kinds)?.range.upperBound
    else { return nil }
    return line[first...].prefixMatch(of: name).map { String($0.output) }
  }
}
