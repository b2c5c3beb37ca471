// SPDX-License-Identifier: Apache-2.0
// How a JSON tree becomes a file, or text in the log of a CI job.

extension JSONTree {
  /// The document and a line end; its strings act on no terminal and no CI runner that shows them.
  ///
  /// What could is escaped, which leaves the value the same, as only strings have such characters.
  package var document: String {
    var text = ""
    write(to: &text, 0) { JSONText.quote($0).spelledOut(JSONText.escape) }
    return text + "\n"
  }
}
