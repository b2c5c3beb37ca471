// SPDX-License-Identifier: Apache-2.0
// Data only: lists that let in callers who prove nothing.

import Wire

extension Fault {
  /// The lists are those that are asked in every way whatever is asked of them besides.
  static let admissions: [Fault] = [ListOperation.instanceJobs, .gcTasks, .replicationTasks].flatMap
  {
    list in
    [
      lettingIn("an-empty-token", by: list, "an empty token is as good as any") { request in
        request.headers["X-Auth-Token"] == ""
      },
      lettingIn("a-token-of-blanks", by: list, "a token of blanks is as good as any") {
        request in
        let token = request.headers["X-Auth-Token"] ?? ""
        return !token.isEmpty && token.allSatisfy(\.isWhitespace)
      },
      lettingIn(
        "a-signature-in-part", by: list, "the last digit of a signature is not compared"
      ) { request in
        request.isSigned { $0.dropLast() == $1.dropLast() }
      },
      lettingIn(
        "a-signature-of-the-parent", by: list,
        "a signature over the path without its last part is taken"
      ) { request in
        var parent = request
        let path = request.path.split(separator: "/").dropLast().joined(separator: "/")
        parent.target = "/" + path + request.target.dropFirst(request.path.count)
        return parent.isSigned { $0 == $1 }
      },
      lettingIn(
        "a-signature-of-any-age", by: list, "nobody looks at the date of a signature"
      ) { request in
        request.isSigned { $0 == $1 }
      },
    ]
  }

  private static func lettingIn(
    _ word: String, by list: ListOperation, _ summary: String,
    if isMeant: @escaping @Sendable (HTTPRequest) -> Bool
  ) -> Fault {
    Fault(
      "\(list.word)-lets-in-\(word)",
      list,
      .errors, rule: "unknown-caller-is-refused",
      summary,
      .misread { request in
        guard isMeant(request) else { return }
        request.headers["Authorization"] = nil
        request.headers["X-Auth-Token"] = MockRegistry.Facts.only["token"]
      }
    )
  }
}

extension HTTPRequest {
  /// Whether the digits of the signature stand in that relation to those that are right.
  fileprivate func isSigned(_ areAlike: (String, String) -> Bool) -> Bool {
    guard let signature = headers["Authorization"].flatMap(Signature.init),
      let key = AccessKey.all.first(where: { $0.id == signature.access }),
      let digits = signature.digits(of: self, secret: key.secret)
    else { return false }
    return areAlike(signature.digits, digits)
  }
}
