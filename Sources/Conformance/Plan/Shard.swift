// SPDX-License-Identifier: Apache-2.0
// Which operations of which target belong to one of several machines that share the work.

public import Contract
import Digests

/// One of several parts of the work, such as the third of eight, written `3/8`.
public struct Shard: Sendable, Hashable, CustomStringConvertible {
  /// From 1 to ``count``.
  public let number: Int
  public let count: Int

  /// Nil unless `number` is from 1 to `count`.
  public init?(_ number: Int, of count: Int) {
    guard count >= 1, (1...count).contains(number) else { return nil }
    (self.number, self.count) = (number, count)
  }

  public var description: String { "\(number)/\(count)" }

  /// The number, from 1, of the shard that all cases of an operation belong to.
  ///
  /// The first eight hexadecimal digits of the SHA-256 of `TARGET/OPERATION`, as a number, modulo the
  /// count, and one more: a shell can say it as well, and neither machine nor release changes it.
  ///
  /// - Parameter target: The name of the target in its file; empty for one without a name.
  public static func number(of operation: String, of target: String, among count: Int) -> Int {
    let digest = SHA256.digest("\(target)/\(operation)".utf8)
    return digest.prefix(4).reduce(0) { $0 << 8 | Int($1) } % count + 1
  }

  public func has(_ operation: String, of target: String) -> Bool {
    Self.number(of: operation, of: target, among: count) == number
  }
}

extension Report {
  /// What one shard of a run says of itself, so that the report of all can be put together.
  public struct Part: Sendable, Hashable {
    public var shard: Shard
    /// The name of the target in its file; empty for one without a name.
    public var target: String
    /// The words of the command line that decide what is asked and how it is weighed.
    public var options: [String]
    /// How many of the requests the shard of another operation sends as well.
    public var shared: Int

    public init(_ shard: Shard, of target: String, options: [String], shared: Int = 0) {
      (self.shard, self.target, self.options, self.shared) = (shard, target, options, shared)
    }
  }
}

extension Selection {
  /// The same without the cases of other shards; what a case asks of other operations is still asked.
  public func limited(to part: Report.Part, among operations: [Contract.Operation]) -> Selection {
    var selection = self
    selection.skip += operations.map(\.id).filter { !part.shard.has($0, of: part.target) }
      .map { "\($0)." }
    selection.isPart = true
    return selection
  }
}

extension Plan {
  /// How many of a shard's readings are of operations that another shard of this plan counts.
  ///
  /// Each is counted where its own cases are, or else where the first case is that asks it as well.
  public func count(of readings: [Reading], sharedBy part: Report.Part) -> Int {
    var counting: [String: String] = [:]
    for (planned, list) in zip(cases, probeNumbers) where planned.skipReason == nil {
      counting[planned.operation] = planned.operation
      for other in Set(list.numbers.map { probes[$0].operation }) where counting[other] == nil {
        counting[other] = planned.operation
      }
    }
    return readings.count { reading in
      counting[reading.operation].map { !part.shard.has($0, of: part.target) } ?? false
    }
  }
}
