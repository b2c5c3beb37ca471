// SPDX-License-Identifier: Apache-2.0
// An answer says that it is JSON.

import Contract
import Wire

extension Check {
  static let contentType = answer(
    "content-type-json", .shape, "An answer of status 200 has a Content-Type of JSON.",
    title: "Content-Type is JSON", description: "the operation produces application/json",
    from: .openAPI("produces"), about: { $0.status == 200 }
  ) { context, _, response, location in
    context.lookAtContentType(of: response, location)
  }

  static let errorContentType = answer(
    "error-content-type-json", .errors, "An error has a Content-Type of JSON.",
    title: "Content-Type of an error is JSON",
    description: "the operation produces application/json",
    from: .openAPI("produces"), asks: { _ in .everything },
    about: { $0.isError }
  ) { context, _, response, location in
    context.lookAtContentType(of: response, location)
  }
}

extension CheckContext {
  fileprivate mutating func lookAtContentType(of response: ReadResponse, _ location: BodyLocation) {
    let values = response.headers.values(of: "Content-Type")
    let value = values.isEmpty ? nil : values.joined(separator: ", ")
    guard !assert(value.map(isJSON) ?? false) else {
      let charset = value?.lowercased().split(separator: "charset=").dropFirst().first
      if let charset, !charset.contains("utf-8"), !charset.contains("utf8") {
        fault(
          .warning, "Content-Type names the charset \(charset)", expected: "charset=utf-8",
          received: Finding.Received(value!), at: location, kind: String(charset))
      }
      return
    }
    fault(
      response.refusesLength ? .warning : .error, "Content-Type is \(value ?? "missing")",
      expected: "application/json",
      received: Finding.Received(value ?? "no Content-Type"), at: location, kind: value ?? "")
  }

  private func isJSON(_ value: String) -> Bool {
    value.split(separator: ",").allSatisfy { field in
      let type = field.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
      return type == "application/json" || type.hasPrefix("application/") && type.hasSuffix("+json")
    }
  }
}
