// SPDX-License-Identifier: Apache-2.0
// What an answer says of an error, whichever layer of the service wrote it.

import Contract
import Wire

/// What the body of an answer says of an error.
struct ErrorFacts: Sendable {
  var shape = ErrorBody.Shape.unknown
  /// The shape by the sign that quirks have for it.
  var sign = "unknown"
  /// The code as text; nil where it is no string.
  var code: String?
  /// Who numbers the errors of this code; nil where there is no code.
  var family: String?
  /// The code and message behind a colon, or nothing.
  var summary = ""
  /// How many rows the body shows, error or not.
  var rowCount = 0
  /// The names of the members of the root.
  var members: Set<String> = []
  /// What is not as an error of the documented shape has to be.
  var faults = FaultList()

  /// A longer error is not looked into.
  static let longest = 4 << 20

  init() {}

  init(root: JSONValue, rows: FieldPath) {
    let body = ErrorBody(root: root)
    shape = body.shape
    sign = body.kind(root: root)
    code = body.code?.string
    family = body.family
    summary = body.summary
    rowCount = root.value(at: rows)?.elements.count ?? 0
    members = Set(root.members.prefix(64).map(\.name))
  }
}
