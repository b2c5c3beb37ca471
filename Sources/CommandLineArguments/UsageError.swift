// SPDX-License-Identifier: Apache-2.0
// A command line that cannot be followed; the program prints it and exits with 2.

/// Everything that is wrong with a command line, each with a remedy and never with a secret.
public struct UsageError: Error, Sendable, Hashable, CustomStringConvertible {
  /// One line each, in the order of the command line; never empty.
  public var problems: [String]

  package init(problems: [String]) { self.problems = problems }

  public init(_ problem: String) { problems = [problem] }

  public var description: String { problems.joined(separator: "\n") }
}
