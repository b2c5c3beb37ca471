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
    guard let (prefix, gaps) = cut(endOf: path) else { return nil }
    let values = gaps.map { (String($0.name), PercentEncoding.decode($0.text) ?? String($0.text)) }
    return Match(
      prefix: String(prefix), values: Dictionary(values, uniquingKeysWith: { last, _ in last }))
  }

  /// The same, with nothing decoded yet.
  func cut(
    endOf path: String
  ) -> (prefix: Substring, gaps: [(name: Substring, text: Substring)])? {
    let slash = UInt8(ascii: "/")
    var (rest, wanted) = (path.utf8[...], description.utf8[...])
    var gaps: [(name: Substring, text: Substring)] = []
    while let start = wanted.lastIndex(of: slash) {
      guard let cut = rest.lastIndex(of: slash) else { return nil }
      let segment = wanted[start...].dropFirst()
      let part = rest[cut...].dropFirst()
      if segment.first == UInt8(ascii: "{") {
        guard !part.isEmpty else { return nil }
        gaps.append((Substring(segment.dropFirst().dropLast()), Substring(part)))
      } else if !segment.elementsEqual(part), !segment.isDecoded(part) {
        return nil
      }
      (rest, wanted) = (rest[..<cut], wanted[..<start])
    }
    return (Substring(rest), gaps)
  }
}

extension [PathTemplate] {
  /// - Throws: ``Omission/trailingSlash`` for a path that is one of theirs but for a slash behind it.
  /// - Returns: Whether one of them is the end of the path.
  func have(endOf path: String) throws(Omission) -> Bool {
    let isThere = { (path: String) in contains { $0.cut(endOf: path) != nil } }
    if path.hasSuffix("/"), isThere(String(path.dropLast())) { throw .trailingSlash }
    return isThere(path)
  }
}

extension Substring.UTF8View {
  /// Whether it is what a percent-encoded text stands for: clients may encode any letter of a path.
  fileprivate func isDecoded(_ text: Self) -> Bool {
    text.contains(UInt8(ascii: "%"))
      && PercentEncoding.decode(String(Substring(text))).map { elementsEqual($0.utf8) } ?? false
  }
}
