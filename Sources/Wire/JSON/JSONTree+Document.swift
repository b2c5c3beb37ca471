// SPDX-License-Identifier: Apache-2.0
// How a JSON tree becomes a file, or text in the log of a CI job.

extension JSONTree {
  /// The document and a line end; its strings act on no terminal and no CI runner that shows them.
  ///
  /// What could is escaped, which leaves the value the same, as only strings have such characters.
  package var document: String {
    var bytes: [UInt8] = []
    write(to: &bytes, 0) { text, bytes in
      if text.isPlainlyVisible {
        JSONText.append(text, to: &bytes)
      } else {
        bytes += JSONText.quote(text).spelledOut(JSONText.escape).utf8
      }
    }
    bytes.append(UInt8(ascii: "\n"))
    return String(decoding: bytes, as: UTF8.self)
  }
}
