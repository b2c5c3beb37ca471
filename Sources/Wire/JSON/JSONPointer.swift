// SPDX-License-Identifier: Apache-2.0
// RFC 6901: the address of one value inside a document.

/// A path of member names and array places, written `/tasks/3/id`; the empty pointer is the root.
public struct JSONPointer: Hashable, Sendable, CustomStringConvertible {
  /// The unescaped reference tokens, from the root down.
  public let tokens: [String]

  public static let root = JSONPointer([])

  public init(_ tokens: [String]) { self.tokens = tokens }

  /// Reads the escaped form; nil without a leading `/` or with a `~` that is not `~0` or `~1`.
  public init?(_ text: String) {
    let parts = text.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.first?.isEmpty ?? true else { return nil }
    var tokens: [String] = []
    for part in parts.dropFirst() {
      guard let token = Self.unescape(part) else { return nil }
      tokens.append(token)
    }
    self.tokens = tokens
  }

  /// The pointer to a member of what this one points to.
  public func appending(_ name: String) -> JSONPointer { JSONPointer(tokens + [name]) }

  /// The pointer to an element, counted from 0, of what this one points to.
  public func appending(_ place: Int) -> JSONPointer { JSONPointer(tokens + ["\(place)"]) }

  /// The escaped form of RFC 6901, section 3.
  public var description: String { tokens.map { "/" + Self.escape($0) }.joined() }

  private static func escape(_ token: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in token.unicodeScalars {
      switch scalar {
      case "~": escaped.append(contentsOf: "~0".unicodeScalars)
      case "/": escaped.append(contentsOf: "~1".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  private static func unescape(_ part: Substring.UnicodeScalarView) -> String? {
    var token = String.UnicodeScalarView()
    var rest = part.makeIterator()
    while let scalar = rest.next() {
      guard scalar == "~" else {
        token.append(scalar)
        continue
      }
      switch rest.next() {
      case "0": token.append("~")
      case "1": token.append("/")
      default: return nil
      }
    }
    return String(token)
  }
}

extension JSONDocument {
  /// The value a pointer leads to, or nil; of members with the same name the last one counts.
  public func value(at pointer: JSONPointer) -> JSONValue? {
    var value: JSONValue? = root
    for token in pointer.tokens { value = value?.child(token) }
    return value
  }
}

extension JSONValue {
  fileprivate func child(_ token: String) -> JSONValue? {
    guard kind == .array else { return self[token] }
    guard let place = Int(token), token == "\(place)" else { return nil }
    return self[place]
  }
}
