// SPDX-License-Identifier: Apache-2.0
// Makes the HTML of pages well-formed without moving a line, because XMLParser takes only XML.

/// Rewrites HTML as XML: tags without attributes, closed in order, and every character reference
/// resolved; scripts, styles and comments are left out.
struct HTMLTidy {
  private var rest: Substring
  private var open: [String] = []
  private var output = ""

  /// How many open elements an end tag may close; one that closes more is left out.
  private static let reach = 100
  /// Elements without content.
  private static let void: Set = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr",
  ]
  /// What the start of an element closes where an author left that out, up to the wall of a table.
  private static let closes: [String: Set<String>] = [
    "p": ["p"], "li": ["li", "p"], "tr": ["tr", "td", "th", "p"], "td": ["td", "th", "p"],
    "th": ["td", "th", "p"], "tbody": ["thead", "tr", "td", "th", "p"], "table": ["p"],
    "pre": ["p"], "h1": ["p"], "h2": ["p"], "h3": ["p"], "h4": ["p"], "div": ["p"], "ul": ["p"],
  ]
  private static let characters: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "ndash": "–", "mdash": "—", "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“",
    "rdquo": "”", "middot": "·", "copy": "©",
  ]

  /// One line of XML for each line of the page, under one root element.
  static func text(of lines: [Line]) -> String {
    var tidy = HTMLTidy(rest: lines.map(\.text).joined(separator: "\n")[...])
    return "<page>" + tidy.rewritten() + "</page>"
  }

  private init(rest: Substring) { self.rest = rest }

  private mutating func rewritten() -> String {
    while let character = rest.first {
      switch character {
      case "<": readMarkup()
      case "&": readReference()
      default:
        let text = rest.prefix { $0 != "<" && $0 != "&" }
        output += text
        rest = rest[text.endIndex...]
      }
    }
    while let name = open.popLast() { output += "</\(name)>" }
    return output
  }

  private mutating func readMarkup() {
    if rest.hasPrefix("<!--") {
      skip(behind: "-->")
    } else if rest.hasPrefix("<!") || rest.hasPrefix("<?") {
      skip(behind: ">")
    } else if let name = tagName(behind: rest.hasPrefix("</") ? 2 : 1) {
      readTag(name, isEnd: rest.hasPrefix("</"))
    } else {
      rest.removeFirst()
      output += "&lt;"
    }
  }

  private func tagName(behind count: Int) -> String? {
    let name = rest.dropFirst(count).prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return name.first?.isLetter == true ? name.lowercased() : nil
  }

  private mutating func readTag(_ name: String, isEnd: Bool) {
    let isEmpty = skipTag()
    if isEnd {
      close(name)
    } else if ["script", "style"].contains(name) {
      skip(behind: "</\(name)>")
    } else if Self.void.contains(name) || isEmpty {
      output += "<\(name)/>"
    } else {
      closeWhatEnds(before: name)
      open.append(name)
      output += "<\(name)>"
    }
  }

  /// Goes over the rest of a tag, keeping its line breaks; answers whether it ends in `/>`.
  private mutating func skipTag() -> Bool {
    var quote: Character?
    var last: Character?
    while let character = rest.popFirst() {
      if character == "\n" { output += "\n" }
      if quote == nil, character == ">" { break }
      if character == quote {
        quote = nil
      } else if quote == nil, character == "\"" || character == "'" {
        quote = character
      }
      last = character
    }
    return last == "/"
  }

  private mutating func close(_ name: String) {
    guard let place = open.suffix(Self.reach).lastIndex(of: name) else { return }
    while open.count > place { output += "</\(open.removeLast())>" }
  }

  private mutating func closeWhatEnds(before name: String) {
    let ended = Self.closes[name] ?? []
    while let last = open.last, ended.contains(last) { close(last) }
  }

  /// Leaves out everything to the end of a text, but for its line breaks.
  private mutating func skip(behind text: String) {
    let end = rest.firstRange(of: text)?.upperBound ?? rest.endIndex
    output += String(repeating: "\n", count: rest[..<end].count { $0 == "\n" })
    rest = rest[end...]
  }

  private mutating func readReference() {
    let name = rest.dropFirst().prefix(10).prefix { $0 != ";" && $0.isASCII && !$0.isWhitespace }
    let isClosed = rest.dropFirst(name.count + 1).first == ";"
    guard isClosed, let text = Self.character(String(name)) else {
      rest.removeFirst()
      output += "&amp;"
      return
    }
    rest = rest.dropFirst(name.count + 2)
    output += Self.escaped(text)
  }

  private static func character(_ name: String) -> String? {
    guard name.hasPrefix("#") else { return characters[name] }
    let digits = name.dropFirst()
    let code =
      digits.first?.lowercased() == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap(Unicode.Scalar.init).map { String($0) }
  }

  private static func escaped(_ text: String) -> String {
    switch text {
    case "&": "&amp;"
    case "<": "&lt;"
    default: text
    }
  }
}
