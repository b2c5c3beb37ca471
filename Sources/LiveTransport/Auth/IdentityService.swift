// SPDX-License-Identifier: Apache-2.0
// Logging in: the request that a password becomes, and the token in its answer.

import Conformance
import Contract
import Redaction
import Wire

extension Access.Login {
  /// Asks for a token that is good for the project, without the catalogue of services.
  var request: HTTPRequest {
    let body: JSONTree = [
      "auth": [
        "identity": [
          "methods": .array([.string("password")]),
          "password": [
            "user": [
              "domain": ["name": .string(domain)], "name": .string(user),
              "password": .string(password),
            ]
          ],
        ],
        "scope": ["project": ["id": .string(project)]],
      ]
    ]
    return HTTPRequest(
      method: .post, target: "/v3/auth/tokens?nocatalog=true", body: Array(body.text().utf8))
  }

  /// The token of an answer, or why there is none; a refused password is never sent again.
  func token(
    of answer: HTTPResponse, from authority: String, _ profile: Profile
  ) -> Result<String, TransportFailure> {
    func names(_ parts: String...) -> String {
      parts.compactMap { profile.credentials.login?.name($0) }.map(profile.variable(of:))
        .joined(separator: ", ")
    }
    let token = answer.headers["X-Subject-Token"] ?? ""
    guard answer.status == 201, (try? TokenSource.checked(token, origin: "")) != nil else {
      let said = answer.errorSummary(by: profile.errors)
      let words =
        said.contains(password) ? "" : Redaction(for: profile, secrets: [password]).redacted(said)
      let what =
        answer.status == 201
        ? "\(authority) answered the login without a token; check \(names("endpoint"))"
        : "\(authority) refused the login with status \(answer.status)\(words); "
          + "check \(names("user", "password", "domain")) and the project"
      return .failure(TransportFailure(.unauthorized, what))
    }
    return .success(token)
  }
}
