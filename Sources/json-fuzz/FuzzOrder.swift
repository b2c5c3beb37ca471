// SPDX-License-Identifier: Apache-2.0
// What the command line of the fuzzer asks for.

import Fixtures
import Foundation

/// How many inputs, from which seed, made out of the files of which folders.
struct FuzzOrder {
  var inputs = 100_000
  var seed: UInt64 = 1
  /// How many pages of each list are made as well.
  var pages = 0
  var folders: [String] = []

  /// Nil for an unknown option, a value that is no number, or no folder.
  init?(_ arguments: [String]) {
    var rest = arguments.makeIterator()
    while let argument = rest.next() {
      switch argument {
      case "--inputs":
        guard let number = rest.next().flatMap({ Int($0) }), number >= 0 else { return nil }
        inputs = number
      case "--pages":
        guard let number = rest.next().flatMap({ Int($0) }), number >= 0 else { return nil }
        pages = number
      case "--seed":
        guard let number = rest.next().flatMap({ UInt64($0) }) else { return nil }
        seed = number
      case let option where option.hasPrefix("-"): return nil
      default: folders.append(argument)
      }
    }
    if folders.isEmpty, pages == 0 { return nil }
  }

  /// The `.json` files of all folders, by name, so that a seed always means the same run, and the rows
  /// of the mock registry.
  func texts() throws -> [[UInt8]] {
    try folders.flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { $0.hasSuffix(".json") }
        .sorted()
        .map { Array(try Data(contentsOf: URL(filePath: folder).appending(path: $0))) }
    } + Fixtures.all
  }
}
