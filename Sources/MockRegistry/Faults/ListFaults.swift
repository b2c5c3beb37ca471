// SPDX-License-Identifier: Apache-2.0
// Every bug that one list can have, made by operators from what the list is.

import Loopback
import Wire

/// The faults of one list; what an operator has nothing to do with, it makes no fault of.
struct ListFaults: Sendable {
  let list: ListOperation

  /// Everything that operators make of the list, or of the one row that is the whole answer.
  var all: [Fault] {
    let ofAny = [
      fields, bodies, deliveries, filters, echoes, admissions, arguments, refusals, leaks,
    ]
    let ofLists = [
      frames, totals, limits, lists, offsets, ends, borders, orders, sorts, repetitions, badPages,
      markers, filterWords, openFilters, keys, ages,
    ]
    return (list.isObject ? ofAny : ofAny + ofLists).flatMap(\.self)
  }

  func fault(
    _ word: String, _ rule: String, level: Fault.Level = .must,
    _ summary: String, _ mutations: Mutation...
  ) -> Fault {
    Fault("\(list.word)-\(word)", list, rule: rule, level: level, summary, mutations)
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

  /// The same for pages that are asked for by a word, with all rows of the list at hand.
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
