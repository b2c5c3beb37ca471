// SPDX-License-Identifier: Apache-2.0
// Operators on what is answered when nothing is.

import Wire

extension ListFaults {
  /// Errors that are not told as errors are.
  var refusals: [Fault] {
    let methods: [HTTPRequest.Method] = [.post, .put, .patch, .delete]
    return methods.map { method in
      misread(
        "\(method.description.lowercased())-accepted", "other-methods-are-refused",
        "\(method) reads like GET"
      ) { if $0.method == method { $0.method = .get } }
    } + (list.facts == ["project_id"] ? [] : missing) + announced + shapes
  }

  /// Of what a path names that may not exist.
  private var missing: [Fault] {
    let rule: Fault.Rule = "unknown-resource-is-not-found"
    return [
      fault(
        "404-as-400", .should(rule), "what does not exist is answered with 400 and SWR.400003",
        .refusals(404) { refusal in
          refusal.status = 400
          refusal.body["error_code"] = #""SWR.400003""#
        }),
      fault(
        "404-as-200", rule, "what does not exist comes with 200", .status(200, on: .status(404))),
      fault(
        "404-as-204", rule, "what does not exist is answered with 204 and nothing else",
        .nothing(204, on: .status(404))),
    ]
  }

  private var announced: [Fault] {
    let (rule, type): (Fault.Rule, String) = ("error-content-type-json", "Content-Type")
    return [
      fault(
        "errors-announced-as-html", rule, "errors are JSON and announced as HTML",
        .header(type, "text/html; charset=utf-8", on: .refusals)),
      fault(
        "error-text-plain", .should(rule), "errors are announced as plain text",
        .header(type, "text/plain", on: .refusals)),
    ]
  }

  private var shapes: [Fault] {
    let (code, message) = ("error_code", "error_msg")
    return [
      shape("error-code-missing", "errors have no error_code", .refusals { $0.body[code] = nil }),
      shape("error-code-number", "error_code is a number", .refusals { $0.body[code] = "400001" }),
      shape("error-code-object", "error_code is an object", .refusals { $0.body[code] = "{}" }),
      shape("error-msg-missing", "errors have no error_msg", .refusals { $0.body[message] = nil }),
      shape("error-msg-number", "error_msg is a number", .refusals { $0.body[message] = "17" }),
      fault(
        "error-message-empty", .should("error-shape"), "errors tell a person nothing",
        .refusals { $0.body[message] = #""""# }),
      shape(
        "authorization-message-number", "encoded_authorization_message is a number",
        .refusals(403) { $0.body["encoded_authorization_message"] = "0" }),
      shape(
        "401-without-error-code", "a 401 has no error_code",
        .refusals(401) { $0.body[code] = nil }),
      shape("401-empty-body", "a 401 has no body", .bytes(.status(401)) { _ in [] }),
      shape("401-html", "a 401 is a page for people", .html(.status(401))),
      shape(
        "401-html-for-wrong-token", "a wrong token gives a page for people, a missing one JSON",
        .html(.asking({ $0.headers["X-Auth-Token"] != nil }, status: 401))),
      shape("error-body-empty", "errors have no body", .bytes(.refusals) { _ in [] }),
      shape(
        "error-body-broken", "errors are JSON that is cut off",
        .bytes(.refusals) { $0.dropLast(3) }),
      shape("error-html", "errors are pages for people", .html(.refusals)),
      shape("error-array", "errors stand in an array", .text(.refusals) { "[\($0)]" }),
      shape(
        "errors-byte-order-mark", "a byte order mark opens every error",
        .bytes(.refusals) { [UInt8].mark + $0 }),
    ]
  }

  private func shape(_ word: String, _ says: String, _ mutation: Mutation) -> Fault {
    fault(word, "error-shape", says, mutation)
  }

  /// Answers that tell more than they should, by the status they come with.
  var leaks: [Fault] {
    let traces: [(Int, Fault.Trace)] = [
      (400, .java), (401, .python), (403, .jvm), (404, .go), (405, .node),
    ]
    let shown = traces.filter { status, _ in
      status == 404 ? list.facts != ["project_id"] : status != 400 || !list.isObject
    }
    return shown.map { status, trace in
      fault(
        "\(status)-shows-\(trace)-trace", "no-stack-trace",
        "a \(status) shows where in the program it arose",
        .refusals(status) { $0.body["error_msg"] = trace.rawValue.quoted })
    }
      + shown.map { status, _ in
        fault(
          "\(status)-repeats-token", "token-is-not-repeated",
          "a \(status) repeats the token that was sent",
          .refusal { refusal, context in
            let token = context.request.headers["X-Auth-Token"]
            guard refusal.status == status, let token else { return }
            refusal.body["error_msg"] = "refused: \(context.request.path) for \(token)".quoted
          })
      }
  }
}
