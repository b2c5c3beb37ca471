// SPDX-License-Identifier: Apache-2.0
// What is asked of parts of a run, and of the reports of all of them.

extension Invocation {
  /// One part of several; the number is from 1 to the count.
  public struct Shard: Sendable, Hashable {
    public var number: Int
    public var count: Int
  }

  public struct Gathering: Sendable, Hashable {
    /// Reports, or folders of bundles; never empty.
    public var files: [String]
    /// Empty for the usual one on stdout.
    public var reports: [Destination]
  }
}
