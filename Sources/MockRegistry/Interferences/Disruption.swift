// SPDX-License-Identifier: Apache-2.0
// Decides which request an interference strikes, from what was asked before.

import Wire

/// The interferences of one registry, and what they remember.
struct Disruption: Sendable {
  private let effects: [Interference.Effect]
  /// Requests that came before, for those that strike first attempts only.
  private var seen: Set<Attempt> = []
  private var tokenUses = 0

  init(_ interferences: [Interference]) { effects = interferences.map(\.effect) }

  /// What a request is known by when it comes again; a signature differs each time.
  private struct Attempt: Hashable {
    var method: HTTPRequest.Method
    var target: String
    var token: String?
  }

  /// Why a request is not even looked at, or nil; IAM is spared.
  mutating func refusal(of request: HTTPRequest, for list: ListOperation?) -> ErrorResponse? {
    guard request.path != IdentityService.path else { return nil }
    for case .refuseAll(let refusal) in effects { return refusal }
    for case .redirect(let moved, let refusal) in effects where moved == list { return refusal }
    return refusalOfFirst(request)
  }

  /// Each strikes at its own tenth of the new requests, so that several do not hide each other.
  private mutating func refusalOfFirst(_ request: HTTPRequest) -> ErrorResponse? {
    var refusals: [ErrorResponse] = []
    for case .refuseFirst(let refusal) in effects { refusals.append(refusal) }
    let attempt = Attempt(
      method: request.method, target: request.target, token: request.headers["X-Auth-Token"])
    guard !refusals.isEmpty, seen.insert(attempt).inserted else { return nil }
    let place = (10 - seen.count % 10) % 10
    return place < refusals.count ? refusals[place] : nil
  }

  /// Counts a request that shows a good token in; true if all tokens run out before it.
  mutating func tokensRunOut() -> Bool {
    tokenUses += 1
    return effects.contains { effect in
      if case .expireTokens(let count) = effect { tokenUses == count + 1 } else { false }
    }
  }

  /// By how much longer every answer takes.
  var delay: Duration {
    effects.reduce(.zero) { sum, effect in
      if case .delay(let duration) = effect { sum + duration } else { sum }
    }
  }
}
