// SPDX-License-Identifier: Apache-2.0
// What answers with one object instead of a list.

/// A path at which one object is found.
struct SingleObject: Sendable {
  /// The id of the operation, such as `ListFeatureGates`.
  var id: String
  /// Where it is found; the words in braces are keys of the registry's facts.
  var path: String
  /// The object below everything that the path names.
  var object: @Sendable (Inventory, [PathArgument]) -> RawObject
}

extension SingleObject {
  /// What an instance can do, of which only GC differs.
  static let featureGates = SingleObject(
    id: "ListFeatureGates", path: ListOperation.instance + "/feature-gates"
  ) { inventory, arguments in
    let instance = arguments.last.flatMap { inventory.row(named: $0, under: arguments) }
    return RawObject([
      .init(name: "enableDomainName", json: "true"),
      .init(name: "enableCombinationRetention", json: "true"),
      .init(name: "enableArtifactScanning", json: "true"),
      .init(name: "enableArtifactGc", json: instance?["_artifact_gc"] ?? "false"),
    ])
  }
}
