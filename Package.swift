// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
// One target per room; ARCHITECTURE.md says which question each answers and what it may import.

import PackageDescription

let package = Package(
  name: "swr-conformance",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "swr-conformance", targets: ["swr-conformance"]),
    .library(name: "Contract", targets: ["Contract", "Wire"]),
    .library(
      name: "Conformance",
      targets: ["Conformance", "Contract", "Wire", "Reporting", "LiveTransport", "Recording"]),
    .library(name: "ConformanceCommand", targets: ["ConformanceCommand"]),
    .library(name: "ConformanceTesting", targets: ["ConformanceTesting"]),
    .library(name: "Loopback", targets: ["Loopback"]),
    .plugin(name: "TestGeneratorPlugin", targets: ["TestGeneratorPlugin"]),
  ],
  targets: [
    .target(name: "Wire"),
    .target(name: "Digests", dependencies: ["Wire"]),
    .target(name: "Files"),
    .target(name: "Contract", dependencies: ["Wire", "Digests"]),
    .target(name: "Redaction", dependencies: ["Wire", "Contract"]),
    .target(name: "SWRSpecs", dependencies: ["Contract"], path: "Specs"),
    .target(name: "Conformance", dependencies: ["Wire", "Digests", "Contract", "Redaction"]),
    .target(name: "Reporting", dependencies: ["Wire", "Digests", "Contract", "Conformance"]),
    .target(
      name: "Baselines", dependencies: ["Wire", "Contract", "Conformance", "Reporting"]),
    .target(
      name: "Bundles", dependencies: ["Wire", "Digests", "Contract", "Conformance", "Reporting"]),
    .target(
      name: "Comparison", dependencies: ["Wire", "Contract", "Conformance", "Reporting"]),
    .target(
      name: "Matrix", dependencies: ["Wire", "Contract", "Conformance", "Reporting"]),
    .target(
      name: "Fleet", dependencies: ["Wire", "Contract", "Conformance", "Reporting"]),
    .target(name: "OpenAPI", dependencies: ["Wire", "Contract"]),
    .target(name: "Inference", dependencies: ["Contract", "Conformance"]),
    .target(name: "Discovery", dependencies: ["Wire", "Contract", "Conformance"]),
    // A header and no source: the libraries themselves are loaded at run time.
    .systemLibrary(name: "CurlInterface", path: "Sources/CurlInterface"),
    .target(
      name: "LiveTransport",
      dependencies: [
        "CurlInterface", "Wire", "Digests", "Files", "Contract", "Redaction", "Conformance",
      ]
    ),
    .target(
      name: "Fixtures",
      path: "Fixtures",
      exclude: ["json", "documented", "pages"]
    ),
    .target(name: "Loopback", dependencies: ["Wire"]),
    .target(name: "MockRegistry", dependencies: ["Wire", "Digests", "Loopback", "Fixtures"]),
    .target(
      name: "EmbeddedTarget",
      dependencies: ["Wire", "Contract", "Redaction", "Conformance", "Loopback", "MockRegistry"]
    ),
    .target(
      name: "Recording", dependencies: ["Wire", "Files", "Contract", "Redaction", "Conformance"]),
    .target(
      name: "Gateway",
      dependencies: [
        "Wire", "Contract", "Conformance", "Reporting", "LiveTransport", "Loopback", "Recording",
      ]
    ),
    .target(
      name: "SelfTest",
      dependencies: [
        "Wire", "Contract", "Conformance", "Reporting", "MockRegistry", "EmbeddedTarget",
      ]
    ),
    .target(
      name: "ConformanceTesting",
      dependencies: [
        "Wire", "Files", "Contract", "Conformance", "Reporting", "Baselines", "LiveTransport",
      ]
    ),
    .target(name: "TestSource", dependencies: ["Contract", "Conformance"]),
    .executableTarget(name: "TestGenerator"),
    .plugin(
      name: "TestGeneratorPlugin",
      capability: .buildTool(),
      dependencies: ["TestGenerator"],
      path: "Sources/TestGeneratorPlugin"
    ),
    .target(name: "Documentation", dependencies: ["Wire", "Contract"]),
    .target(name: "CommandLineArguments", dependencies: ["Wire"]),
    .target(
      name: "ConformanceCommand",
      dependencies: [
        "CommandLineArguments", "Wire", "Digests", "Files", "Contract", "Conformance", "Reporting",
        "Baselines", "Bundles", "Comparison", "Fleet", "Matrix", "OpenAPI", "Inference",
        "Discovery", "LiveTransport",
        "Recording", "Gateway",
        "TestSource", "Documentation",
      ]
    ),
    .executableTarget(
      name: "swr-conformance",
      dependencies: [
        "CommandLineArguments", "Wire", "SWRSpecs", "Conformance", "ConformanceCommand",
        "Reporting", "Loopback", "MockRegistry", "EmbeddedTarget", "SelfTest",
      ]
    ),
    .target(name: "JSONMutation", dependencies: ["Wire", "Contract", "Fixtures"]),
    .executableTarget(
      name: "json-fuzz",
      dependencies: ["Wire", "Contract", "SWRSpecs", "Conformance", "Fixtures", "JSONMutation"]
    ),
    .executableTarget(name: "json-benchmark", dependencies: ["Wire"]),
    .executableTarget(
      name: "page-benchmark",
      dependencies: [
        "Wire", "Contract", "SWRSpecs", "Conformance", "MockRegistry", "EmbeddedTarget",
      ]
    ),

    .executableTarget(
      name: "transport-benchmark",
      dependencies: ["Wire", "Contract", "SWRSpecs", "Conformance", "LiveTransport"]
    ),

    .testTarget(name: "FilesTests", dependencies: ["Files"]),
    .testTarget(name: "WireTests", dependencies: ["Wire", "JSONMutation"]),
    .testTarget(name: "DigestsTests", dependencies: ["Wire", "Digests"]),
    .testTarget(name: "LoopbackTests", dependencies: ["Wire", "Loopback"]),
    .testTarget(
      name: "ContractTests",
      dependencies: ["Wire", "Contract", "SWRSpecs", "Conformance"]
    ),
    .testTarget(
      name: "ConformanceTests",
      dependencies: [
        "Wire", "Contract", "Redaction", "SWRSpecs", "Conformance", "MockRegistry",
        "EmbeddedTarget", "JSONMutation",
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
        "Wire", "Contract", "Redaction", "SWRSpecs", "Conformance", "Discovery", "MockRegistry",
        "EmbeddedTarget",
      ]
    ),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Wire", "Digests", "Contract", "Conformance", "Reporting", "Baselines", "Bundles",
        "SWRSpecs",
      ]
    ),
    .testTarget(
      name: "InferenceTests",
      dependencies: [
        "Contract", "SWRSpecs", "Conformance", "Inference", "MockRegistry", "EmbeddedTarget",
      ]
    ),
    .testTarget(
      name: "ComparisonTests",
      dependencies: [
        "Wire", "Contract", "SWRSpecs", "Conformance", "Reporting", "Comparison", "MockRegistry",
        "EmbeddedTarget",
      ]
    ),
    .testTarget(
      name: "MatrixTests", dependencies: ["Wire", "Contract", "SWRSpecs", "Reporting", "Matrix"]),
    .testTarget(
      name: "FleetTests",
      dependencies: [
        "Wire", "Contract", "SWRSpecs", "Conformance", "Reporting", "Fleet",
        "EmbeddedTarget",
      ]
    ),
    .testTarget(
      name: "RequirementSetTests",
      dependencies: [
        "Wire", "Contract", "SWRSpecs", "Conformance", "Reporting", "Bundles", "MockRegistry",
        "EmbeddedTarget",
      ],
      exclude: ["Goldens"]
    ),
    .testTarget(
      name: "OpenAPITests",
      dependencies: ["Wire", "Contract", "SWRSpecs", "Conformance", "OpenAPI"]
    ),
    .testTarget(
      name: "LiveTransportTests",
      dependencies: [
        "Wire", "Digests", "Contract", "Redaction", "SWRSpecs", "Conformance", "LiveTransport",
        "Loopback", "MockRegistry",
      ]
    ),
    .testTarget(
      name: "RecordingTests",
      dependencies: [
        "Wire", "Contract", "Redaction", "SWRSpecs", "Conformance", "MockRegistry",
        "EmbeddedTarget", "Recording",
      ]
    ),
    .testTarget(
      name: "BundlesTests",
      dependencies: [
        "CommandLineArguments", "Wire", "Digests", "Contract", "SWRSpecs", "Conformance", "Bundles",
        "MockRegistry", "EmbeddedTarget", "ConformanceCommand",
      ]
    ),
    .testTarget(
      name: "GatewayTests",
      dependencies: [
        "Wire", "Contract", "SWRSpecs", "Conformance", "LiveTransport", "Loopback", "MockRegistry",
        "EmbeddedTarget", "Recording", "Gateway",
      ]
    ),
    .testTarget(
      name: "MockRegistryTests",
      dependencies: [
        "Wire", "Digests", "Loopback", "MockRegistry", "Fixtures", "Contract", "SWRSpecs",
      ]
    ),
    .testTarget(
      name: "TestSourceTests",
      dependencies: ["Contract", "SWRSpecs", "Conformance", "TestSource"]
    ),
    .testTarget(
      name: "ConformanceTestingTests",
      dependencies: [
        "Wire", "Contract", "Redaction", "SWRSpecs", "Conformance", "Loopback", "MockRegistry",
        "ConformanceTesting", "EmbeddedTarget",
      ]
    ),
    .testTarget(
      name: "ProgramTests",
      dependencies: [
        "swr-conformance", "CommandLineArguments", "Wire", "Digests", "Contract", "SWRSpecs",
        "Conformance", "Reporting", "LiveTransport", "Loopback", "MockRegistry", "SelfTest",
      ],
      exclude: ["Goldens"]
    ),
    .testTarget(
      name: "GeneratedCases",
      dependencies: [
        "swr-conformance", "Conformance", "ConformanceTesting", "EmbeddedTarget", "SWRSpecs",
      ],
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
