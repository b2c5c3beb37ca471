// SPDX-License-Identifier: Apache-2.0
// Operators on who is let in, on what a path names, and on what is answered when nothing is.

import Loopback
import Wire

extension ListFaults {
  private static var rightToken: String? { MockRegistry.Facts.only["token"] }

  /// Callers who should not have been let in.
  var admissions: [Fault] {
    let rule = "unknown-caller-is-refused"
    let withLimit = lettingIn("token-not-read-with-a-limit", "whoever sends a limit gets rows") {
      $0.number("limit") != nil
    }
    return gateway + (list.isObject ? [] : [withLimit]) + [
      lettingIn("token-not-needed", "a request without a token gets rows") {
        $0.headers["X-Auth-Token"] == nil && $0.headers["Authorization"] == nil
      },
      lettingIn("token-not-compared", "any token opens the list") {
        $0.headers["X-Auth-Token"] != nil
      },
      fault("401-as-403", rule, "a missing token is forbidden", .refusals(401) { $0.status = 403 }),
      fault("401-as-200", rule, "a refusal comes with 200", .status(200, on: .status(401))),
      fault(
        "401-as-302", rule, "a wrong token is sent to a page for logging in",
        .answers(.status(401)) { response in
          response.status = 302
          response.headers["Location"] = "/login"
        }),
      withRows(401, rule, "a 401 carries the rows all the same"),
      withRows(403, "foreign-project-is-refused", "a 403 carries the rows all the same"),
      fault(
        "token-missing-500", "no-server-error", "a missing token crashes",
        .crash(.asking { $0.headers["X-Auth-Token"] == nil && $0.headers["Authorization"] == nil })),
    ]
  }

  /// How the gateway compares what it is shown, which it does before every list alike.
  ///
  /// They are made of the lists nearest to it: those that are not below a namespace.
  private var gateway: [Fault] {
    guard !list.facts.contains("namespace_name") else { return [] }
    return [
      lettingIn("lets-in-an-empty-token", "an empty token is as good as any") {
        $0.headers["X-Auth-Token"] == ""
      },
      lettingIn("lets-in-a-token-of-blanks", "a token of blanks is as good as any") {
        $0.headers["X-Auth-Token"].map { $0 != "" && $0.allSatisfy(\.isWhitespace) } ?? false
      },
      lettingIn("compares-a-token-in-part", "only 16 letters of a token is compared") {
        $0.headers["X-Auth-Token"]?.hasPrefix(Self.rightToken?.prefix(16) ?? "none") ?? false
      },
      lettingIn("lets-in-a-signature-in-part", "the last digit of a signature is not compared") {
        $0.isSigned { $0.dropLast() == $1.dropLast() }
      },
      lettingIn(
        "lets-in-a-signature-of-the-parent",
        "a signature over the path without its last part is taken"
      ) { request in
        var parent = request
        let path = request.path.split(separator: "/").dropLast().joined(separator: "/")
        parent.target = "/" + path + request.target.dropFirst(request.path.count)
        return parent.isSigned { $0 == $1 }
      },
      lettingIn("lets-in-a-signature-of-any-age", "nobody looks at the date of a signature") {
        $0.isSigned { $0 == $1 }
      },
    ]
  }

  private func lettingIn(
    _ word: String, _ says: String, if isMeant: @escaping @Sendable (HTTPRequest) -> Bool
  ) -> Fault {
    misread(word, "unknown-caller-is-refused", says) { request in
      guard isMeant(request) else { return }
      request.headers["Authorization"] = nil
      request.headers["X-Auth-Token"] = Self.rightToken
    }
  }

  private func withRows(_ status: Int, _ rule: String, _ says: String) -> Fault {
    answer("\(status)-with-rows", rule, says) { answer, context in
      guard answer.response.status.code == status else { return }
      let table = context.inventory.table(of: context.list, under: context.list.ownPath)
      answer.response.body = MockPage(ListQuery(limit: 10), from: table, of: context.list).bytes
    }
  }

  /// What a path names that is not there, or is somebody else's.
  var arguments: [Fault] {
    list.facts.flatMap { fact in
      let resource = fact.split(separator: "_").dropLast().last.map(String.init) ?? fact
      let isProject = fact == "project_id"
      let rule = isProject ? "foreign-project-is-refused" : "unknown-resource-is-not-found"
      let name = isProject ? "foreign-project" : "unknown-\(resource)"
      let isNumber = ListOperation.isNumber(fact)
      let own = MockRegistry.Facts.only[fact]
      return [
        fault(
          "\(name)-gets-rows", rule, "another \(resource) has the rows of the right one",
          .believe(fact, onlyIf: { !isNumber || Int($0) != nil })),
        fault(
          "\(name)-500", "no-server-error", "another \(resource) crashes",
          .crash(argument: fact, if: { $0 != own && (!isNumber || Int($0) != nil) })),
        answer("\(name)-empty", rule, "another \(resource) has an empty list") {
          [list] answer, context in
          guard [403, 404].contains(answer.response.status.code),
            let argument = context.argument(fact), argument.value != own
          else { return }
          answer.response.status = 200
          answer.response.body = Array(list.emptyBody.utf8)
        },
      ] + (isNumber ? ofNumbers(fact, resource) : ofNames(fact, resource)) + reached(through: fact)
    }
  }

  private func ofNumbers(_ fact: String, _ resource: String) -> [Fault] {
    let rule = "unknown-resource-is-not-found"
    var faults = [
      fault(
        "\(resource)-id-word-500", "no-server-error",
        "the number of the \(resource) crashes where it is none",
        .crash(argument: fact, if: { Int($0) == nil })),
      fault(
        "\(resource)-id-word-accepted", rule,
        "the number of the \(resource) is not looked at where it is none",
        .believe(fact, onlyIf: { Int($0) == nil })),
    ]
    if let owner = list.rows.owners.first, owner.fact == fact, list.rows.isCopied {
      faults.append(
        fault(
          "unknown-\(resource)-echoed", rule, "another \(resource) has rows that bear its number",
          .believe(fact, onlyIf: { Int($0) != nil }),
          .row { row, place in row[owner.field] = place.context.argument(fact)?.value }))
    }
    return faults
  }

  private func ofNames(_ fact: String, _ resource: String) -> [Fault] {
    guard fact == "instance_id" else { return [] }
    return [
      fault(
        "instance-only-compared-at-front", "unknown-resource-is-not-found",
        "the last digits of an instance do not count",
        .believe(
          fact,
          onlyIf: { MockRegistry.Facts.only[fact]?.prefix(8) == $0.prefix(8) }))
    ]
  }

  /// What belongs to one owner is shown through another that exists as well.
  private func reached(through fact: String) -> [Fault] {
    guard let other = MockRegistry.Facts.only["other_\(fact)"], list.facts.last != fact else {
      return []
    }
    return [
      fault(
        "reached-through-another-\(fact.kebab)", "misplaced-resource-is-not-found",
        "rows are shown under another \(fact) that exists", .believe(fact, onlyIf: { $0 == other }))
    ]
  }

  /// Errors that are not told as errors are.
  var refusals: [Fault] {
    let unknown = "unknown-resource-is-not-found"
    let methods: [HTTPRequest.Method] = [.post, .put, .patch, .delete]
    return methods.map { method in
      misread(
        "\(method.description.lowercased())-accepted", "other-methods-are-refused",
        "\(method) reads like GET"
      ) { if $0.method == method { $0.method = .get } }
    }
      + [
        fault(
          "404-as-400", unknown, level: .should,
          "what does not exist is answered with 400 and SWR.400003",
          .refusals(404) { refusal in
            refusal.status = 400
            refusal.body["error_code"] = #""SWR.400003""#
          }),
        fault(
          "404-as-200", unknown, "what does not exist comes with 200",
          .status(200, on: .status(404))),
        fault(
          "404-as-204", unknown, "what does not exist is answered with 204 and nothing else",
          .answers(.status(404)) { response in
            response.status = 204
            response.body = []
          }),
        fault(
          "errors-announced-as-html", "error-content-type-json",
          "errors are JSON and announced as HTML",
          .header("Content-Type", "text/html; charset=utf-8", on: .refusals)),
        fault(
          "error-text-plain", "error-content-type-json", level: .should,
          "errors are announced as plain text", .header("Content-Type", "text/plain", on: .refusals)
        ),
      ].filter { !$0.name.contains("404") || list.facts != ["project_id"] } + shapes
  }

  private var shapes: [Fault] {
    [
      shape("error-code-missing", "errors have no error_code", .body { $0["error_code"] = nil }),
      shape("error-code-number", "error_code is a number", .body { $0["error_code"] = "400001" }),
      shape("error-code-object", "error_code is an object", .body { $0["error_code"] = "{}" }),
      shape("error-msg-missing", "errors have no error_msg", .body { $0["error_msg"] = nil }),
      shape("error-msg-number", "error_msg is a number", .body { $0["error_msg"] = "17" }),
      fault(
        "error-message-empty", "error-shape", level: .should, "errors tell a person nothing",
        .body { $0["error_msg"] = #""""# }),
      shape(
        "authorization-message-number", "encoded_authorization_message is a number",
        .refusals(403) { $0.body["encoded_authorization_message"] = "0" }),
      shape(
        "401-without-error-code", "a 401 has no error_code",
        .refusals(401) { $0.body["error_code"] = nil }),
      shape("401-empty-body", "a 401 has no body", .answers(.status(401)) { $0.body = [] }),
      shape("401-html", "a 401 is a page for people", .html(.status(401))),
      shape(
        "401-html-for-wrong-token", "a wrong token gives a page for people, a missing one JSON",
        .answer { answer, context in
          guard answer.response.status == 401, context.request.headers["X-Auth-Token"] != nil else {
            return
          }
          answer.response.headers["Content-Type"] = "text/html"
          answer.response.body = Array("<html><body>Log in, please</body></html>".utf8)
        }),
      shape("error-body-empty", "errors have no body", .answers(.refusals) { $0.body = [] }),
      shape(
        "error-body-broken", "errors are JSON that is cut off",
        .text(.refusals) { String($0.dropLast(3)) }),
      shape("error-html", "errors are pages for people", .html(.refusals)),
      shape("error-array", "errors stand in an array", .text(.refusals) { "[\($0)]" }),
      shape(
        "errors-byte-order-mark", "a byte order mark opens every error",
        .answers(.refusals) { $0.body = [0xEF, 0xBB, 0xBF] + $0.body }),
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
            guard refusal.status == status, let token = context.request.headers["X-Auth-Token"]
            else {
              return
            }
            let text = "refused: \(context.request.path) for \(token)"
            refusal.body["error_msg"] = text.quoted
          })
      }
  }
}

extension Mutation {
  /// Rewrites the body of every refusal.
  fileprivate static func body(_ change: @escaping @Sendable (inout RawObject) -> Void) -> Mutation
  {
    .refusal { refusal, _ in change(&refusal.body) }
  }
}

extension HTTPRequest {
  fileprivate func isSigned(_ areAlike: (String, String) -> Bool) -> Bool {
    guard let signature = headers["Authorization"].flatMap(Signature.init),
      let key = AccessKey.all.first(where: { $0.id == signature.access }),
      let digits = signature.digits(of: self, secret: key.secret)
    else { return false }
    return areAlike(signature.digits, digits)
  }
}
