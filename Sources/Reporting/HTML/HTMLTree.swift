// SPDX-License-Identifier: Apache-2.0
// A page on its way out; whatever is not an element is text, and no text is ever markup.

import Wire

/// An element with its attributes and what is inside, or a text.
///
/// Attributes that are nil are left out. A string literal is a text, with whatever it interpolates.
package enum HTMLTree: ExpressibleByStringInterpolation {
  case text(String)
  case element(String, KeyValuePairs<String, String?>, [HTMLTree])
  /// What stands inside `style` and `script`, where HTML knows no escapes; never of a server.
  case verbatim(String)

  package init(stringLiteral text: String) {
    self = .text(text)
  }

  package init(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ inside: [HTMLTree]
  ) {
    self = .element(name, attributes, inside)
  }

  package init(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ inside: HTMLTree...
  ) {
    self = .element(name, attributes, inside)
  }

  /// The document with this element as its root.
  package var document: String {
    var page = "<!DOCTYPE html>"
    write(to: &page)
    return page + "\n"
  }

  private func write(to page: inout String) {
    switch self {
    case .text(let text): page += Self.escaped(text)
    case .verbatim(let text): page += text
    case .element(let name, let attributes, let inside):
      page += (Self.inlines.contains(name) ? "<" : "\n<") + name
      for (key, value) in attributes {
        if let value { page += " \(key)=\"\(Self.escaped(value))\"" }
      }
      page += ">"
      if Self.voids.contains(name) { return }
      for node in inside { node.write(to: &page) }
      page += "</\(name)>"
    }
  }

  /// The text in one line, with what acts on a terminal or a CI runner spelled out.
  private static func escaped(_ text: String) -> String {
    let text = text.visible
    guard text.utf8.contains(where: isSpecial) else { return text }
    return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch UnicodeScalar(byte) {
    case "&", "<", ">", "\"", "'": true
    default: false
    }
  }

  private static let voids: Set = ["br", "input", "link", "meta", "wbr"]
  /// Elements that stand within a line, where a line end would be a blank.
  private static let inlines: Set = [
    "a", "b", "br", "code", "mark", "rect", "small", "span", "wbr",
  ]
}

extension HTMLTree {
  package static func code(_ text: String) -> HTMLTree { HTMLTree("code", [:], .text(text)) }

  /// An id that breaks in front of its dots and capitals, where lines are short.
  package static func id(_ text: String) -> [HTMLTree] {
    var parts = [""]
    for character in text {
      let isInWord = parts[parts.count - 1].last?.isLowercase == true
      if character == "." || character.isUppercase && isInWord { parts.append("") }
      parts[parts.count - 1].append(character)
    }
    return parts.enumerated().flatMap { number, part in
      (number == 0 ? [] : [.element("wbr", [:], [])]) + [.text(part)]
    }
  }

  /// A text of several lines, for `pre`; no line of the document begins with what a server wrote.
  package static func lines(_ text: String) -> [HTMLTree] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().flatMap { number, line in
      (number == 0 ? [] : [.element("br", [:], [])]) + [.text(String(line))]
    }
  }

  /// A section that a heading of the second rank names.
  package static func section(_ id: String, _ heading: String, _ inside: [HTMLTree]) -> HTMLTree {
    HTMLTree(
      "section", ["id": id, "aria-labelledby": "\(id)-heading"],
      [HTMLTree("h2", ["id": "\(id)-heading"], .text(heading))] + inside)
  }

  /// A box in which a wide thing is scrolled, by keys as well.
  package static func scrolled(_ label: String, _ inside: HTMLTree) -> HTMLTree {
    HTMLTree(
      "div", ["class": "scrolled", "role": "region", "aria-label": label, "tabindex": "0"], inside)
  }

  /// A table whose first row names the columns and whose first cells name the rows.
  package static func table(_ caption: String, _ columns: [String], _ rows: [[HTMLTree]])
    -> HTMLTree
  {
    let head = columns.map { HTMLTree("th", ["scope": "col"], .text($0)) }
    let body = rows.map { cells in
      HTMLTree(
        "tr", [:],
        cells.enumerated().map { number, cell in
          number == 0 ? HTMLTree("th", ["scope": "row"], cell) : HTMLTree("td", [:], cell)
        })
    }
    return scrolled(
      caption,
      HTMLTree(
        "table", [:], HTMLTree("caption", [:], .text(caption)),
        HTMLTree("thead", [:], HTMLTree("tr", [:], head)), HTMLTree("tbody", [:], body)))
  }

  /// The word of an outcome; colour says nothing that the word does not.
  package static func badge(_ word: String) -> HTMLTree {
    HTMLTree("span", ["class": "badge \(word)"], .text(word))
  }

  /// A bar of at most 100 parts, one colour a part; it repeats what a text beside it says.
  package static func bar(_ parts: [(word: String, share: Double)]) -> HTMLTree {
    var start = 0.0
    let rects = parts.map { word, share in
      defer { start += share }
      return HTMLTree(
        "rect",
        [
          "class": word, "x": (start * 100).rounded(digits: 2),
          "width": (share * 100).rounded(digits: 2), "height": "4",
        ])
    }
    return HTMLTree(
      "svg",
      [
        "class": "bar", "viewBox": "0 0 100 4", "preserveAspectRatio": "none",
        "aria-hidden": "true",
      ], rects)
  }
}
