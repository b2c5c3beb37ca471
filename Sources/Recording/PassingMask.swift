// SPDX-License-Identifier: Apache-2.0
// What hides the secrets of others, which are only known once they have passed.

import Conformance
public import Contract
import Redaction
import Wire

/// Takes out of exchanges what their clients have shown so far to be let in.
public struct PassingMask: Sendable {
  private let profile: Profile
  private var secrets: [String] = []
  private var redaction: Redaction
  private var names: [String: String] = [:]

  /// So many tokens and so many callers are remembered; who renews a token often is one of few.
  private static let most = 64

  public init(of profile: Profile) {
    self.profile = profile
    redaction = Redaction(for: profile)
  }

  /// The exchange with an answer and a `shown` request that hold no secret, and the caller's name.
  public mutating func masked(_ exchange: PassedExchange) -> PassedExchange {
    let proof = CallerProof(exchange.request.headers, profile.credentials)
    let new = proof.secrets.filter { !secrets.contains($0) }
    if !new.isEmpty {
      secrets = (secrets + new).suffix(Self.most)
      redaction = Redaction(for: profile, secrets: secrets)
    }
    let signature = exchange.request.headers["Authorization"]?.split(separator: "=").last
    let redaction = redaction.hiding(
      [signature.map(String.init)].compactMap(\.self) + proof.names.filter { !secrets.contains($0) }
    )
    var masked = exchange
    masked.result = exchange.result.map(redaction.redacted).mapError {
      TransportFailure($0.kind, redaction.redacted($0.description))
    }
    masked.shown.target = redaction.redacted(exchange.request.target)
    masked.shown.headers = HTTPFields(exchange.request.headers.fields.map(redaction.redacted))
    // The token that nobody issued is no secret, and by it a recording tells whom to refuse.
    masked.caller = proof.caller.map { $0 == profile.wrongToken ? $0 : name(of: $0) }
    return masked
  }

  private mutating func name(of caller: String) -> String {
    if names.count >= Self.most, names[caller] == nil { names = [:] }
    let name = names[caller] ?? "caller-\(names.count + 1)"
    names[caller] = name
    return name
  }
}
