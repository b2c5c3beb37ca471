// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
// One target per room; ARCHITECTURE.md says which question each answers and what it may import.

import PackageDescription

let package = Package(
  name: "swr-conformance",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "swr-conformance", targets: ["swr-conformance"]),
    .library(name: "SWRConformance", targets: ["Wire", "Contract", "SWRSpecs", "Conformance"]),
  ],
  targets: [
    .target(name: "Wire"),
    .target(name: "Files"),
    .target(name: "Contract", dependencies: ["Wire"]),
    .target(name: "SWRSpecs", dependencies: ["Contract"], path: "Specs"),
    .target(name: "Conformance", dependencies: ["Wire", "Contract"]),
    .target(name: "Reporting", dependencies: ["Wire", "Contract", "Conformance"]),
    .target(name: "OpenAPI", dependencies: ["Wire", "Contract"]),
    .target(name: "Discovery", dependencies: ["Wire", "Contract", "Conformance"]),
    // A header and no source: the libraries themselves are loaded at run time.
    .systemLibrary(name: "CurlInterface", path: "Sources/CurlInterface"),
    .target(
      name: "LiveTransport",
      dependencies: ["CurlInterface", "Wire", "Files", "Contract", "Conformance"]
    ),
    .target(
      name: "Fixtures",
      path: "Fixtures",
      exclude: ["json", "documented", "pages"],
      resources: [.embedInCode("registry")]
    ),
    .target(name: "MockRegistry", dependencies: ["Wire", "Fixtures"]),
    .target(
      name: "EmbeddedTarget",
      dependencies: ["Wire", "Contract", "Conformance", "MockRegistry"]
    ),
    .target(name: "Recording", dependencies: ["Wire", "Files", "Contract", "Conformance"]),
    .target(
      name: "SelfTest",
      dependencies: [
        "Wire", "Contract", "Conformance", "Reporting", "MockRegistry", "EmbeddedTarget",
      ]
    ),
    .target(
      name: "ConformanceTesting",
      dependencies: [
        "Wire", "Files", "Contract", "SWRSpecs", "Conformance", "Reporting", "LiveTransport",
        "MockRegistry", "EmbeddedTarget",
      ]
    ),
    .target(name: "TestSource", dependencies: ["Contract", "Conformance"]),
    .executableTarget(
      name: "TestGenerator",
      dependencies: ["SWRSpecs", "Conformance", "TestSource"]
    ),
    .plugin(
      name: "TestGeneratorPlugin",
      capability: .buildTool(),
      dependencies: ["TestGenerator"],
      path: "Sources/TestGeneratorPlugin"
    ),
    .target(name: "Documentation", dependencies: ["Wire", "Contract"]),
    .target(name: "CommandLineArguments", dependencies: ["Wire"]),
    .executableTarget(
      name: "swr-conformance",
      dependencies: [
        "CommandLineArguments", "Wire", "Files", "Contract", "SWRSpecs", "Conformance", "Reporting",
        "OpenAPI", "Discovery", "LiveTransport", "MockRegistry", "EmbeddedTarget", "Recording",
        "SelfTest", "Documentation",
      ]
    ),
    .target(name: "JSONMutation", dependencies: ["Wire", "Contract", "Fixtures"]),
    .executableTarget(
      name: "json-fuzz",
      dependencies: ["Wire", "Contract", "SWRSpecs", "Conformance", "JSONMutation"]
    ),
    .executableTarget(name: "json-benchmark", dependencies: ["Wire"]),
    .executableTarget(
      name: "page-benchmark",
      dependencies: [
        "Wire", "Contract", "SWRSpecs", "Conformance", "MockRegistry", "EmbeddedTarget",
      ]
    ),

    .executableTarget(
      name: "transport-benchmark", dependencies: ["Wire", "Conformance", "LiveTransport"]),

    .testTarget(name: "FilesTests", dependencies: ["Files"]),
    .testTarget(name: "WireTests", dependencies: ["Wire", "JSONMutation"]),
    .testTarget(
      name: "ContractTests",
      dependencies: ["Wire", "Contract", "SWRSpecs", "Conformance"]
    ),
    .testTarget(
      name: "ConformanceTests",
      dependencies: [
        "Wire", "Contract", "SWRSpecs", "Conformance", "MockRegistry", "EmbeddedTarget",
        "JSONMutation",
      ],
      exclude: ["Goldens"]
    ),
    .testTarget(
      name: "DocumentationTests",
      dependencies: ["Wire", "Contract", "SWRSpecs", "Documentation"]
    ),
    .testTarget(name: "RepositoryRuleTests"),
    .testTarget(name: "CommandLineArgumentsTests", dependencies: ["CommandLineArguments"]),
    .testTarget(
      name: "DiscoveryTests",
      dependencies: [
        "Wire", "Contract", "SWRSpecs", "Conformance", "Discovery", "MockRegistry",
        "EmbeddedTarget",
      ]
    ),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["Wire", "Contract", "Conformance", "Reporting"]
    ),
    .testTarget(
      name: "OpenAPITests",
      dependencies: ["Wire", "Contract", "SWRSpecs", "Conformance", "OpenAPI"]
    ),
    .testTarget(
      name: "LiveTransportTests",
      dependencies: [
        "Wire", "Contract", "SWRSpecs", "Conformance", "LiveTransport", "MockRegistry",
      ]
    ),
    .testTarget(
      name: "RecordingTests",
      dependencies: [
        "Wire", "Contract", "SWRSpecs", "Conformance", "MockRegistry", "EmbeddedTarget",
        "Recording",
      ]
    ),
    .testTarget(name: "MockRegistryTests", dependencies: ["Wire", "MockRegistry", "Fixtures"]),
    .testTarget(
      name: "TestSourceTests",
      dependencies: ["Contract", "SWRSpecs", "Conformance", "TestSource"]
    ),
    .testTarget(
      name: "ConformanceTestingTests",
      dependencies: [
        "Wire", "Contract", "SWRSpecs", "Conformance", "MockRegistry", "ConformanceTesting",
      ]
    ),
    .testTarget(
      name: "ProgramTests",
      dependencies: [
        "swr-conformance", "CommandLineArguments", "Wire", "Contract", "SWRSpecs", "Conformance",
        "Reporting", "LiveTransport", "MockRegistry", "SelfTest",
      ],
      exclude: ["Goldens"]
    ),
    .testTarget(
      name: "GeneratedCases",
      dependencies: ["ConformanceTesting"],
      plugins: ["TestGeneratorPlugin"]
    ),
  ]
)

for target in package.targets where ![.plugin, .system].contains(target.type) {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  ]
}
