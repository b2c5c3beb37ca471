// SPDX-License-Identifier: Apache-2.0
// Which list a path names, and whether the caller may see it.

import Wire

/// A path that has the form of one of the five lists, its segments not yet believed.
struct Route {
  let listing: Listing
  /// The segments that stand where the template has a fact's key, in order.
  let claims: [(fact: String, value: String)]

  /// The list whose path this is; throws where there is none.
  init(_ path: String) throws(Refusal) {
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    var values: [String] = []
    for segment in segments {
      guard let value = PercentEncoding.decode(segment) else { throw .malformedEncoding }
      values.append(value)
    }
    for listing in Listing.allCases {
      guard let claims = Self.claims(of: values, in: listing.template) else { continue }
      self.listing = listing
      self.claims = claims
      return
    }
    throw .noSuchRoute
  }

  /// The list that a path's form names, whatever it says in detail.
  static func listing(of path: String) -> Listing? {
    try? Route(path).listing
  }

  private static func claims(
    of values: [String],
    in template: String
  ) -> [(fact: String, value: String)]? {
    let parts = template.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == values.count else { return nil }
    var claims: [(fact: String, value: String)] = []
    for (part, value) in zip(parts, values) {
      if part.hasPrefix("{"), !value.isEmpty {
        claims.append((String(part.dropFirst().dropLast()), value))
      } else if part != value {
        return nil
      }
    }
    return claims
  }
}

extension Route {
  /// Lets the request pass, or throws the first of: method, token, project, missing resource.
  func admit(_ request: HTTPRequest, to facts: MockRegistry.Facts) throws(Refusal) {
    guard request.method == .get else { throw .methodNotAllowed }
    guard let token = request.headers["X-Auth-Token"], !token.isEmpty else { throw .noToken }
    guard token == facts["token"] else { throw .wrongToken }
    for claim in claims {
      try Self.check(claim.value, against: claim.fact, facts)
    }
  }

  private static func check(
    _ value: String,
    against fact: String,
    _ facts: MockRegistry.Facts
  ) throws(Refusal) {
    let isNumber = fact.hasSuffix("policy_id") || fact.hasSuffix("execution_id")
    if isNumber, Int(value) == nil { throw .invalid(fact.withoutOwner) }
    guard value != facts[fact] else { return }
    throw fact == "project_id" ? .foreignProject : .unknown(fact.resource)
  }
}

extension String {
  /// `webhook_policy_id` is called `policy_id` in paths and messages.
  fileprivate var withoutOwner: String {
    split(separator: "_").suffix(2).joined(separator: "_")
  }

  /// `namespace_name` names a namespace.
  fileprivate var resource: String {
    split(separator: "_").dropLast().joined(separator: " ")
  }
}
