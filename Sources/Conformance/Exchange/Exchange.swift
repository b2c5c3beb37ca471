// SPDX-License-Identifier: Apache-2.0
// One request and what came of it, the body parsed once for all checks.

import Contract
public import Wire

/// One request and what came of it.
public struct Exchange: Sendable {
  public let request: Probe.Request
  /// The endpoint that was asked.
  public let endpoint: String
  public let result: Result<HTTPResponse, TransportFailure>
  /// From the first byte sent to the last byte received.
  public let seconds: Double
  /// Whether the answer holds a token that was sent, the target's own or the wrong one.
  public let repeatsSecret: Bool
  /// The body as JSON, or where it stops being JSON; nil without a response.
  public let json: Result<JSONDocument, JSONSyntaxError>?

  public init(
    request: Probe.Request,
    endpoint: String,
    result: Result<HTTPResponse, TransportFailure>,
    seconds: Double,
    secrets: [String] = []
  ) {
    self.request = request
    self.endpoint = endpoint
    self.result = result
    self.seconds = seconds
    repeatsSecret =
      (try? result.get())?.mentions((secrets + [Credential.wrongToken]).filter { !$0.isEmpty })
      ?? false
    json = (try? result.get()).map { response in
      Result { () throws(JSONSyntaxError) in try JSONDocument(parsing: response.body) }
    }
  }

  public var response: HTTPResponse? { try? result.get() }

  /// The root of the body, where it is JSON.
  public var root: JSONValue? { (try? json?.get())?.root }

  /// Why nothing can be said about the server from this exchange.
  var accessDoubt: Undecided? {
    switch result {
    case .failure(let failure) where failure.kind == .unauthorized:
      return .unauthenticated(failure.description)
    case .failure(let failure):
      return .unreachable(failure.description)
    case .success(let response) where request.credential == .own && !request.isTrespass:
      return Undecided(refusal: response)
    case .success:
      return nil
    }
  }
}

extension Undecided {
  /// The doubt that a refusal of the target's own credentials raises; nil for any other answer.
  init?(refusal response: HTTPResponse) {
    switch response.status {
    case 401: self = .unauthenticated("status 401\(ErrorBody(response).summary)")
    case 407: self = .unauthenticated("status 407 from a proxy\(ErrorBody(response).summary)")
    case 429: self = .unreachable("status 429, too many requests\(ErrorBody(response).summary)")
    default: return nil
    }
  }
}

extension HTTPResponse {
  /// Whether the body or a header field holds one of the texts.
  fileprivate func mentions(_ texts: [String]) -> Bool {
    texts.contains { text in
      body.contains(text: text) || headers.fields.contains { $0.value.contains(text) }
    }
  }
}
