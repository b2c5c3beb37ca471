// SPDX-License-Identifier: Apache-2.0
// The ways to prove who is asking; any of them does.

import Contract
import Wire

/// One way to authenticate.
struct SecurityScheme {
  var name: String
  var header: String
  var description: String

  static func all(of profile: Profile) -> [SecurityScheme] {
    let credentials = profile.credentials
    let token = SecurityScheme(
      name: "token", header: credentials.header, description: credentials.description)
    guard let signature = credentials.signature else { return [token] }
    return [
      token,
      SecurityScheme(
        name: "signature", header: "Authorization",
        description: """
          A signature with an access key and its secret: \(signature.algorithm) over method, path, \
          query, header fields and body. \(signature.dateHeader) is sent with it, and \
          \(signature.tokenHeader) for temporary keys.
          """),
    ]
  }

  var tree: JSONTree {
    [
      "type": "apiKey", "in": "header", "name": .string(header),
      "description": .string(description),
    ]
  }
}
