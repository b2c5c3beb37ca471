// SPDX-License-Identifier: Apache-2.0
// Names the one flaw of a list in all the findings that come from it.

import Contract

extension [CaseResult] {
  /// The same results; findings that come from one flaw of their list name it.
  ///
  /// - Parameter readings: What came for all of them.
  func explained(by readings: [Reading], _ operations: [Contract.Operation]) -> [CaseResult] {
    var results = self
    let suspects = Dictionary(grouping: indices.filter { self[$0].isBroken }) {
      self[$0].operation
    }
    for operation in operations where !operation.paging.isObject {
      guard let places = suspects[operation.id], let list = ListPages(operation, readings)
      else { continue }
      let isRestless = places.contains { self[$0].about.rule == ListFlaw.restless.rule }
      let filters = operation.parameters.filter { !$0.fields.isEmpty }
      let flaws =
        [isRestless ? .restless : ListFlaw(list, operation.paging)]
        + filters.map { ListFlaw(list, filter: $0.name) }
      for flaw in flaws.compactMap(\.self) {
        for place in places { results[place].name(flaw) }
      }
    }
    return results
  }
}

extension CaseResult {
  fileprivate var isBroken: Bool { verdict.outcome == .failed || verdict.outcome == .warned }

  fileprivate mutating func name(_ flaw: ListFlaw) {
    for place in findings.indices where flaw.explains(findings[place], of: self) {
      findings[place].cause = Finding.Cause(
        words: flaw.words, rule: flaw.rule, pointer: flaw.pointer)
    }
  }
}
