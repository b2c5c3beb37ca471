// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
// A suite for an API of its own, by somebody who has nothing but the products of the engine.

import Foundation
import PackageDescription

// Whoever writes such a package names the repository and a release here.
let engine: Package.Dependency =
  ProcessInfo.processInfo.environment["SHOP_ENGINE_URL"].map { .package(url: $0, exact: "0.1.0") }
  ?? .package(name: "swr-conformance", path: "../../..")

func product(_ name: String) -> Target.Dependency {
  .product(name: name, package: "swr-conformance")
}

let package = Package(
  name: "shop-conformance",
  platforms: [.macOS(.v15)],
  dependencies: [engine],
  targets: [
    // What the shop promises, and what its own check holds it to.
    .target(name: "ShopSpecs", dependencies: [product("Conformance")], path: "Specs"),
    .executableTarget(
      name: "shop-conformance", dependencies: ["ShopSpecs", product("ConformanceCommand")]),
    // Somebody else's server, which knows nothing of the specs.
    .target(name: "ShopServer", dependencies: [product("Loopback")]),
    .executableTarget(name: "shop-server", dependencies: ["ShopServer"]),
    .testTarget(
      name: "ShopTests",
      dependencies: ["shop-conformance", "ShopSpecs", product("ConformanceTesting")],
      plugins: [.plugin(name: "TestGeneratorPlugin", package: "swr-conformance")]
    ),
  ]
)
