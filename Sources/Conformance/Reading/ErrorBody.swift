// SPDX-License-Identifier: Apache-2.0
// The shapes in which the layers of a service tell an error, told apart in one place.

public import Contract
public import Wire

/// What an error's body says, whichever layer of the service wrote it.
package struct ErrorBody {
  /// The shape that the body has, by the convention; nil for none of them.
  let shape: ErrorConvention.Shape?
  /// Whether it is the documented one.
  let isDocumented: Bool
  /// The value that names the error.
  let code: JSONValue?
  /// The value that tells a person.
  let message: JSONValue?

  package init(_ response: HTTPResponse, by convention: ErrorConvention) {
    self.init(root: (try? JSONDocument(parsing: response.body))?.root, by: convention)
  }

  init(root: JSONValue?, by convention: ErrorConvention) {
    func parts(_ shape: ErrorConvention.Shape) -> (code: JSONValue?, message: JSONValue?) {
      (root?.member(at: shape.code), root?.member(at: shape.message))
    }
    let own = parts(convention.documented)
    isDocumented = own.code != nil || own.message != nil
    let other = convention.others.first { parts($0).code != nil && parts($0).message != nil }
    shape = isDocumented ? convention.documented : other
    (code, message) = shape.map(parts) ?? (nil, nil)
  }

  /// The code and message behind a colon, for a sentence that ends with what the server said.
  package var summary: String {
    let words = [code, message].compactMap { $0.map { $0.string ?? $0.raw } }
    return words.isEmpty ? "" : ": " + words.joined(separator: " ")
  }
}

extension JSONValue {
  /// The value at the end of a path; a number steps into an array.
  fileprivate func member(at path: FieldPath) -> JSONValue? {
    path.names.reduce(self as JSONValue?) { value, name in
      guard value?.kind == .array else { return value?[name] }
      return Int(name).flatMap { value?[$0] }
    }
  }
}

extension HTTPResponse {
  /// What the body says of an error behind a colon, code and message, or nothing.
  public func errorSummary(by convention: ErrorConvention) -> String {
    ErrorBody(self, by: convention).summary
  }
}
