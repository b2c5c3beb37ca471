// SPDX-License-Identifier: Apache-2.0
// Every bug that one list can have, made by operators from what the list is.

import Loopback
import Wire

/// The faults of one list; what an operator has nothing to do with, it makes no fault of.
struct ListFaults: Sendable {
  let list: ListOperation

  /// What no source has to say, because it holds of everything that is asked over HTTP.
  private static let certain: Set<String> = [
    "well-formed-json", "whole-answer", "unknown-caller-is-refused", "no-server-error",
    "no-stack-trace", "token-is-not-repeated",
  ]

  /// Everything that operators make of the list.
  ///
  /// Of a list that only the SDK knows, nobody has weighed its fields yet: it gets what every list
  /// owes that is asked over HTTP.
  var all: [Fault] {
    let owed = [lists, bodies, deliveries, admissions, refusals, leaks]
    guard list.evidence == .pages else { return owed.flatMap(\.self) }
    let groups = [
      fields, frames, totals, limits,
      offsets, ends, borders, orders, repetitions, badPages,
      markers, filterWords, filters, keys, echoes, ages, arguments,
    ]
    return (groups + owed).flatMap(\.self)
  }

  func fault(
    _ word: String, _ rule: String, level: Fault.Level = .must,
    _ summary: String, _ mutations: Mutation...
  ) -> Fault {
    let isSure = list.evidence == .pages || Self.certain.contains(rule)
    return Fault(
      "\(list.word)-\(word)", list, rule: rule, level: isSure ? level : .should, summary, mutations)
  }

  /// A page is another than its query asks for, with all rows of the query at hand.
  func pages(
    _ word: String, _ rule: String, level: Fault.Level = .must,
    _ summary: String, _ change: @escaping @Sendable (inout MockPage, ListQuery, Table.View) -> Void
  ) -> Fault {
    fault(word, rule, level: level, summary, .pages(change))
  }

  /// The same, with everything at hand that there is.
  func page(
    _ word: String, _ rule: String, level: Fault.Level = .must,
    _ summary: String,
    _ change: @escaping @Sendable (inout MockPage, ListQuery, RequestContext) -> Void
  ) -> Fault {
    fault(word, rule, level: level, summary, .page(change))
  }

  /// The same for pages behind the last row.
  func pastEnd(
    _ word: String, _ rule: String, level: Fault.Level = .must,
    _ summary: String, _ change: @escaping @Sendable (inout MockPage, ListQuery, Table.View) -> Void
  ) -> Fault {
    fault(word, rule, level: level, summary, .pagesPastEnd(change))
  }

  /// The same for pages that are asked for by status, with all rows of the list at hand.
  func filtered(
    _ word: String, _ rule: String, level: Fault.Level = .must,
    _ summary: String, _ change: @escaping @Sendable (inout MockPage, ListQuery, Table.View) -> Void
  ) -> Fault {
    fault(word, rule, level: level, summary, .filteredPages(change))
  }

  /// Another request is read than came.
  func misread(
    _ word: String, _ rule: String, level: Fault.Level = .must,
    _ summary: String, _ change: @escaping @Sendable (inout HTTPRequest) -> Void
  ) -> Fault {
    fault(word, rule, level: level, summary, .misread(change))
  }

  /// A parameter is taken for another value, or for absent.
  func misread(
    _ word: String, _ rule: String, level: Fault.Level = .must,
    _ summary: String, of parameter: String,
    _ change: @escaping @Sendable (String) -> String?
  ) -> Fault {
    fault(word, rule, level: level, summary, .misread(parameter, change))
  }

  /// The finished answer is another.
  func answer(
    _ word: String, _ rule: String, level: Fault.Level = .must,
    _ summary: String, _ change: @escaping @Sendable (inout LoopbackAnswer, RequestContext) -> Void
  ) -> Fault {
    fault(word, rule, level: level, summary, .answer(change))
  }

  /// Whether pages are turned by an offset.
  var turnsByOffset: Bool { list.paging.parameters.contains("offset") }
}
