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
    _ description: String,
    _ body: [Field],
    file: StaticString = #fileID,
    line: UInt = #line
  ) -> DocumentedResponse {
    DocumentedResponse(
      status: 200,
      description: description,
      body: body,
      trigger: .asDocumented,
      location: SpecLocation(fileID: file, line: line)
    )
  }

  /// An answer with the three fields that every page lists for its errors.
  public static func error(
    _ status: Int,
    _ description: String,
    by trigger: Trigger,
    file: StaticString = #fileID,
    line: UInt = #line
  ) -> DocumentedResponse {
    DocumentedResponse(
      status: status,
      description: description,
      body: errorFields(file: file, line: line),
      trigger: trigger,
      location: SpecLocation(fileID: file, line: line)
    )
  }

  /// The fields that every page lists for its errors.
  public static func errorFields(
    file: StaticString = #fileID, line: UInt = #line
  ) -> [Field] {
    [
      .field("error_code", .string, .required, "names the error", file: file, line: line),
      .field("error_msg", .string, .required, "says what went wrong", file: file, line: line),
      .field(
        "encoded_authorization_message", .string, .optional,
        "holds the encrypted reason for a refusal", file: file, line: line),
    ]
  }
}
