// SPDX-License-Identifier: Apache-2.0
// Every path that is served, each by one operation.

import Wire

/// The templates of all paths, split once for all requests.
struct RouteTable: Sendable {
  private let patterns: [Pattern]

  /// Two operations that no path could tell apart.
  struct Conflict: Error, Hashable, CustomStringConvertible {
    var ids: [String]
    var path: String

    var description: String {
      "\(ids.joined(separator: " and ")) both answer at \(path); give one of them another path"
    }
  }

  /// Throws where two templates have the same words and the same places for facts.
  init(_ destinations: [Route.Destination]) throws(Conflict) {
    var owners: [[String?]: String] = [:]
    for destination in destinations {
      let shape = Pattern(destination).parts.map(\.word)
      if let owner = owners.updateValue(destination.id, forKey: shape) {
        throw Conflict(ids: [owner, destination.id], path: destination.path)
      }
    }
    // A word is nearer to a path than a fact, which any segment could be.
    patterns = destinations.map(Pattern.init).enumerated().sorted { left, right in
      let words = [left, right].map { $0.element.parts.count { $0.word != nil } }
      return words[0] == words[1] ? left.offset < right.offset : words[0] > words[1]
    }.map(\.element)
  }

  /// The paths of this registry, which ends at once if two are one.
  static let all: RouteTable = {
    do throws(Conflict) { return try RouteTable(Route.Destination.all) } catch {
      fatalError("\(error)")
    }
  }()

  /// What answers at this path, or why nothing does.
  func route(at path: String) -> Result<Route, ErrorResponse> {
    var values: [String] = []
    for segment in path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      guard let value = PercentEncoding.decode(Substring(segment)) else {
        return .failure(.malformedEncoding)
      }
      values.append(value)
    }
    for pattern in patterns {
      guard let arguments = pattern.arguments(of: values) else { continue }
      return .success(Route(destination: pattern.destination, arguments: arguments))
    }
    return .failure(.noSuchRoute)
  }
}

/// A destination with its template split.
private struct Pattern: Sendable {
  let destination: Route.Destination
  let parts: [Part]

  /// What a template wants of a segment.
  enum Part: Sendable {
    case word(String)
    case fact(String)

    var word: String? { if case .word(let word) = self { word } else { nil } }
  }

  init(_ destination: Route.Destination) {
    self.destination = destination
    parts = destination.path.split(separator: "/", omittingEmptySubsequences: false).map {
      $0.hasPrefix("{") ? .fact(String($0.dropFirst().dropLast())) : .word(String($0))
    }
  }

  /// What a path says that has these segments; nil where it does not have this form.
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
