// SPDX-License-Identifier: Apache-2.0
// The rooms of the house as a table: which module may import which.

/// One module with everything that it may import.
struct Room {
  var module: String
  var folder: String
  /// Modules of this package.
  var rooms: [String]
  /// Modules of the toolchain.
  var shelf: [String]

  init(_ module: String, folder: String? = nil, _ rooms: [String] = [], shelf: [String] = []) {
    self.module = module
    self.folder = folder ?? "Sources/\(module)"
    self.rooms = rooms
    self.shelf = shelf
  }

  /// Every room, in the order of the way of the data.
  static let all = [
    Room("Wire"),
    Room("CurlInterface"),
    Room("Files", shelf: ["Synchronization", "Glibc", "Darwin"]),
    Room("Contract", ["Wire"]),
    Room("SWRSpecs", folder: "Specs", ["Contract"]),
    Room("Conformance", ["Wire", "Contract"], shelf: ["Synchronization"]),
    Room("Reporting", ["Wire", "Contract", "Conformance"]),
    Room("OpenAPI", ["Wire", "Contract"]),
    Room("Discovery", ["Wire", "Contract", "Conformance"]),
    Room(
      "LiveTransport", ["CurlInterface", "Wire", "Files", "Contract", "Conformance"],
      shelf: [
        "FoundationEssentials", "Foundation", "Dispatch", "Synchronization", "Glibc", "Darwin",
      ]),
    Room("Fixtures", folder: "Fixtures"),
    Room(
      "MockRegistry", ["Wire", "Fixtures"],
      shelf: ["Synchronization", "Dispatch", "Glibc", "Darwin"]),
    Room("EmbeddedTarget", ["Wire", "Contract", "Conformance", "MockRegistry"]),
    Room(
      "Recording", ["Wire", "Files", "Contract", "Conformance"],
      shelf: ["FoundationEssentials", "Foundation", "Synchronization", "Glibc", "Darwin"]),
    Room(
      "ConformanceTesting",
      [
        "Wire", "Files", "Contract", "SWRSpecs", "Conformance", "Reporting", "LiveTransport",
        "MockRegistry", "EmbeddedTarget",
      ], shelf: ["FoundationEssentials", "Foundation", "Synchronization", "Testing"]),
    Room("TestSource", ["Contract", "Conformance"]),
    Room("TestGenerator", ["SWRSpecs", "Conformance", "TestSource"], shelf: ["Foundation"]),
    Room("TestGeneratorPlugin", shelf: ["Foundation", "PackagePlugin"]),
    Room(
      "SelfTest", ["Contract", "Conformance", "Reporting", "MockRegistry", "EmbeddedTarget"]),
    Room("Documentation", ["Wire", "Contract"]),
    Room("CommandLineArguments", ["Wire"]),
    Room(
      "swr-conformance",
      [
        "Wire", "Files", "Contract", "SWRSpecs", "Conformance", "Reporting", "OpenAPI", "Discovery",
        "LiveTransport", "MockRegistry", "EmbeddedTarget", "Recording", "SelfTest", "Documentation",
        "CommandLineArguments",
      ],
      shelf: [
        "FoundationEssentials", "Foundation", "Dispatch", "Synchronization", "Glibc", "Darwin",
      ]),
    Room("JSONMutation", ["Wire", "Contract", "Fixtures"]),
    Room(
      "json-fuzz", ["Wire", "Contract", "SWRSpecs", "Conformance", "JSONMutation"],
      shelf: ["Foundation"]),
    Room("json-benchmark", ["Wire"], shelf: ["Foundation"]),
    Room(
      "page-benchmark",
      ["Wire", "Contract", "SWRSpecs", "Conformance", "MockRegistry", "EmbeddedTarget"],
      shelf: ["Foundation"]),
    Room(
      "transport-benchmark", ["Wire", "Conformance", "LiveTransport"],
      shelf: ["Foundation", "Synchronization"]),
  ]
}
