// SPDX-License-Identifier: Apache-2.0
// Answers other than 200: a status, a body in one of the service's shapes, and headers.

import Wire

/// Why a request gets no list; thrown along the way to the page.
struct ErrorResponse: Error, Sendable {
  var status: Int
  var body: RawObject
  var headers: HTTPFields = [:]

  var code: String? { body.word("error_code").map(String.init) }
}

extension ErrorResponse {
  /// What the gateway says before a request reaches the registry.
  static func gateway(_ status: Int, _ code: String, _ message: String) -> ErrorResponse {
    ErrorResponse(
      status: status,
      body: RawObject([
        .init(name: "error_msg", json: message.quoted),
        .init(name: "error_code", json: code.quoted),
        .init(name: "request_id", json: "null"),
      ])
    )
  }

  /// What the registry itself says.
  static func registry(_ status: Int, _ code: String, _ message: String) -> ErrorResponse {
    ErrorResponse(
      status: status,
      body: RawObject([
        .init(name: "error_code", json: code.quoted),
        .init(name: "error_msg", json: message.quoted),
      ])
    )
  }

  static let noSuchRoute = gateway(
    404, "APIGW.0101", "The API does not exist or has not been published in the environment.")

  static let malformedEncoding = gateway(400, "APIGW.0201", "Bad percent-encoding.")

  static let methodNotAllowed: ErrorResponse = {
    var refusal = gateway(405, "APIGW.0102", "The request method is not supported.")
    refusal.headers["Allow"] = "GET"
    return refusal
  }()

  static let noToken = unauthenticated("x-auth-token not found")

  static let wrongToken = unauthenticated("decrypt token fail")

  static let foreignProject: ErrorResponse = {
    var refusal = registry(403, "SWR.403001", "No permission to perform this action.")
    refusal.body["encoded_authorization_message"] = "bW9jayBhdXRob3JpemF0aW9uIGRldGFpbA==".quoted
    return refusal
  }()

  static func unknown(_ resource: String) -> ErrorResponse {
    registry(404, "SWR.404001", "The \(resource) does not exist.")
  }

  static func invalid(_ parameter: String) -> ErrorResponse {
    registry(400, "SWR.400001", "Invalid parameter: \(parameter).")
  }
}
