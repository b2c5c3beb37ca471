// SPDX-License-Identifier: Apache-2.0
// Which list a path names, and what it says about whose list that is.

import Wire

/// A path that has the form of one of the lists, its segments not yet believed.
struct Route {
  let destination: Destination
  /// What stands where the template has a fact's key, in order.
  let arguments: [PathArgument]

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

  /// What answers at this path, or why nothing does.
  static func named(_ path: String) -> Result<Route, ErrorResponse> {
    var values: [String] = []
    for segment in path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      guard let value = PercentEncoding.decode(Substring(segment)) else {
        return .failure(.malformedEncoding)
      }
      values.append(value)
    }
    for pattern in Pattern.all {
      guard let arguments = pattern.arguments(of: values) else { continue }
      return .success(Route(destination: pattern.destination, arguments: arguments))
    }
    return .failure(.noSuchRoute)
  }

  /// The one of the five lists that is named, if it is one of them.
  var listing: Listing? {
    if case .list(let listing) = destination { listing } else { nil }
  }
}

/// A destination with its template split, once for all requests.
private struct Pattern {
  let destination: Route.Destination
  let parts: [Part]

  static let all = Route.Destination.all.map(Pattern.init)

  /// What a template wants of a segment.
  enum Part {
    case word(String)
    case fact(String)
  }

  init(_ destination: Route.Destination) {
    self.destination = destination
    parts = destination.template.split(separator: "/", omittingEmptySubsequences: false).map {
      $0.hasPrefix("{") ? .fact(String($0.dropFirst().dropLast())) : .word(String($0))
    }
  }

  /// What a path names that has these segments; nil where it does not have this form.
  func arguments(of values: [String]) -> [PathArgument]? {
    guard parts.count == values.count else { return nil }
    var arguments: [PathArgument] = []
    for (part, value) in zip(parts, values) {
      switch part {
      case .word(value): break
      case .fact(let fact) where !value.isEmpty:
        arguments.append(PathArgument(fact: fact, value: value))
      case .word, .fact: return nil
      }
    }
    return arguments
  }
}

extension Route {
  /// Lets the request pass, or throws the first of: method, credentials, project, missing resource.
  func admit(
    _ request: HTTPRequest, by validator: CredentialValidator, to inventory: Inventory
  ) throws(ErrorResponse) {
    guard request.method == .get else { throw .methodNotAllowed }
    try validator.admit(request)
    for argument in arguments {
      if argument.isNumber, Int(argument.value) == nil { throw .invalid(argument.parameter) }
      if argument.fact == "project_id" {
        guard argument.value == MockRegistry.Facts.only["project_id"] else { throw .foreignProject }
      } else if inventory.row(named: argument, under: arguments) == nil {
        throw .unknown(argument.resource)
      }
    }
  }
}
