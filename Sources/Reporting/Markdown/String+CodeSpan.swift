// SPDX-License-Identifier: Apache-2.0
// Keeps what a server wrote from being Markdown.

import Wire

extension String {
  /// A code span of at most 200 characters, fenced by more backticks than it has in a row.
  package var codeSpan: String {
    let text = visible.trimmed(to: 200)
    let longest = text.unicodeScalars.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: longest + 1)
    let needsRoom = longest > 0 || text.isEmpty || text.hasPrefix(" ")
    let room = needsRoom ? " " : ""
    return fence + room + text + room + fence
  }
}
