// SPDX-License-Identifier: Apache-2.0
// Who says so: the document and section behind a promise.

/// The evidence for a promise: a document and the section in which it stands.
public struct Source: Sendable, Hashable, CustomStringConvertible {
  /// What sort of document it is; the wire weighs most, a page's example least.
  public struct Kind: Sendable, Hashable {
    public var name: String

    public init(_ name: String) { self.name = name }

    /// A page of the service's API reference.
    public static let page = Kind("page")
    /// The vendor's OpenAPI document of the operation.
    public static let openAPI = Kind("openAPI")
    /// The types of the vendor's software development kits.
    public static let sdk = Kind("sdk")
    /// A public standard, such as an RFC.
    public static let standard = Kind("standard")
    /// A choice of the suite where the others are silent.
    public static let suite = Kind("suite")
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

  public static func sdk(_ section: String) -> Source { Source(.sdk, "vendor's SDKs", section) }

  public static func standard(_ document: String, _ section: String) -> Source {
    Source(.standard, document, section)
  }

  public static func suite(_ section: String) -> Source { Source(.suite, "this suite", section) }
}
