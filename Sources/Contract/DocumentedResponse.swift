// SPDX-License-Identifier: Apache-2.0
// What the documentation promises for each status code, and how a client can provoke it.

/// The answer that is documented for one status code.
public struct DocumentedResponse: Sendable, Hashable {
  /// What a client does to be given this status code.
  public enum Trigger: String, Sendable, Hashable, CaseIterable {
    /// Asks as documented.
    case asDocumented
    /// Sends a limit that is out of range or not a number.
    case badLimit
    /// Sends no token, or a wrong one.
    case badToken
    /// Names a project that the credentials have no right to.
    case foreignProject
    /// Names a resource that does not exist.
    case unknownResource
    /// No request of a client can bring it about.
    case impossible
  }

  public var status: Int
  public var description: String
  public var body: [Field]
  public var trigger: Trigger
  public var location: SpecLocation

  /// The answer to a request that is granted.
  public static func ok(
    _ description: String, _ body: [Field], file: StaticString = #fileID, line: UInt = #line
  ) -> DocumentedResponse {
    DocumentedResponse(
      status: 200, description: description, body: body, trigger: .asDocumented,
      location: SpecLocation(fileID: file, line: line))
  }

  /// An answer with the fields that the documentation lists for an error.
  public static func error(
    _ status: Int, _ description: String, _ body: [Field], by trigger: Trigger,
    file: StaticString = #fileID, line: UInt = #line
  ) -> DocumentedResponse {
    DocumentedResponse(
      status: status, description: description, body: body, trigger: trigger,
      location: SpecLocation(fileID: file, line: line))
  }
}
