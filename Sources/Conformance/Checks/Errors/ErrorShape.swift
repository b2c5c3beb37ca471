// SPDX-License-Identifier: Apache-2.0
// The body of an error has one of the shapes in which the layers of the service tell errors.

import Contract
import Wire

extension Check {
  static let errorShape = answer(
    "error-shape", .errors,
    "An error has the documented members; the shapes of other layers are a warning.",
    title: .by { "an error has \($0.errors.words)" },
    description: "an error names its code and tells a person what went wrong", of: 400,
    asks: { _ in .everything }, about: { $0.isError }
  ) { context, reading, response, location in
    _ = context.assert()
    let convention = reading.profile.errors
    guard let shape = response.error.shape else {
      return context.fault(
        reading.isOfFrontEnd ? .warning : .error,
        response.error.isEncodedTwice
          ? "an error of status \(response.status) is a string that holds the document"
          : !response.error.isJSON
            ? "an error of status \(response.status) is not JSON, and so has no "
              + "\(convention.documented.code)"
            : "an error of status \(response.status) has neither \(convention.documented.code) nor "
              + "another known shape",
        expected: "object with \(convention.words)",
        received: Finding.Received(response.opening), at: location)
    }
    guard response.error.isDocumented else {
      return context.fault(
        .warning, "an error has the shape of another layer of the service",
        expected: convention.words, received: Finding.Received(response.opening),
        at: location, kind: shape)
    }
    context.take(response.error.faults.faults, in: reading, page: location.page)
  }
}

extension ErrorConvention {
  /// What an error has: `error_code and error_msg`.
  var words: String { "\(documented.code) and \(documented.message)" }

  /// The families of codes that are told, as a pattern: `A.… | B.…`.
  fileprivate var pattern: String {
    families.filter(\.isTold).map { "\($0.name).…" }.joined(separator: " | ")
  }

  /// The texts that an error is documented with, by their paths.
  fileprivate var texts: [(path: FieldPath, isRequired: Bool)] {
    func texts(in fields: [Field], _ path: FieldPath) -> [(FieldPath, Bool)] {
      fields.flatMap { field in
        let own = path.appending(field.name)
        return switch field.type {
        case .object(let inner): texts(in: inner, own)
        case .string: [(own, field.presence == .required)]
        default: [] as [(FieldPath, Bool)]
        }
      }
    }
    return texts(in: fields, FieldPath([]))
  }
}

extension ErrorFacts {
  /// Looks at the members of an error of the documented shape.
  mutating func lookAtError(_ root: JSONValue, _ body: [UInt8], by convention: ErrorConvention) {
    for text in convention.texts {
      lookAtText(
        text.path, root.value(at: text.path), isRequired: text.isRequired,
        isCode: text.path == convention.documented.code, body)
    }
    let path = convention.documented.code
    if let code = root.value(at: path), let text = code.string, !convention.knows(text) {
      note(
        .warning, "\(path) is not of a known family", expected: convention.pattern,
        received: Finding.Received(code), kind: text)
    }
  }

  private mutating func lookAtText(
    _ path: FieldPath, _ value: JSONValue?, isRequired: Bool, isCode: Bool, _ body: [UInt8]
  ) {
    let name = "\(path)"
    guard let value, !value.isNull else {
      guard isRequired else { return }
      return note(
        .error, "\(name) is missing from an error", expected: name,
        received: Finding.Received(value.map { $0.raw } ?? "no such member"), kind: name)
    }
    if value.kind == .string {
      guard isRequired, value.string?.isEmpty == true, !isCode else { return }
      return note(
        .warning, "\(name) of an error is empty", expected: "words for a person",
        received: Finding.Received(value), kind: name)
    }
    let excerpt = body.withUnsafeBufferPointer { Finding.Excerpt(of: $0, around: value.span) }
    note(
      .error, "\(name) of an error is \(value.kind.withArticle)", expected: "string",
      received: Finding.Received(value), kind: name,
      at: AnswerLocation(pointer: JSONPointer(path.names), bytes: value.span, excerpt: excerpt))
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
