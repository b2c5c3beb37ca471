// SPDX-License-Identifier: Apache-2.0
// The only place that prints: results to standard output, everything else to standard error.

import Conformance
import Files
import Synchronization
import Wire

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The two streams a person reads.
///
/// What cannot be written is told once on the other stream; the program goes on.
public final class Terminal: Sendable {
  /// The program's name.
  private let name: String
  private let failure = Mutex<FileProblem?>(nil)
  /// What the shell has set; nothing in the program changes it.
  let environment = ProcessInfo.processInfo.environment

  init(_ name: String) { self.name = name }

  /// Whether colour may be used on standard output when it is asked for automatically.
  var takesColor: Bool {
    StandardStream.output.isTerminal && environment["NO_COLOR", default: ""].isEmpty
      && environment["TERM"] != "dumb"
  }

  /// Whether somebody watches standard error.
  public var isWatched: Bool { StandardStream.error.isTerminal }

  /// Writes a result, unless an earlier one could not be written.
  public func write(_ text: String) {
    guard failure.withLock({ $0 == nil }) else { return }
    do throws(FileProblem) {
      try StandardStream.output.write(text)
    } catch {
      failure.withLock { $0 = error }
      if !error.isReaderGone { complain("cannot write to standard output: \(error)") }
    }
  }

  /// Writes a result to a file, whole or not at all, or to standard output where none is named.
  ///
  /// - Returns: Whether the file could be written; if not, somebody was told why.
  public func write(_ text: String, to path: String?) -> Bool {
    guard let path else {
      write(text)
      return true
    }
    do throws(FileProblem) {
      try OutputPlace(path).write(text.utf8)
      return true
    } catch {
      complain("cannot write \(path): \(error)")
      return false
    }
  }

  /// Writes a result to a place that was tried before.
  ///
  /// - Returns: Whether it could be written; if not, somebody was told why.
  func write(_ text: String, to place: OutputPlace) -> Bool {
    do throws(FileProblem) {
      try place.write(text.utf8)
      return true
    } catch {
      complain("cannot write \(place.path): \(error)")
      return false
    }
  }

  /// Writes a text that is no result, as it is.
  func tell(_ text: String) { try? StandardStream.error.write(text) }

  /// Tells what is wrong, each line under the program's name; for somebody who watches, no word is cut at
  /// the edge of the window.
  public func complain(_ text: String) {
    for line in text.split(separator: "\n") {
      let told = "\(name): \(String(line).visible)"
      let lines = isWatched ? told.wrapped(behind: "", at: 2) : [told]
      tell(lines.joined(separator: "\n") + "\n")
    }
  }

  /// Writes over the line that the cursor stands on; an empty text clears it.
  public func showProgress(_ text: String) { tell("\r\u{1B}[2K\(text)") }

  /// The code to end with: that of the results, or another one if they could not be written.
  func settled(_ code: ExitCode) -> ExitCode {
    code == .passed && failure.withLock({ $0 != nil }) ? .usage : code
  }

  /// Whether results could be written so far.
  var isWritable: Bool { failure.withLock { $0 == nil } }
}
