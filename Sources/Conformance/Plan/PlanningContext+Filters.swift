// SPDX-License-Identifier: Apache-2.0
// What is asked to see what a filter keeps.

import Contract

extension PlanningContext {
  /// The documented word that most rows are likely to have.
  func commonWord(of filter: Parameter) -> String {
    filter.usual ?? filter.words.first { profile.states.state(of: $0) == .succeeded }
      ?? filter.words[0]
  }

  /// The walk over the rows that a filter keeps.
  func filterWalk(_ filter: Parameter, _ word: String) -> Probe {
    let filter = Probe.Parameter(filter.name, word)
    return recorded?.longest(under: filter)?.probe(of: operation.id)
      ?? walk(limit: largestLimit, filter: filter)
  }

  /// Short pages of the rows that a filter keeps.
  func shortPages(_ filter: Parameter, _ word: String) -> Probe {
    walk(
      limit: 2, filter: Probe.Parameter(filter.name, word), most: operation.paging.isMarker ? 3 : 2)
  }

  /// The rows under a filter on long pages, on short ones and without a limit: those of the usual word,
  /// or where hardly any row has that one, those of the word that most have.
  func wordInUse(_ filter: Parameter) -> (list: Probe, pages: Probe, alone: Probe) {
    let word = commonWord(of: filter)
    func following(_ probe: Probe) -> Probe {
      var copy = probe
      if recorded == nil { copy.wordSource = wholeList.opening(operation.paging) }
      return copy
    }
    return (
      following(filterWalk(filter, word)), following(shortPages(filter, word)),
      following(alone(filter, word))
    )
  }

  /// The filter with neither limit nor offset.
  func alone(_ filter: Parameter, _ word: String) -> Probe {
    ask(Probe.Parameter(filter.name, word))
  }

  /// The whole list, and the list of each word.
  func filterSets(_ filter: Parameter) -> [Probe] {
    [wholeList] + filter.words.map { filterWalk(filter, $0) }
  }

  /// The rows that filters keep by what rows of the list have.
  func learned(_ learning: Learning, _ names: String...) -> [Probe] {
    if let known = recorded?.readings(with: names), !known.isEmpty { return known }
    return [Probe(operation: operation.id, first: request(), traversal: .learned(learning))]
  }

  /// The whole value of a row, and its middle where parts are documented to do.
  func probes(_ filter: Parameter) -> [Probe] {
    var learning = Learning(filter: .init(filter), limit: largestLimit)
    let whole = learned(learning, filter.name)
    learning.isPart = true
    guard filter.match == .part, recorded == nil else { return whole }
    return whole + learned(learning, filter.name)
  }

  /// The rows that a filter keeps by the value that most rows have: a long page, and the second of the
  /// pages of two, or the first where only a marker leads to that one.
  func pages(under filter: Parameter) -> [Probe] {
    var learning = Learning(filter: .init(filter), limit: largestLimit)
    learning.isPart = filter.match == .part
    learning.isCommonest = true
    let long = learned(learning, filter.name)
    (learning.size, learning.skipped) = (2, operation.paging.isMarker ? 0 : 2)
    return recorded == nil ? long + learned(learning, filter.name) : long
  }

  /// Two filters by the values of one row, and by those of two.
  func together(_ first: Parameter, _ second: Parameter) -> [Probe] {
    var learning = Learning(filter: .init(first), second: .init(second), limit: largestLimit)
    let ofOne = learned(learning, first.name, second.name)
    learning.isOfOneRow = false
    return recorded == nil ? ofOne + learned(learning, first.name, second.name) : ofOne
  }

  /// Rows that a filter keeps, in an order that was asked for as well.
  func sorted(_ order: Contract.Operation.Order, under filter: Parameter) -> [Probe] {
    var learning = Learning(filter: .init(filter), limit: largestLimit)
    learning.isPart = filter.match == .part
    learning.others = order.query.map { Probe.Parameter($0.name, $0.value) }
    return learned(learning, filter.name, order.parameter.name)
  }

  /// Every way in which the rows of a word are read; the common word is read in more ways.
  func readings(_ filter: Parameter, _ word: String) -> [Probe] {
    let whole = filterWalk(filter, word)
    if let recorded = recorded?.readings(under: Probe.Parameter(filter.name, word)),
      !recorded.isEmpty
    {
      return recorded
    }
    guard word == commonWord(of: filter) else { return [whole] }
    let alone = alone(filter, word)
    return [whole, alone, alone.repeated(1), shortPages(filter, word)]
  }
}
