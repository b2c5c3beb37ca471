// SPDX-License-Identifier: Apache-2.0
// A path with named gaps, as the documentation prints it.

import Wire

/// A path such as `/v2/{project_id}/jobs`.
public struct PathTemplate: Sendable, Hashable, ExpressibleByStringInterpolation,
  CustomStringConvertible
{
  public var description: String

  public init(stringLiteral value: String) { description = value }

  /// The names between braces, in order.
  public var parameterNames: [String] { description.split(separator: "/").compactMap(Self.name) }

  /// The name of a gap; nil for a part that is none.
  private static func name(in part: Substring) -> String? {
    part.hasPrefix("{") && part.hasSuffix("}") ? String(part.dropFirst().dropLast()) : nil
  }

  /// The path with every gap filled and percent-encoded; nil where a value is missing.
  public func filled(_ value: (String) -> String?) -> String? {
    var parts: [String] = []
    for part in description.split(separator: "/", omittingEmptySubsequences: false) {
      guard let name = Self.name(in: part) else {
        parts.append(String(part))
        continue
      }
      guard let text = value(name) else { return nil }
      parts.append(PercentEncoding.encode(text))
    }
    return parts.joined(separator: "/")
  }

  /// The path whose gaps are the names of facts; nil where one is not known.
  public func filled(from facts: [Fact: String]) -> String? { filled { facts[Fact($0)] } }
}
