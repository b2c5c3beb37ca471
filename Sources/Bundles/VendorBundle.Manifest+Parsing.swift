// SPDX-License-Identifier: Apache-2.0
// Reads a manifest, whoever may have written it.

import Conformance
public import Contract
import Reporting
import Wire

extension VendorBundle.Manifest {
  /// Why a file is no manifest; the description goes behind its name.
  public struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
    public var description: String
  }

  public init(parsing bytes: [UInt8], of profile: Profile) throws(Problem) {
    let root: JSONValue
    do throws(JSONSyntaxError) {
      root = try JSONDocument(parsing: bytes).root
    } catch {
      throw Problem(
        description: "is not JSON: \(error.reason) at \(TextPlace(of: error.offset, in: bytes))")
    }
    let schema = root["schema"]?.string
    guard schema == Self.schema(of: profile) else {
      let other = schema.map { JSONText.quote($0).visible } ?? "none"
      throw Problem(
        description: "has the schema \(other), and this release reads \(Self.schema(of: profile))")
    }
    guard let version = root["suite"]?["version"]?.string,
      let contract = root["suite"]?["contract"]?.string, let terms = root["terms"],
      let files = root["files"], files.kind == .array
    else { throw Problem(description: "lacks suite, terms or files") }
    self.profile = profile
    self.version = version
    self.contract = contract
    if let name = terms["set"]?.string, profile.requirementSet(named: name) == nil {
      throw Problem(
        description: "is judged by the requirement set \(JSONText.quote(name).visible), which this "
          + "release does not know; verify with a newer one")
    }
    self.terms = VendorBundle.Terms(terms, profile)
    entries = try files.elements
      .map { (value) throws(Problem) in try Entry(value) }
  }
}

extension VendorBundle.Manifest.Entry {
  fileprivate init(_ value: JSONValue) throws(VendorBundle.Manifest.Problem) {
    guard let path = value["path"]?.string, let sum = value["sha256"]?.string,
      let count = value["bytes"]?.number?.int64
    else {
      throw VendorBundle.Manifest.Problem(description: "has a file without path, bytes or sha256")
    }
    self.path = path
    sha256 = sum
    byteCount = Int(clamping: count)
  }

  /// Whether the path stays inside the folder and is written in the one way that a bundle has.
  public var isInside: Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return !path.contains("\\") && parts.allSatisfy { !["", ".", ".."].contains($0) }
  }
}

extension VendorBundle.Terms {
  fileprivate init(_ value: JSONValue, _ profile: Profile) {
    let texts = { (key: String) in value[key]?.elements.compactMap(\.string) ?? [] }
    let description = { (key: String) in value[key]?.bool ?? false }
    self.init(
      selection: Selection(
        only: texts("only"), skip: texts("skip"),
        claims: Set(texts("claims").compactMap(Level.init)),
        claimedOperations: Set(texts("claimed_operations")), isThorough: description("thorough"),
        pages: value["pages"].map { $0.number?.int64.map(Int.init(clamping:)) ?? .max }
          ?? Selection.politePages,
        allowsUnsafeMethods: description("unsafe_methods"),
        dispensable: Set(texts("allow_skipped").compactMap(profile.fact(named:))),
        requirements: value["set"]?.string.flatMap(profile.requirementSet(named:))),
      strict: description("strict"), allowEmpty: description("allow_empty"),
      nonce: value["nonce"]?.string)
  }
}
