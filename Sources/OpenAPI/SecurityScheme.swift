// SPDX-License-Identifier: Apache-2.0
// The two ways to prove who is asking; either of them does.

import Wire

/// One way to authenticate.
struct SecurityScheme {
  var name: String
  var header: String
  var description: String

  static let all = [
    SecurityScheme(
      name: "token", header: "X-Auth-Token",
      description: "A token of the identity service, for the project."),
    SecurityScheme(
      name: "signature", header: "Authorization",
      description: """
        A signature with an access key and its secret: SDK-HMAC-SHA256 over method, path, query, \
        header fields and body. X-Sdk-Date is sent with it, and X-Security-Token for temporary keys.
        """),
  ]

  var tree: JSONTree {
    [
      "type": "apiKey", "in": "header", "name": .string(header),
      "description": .string(description),
    ]
  }
}
