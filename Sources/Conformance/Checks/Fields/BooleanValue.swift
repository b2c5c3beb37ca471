// SPDX-License-Identifier: Apache-2.0
// A boolean is true or false; 0, 1 and "true" are something else.

import Contract
import Wire

extension FieldRule {
  static let boolean = FieldRule(
    rule: "value-is-boolean", summary: "A boolean is true or false, never a number or a string.",
    applies: { $0.type == .boolean }, title: { _ in "is true or false" }
  ) { notes, value in
    _ = notes.isOfKind(.boolean, value)
  }
}
