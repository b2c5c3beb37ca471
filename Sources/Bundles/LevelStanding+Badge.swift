// SPDX-License-Identifier: Apache-2.0
// The standing of a level as a small picture for a web page.

import Contract
import Reporting
import Wire

extension LevelStanding {
  /// An SVG of 20 px height that loads nothing; its words are chosen here, none by a server.
  var badge: String {
    let (name, value) = (level.rawValue, words)
    let (left, right) = (Self.width(of: name), Self.width(of: value))
    let size = ["\(left + right)", "20"]
    return XMLTree(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": size[0], "height": size[1],
        "role": "img", "aria-labelledby": "title",
      ],
      [
        XMLTree("title", ["id": "title"], text: title),
        Self.box(at: 0, width: left, color: "#333333"),
        Self.box(at: left, width: right, color: color),
        Self.label(name, at: 6, width: left), Self.label(value, at: left + 6, width: right),
      ]
    ).document
  }

  /// What somebody hears who does not see the picture.
  private var title: String {
    guard isClaimed else { return "\(level.rawValue): not claimed" }
    guard unexercised < total else { return "\(level.rawValue): claimed and not exercised" }
    return "\(level.rawValue): \(held) of \(total.counted("case")) held, \(failed) failed, "
      + "\(unexercised) not exercised"
  }

  /// Dark enough for white words on it by WCAG 2.2, level AA.
  private var color: String {
    if !isClaimed || unexercised == total { return "#5f6368" }
    if failed > 0 { return "#b3261e" }
    return unexercised == 0 ? "#1b6e2d" : "#7a5200"
  }

  private static func width(of text: String) -> Int { 12 + 7 * text.count }

  private static func box(at x: Int, width: Int, color: String) -> XMLTree {
    XMLTree("rect", ["x": "\(x)", "width": "\(width)", "height": "20", "fill": color])
  }

  private static func label(_ text: String, at x: Int, width: Int) -> XMLTree {
    XMLTree(
      "text",
      [
        "x": "\(x)", "y": "14", "fill": "#ffffff", "font-family": "Verdana, sans-serif",
        "font-size": "11", "textLength": "\(width - 12)",
      ], text: text)
  }
}
