// SPDX-License-Identifier: Apache-2.0
// A second parser to disagree with: JSONSerialization has to accept what Wire accepts.

import Foundation
import JSONMutation
import Wire

/// The comparison with Foundation, outside of two differences: it refuses lone surrogates, and
/// numbers beyond the range of `Double`.
enum FoundationOpinion {
  static func check(_ document: JSONDocument) throws(JSONInvariants.Violation) {
    guard !document.hasLoneSurrogate, isWithinDouble(document.root) else { return }
    do {
      _ = try JSONSerialization.jsonObject(with: Data(document.bytes), options: .fragmentsAllowed)
    } catch {
      throw JSONInvariants.Violation("JSONSerialization accepts it too: \(error)")
    }
  }

  private static func isWithinDouble(_ value: JSONValue) -> Bool {
    value.number?.double.isFinite
      ?? (value.elements.allSatisfy(isWithinDouble)
        && value.members.allSatisfy { isWithinDouble($0.value) })
  }
}
