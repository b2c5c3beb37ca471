// SPDX-License-Identifier: Apache-2.0
// An XML 1.0 document on its way out; what XML cannot hold is spelled out.

/// An element with its attributes, and either elements or text inside.
package struct XMLTree {
  private var name: String
  private var attributes: KeyValuePairs<String, String>
  private var elements: [XMLTree] = []
  private var characters = ""

  package init(_ name: String, _ attributes: KeyValuePairs<String, String>, _ elements: [XMLTree]) {
    (self.name, self.attributes, self.elements) = (name, attributes, elements)
  }

  package init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String = "")
  {
    (self.name, self.attributes, self.characters) = (name, attributes, text)
  }

  /// The document with this element as its root.
  package var document: String {
    #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n\(text(indent: 0))\n"
  }

  private func text(indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    let attributes = attributes.map { " \($0.key)=\"\(Self.escape($0.value, inAttribute: true))\"" }
    let head = margin + "<" + name + attributes.joined()
    if !elements.isEmpty {
      let inside = elements.map { $0.text(indent: indent + 2) }.joined(separator: "\n")
      return "\(head)>\n\(inside)\n\(margin)</\(name)>"
    }
    guard !characters.isEmpty else { return head + "/>" }
    return head + ">" + Self.escape(characters, inAttribute: false) + "</\(name)>"
  }

  private static func escape(_ text: String, inAttribute: Bool) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"" where inAttribute: escaped += "&quot;"
      case _ where !scalar.isXML:
        escaped += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension Unicode.Scalar {
  /// Whether XML 1.0 has the character, by its production 2.
  fileprivate var isXML: Bool {
    switch value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
