// SPDX-License-Identifier: Apache-2.0
// The list of a bundle's files with their sums, and what the run was asked for.

import Conformance
public import Contract
import Digests
import Reporting
import Wire

extension VendorBundle {
  /// What `manifest.json` says.
  public struct Manifest: Sendable, Hashable {
    static func schema(of profile: Profile) -> String { profile.schema("bundle/1") }
    public static let path = "manifest.json"

    /// Whose bundle it is.
    public var profile: Profile
    /// The release that wrote the bundle.
    public var version: String
    /// The digest of the specs that were judged by, written `sha256:…`.
    public var contract: String
    public var terms: Terms
    /// One for every file but the manifest, by their paths.
    public var entries: [Entry]

    public struct Entry: Sendable, Hashable {
      public var path: String
      public var byteCount: Int
      /// 64 hexadecimal digits.
      public var sha256: String

      public init(_ file: File) {
        path = file.path
        byteCount = file.bytes.count
        sha256 = SHA256.hexadecimal(file.bytes)
      }
    }

    /// The file; there is one way to write it, so that any other byte shows.
    public var text: String {
      let tree: JSONTree = [
        "schema": .string(Self.schema(of: profile)),
        "suite": ["version": .string(version), "contract": .string(contract)],
        "terms": terms.tree,
        "files": .array(entries.map(\.tree)),
      ]
      return tree.document
    }
  }
}

extension VendorBundle.Terms {
  fileprivate var tree: JSONTree {
    let set = selection.requirements.map { [("set", JSONTree.string($0.name))] } ?? []
    return .object(members.map { ($0.key, $0.value) } + set)
  }

  private var members: KeyValuePairs<String, JSONTree> {
    [
      "claims": .texts(Level.allCases.filter(selection.claims.contains).map(\.rawValue)),
      "claimed_operations": .texts(selection.claimedOperations.sorted()),
      "only": .texts(selection.only), "skip": .texts(selection.skip),
      "thorough": .boolean(selection.isThorough), "pages": .pages(selection.pages),
      "unsafe_methods": .boolean(selection.allowsUnsafeMethods),
      "strict": .boolean(strict), "allow_empty": .boolean(allowEmpty),
      "allow_skipped": .texts(selection.dispensable.map(\.name).sorted()),
      "nonce": .string(nonce),
    ]
  }
}

extension VendorBundle.Manifest.Entry {
  fileprivate var tree: JSONTree {
    ["path": .string(path), "bytes": .integer(byteCount), "sha256": .string(sha256)]
  }
}

extension JSONTree {
  /// A number of pages, or `all`.
  fileprivate static func pages(_ count: Int) -> JSONTree {
    count == .max ? "all" : .integer(count)
  }

  fileprivate static func texts(_ texts: [String]) -> JSONTree { .array(texts.map { .string($0) }) }
}
