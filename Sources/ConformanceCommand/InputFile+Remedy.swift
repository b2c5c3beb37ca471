// SPDX-License-Identifier: Apache-2.0
// Reads a file that a command line names, and says what to do where that fails.

import CommandLineArguments
import Files

extension InputFile {
  /// All bytes of it.
  ///
  /// - Parameter remedy: What to do where it cannot be read.
  static func bytes(
    _ path: String, atMost most: Int = limit, or remedy: @autoclosure () -> String
  ) throws(UsageError) -> [UInt8] {
    do throws(FileProblem) { return try bytes(path, atMost: most) } catch {
      throw UsageError("\(path) cannot be read: \(error); \(remedy())")
    }
  }
}
