// SPDX-License-Identifier: Apache-2.0
// Operators on who is let in, and on what a path names.

import Loopback
import Wire

extension ListFaults {
  /// Callers who should not have been let in.
  var admissions: [Fault] {
    let rule: Fault.Rule = "unknown-caller-is-refused"
    return gateway + readByQuery + [
      lettingIn("token-not-needed", "a request without a token gets rows") { !$0.hasCredentials },
      lettingIn("token-not-compared", "any token opens the list") {
        $0.headers["X-Auth-Token"] != nil
      },
      fault(
        "401-as-403", rule, "a missing token is forbidden", .refusals(401) { $0.status = 403 }),
      fault("401-as-200", rule, "a refusal comes with 200", .status(200, on: .status(401))),
      fault(
        "401-as-302", rule, "a wrong token is sent to a page for logging in",
        .header("Location", "/login", on: .status(401)), .status(302, on: .status(401))),
      withRows(401, rule),
      withRows(403, "foreign-project-is-refused"),
      fault(
        "token-missing-500", "no-server-error", "a missing token crashes",
        .crash(.asking { !$0.hasCredentials })),
    ]
  }

  /// Credentials are not looked at wherever a query names some parameter.
  private var readByQuery: [Fault] {
    let filters = list.filters.map(\.parameter)
    let limited = lettingIn("token-not-read-with-a-limit", "whoever sends a limit gets rows") {
      $0.number("limit") != nil
    }
    let moved = lettingIn("token-not-read-with-an-offset", "whoever sends an offset gets rows") {
      $0.number("offset") != nil
    }
    let filtered = lettingIn("token-not-read-under-a-filter", "who names a filter gets rows") {
      request in
      filters.contains { request[query: $0] != nil }
    }
    let marked = lettingIn("token-not-read-with-a-marker", "whoever sends a marker gets rows") {
      $0[query: "marker"] != nil
    }
    let ordered = lettingIn("token-not-read-in-an-order", "who asks for an order gets rows") {
      $0[query: "order_column"] != nil
    }
    return (list.isObject ? [] : [limited]) + (turnsByOffset ? [moved] : [])
      + (filters.isEmpty ? [] : [filtered]) + (list.turnsByMarker ? [marked] : [])
      + (list.columns.isEmpty ? [] : [ordered])
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
        return parent.isSigned(==)
      },
      lettingIn("lets-in-a-signature-of-any-age", "nobody looks at the date of a signature") {
        $0.isSigned(==)
      },
    ]
  }

  private static var rightToken: String? { MockRegistry.Facts.only["token"] }

  private func lettingIn(
    _ word: String, _ says: String, if isMeant: @escaping @Sendable (HTTPRequest) -> Bool
  ) -> Fault {
    misread(word, "unknown-caller-is-refused", says) { request in
      guard isMeant(request) else { return }
      request.headers["Authorization"] = nil
      request.headers["X-Auth-Token"] = Self.rightToken
    }
  }

  private func withRows(_ status: Int, _ rule: Fault.Rule) -> Fault {
    fault(
      "\(status)-with-rows", rule, "a \(status) carries the rows all the same",
      .answer { answer, context in
        guard answer.response.status.code == status else { return }
        var own = context
        own.table = context.inventory.table(of: context.list, under: context.list.ownPath)
        answer.response.body = MockPage(ListQuery(limit: 10), on: own).bytes
      })
  }

  /// What a path names that is not there, or is somebody else's.
  var arguments: [Fault] {
    list.facts.flatMap { fact in
      let resource = fact.split(separator: "_").dropLast().last.map(String.init) ?? fact
      let isProject = fact == "project_id"
      let rule: Fault.Rule =
        isProject ? "foreign-project-is-refused" : "unknown-resource-is-not-found"
      let name = isProject ? "foreign-project" : "unknown-\(resource)"
      let isNumber = ListOperation.isNumber(fact)
      let (own, none) = (MockRegistry.Facts.only[fact], list.emptyBody)
      return [
        fault(
          "\(name)-gets-rows", rule, "another \(resource) has the rows of the right one",
          .believe(fact) { !isNumber || Int($0) != nil }),
        fault(
          "\(name)-500", "no-server-error", "another \(resource) crashes",
          .crash(.naming(fact) { $0 != own && (!isNumber || Int($0) != nil) })),
        fault(
          "\(name)-empty", rule, "another \(resource) has an empty list",
          .answers(.naming(fact) { $0 != own }) { response in
            guard [403, 404].contains(response.status.code) else { return }
            (response.status, response.body) = (200, Array(none.utf8))
          }),
      ] + (isNumber ? ofNumbers(fact, resource) : ofNames(fact)) + reached(through: fact)
    }
  }

  private func ofNumbers(_ fact: String, _ resource: String) -> [Fault] {
    let rule: Fault.Rule = "unknown-resource-is-not-found"
    let owner = list.rows.owners.first
    let echoed = fault(
      "unknown-\(resource)-echoed", rule, "another \(resource) has rows that bear its number",
      .believe(fact) { Int($0) != nil },
      .row { row, place in row[owner?.field ?? ""] = place.context.argument(fact)?.value })
    return [
      fault(
        "\(resource)-id-word-500", "no-server-error",
        "the number of the \(resource) crashes where it is none",
        .crash(.naming(fact) { Int($0) == nil })),
      fault(
        "\(resource)-id-word-accepted", rule,
        "the number of the \(resource) is not looked at where it is none",
        .believe(fact) { Int($0) == nil }),
    ] + (owner?.fact == fact && list.rows.isCopied ? [echoed] : [])
  }

  private func ofNames(_ fact: String) -> [Fault] {
    guard fact == "instance_id" else { return [] }
    return [
      fault(
        "instance-only-compared-at-front", "unknown-resource-is-not-found",
        "the last digits of an instance do not count",
        .believe(fact) { MockRegistry.Facts.only[fact]?.prefix(8) == $0.prefix(8) })
    ]
  }

  /// What belongs to one owner is shown through another that exists as well.
  private func reached(through fact: String) -> [Fault] {
    guard let other = MockRegistry.Facts.only["other_\(fact)"] else { return [] }
    let isLast = list.facts.last == fact
    let rule: Fault.Rule = isLast ? "no-rows-of-another-parent" : "misplaced-resource-is-not-found"
    let owner = list.rows.owners.first
    let echoed = fault(
      "echoed-through-another-\(fact.kebab)", rule,
      "rows are shown under another \(fact) as if they were its own",
      .believe(fact) { $0 == other },
      .row { row, place in row[owner?.field ?? ""] = place.context.argument(fact)?.value })
    return [
      fault(
        "reached-through-another-\(fact.kebab)", rule,
        "rows are shown under another \(fact) that exists", .believe(fact) { $0 == other })
    ] + (isLast && owner?.fact == fact && owner?.field.first != "_" ? [echoed] : [])
      + (fact == "instance_id" && list.rows.isCopied ? [tail(through: fact, other, rule)] : [])
  }

  private func tail(through fact: String, _ other: String, _ rule: Fault.Rule) -> Fault {
    fault(
      "tail-reached-through-another-\(fact.kebab)", rule,
      "rows from the middle are shown under another \(fact) that exists",
      .believe(fact) { $0 == other },
      .pages { page in
        if page.context.argument(fact)?.value == other { page.showRows(from: page.start + 20) }
      })
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
