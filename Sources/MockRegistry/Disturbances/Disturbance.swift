// SPDX-License-Identifier: Apache-2.0
// What can get in the way of a client although the registry keeps its promises.

import Wire

/// A named disturbance; unlike a fault, a client that is patient does not notice most of them.
public struct Disturbance: Sendable {
  /// Unique among disturbances, in kebab case.
  public let name: String
  /// One sentence that says what comes between client and registry.
  public let summary: String
  let effect: Effect

  /// What a disturbance does.
  enum Effect: Sendable {
    /// Refuses the first attempt of each tenth request that was not seen before.
    case refuseFirst(Refusal)
    case refuseAll(Refusal)
    /// Sends one operation to another host.
    case redirect(Listing, Refusal)
    /// Takes back all tokens, once, when that many requests were let in with one.
    case expireTokens(after: Int)
    case delay(Duration)
  }
}

extension Disturbance {
  /// Every disturbance, in the order in which they strike.
  public static let catalog: [Disturbance] = [
    Disturbance(
      name: "429-always", summary: "every request is answered 429",
      effect: .refuseAll(.throttled)),
    Disturbance(
      name: "redirect", summary: "instance jobs are answered 302 to another host",
      effect: .redirect(.instanceJobs, .elsewhere)),
    Disturbance(
      name: "429-once", summary: "each tenth new request is answered 429 at first",
      effect: .refuseFirst(.throttled)),
    Disturbance(
      name: "502-once", summary: "each tenth new request is answered 502 at first",
      effect: .refuseFirst(.gateway(502, "APIGW.0202", "The backend is unavailable."))),
    Disturbance(
      name: "503-once", summary: "each tenth new request is answered 503 at first",
      effect: .refuseFirst(.gateway(503, "APIGW.0204", "The service is unavailable."))),
    Disturbance(
      name: "504-once", summary: "each tenth new request is answered 504 at first",
      effect: .refuseFirst(.gateway(504, "APIGW.0203", "The backend timed out."))),
    Disturbance(
      name: "token-expires", summary: "tokens run out after 50 requests; IAM gives new ones",
      effect: .expireTokens(after: 50)),
    Disturbance(
      name: "slow", summary: "every answer takes 0.2 s", effect: .delay(.milliseconds(200))),
  ]

  /// The disturbance of that name, or nil.
  public static func named(_ name: String) -> Disturbance? {
    catalog.first { $0.name == name }
  }
}

extension Refusal {
  fileprivate static let throttled: Refusal = {
    var refusal = gateway(429, "APIGW.0308", "The throttling threshold has been reached.")
    refusal.headers["Retry-After"] = "0"
    return refusal
  }()

  fileprivate static let elsewhere: Refusal = {
    var refusal = gateway(302, "APIGW.0302", "The API has moved.")
    refusal.headers["Location"] = "http://registry.example.net/elsewhere"
    return refusal
  }()
}
