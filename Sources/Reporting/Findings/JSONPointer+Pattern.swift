// SPDX-License-Identifier: Apache-2.0
// The sort of place that a pointer leads to, whichever row it is in.

import Wire

extension JSONPointer {
  /// The escaped form with `*` for every number: `/tasks/*/id`.
  package var pattern: String {
    JSONPointer(tokens.map { Self.isNumber($0) ? "*" : $0 }).description
  }

  private static func isNumber(_ token: String) -> Bool {
    !token.isEmpty && token.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
