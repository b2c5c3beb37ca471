// SPDX-License-Identifier: Apache-2.0
// A fingerprint of everything that the specs promise, the same on every machine.

import Wire

/// A fingerprint of a list of operations; it stands in every report.
public enum ContractDigest {
  /// `sha256:` and 64 hexadecimal digits over the content of the literals, their places left out.
  public static func of(_ operations: [Operation]) -> String {
    "sha256:" + SHA256.hexadecimal(operations.map(text).joined(separator: "\n").utf8)
  }

  /// A value and what it is made of, as text with every name and in a fixed order.
  static func text(_ value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .struct where value is Place:
      return ""
    case .dictionary:
      return "[" + mirror.children.map { text($0.value) }.sorted().joined(separator: ",") + "]"
    case .none:
      return JSONText.quote("\(value)")
    case .enum where mirror.children.isEmpty:
      return "\(value)"
    default:
      return "("
        + mirror.children.map { "\($0.label ?? ""):\(text($0.value))" }
        .joined(separator: ",") + ")"
    }
  }
}
