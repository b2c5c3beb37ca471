// SPDX-License-Identifier: Apache-2.0
// The body of an error has one of the shapes in which the layers of the service tell errors.

import Contract
import Wire

extension Check {
  static let errorShape = answer(
    "error-shape", .errors,
    "An error has error_code and error_msg; the shapes of other layers are a warning.",
    title: "an error has error_code and error_msg",
    description: "an error names its code and tells a person what went wrong", of: 400,
    asks: { _ in .everything }, about: { $0.isError }
  ) { context, exchange, response, location in
    let body = ErrorBody(root: exchange.root)
    _ = context.assert()
    switch body.shape {
    case .unknown:
      context.fault(
        response.refusesLength ? .warning : .error,
        "an error of status \(response.status) has neither error_code nor another known shape",
        expected: "object with error_code and error_msg",
        received: Finding.Received(response.excerpt(around: 0)), at: location)
    case .harbor, .identity, .plain:
      context.fault(
        .warning, "an error has the shape of another layer of the service",
        expected: "error_code and error_msg",
        received: Finding.Received(response.excerpt(around: 0)),
        at: location, kind: "\(body.shape)")
    case .documented:
      context.lookAtError(exchange.root, location)
    }
  }
}

extension CheckContext {
  fileprivate mutating func lookAtError(_ root: JSONValue?, _ location: BodyLocation) {
    for field in DocumentedResponse.errorFields() {
      lookAtText(field.name, root?[field.name], isRequired: field.presence == .required, location)
    }
    if let code = root?["error_code"]?.string, !code.isServiceCode {
      fault(
        .warning, "error_code is not of a known family",
        expected: "SWR.… | SVCSTG.SWR.… | APIGW.… | IAM.…",
        received: Finding.Received(root!["error_code"]!), at: location, kind: code)
    }
  }

  private mutating func lookAtText(
    _ name: String, _ value: JSONValue?, isRequired: Bool, _ location: BodyLocation
  ) {
    guard let value, !value.isNull else {
      guard isRequired else { return }
      return fault(
        .error, "\(name) is missing from an error", expected: name,
        received: Finding.Received(value.map { $0.raw } ?? "no such member"), at: location,
        kind: name)
    }
    guard value.kind != .string else { return }
    var location = location
    location.pointer = JSONPointer([name])
    location.bytes = value.span
    fault(
      .error, "\(name) of an error is \(value.kind.withArticle)", expected: "string",
      received: Finding.Received(value), at: location, kind: name)
  }
}

extension String {
  /// Whether an error code belongs to the service, its gateway or the identity service.
  fileprivate var isServiceCode: Bool {
    let families: [(prefix: String, digits: ClosedRange<Int>)] = [
      ("SVCSTG.SWR.", 7...7), ("SWR.", 6...7), ("APIGW.", 4...4), ("APIG.", 4...4), ("IAM.", 4...4),
    ]
    return families.contains { prefix, digits in
      hasPrefix(prefix) && digits.contains(utf8.count - prefix.utf8.count)
        && utf8.dropFirst(prefix.utf8.count).allSatisfy(ASCII.isDigit)
    }
  }
}
