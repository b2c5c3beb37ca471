// SPDX-License-Identifier: Apache-2.0
// The only place that prints: results to standard output, everything else to standard error.

import Foundation

/// The two streams a person reads.
struct Terminal: Sendable {
  /// Whether colour may be used on standard output when it is asked for automatically.
  var takesColor: Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(STDOUT_FILENO) == 1 && environment["NO_COLOR", default: ""].isEmpty
      && environment["TERM"] != "dumb"
  }

  /// Whether somebody watches standard error.
  var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

  func write(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  /// Writes a text that is no result, as it is.
  func writeBeside(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }

  /// Tells what is wrong, each line under the program's name.
  func complain(_ text: String) {
    for line in text.split(separator: "\n") {
      FileHandle.standardError.write(Data("swr-conformance: \(line)\n".utf8))
    }
  }

  /// Tells people what they may want to know beside the results.
  func tell(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }

  /// Writes over the line that the cursor stands on; an empty text clears it.
  func showProgress(_ text: String) {
    FileHandle.standardError.write(Data("\r\u{1B}[2K\(text)".utf8))
  }
}
