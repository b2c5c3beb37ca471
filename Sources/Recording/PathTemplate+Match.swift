// SPDX-License-Identifier: Apache-2.0
// Finds out which list a recorded URL asks for, whatever a gateway puts before the path.

import Contract
import Wire

extension PathTemplate {
  /// What a path says of the template that it ends with.
  struct Match {
    /// What stands before; empty where the path is the template's own.
    var prefix: String
    /// The decoded values of the gaps by their names.
    var values: [String: String]
  }

  /// Nil where the end of the path is not of the template's form, or a gap is empty.
  func match(endOf path: String) -> Match? {
    let wanted = description.split(separator: "/")
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > wanted.count else { return nil }
    var values: [String: String] = [:]
    for (segment, part) in zip(wanted, parts.suffix(wanted.count)) {
      if segment.hasPrefix("{") {
        guard !part.isEmpty else { return nil }
        values[String(segment.dropFirst().dropLast())] =
          PercentEncoding.decode(part) ?? String(part)
      } else if segment != part {
        return nil
      }
    }
    return Match(prefix: parts.dropLast(wanted.count).joined(separator: "/"), values: values)
  }
}
