// SPDX-License-Identifier: Apache-2.0
// The shapes in which the layers of the service tell an error, told apart in one place.

public import Wire

/// What an error's body says, whichever layer of the service wrote it.
package struct ErrorBody {
  /// The layer whose shape the body has.
  enum Shape {
    /// `error_code` and `error_msg` at the root, as every page documents; a gateway adds more.
    case documented
    /// `errors`, a list of `code` and `message`: Harbor's own.
    case harbor
    /// `error` with `code` and `message`: the identity service's own.
    case identity
    /// `errorCode` and `errorMsg`, or `code` and `message`, as the vendor's SDKs also read.
    case plain
    /// An array of `errorCode`, `errorMessage` and `detail`, as an older gateway answers.
    case array
    /// None of them.
    case unknown
  }

  let shape: Shape
  /// The value that names the error.
  let code: JSONValue?
  /// The value that tells a person.
  let message: JSONValue?

  package init(_ response: HTTPResponse) {
    self.init(root: (try? JSONDocument(parsing: response.body))?.root)
  }

  init(root: JSONValue?) {
    let first = root?["errors"]?.elements.first
    let own = root?.elements.first
    let candidates: [(Shape, JSONValue?, JSONValue?)] = [
      (.documented, root?["error_code"], root?["error_msg"]),
      (.harbor, first?["code"] ?? first?["errorCode"], first?["message"] ?? first?["errorMessage"]),
      (.identity, root?["error"]?["code"], root?["error"]?["message"]),
      (.plain, root?["errorCode"], root?["errorMsg"]),
      (.plain, root?["code"], root?["message"]),
      (.array, own?["errorCode"], own?["errorMessage"]),
    ]
    let documented = candidates[0].1 != nil || candidates[0].2 != nil
    let match =
      documented ? candidates[0] : candidates.dropFirst().first { $0.1 != nil && $0.2 != nil }
    (shape, code, message) = match ?? (.unknown, nil, nil)
  }

  /// The code and message behind a colon, for a sentence that ends with what the server said.
  package var summary: String {
    let words = [code, message].compactMap { $0.map { $0.string ?? $0.raw } }
    return words.isEmpty ? "" : ": " + words.joined(separator: " ")
  }
}

extension HTTPResponse {
  /// What the body says of an error, such as `: APIGW.0301 Incorrect IAM authentication`, or nothing.
  public var errorSummary: String { ErrorBody(self).summary }
}
