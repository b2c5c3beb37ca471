// SPDX-License-Identifier: Apache-2.0
// How a JSON tree becomes a file, or text in the log of a CI job.

import Wire

extension JSONTree {
  /// The document and a line end.
  ///
  /// Of two `#` the second one is escaped, as only strings have them; the value stays the same, and
  /// no CI runner finds the `##[` of a command in it.
  var document: String { text().withoutDoubleHash(#"\u0023"#) + "\n" }
}
