// SPDX-License-Identifier: Apache-2.0
// The tool behind the plugin: writes the Swift Testing cases of the catalogue into one file.

import Conformance
import Foundation
import SWRSpecs
import TestSource

/// Takes the path of the file to write, and nothing else.
@main
enum TestGenerator {
  static func main() throws {
    guard CommandLine.arguments.count == 2 else {
      FileHandle.standardError.write(Data("usage: TestGenerator OUTPUT.swift\n".utf8))
      exit(2)
    }
    let plan = Plan(for: Catalog.operations, against: TargetFacts(endpoint: "", values: [:]))
    let output = URL(filePath: CommandLine.arguments[1])
    try Data(GeneratedSource(of: plan).text.utf8).write(to: output)
  }
}
