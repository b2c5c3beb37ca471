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
  ) { context, reading, response, location in
    _ = context.assert()
    switch response.error.shape {
    case .unknown:
      context.fault(
        reading.isOfFrontEnd ? .warning : .error,
        "an error of status \(response.status) has neither error_code nor another known shape",
        expected: "object with error_code and error_msg",
        received: Finding.Received(response.opening), at: location)
    case .harbor, .identity, .plain, .array:
      context.fault(
        .warning, "an error has the shape of another layer of the service",
        expected: "error_code and error_msg",
        received: Finding.Received(response.opening),
        at: location, kind: "\(response.error.shape)")
    case .documented:
      context.take(response.error.faults.faults, in: reading, page: location.page)
    }
  }
}

extension ErrorFacts {
  /// Looks at the members of an error of the documented shape.
  mutating func lookAtError(_ root: JSONValue, _ body: [UInt8]) {
    for field in DocumentedResponse.errorFields() {
      lookAtText(field.name, root[field.name], isRequired: field.presence == .required, body)
    }
    if let code = root["error_code"], let text = code.string, !text.isServiceCode {
      note(
        .warning, "error_code is not of a known family",
        expected: "SWR.… | SVCSTG.SWR.… | APIGW.… | IAM.…", received: Finding.Received(code),
        kind: text)
    }
  }

  private mutating func lookAtText(
    _ name: String, _ value: JSONValue?, isRequired: Bool, _ body: [UInt8]
  ) {
    guard let value, !value.isNull else {
      guard isRequired else { return }
      return note(
        .error, "\(name) is missing from an error", expected: name,
        received: Finding.Received(value.map { $0.raw } ?? "no such member"), kind: name)
    }
    if value.kind == .string {
      guard isRequired, value.string?.isEmpty == true, name != "error_code" else { return }
      return note(
        .warning, "\(name) of an error is empty", expected: "words for a person",
        received: Finding.Received(value), kind: name)
    }
    let excerpt = body.withUnsafeBufferPointer { Finding.Excerpt(of: $0, around: value.span) }
    note(
      .error, "\(name) of an error is \(value.kind.withArticle)", expected: "string",
      received: Finding.Received(value), kind: name,
      at: AnswerLocation(pointer: JSONPointer([name]), bytes: value.span, excerpt: excerpt))
  }

  private mutating func note(
    _ severity: Severity, _ summary: String, expected: String, received: Finding.Received,
    kind: String, at location: AnswerLocation = AnswerLocation()
  ) {
    _ = faults.note(
      Fault(
        severity: severity, summary: summary, expected: expected, received: received, kind: kind,
        location: location)
    ) { location.excerpt }
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
