// SPDX-License-Identifier: Apache-2.0
// The cases that a claim is judged by, so that a rule which is added later changes no verdict.

import Digests
import Wire

/// A set of cases that stays as it is, with a name that a claim can give.
///
/// It is written as the rules of each operation, since thousands of ids would hide what they are; a
/// digest of the ids of each rule says whether they are still the same.
public struct RequirementSet: Sendable, Hashable {
  /// The month from which on it does not change any more, such as `2026-11`.
  public var name: String
  /// The operations that it knows; the letters of ``rules`` stand for them, `a` for the first.
  public var operations: [String]
  /// By the name of the rule.
  public var rules: [String: Rule]
  /// The ids of cases that came later under a rule and an operation of the set.
  public var later: Set<String>

  /// What of one rule belongs to a set.
  public struct Rule: Sendable, Hashable {
    public var operations: Set<String>
    /// How many cases it has in the set.
    public var count: Int
    /// The first eight hexadecimal digits of the SHA-256 of their ids, sorted, each on a line.
    public var digest: String
  }

  /// One case, as far as a set is about it.
  public struct Member: Sendable, Hashable {
    public var id: String
    public var rule: String
    public var operation: String

    public init(id: String, rule: String, operation: String) {
      (self.id, self.rule, self.operation) = (id, rule, operation)
    }
  }

  /// - Parameters:
  ///   - table: A line for each rule: its name, the letters of its operations, the number of its cases
  ///     and their digest. Anything else ends the program, for it is a literal.
  ///   - later: What came later and does not belong to it.
  public init(_ name: String, of operations: [String], later: Set<String> = [], _ table: String) {
    (self.name, self.operations, self.later) = (name, operations, later)
    rules = Dictionary(
      uniqueKeysWithValues: table.split(separator: "\n").map { line in
        let parts = line.split(separator: " ").map(String.init)
        precondition(parts.count == 4, "\(line) has not four parts")
        guard let count = Int(parts[2]) else { preconditionFailure("\(line) has no number") }
        let own = parts[1].utf8.map { operations[Int($0 - UInt8(ascii: "a"))] }
        return (parts[0], Rule(operations: Set(own), count: count, digest: parts[3]))
      })
  }

  /// The set of just these cases.
  public init(_ name: String, of members: [Member]) {
    self.name = name
    operations = members.map(\.operation).distinct
    later = []
    rules = Dictionary(grouping: members, by: \.rule).mapValues { own in
      Rule(
        operations: Set(own.map(\.operation)), count: own.count, digest: Self.digest(own.map(\.id)))
    }
  }

  /// Whether a case belongs to it.
  public func holds(_ member: Member) -> Bool {
    rules[member.rule]?.operations.contains(member.operation) ?? false
      && !later.contains(member.id)
  }

  /// Where the set is no longer what it was, given all cases that there are; one sentence each, with
  /// what to do.
  public func problems(among all: [Member]) -> [String] {
    let own = Dictionary(grouping: all.filter(holds), by: \.rule).mapValues { $0.map(\.id) }
    return rules.sorted { $0.key < $1.key }.compactMap { name, rule in
      let ids = own[name] ?? []
      guard Self.digest(ids) != rule.digest else { return nil }
      return
        "the set \(self.name) has \(rule.count.counted("case")) of the rule \(name) and finds \(ids.count); "
        + (ids.count > rule.count
          ? "name what is new in `later` of the set, and make a new set of all with export set"
          : "a claim was judged by cases that are gone or have other ids now; bring them back")
    }
  }

  /// The literal, to be put beside the specs.
  public var literal: String {
    let names = operations.map { "      \"\($0)\"," }
    let lines = rules.sorted { $0.key < $1.key }.map { name, rule in
      let letters = operations.enumerated().filter { rule.operations.contains($1) }
        .map { String(UnicodeScalar(UInt8(ascii: "a") + UInt8($0.offset))) }
      return "    \(name) \(letters.joined()) \(rule.count) \(rule.digest)"
    }
    return
      (["  RequirementSet(", "    \"\(name)\",", "    of: ["] + names + ["    ],", "    \"\"\""]
      + lines + ["    \"\"\")"]).joined(separator: "\n") + "\n"
  }

  private static func digest(_ ids: [String]) -> String {
    String(SHA256.hexadecimal(ids.sorted().joined(separator: "\n").utf8).prefix(8))
  }
}

extension Profile {
  /// The set of that name; nil for one of another release.
  public func requirementSet(named name: String) -> RequirementSet? {
    requirementSets.first { $0.name == name }
  }
}
