// SPDX-License-Identifier: Apache-2.0
// How a JSON tree becomes a file, or text in the log of a CI job.

import Wire

extension JSONTree {
  /// The document and a line end; its strings act on no terminal and no CI runner that shows them.
  ///
  /// What could is escaped, which leaves the value the same, as only strings have such characters.
  var document: String {
    text().spelledOut(but: "\n") { scalar in
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    } + "\n"
  }
}
