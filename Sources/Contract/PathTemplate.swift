// SPDX-License-Identifier: Apache-2.0
// A path with named gaps, as the documentation prints it.

import Wire

/// A path such as `/v2/{project_id}/jobs`.
public struct PathTemplate: Sendable, Hashable, ExpressibleByStringInterpolation,
  CustomStringConvertible
{
  public var description: String

  public init(stringLiteral value: String) {
    description = value
  }

  /// The names between braces, in order.
  public var parameterNames: [String] {
    description.split(separator: "/").filter { $0.hasPrefix("{") && $0.hasSuffix("}") }
      .map { String($0.dropFirst().dropLast()) }
  }

  /// The path with every gap filled and percent-encoded; nil where a value is missing.
  public func filled(_ value: (String) -> String?) -> String? {
    var path = description
    for name in parameterNames {
      guard let text = value(name) else { return nil }
      path = path.replacing("{\(name)}", with: PercentEncoding.encode(text))
    }
    return path
  }

  /// The path whose gaps are the names of facts; nil where one is not known.
  public func filled(from facts: [Fact: String]) -> String? {
    filled { facts[Fact($0)] }
  }
}
