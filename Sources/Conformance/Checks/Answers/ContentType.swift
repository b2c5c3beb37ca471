// SPDX-License-Identifier: Apache-2.0
// An answer says that it is JSON.

import Contract
import Wire

extension Check {
  static let contentType = answer(
    "content-type-json", .shape, "An answer of status 200 has a Content-Type of JSON.",
    title: "Content-Type is JSON", description: "the operation produces application/json",
    from: .openAPI("produces"), heads: true, about: { $0.status == 200 && $0.namesContentType }
  ) { context, reading, response, location in
    context.lookAtContentType(of: response, reading, location)
  }

  static let errorContentType = answer(
    "error-content-type-json", .errors, "An error has a Content-Type of JSON.",
    title: "Content-Type of an error is JSON",
    description: "the operation produces application/json",
    from: .openAPI("produces"), asks: { _ in .everything },
    heads: true, about: { $0.isError && $0.namesContentType }
  ) { context, reading, response, location in
    context.lookAtContentType(of: response, reading, location)
  }
}

extension CheckContext {
  fileprivate mutating func lookAtContentType(
    of response: ReadResponse, _ reading: Reading, _ location: BodyLocation
  ) {
    let values = response.headers.values(of: "Content-Type")
    let value = values.isEmpty ? nil : values.joined(separator: ", ")
    guard !assert(value.map(isJSON) ?? false) else {
      guard value != Self.plainJSON else { return }
      let charset = value?.lowercased().split(separator: "charset=").dropFirst().first
      if let charset, !charset.contains("utf-8"), !charset.contains("utf8") {
        fault(
          .warning, "Content-Type names the charset \(charset)", expected: "charset=utf-8",
          received: Finding.Received(value!), at: location, kind: String(charset))
      }
      return
    }
    let told = value.map { $0.isEmpty ? "empty" : $0 } ?? "missing"
    fault(
      reading.isOfFrontEnd ? .warning : .error, "Content-Type is \(told)",
      expected: "application/json",
      received: Finding.Received(value ?? "no Content-Type"), at: location, kind: told)
  }

  /// What nearly every answer has, so that nobody has to take it apart.
  private static let plainJSON = "application/json"

  private func isJSON(_ value: String) -> Bool {
    guard value != Self.plainJSON else { return true }
    var isQuoted = false
    // A comma in a quoted string parts nothing (RFC 9110, 5.6.4).
    let fields = value.split { character in
      if character == "\"" { isQuoted.toggle() }
      return character == "," && !isQuoted
    }
    return !fields.isEmpty
      && fields.allSatisfy { field in
        let type = field.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
        return type == Self.plainJSON
          || type.hasPrefix("application/") && type.hasSuffix("+json")
      }
  }
}

extension ReadResponse {
  /// Whether a Content-Type is there, or would be if there was one.
  fileprivate var namesContentType: Bool { !gaps.headers || headers["Content-Type"] != nil }
}
