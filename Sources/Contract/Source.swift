// SPDX-License-Identifier: Apache-2.0
// Who says so: the document and section behind a promise.

/// The evidence for a promise: a document and the section in which it stands.
public struct Source: Sendable, Hashable, CustomStringConvertible {
  /// What sort of document it is; the wire weighs most, a page's example least.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A page of the service's API reference.
    case page
    /// The vendor's OpenAPI document of the operation.
    case openAPI
    /// The types of the vendor's software development kits.
    case sdk
    /// The source of Harbor, on which the service is built.
    case harbor
    /// The vendor's Terraform provider and its acceptance tests.
    case terraform
    /// A public standard, such as an RFC.
    case standard
    /// A choice of this suite where the others are silent.
    case suite
  }

  public var kind: Kind
  /// A file name for a page, otherwise the document's title.
  public var document: String
  public var section: String

  public init(_ kind: Kind, _ document: String, _ section: String) {
    self.kind = kind
    self.document = document
    self.section = section
  }

  public var description: String { "\(document) › \(section)" }

  /// Another page of the API reference than the one that is spoken of.
  public static func page(_ document: String, _ section: String) -> Source {
    Source(.page, document, section)
  }

  public static func openAPI(_ section: String) -> Source {
    Source(.openAPI, "vendor's OpenAPI document", section)
  }

  public static func sdk(_ section: String) -> Source {
    Source(.sdk, "vendor's SDKs", section)
  }

  public static func harbor(_ section: String) -> Source {
    Source(.harbor, "Harbor source", section)
  }

  public static func terraform(_ section: String) -> Source {
    Source(.terraform, "vendor's Terraform provider", section)
  }

  public static func standard(_ document: String, _ section: String) -> Source {
    Source(.standard, document, section)
  }

  public static func suite(_ section: String) -> Source {
    Source(.suite, "swr-conformance", section)
  }
}
