// SPDX-License-Identifier: Apache-2.0
// What an answer says of an error, whichever layer of the service wrote it.

import Contract
import Wire

/// What the body of an answer says of an error.
struct ErrorFacts: Sendable {
  /// The name of the shape; nil where the body has none that is known.
  var shape: String?
  /// Whether the body is a string that holds an object, as if the document had been encoded twice.
  var isEncodedTwice = false
  /// Whether the body is JSON at all.
  var isJSON = false
  /// Whether the shape is the documented one.
  var isDocumented = false
  /// The shape by the sign that quirks have for it.
  var sign = "unknown"
  /// The code as text; nil where it is no string.
  var code: String?
  /// Who numbers the errors of this code, `other` for nobody who is known; nil without a code.
  var family: String?
  /// Whether the service itself does, so that the code may say more than the status.
  var isOfService = false
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

  init(root: JSONValue, of paging: Paging, by convention: ErrorConvention) {
    let body = ErrorBody(root: root, by: convention)
    shape = body.shape?.name
    isJSON = true
    isEncodedTwice = EncodedObject(in: root)?.document != nil
    isDocumented = body.isDocumented
    sign = body.shape.map { convention.sign(of: $0, root) } ?? "unknown"
    code = body.code?.string
    if let text = body.code.map({ $0.string ?? $0.raw }) {
      let known = convention.family(of: text)
      (family, isOfService) = (known?.name ?? "other", known?.isOfService ?? false)
    }
    summary = body.summary
    rowCount =
      paging.isObject
      ? (shape == nil && root[paging.identity] != nil ? 1 : 0)
      : root.value(at: paging.rows)?.elements.count ?? 0
    members = Set(root.members.prefix(64).map(\.name))
  }
}

extension ErrorConvention {
  /// The sign that quirks have for an error of a shape.
  fileprivate func sign(of shape: Shape, _ root: JSONValue) -> String {
    guard shape == documented else { return shape.name }
    let variant = variants.first { $0.members.contains { root[$0] != nil } }
    return variant?.name ?? shape.name
  }
}
