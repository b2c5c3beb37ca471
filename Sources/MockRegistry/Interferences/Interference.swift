// SPDX-License-Identifier: Apache-2.0
// What can get in the way of a client although the registry keeps its promises.

import Wire

/// A named interference; unlike a fault, a client that is patient does not notice most of them.
public struct Interference: Sendable {
  /// Unique among interferences, in kebab case.
  public let name: String
  /// One sentence that says what comes between client and registry.
  public let summary: String
  let effect: Effect

  /// What an interference does.
  enum Effect: Sendable {
    /// Refuses the first attempt of each tenth request that was not seen before.
    case refuseFirst(ErrorResponse)
    case refuseAll(ErrorResponse)
    /// Sends one operation to another host.
    case redirect(ListOperation, ErrorResponse)
    /// Takes back all tokens, once, when that many requests were let in with one.
    case expireTokens(after: Int)
    case delay(Duration)
  }
}

extension Interference {
  /// Every interference, in the order in which they strike.
  public static let catalog: [Interference] = [
    Interference(
      name: "429-always", summary: "every request is answered 429",
      effect: .refuseAll(.throttled)),
    Interference(
      name: "redirect", summary: "instance jobs are answered 302 to another host",
      effect: .redirect(.instanceJobs, .elsewhere)),
    Interference(
      name: "429-once", summary: "each tenth new request is answered 429 at first",
      effect: .refuseFirst(.throttled)),
    Interference(
      name: "502-once", summary: "each tenth new request is answered 502 at first",
      effect: .refuseFirst(.gateway(502, "APIGW.0202", "The backend is unavailable."))),
    Interference(
      name: "503-once", summary: "each tenth new request is answered 503 at first",
      effect: .refuseFirst(.gateway(503, "APIGW.0204", "The service is unavailable."))),
    Interference(
      name: "504-once", summary: "each tenth new request is answered 504 at first",
      effect: .refuseFirst(.gateway(504, "APIGW.0203", "The backend timed out."))),
    Interference(
      name: "token-expires", summary: "tokens run out after 50 requests; IAM gives new ones",
      effect: .expireTokens(after: 50)),
    Interference(
      name: "slow", summary: "every answer takes 0.2 s", effect: .delay(.milliseconds(200))),
  ]

  /// The interference of that name, or nil.
  public static func named(_ name: String) -> Interference? { catalog.first { $0.name == name } }
}

extension ErrorResponse {
  fileprivate static let throttled: ErrorResponse = {
    var refusal = gateway(429, "APIGW.0308", "The throttling threshold has been reached.")
    refusal.headers["Retry-After"] = "0"
    return refusal
  }()

  fileprivate static let elsewhere: ErrorResponse = {
    var refusal = gateway(302, "APIGW.0302", "The API has moved.")
    refusal.headers["Location"] = "http://registry.example.net/elsewhere"
    return refusal
  }()
}
