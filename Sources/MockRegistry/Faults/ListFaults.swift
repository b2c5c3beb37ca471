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
      markers, filterWords, openFilters, filterPairs, keys, ages,
    ]
    return (list.isObject ? ofAny : ofAny + ofLists).flatMap(\.self)
  }

  func fault(
    _ word: String, _ rule: Fault.Rule, _ summary: String, _ mutations: Mutation...
  ) -> Fault {
    Fault("\(list.word)-\(word)", list, rule, summary, mutations)
  }

  /// Some pages are others than their queries ask for.
  func page(
    _ word: String, _ rule: Fault.Rule, _ summary: String, on which: Mutation.Pages = .all,
    _ change: @escaping @Sendable (inout MockPage) -> Void
  ) -> Fault {
    fault(word, rule, summary, .pages(which, change))
  }

  /// Another request is read than came.
  func misread(
    _ word: String, _ rule: Fault.Rule, _ summary: String,
    _ change: @escaping @Sendable (inout HTTPRequest) -> Void
  ) -> Fault {
    fault(word, rule, summary, .misread(change))
  }

  /// A parameter is taken for another value, or for absent.
  func misread(
    _ word: String, _ rule: Fault.Rule, _ summary: String, of parameter: String,
    _ change: @escaping @Sendable (String) -> String?
  ) -> Fault {
    fault(word, rule, summary, .misread(parameter, change))
  }

  /// Whether pages are turned by an offset.
  var turnsByOffset: Bool { list.paging.parameters.contains("offset") }
}
