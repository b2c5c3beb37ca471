// SPDX-License-Identifier: Apache-2.0
// A named bug of one operation, for showing that a suite would notice it.

/// One way in which one operation of a registry may break its promises.
public struct Fault: Sendable {
  /// Unique among all faults, in kebab case, opening with the list it is about.
  public let name: String
  /// One sentence that says what this registry does wrong.
  public let summary: String
  public let category: Category
  /// The name of the rule that the bug is meant to trip; that others trip as well is no harm.
  public let rule: String
  public let level: Level
  let list: ListOperation
  let mutations: [Mutation]

  init(
    _ name: String, _ list: ListOperation, _ rule: Rule, _ summary: String, _ mutations: Mutation...
  ) {
    self.init(name, list, rule, summary, mutations)
  }

  init(
    _ name: String, _ list: ListOperation, _ rule: Rule, _ summary: String, _ mutations: [Mutation]
  ) {
    self.name = name
    self.summary = summary
    category = Category(of: rule.name)
    self.rule = rule.name
    level = rule.level
    self.list = list
    self.mutations = mutations
  }

  /// The id of the one operation that the bug is in, such as `ListGcTasks`.
  public var operation: String { list.id }

  /// What part of the contract a bug is about.
  public enum Category: String, Sendable, CaseIterable {
    case shape, paging, filters, relations, errors

    /// The part that a rule looks at.
    fileprivate init(of rule: String) {
      self =
        switch rule {
        case "relation-holds", "same-row-everywhere", "counter-agrees", "object-is-its-row",
          "no-rows-of-another-parent":
          .relations
        case _ where rule.hasPrefix("filter") || rule.hasPrefix("open-filter"),
          "unknown-value-is-refused", "hostile-value-is-refused", "unlisted-filter-does-no-harm":
          .filters
        case _ where rule.hasPrefix("value-"), "required-field", "unique-names",
          "paired-surrogates", "well-formed-json", "content-type-json", "request-id", "status-200",
          "whole-answer", "plain-http", "time-budget":
          .shape
        case _ where rule.hasPrefix("error-"), "unknown-caller-is-refused",
          "foreign-project-is-refused", "unknown-resource-is-not-found",
          "misplaced-resource-is-not-found", "other-methods-are-refused", "no-server-error",
          "no-stack-trace", "token-is-not-repeated", "request-ids-differ":
          .errors
        default: .paging
        }
    }
  }

  /// The rule that notices a bug, and how sure it is that the contract forbids the bug; `must` if a
  /// name is all that is said.
  struct Rule: Sendable, ExpressibleByStringLiteral {
    let name: String
    var level = Level.must

    init(stringLiteral name: String) { self.name = name }

    static func should(_ rule: Rule) -> Rule { rule.at(.should) }

    func at(_ level: Level) -> Rule {
      var rule = self
      rule.level = level
      return rule
    }
  }

  /// How sure it is that the contract forbids the bug.
  public enum Level: String, Sendable {
    /// A registry that does this is broken.
    case must
    /// A registry that does this deserves a warning at most.
    case should
  }
}

extension Fault {
  /// Every bug this registry can have: what operators make of each list, then the singular ones.
  public static let catalog: [Fault] =
    ListOperation.judged.flatMap { ListFaults(list: $0).all } + singular

  private static let byName = Dictionary(uniqueKeysWithValues: catalog.map { ($0.name, $0) })

  /// The fault of that name, or nil.
  public static func named(_ name: String) -> Fault? { byName[name] }
}

extension Fault {
  /// What is left of a program that fell, by its language.
  enum Trace: String {
    case go = "panic: nil map\n\ngoroutine 12 [running]:\nmain.list(0xc0)\n\t/src/list.go:41 +0x1d"
    case java = "NullPointerException\n\tat com.example.Jobs.list(Jobs.java:88)"
    case jvm = "NullPointerException\n\tat com.example.Tasks.list(Unknown Source)"
    case python =
      "Traceback (most recent call last):\n  File \"tasks.py\", line 7, in rows\nKeyError"
    case node = "TypeError: rows is undefined\n    at list (/srv/app/jobs.js:12:9)"
  }
}
