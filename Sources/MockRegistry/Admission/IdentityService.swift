// SPDX-License-Identifier: Apache-2.0
// The part of IAM that clients of a registry need: a token for a name and a password.

import Wire

/// Answers `POST /v3/auth/tokens`, in shapes of its own.
enum IdentityService {
  static let path = "/v3/auth/tokens"

  /// Good for a day.
  private static let lifetime = 24 * 3_600

  /// A token for who knows the password, 201; or an error.
  ///
  /// - Parameter issue: Makes a token, and makes it good.
  static func answer(_ request: HTTPRequest, at now: Int, issue: () -> String) -> HTTPResponse {
    guard request.method == .post else {
      return refusal(405, "Method Not Allowed", "Only POST is allowed here.")
    }
    guard let auth = try? JSONDocument(parsing: request.body).root["auth"],
      let user = auth["identity"]?["password"]?["user"],
      auth["identity"]?["methods"]?.elements.contains(where: { $0.string == "password" }) == true,
      let name = user["name"]?.string, let domain = user["domain"]?["name"]?.string,
      let password = user["password"]?.string, let project = auth["scope"]?["project"]
    else { return refusal(400, "Bad Request", "The request body is invalid.") }
    let known = Account.only
    guard (domain, name, password) == (known.domain, known.user, known.password) else {
      return refusal(401, "Unauthorized", "The username or password is wrong.")
    }
    let id = MockRegistry.Facts.only["project_id"] ?? ""
    guard project["id"]?.string == id || project["name"]?.string == known.project else {
      return refusal(404, "Not Found", "Could not find the project.")
    }
    return HTTPResponse(
      status: 201, headers: ["Content-Type": "application/json", "X-Subject-Token": issue()],
      body: Array(body(at: now, project: id).utf8))
  }

  private static func body(at now: Int, project: String) -> String {
    let domain = #"{"id":"6d5a2f0c9be14f7e8a31d0c47b92e583","name":"\#(Account.only.domain)"}"#
    return #"{"token":{"catalog":[],"expires_at":"\#(time(now + lifetime))","#
      + #""issued_at":"\#(time(now))","methods":["password"],"#
      + #""project":{"domain":\#(domain),"id":"\#(project)","name":"\#(Account.only.project)"},"#
      + #""roles":[{"id":"0","name":"te_admin"}],"user":{"domain":\#(domain),"#
      + #""id":"1f83c0e7a5d94b6fb2c1078e6a4d5390","name":"\#(Account.only.user)","#
      + #""password_expires_at":""}}}"#
  }

  private static func time(_ seconds: Int) -> String {
    Instant(seconds: Int64(seconds), fractionDigits: 6).description
  }

  private static func refusal(_ code: Int, _ title: String, _ message: String) -> HTTPResponse {
    let error = #"{"code":\#(code),"message":"\#(message)","title":"\#(title)"}"#
    return HTTPResponse(
      status: .init(code), headers: ["Content-Type": "application/json"],
      body: Array(#"{"error":\#(error)}"#.utf8))
  }
}
