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

  /// Those that know one API; all others serve any.
  static let ofOneAPI: Set = [
    "SWRSpecs", "Fixtures", "MockRegistry", "EmbeddedTarget", "SelfTest", "swr-conformance",
    "JSONMutation", "json-fuzz", "json-benchmark", "page-benchmark", "transport-benchmark",
  ]

  /// Every room, in the order of the way of the data.
  static let all = [
    Room("Wire", shelf: ["_Builtin_intrinsics"]),
    Room("CurlInterface"),
    Room("Digests", ["Wire"]),
    Room("Files", shelf: ["Synchronization", "Glibc", "Darwin"]),
    Room("Contract", ["Wire", "Digests"]),
    Room("Redaction", ["Wire", "Contract"]),
    Room("SWRSpecs", folder: "Specs", ["Contract"]),
    Room(
      "Conformance", ["Wire", "Digests", "Contract", "Redaction"],
      shelf: ["Dispatch", "Synchronization"]),
    Room("Reporting", ["Wire", "Digests", "Contract", "Conformance"]),
    Room("Baselines", ["Wire", "Contract", "Conformance", "Reporting"]),
    Room("Bundles", ["Wire", "Digests", "Contract", "Conformance", "Reporting"]),
    Room(
      "Comparison", ["Wire", "Contract", "Conformance", "Reporting"], shelf: ["Synchronization"]),
    Room("Matrix", ["Wire", "Contract", "Conformance", "Reporting"]),
    Room("Fleet", ["Wire", "Contract", "Conformance", "Reporting"]),
    Room("OpenAPI", ["Wire", "Contract"]),
    Room("Inference", ["Contract", "Conformance"]),
    Room("Discovery", ["Wire", "Contract", "Conformance"]),
    Room(
      "LiveTransport",
      ["CurlInterface", "Wire", "Digests", "Files", "Contract", "Redaction", "Conformance"],
      shelf: [
        "FoundationEssentials", "Foundation", "Dispatch", "Synchronization", "Glibc", "Darwin",
      ]),
    Room("Fixtures", folder: "Fixtures"),
    Room(
      "Loopback", ["Wire"], shelf: ["Synchronization", "Dispatch", "Glibc", "Darwin"]),
    Room(
      "MockRegistry", ["Wire", "Digests", "Loopback", "Fixtures"], shelf: ["Synchronization"]),
    Room(
      "EmbeddedTarget",
      ["Wire", "Contract", "Redaction", "Conformance", "Loopback", "MockRegistry"]),
    Room(
      "Recording", ["Wire", "Files", "Contract", "Redaction", "Conformance"],
      shelf: ["FoundationEssentials", "Foundation", "Synchronization", "Glibc", "Darwin"]),
    Room(
      "Gateway",
      ["Wire", "Contract", "Conformance", "Reporting", "LiveTransport", "Loopback", "Recording"],
      shelf: ["FoundationEssentials", "Foundation", "Synchronization"]),
    Room(
      "ConformanceTesting",
      [
        "Wire", "Files", "Contract", "Conformance", "Reporting", "Baselines", "LiveTransport",
      ], shelf: ["FoundationEssentials", "Foundation", "Synchronization", "Testing"]),
    Room("TestSource", ["Contract", "Conformance"]),
    Room("TestGenerator", shelf: ["Foundation"]),
    Room("TestGeneratorPlugin", shelf: ["Foundation", "PackagePlugin"]),
    Room(
      "SelfTest", ["Contract", "Conformance", "Reporting", "MockRegistry", "EmbeddedTarget"]),
    Room("Documentation", ["Wire", "Contract"]),
    Room("CommandLineArguments", ["Wire"]),
    Room(
      "ConformanceCommand",
      [
        "CommandLineArguments", "Wire", "Digests", "Files", "Contract", "Conformance", "Reporting",
        "Baselines", "Bundles", "Comparison", "Fleet", "Matrix", "OpenAPI", "Inference",
        "Discovery", "LiveTransport",
        "Recording", "Gateway", "TestSource", "Documentation",
      ],
      shelf: [
        "FoundationEssentials", "Foundation", "Dispatch", "Synchronization", "Glibc", "Darwin",
      ]),
    Room(
      "swr-conformance",
      [
        "CommandLineArguments", "Wire", "SWRSpecs", "Conformance", "ConformanceCommand",
        "Reporting", "Loopback", "MockRegistry", "EmbeddedTarget", "SelfTest",
      ],
      shelf: ["Glibc", "Darwin"]),
    Room("JSONMutation", ["Wire", "Contract", "Fixtures"]),
    Room(
      "json-fuzz", ["Wire", "Contract", "SWRSpecs", "Conformance", "Fixtures", "JSONMutation"],
      shelf: ["Foundation"]),
    Room("json-benchmark", ["Wire"], shelf: ["Foundation"]),
    Room(
      "page-benchmark",
      ["Wire", "Contract", "SWRSpecs", "Conformance", "MockRegistry", "EmbeddedTarget"],
      shelf: ["Foundation"]),
    Room(
      "transport-benchmark", ["Wire", "Contract", "SWRSpecs", "Conformance", "LiveTransport"],
      shelf: ["Foundation", "Synchronization"]),
  ]
}
