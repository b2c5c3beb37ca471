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
  /// When the first byte was sent, in seconds since the run began.
  public let start: Double
  /// Whether the answer holds a token that was sent, the target's own or the wrong one.
  public let repeatsSecret: Bool
  /// The body as JSON, or where it stops being JSON; nil without a response.
  public let json: Result<JSONDocument, JSONSyntaxError>?
  /// Whether a gateway answered in the service's place, and nothing shows that the request is to blame.
  var isOutage = false

  public init(
    request: Probe.Request,
    endpoint: String,
    result: Result<HTTPResponse, TransportFailure>,
    seconds: Double,
    start: Double = 0
  ) {
    self.request = request
    self.endpoint = endpoint
    self.result = result
    self.seconds = seconds
    self.start = start
    repeatsSecret =
      (try? result.get())?.mentions([Redaction.mark, Credential.wrongToken]) ?? false
    json = (try? result.get()).map { response in
      Result { () throws(JSONSyntaxError) in try JSONDocument(parsing: response.body) }
    }
  }

  public var response: HTTPResponse? { try? result.get() }

  /// The root of the body, where it is JSON.
  public var root: JSONValue? { (try? json?.get())?.root }

  /// Whether a recording was asked that does not hold the request.
  public var isNotRecorded: Bool {
    if case .failure(let failure) = result { failure.kind == .notRecorded } else { false }
  }

  /// Why nothing can be said about the server from this exchange.
  var accessFailure: Inconclusive? {
    switch result {
    case .failure(let failure) where failure.kind == .notRecorded:
      return .notRecorded
    case .failure(let failure) where failure.kind == .unauthorized:
      return .unauthenticated(failure.description)
    case .failure(let failure):
      return failure.kind == .givenUp
        ? .givenUp(failure.description) : .unreachable(failure.description)
    case .success(let response) where isOutage:
      let proof = request.method == .get ? "to the plain request too" : "to a request sent once"
      return .unreachable(
        "status \(response.status), \(proof)\(ErrorBody(response).summary); "
          + "the service behind the endpoint is away, try again later")
    case .success(let response) where request.credential == .own && !request.expectsForbidden:
      return Inconclusive(refusal: response)
    case .success:
      return nil
    }
  }

  /// Why this exchange says nothing because of ourselves; nil if it is the server that speaks.
  var cancellationReason: Inconclusive? {
    if case .givenUp? = accessFailure { accessFailure } else { nil }
  }
}

extension Inconclusive {
  /// Why cases are inconclusive if the target's own credentials are refused; nil otherwise.
  init?(refusal response: HTTPResponse) {
    switch response.status {
    case 401: self = .unauthenticated("status 401\(ErrorBody(response).summary)")
    case 407: self = .unauthenticated("status 407 from a proxy\(ErrorBody(response).summary)")
    case 429: self = .throttled(response)
    default: return nil
    }
  }

  /// Why cases are inconclusive behind an answer of status 429, whoever asked.
  static func throttled(_ response: HTTPResponse) -> Inconclusive {
    let wish = response.headers["Retry-After"].map { " with Retry-After \($0.prefix(40))" } ?? ""
    return .unreachable(
      "status 429\(wish), too many requests\(ErrorBody(response).summary); "
        + "ask more slowly with --rate")
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
