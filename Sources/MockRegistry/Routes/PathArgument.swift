// SPDX-License-Identifier: Apache-2.0
// What a path says in the place of one of the registry's facts.

/// The key of a fact, and the value that a path has for it, true or not.
struct PathArgument: Sendable, Hashable {
  var fact: String
  var value: String

  /// `webhook_policy_id` is called `policy_id` in paths and messages.
  var parameter: String { fact.split(separator: "_").suffix(2).joined(separator: "_") }

  /// `namespace_name` names a namespace.
  var resource: String { fact.split(separator: "_").dropLast().joined(separator: " ") }
}

extension [PathArgument] {
  /// What is said of that fact, or nil.
  subscript(fact: String) -> String? {
    first { $0.fact == fact }?.value
  }
}
