// SPDX-License-Identifier: Apache-2.0
// Which list a path names, and what it says about whose list that is.

import Wire

/// A path that has the form of one of the lists, its segments not yet believed.
struct Route {
  let destination: Destination
  /// What stands where the template has a fact's key, in order.
  let claims: [Claim]

  /// What answers at a path.
  enum Destination: Sendable {
    case list(Listing)
    case parents(Parent)
    case featureGates

    static let all: [Destination] =
      Listing.allCases.map(Self.list) + Parent.allCases.map(Self.parents) + [.featureGates]

    var template: String {
      switch self {
      case .list(let listing): listing.template
      case .parents(let parent): parent.template
      case .featureGates: "/v2/{project_id}/instances/{instance_id}/feature-gates"
      }
    }
  }

  /// What answers at this path; throws where nothing does.
  init(_ path: String) throws(Refusal) {
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    var values: [String] = []
    for segment in segments {
      guard let value = PercentEncoding.decode(segment) else { throw .malformedEncoding }
      values.append(value)
    }
    for destination in Destination.all {
      guard let claims = Self.claims(of: values, in: destination.template) else { continue }
      self.destination = destination
      self.claims = claims
      return
    }
    throw .noSuchRoute
  }

  /// The one of the five lists that is named, if it is one of them.
  var listing: Listing? {
    if case .list(let listing) = destination { listing } else { nil }
  }

  private static func claims(of values: [String], in template: String) -> [Claim]? {
    let parts = template.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == values.count else { return nil }
    var claims: [Claim] = []
    for (part, value) in zip(parts, values) {
      if part.hasPrefix("{"), !value.isEmpty {
        claims.append(Claim(fact: String(part.dropFirst().dropLast()), value: value))
      } else if part != value {
        return nil
      }
    }
    return claims
  }
}

extension Route {
  /// Lets the request pass, or throws the first of: method, credentials, project, missing resource.
  func admit(
    _ request: HTTPRequest, by gate: Gate, to inventory: Inventory
  ) throws(Refusal) {
    guard request.method == .get else { throw .methodNotAllowed }
    try gate.admit(request)
    for claim in claims {
      if claim.isNumber, Int(claim.value) == nil { throw .invalid(claim.parameter) }
      if claim.fact == "project_id" {
        guard claim.value == MockRegistry.Facts.only["project_id"] else { throw .foreignProject }
      } else if inventory.row(named: claim, under: claims) == nil {
        throw .unknown(claim.resource)
      }
    }
  }
}
