// SPDX-License-Identifier: Apache-2.0
// Where a token comes from that may be asked for again: a file, or a command that prints it.

import Files
import Wire

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where a token can be had more than once.
public enum TokenSource: Sendable, Hashable {
  /// A path, which a variable names; the file holds the token and perhaps a line break.
  case file(String, variable: String)
  /// A line for `/bin/sh`, which prints the token; a variable holds it.
  case command(String, variable: String)

  /// The variable that names it.
  var variable: String {
    switch self {
    case .file(_, let variable), .command(_, let variable): variable
    }
  }

  /// What a file may hold or a command print at most, in bytes.
  static let longest = 1 << 20

  /// Reads the file or runs the command, which has that long for it.
  ///
  /// - Throws: What keeps a token from being had; it never quotes what was read.
  func token(within patience: Duration = .seconds(60)) throws(Target.Problem) -> String {
    switch self {
    case .file(let path, _):
      try Self.checked(contents(of: path), origin: "\(variable) (\(path))")
    case .command(let line, _):
      try Self.checked(
        try ShellCommand(line, named: variable).output(within: patience), origin: variable)
    }
  }

  /// A token that may stand in a header line.
  static func checked(_ token: String, origin: String) throws(Target.Problem) -> String {
    guard !token.isEmpty else {
      throw Target.Problem("\(origin) gives no token", remedy: "see what it holds or prints")
    }
    guard token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw Target.Problem(
        "\(origin) has blanks or characters outside ASCII", remedy: "copy it alone")
    }
    return token
  }

  /// A path that leads nowhere is not shown, since it may be the token itself.
  private func contents(of path: String) throws(Target.Problem) -> String {
    do throws(FileProblem) {
      let bytes = try InputFile.bytes(path, atMost: Self.longest)
      return String(decoding: bytes, as: UTF8.self).trimmed
    } catch {
      throw Target.Problem(
        "\(variable) cannot be read: \(error)", remedy: "check the path there")
    }
  }
}
