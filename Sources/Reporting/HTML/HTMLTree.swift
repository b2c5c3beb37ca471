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

  package init(stringLiteral text: String) { self = .text(text) }

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
    var page = Array("<!DOCTYPE html>".utf8)
    write(to: &page)
    page.append(UInt8(ascii: "\n"))
    return String(decoding: page, as: UTF8.self)
  }

  private func write(to page: inout [UInt8]) {
    switch self {
    case .text(let text): Self.write(text, to: &page)
    case .verbatim(let text): page += text.utf8
    case .element(let name, let attributes, let inside):
      if !Self.isInline(name) { page.append(UInt8(ascii: "\n")) }
      page.append(UInt8(ascii: "<"))
      page += name.utf8
      for case (let key, let value?) in attributes {
        page.append(UInt8(ascii: " "))
        page += key.utf8
        page += "=\"".utf8
        Self.write(value, to: &page)
        page.append(UInt8(ascii: "\""))
      }
      page.append(UInt8(ascii: ">"))
      if Self.isVoid(name) { return }
      for node in inside { node.write(to: &page) }
      page += "</".utf8
      page += name.utf8
      page.append(UInt8(ascii: ">"))
    }
  }

  /// Writes the text in one line, with what acts on a terminal or a CI runner spelled out.
  private static func write(_ text: String, to page: inout [UInt8]) {
    var text = text.visible
    text.withUTF8 { bytes in
      var start = 0
      for place in bytes.indices {
        guard let entity = entity(of: bytes[place]) else { continue }
        page += bytes[start..<place]
        page += entity.utf8
        start = place + 1
      }
      page += bytes[start...]
    }
  }

  private static func entity(of byte: UInt8) -> String? {
    switch UnicodeScalar(byte) {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "'": "&#39;"
    default: nil
    }
  }

  private static func isVoid(_ name: String) -> Bool {
    switch name {
    case "br", "input", "link", "meta", "wbr": true
    default: false
    }
  }

  /// Whether the element stands within a line, where a line end would be a blank.
  private static func isInline(_ name: String) -> Bool {
    switch name {
    case "a", "b", "br", "code", "mark", "rect", "small", "span", "wbr": true
    default: false
    }
  }
}

extension HTMLTree {
  package static func code(_ text: String) -> HTMLTree { HTMLTree("code", [:], .text(text)) }

  /// An id that breaks in front of its dots and capitals, where lines are short.
  package static func id(_ text: String) -> [HTMLTree] {
    var parts: [HTMLTree] = []
    var (start, isInWord) = (text.startIndex, false)
    for (place, byte) in zip(text.utf8.indices, text.utf8) {
      let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      if byte == UInt8(ascii: ".") || isUpper && isInWord {
        parts += [.text(String(text[start..<place])), .element("wbr", [:], [])]
        start = place
      }
      isInWord = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
    return parts + [.text(String(text[start...]))]
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
