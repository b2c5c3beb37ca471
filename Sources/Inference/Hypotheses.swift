// SPDX-License-Identifier: Apache-2.0
// What may hold in the rows of an operation, made from the types of its fields alone.

import Contract

/// Every relation that the words for specs can state of one operation's rows; most of them are false.
///
/// What goes with a word is put as one hypothesis for each word, and put together when it is known which
/// of them hold.
struct Hypotheses {
  private let operation: Contract.Operation
  private let others: [Contract.Operation]
  private let profile: Profile
  private let leaves: [Leaf]

  /// A field of a row with nothing below it, by its dotted path.
  private struct Leaf {
    var path: String
    var field: Field
  }

  init(of operation: Contract.Operation, among operations: [Contract.Operation], _ profile: Profile)
  {
    self.operation = operation
    self.profile = profile
    others = operations.filter { $0.id != operation.id }
    leaves = Self.leaves(of: operation.rowFields, below: "")
  }

  private static func leaves(of fields: [Field], below path: String) -> [Leaf] {
    fields.flatMap { field -> [Leaf] in
      if case .array = field.type { return [] }
      let inner = field.type.fields
      return inner.isEmpty
        ? [Leaf(path: path + field.name, field: field)]
        : leaves(of: inner, below: path + field.name + ".")
    }
  }

  /// All of them.
  var relations: [Relation.Kind] {
    ofValues + ofPairs + sums + ofStates + (operation.paging.isObject ? rows : counts)
  }

  private var numbers: [String] { paths { if case .integer = $0 { true } else { false } } }
  private var times: [String] { paths { $0 == .timestamp } }
  /// Numbers that count or measure, and so can be compared with others.
  private var amounts: [String] {
    numbers.filter { $0 != operation.paging.identity && !$0.hasSuffix("id") }
  }
  /// The fields that say how far a row is, with the words of every source.
  private var states: [(path: String, words: [String])] {
    leaves.map { ($0.path, $0.field.type.words) }
      .filter { $0.1.contains { profile.states.state(of: $0) != nil } }
  }

  private func paths(where isMeant: (ValueType) -> Bool) -> [String] {
    leaves.filter { isMeant($0.field.type) }.map(\.path)
  }

  private var ofValues: [Relation.Kind] {
    let names = leaves.filter { leaf in
      switch leaf.field.type {
      case .integer: !amounts.contains(leaf.path)
      case .string: leaf.field.type.words.isEmpty
      default: false
      }
    }.map(\.path)
    let asked = operation.parameters.filter { $0.placement == .path }.map(\.name)
    var kinds: [Relation.Kind] = amounts.map { .notNegative(field: $0) }
    for name in names {
      if !operation.paging.isObject { kinds.append(.unique(field: name)) }
      kinds += asked.map { .echo(field: name, parameter: $0) }
    }
    return kinds
  }

  private var ofPairs: [Relation.Kind] {
    pairs(of: amounts).map { .atMost(field: $0, of: $1) }
      + pairs(of: times).map { .notBefore(field: $0, earlier: $1) }
  }

  private func pairs(of paths: [String]) -> [(String, String)] {
    paths.flatMap { left in paths.filter { $0 != left }.map { (left, $0) } }
  }

  /// Two to five parts; of more than nine amounts nobody could tell what is chance.
  private var sums: [Relation.Kind] {
    guard amounts.count <= 9 else { return [] }
    return amounts.flatMap { whole -> [Relation.Kind] in
      let rest = amounts.filter { $0 != whole }
      let choices = (0..<1 << rest.count).filter { 2...5 ~= $0.nonzeroBitCount }
      return choices.map { choice -> Relation.Kind in
        let parts = rest.indices.filter { place in choice >> place & 1 == 1 }
        return .sum(field: whole, of: parts.map { rest[$0] })
      }
    }
  }

  private var ofStates: [Relation.Kind] {
    states.flatMap { state in state.words.flatMap { goingWith($0, in: state.path) } }
  }

  /// What may go with one word of a state.
  private func goingWith(_ word: String, in state: String) -> [Relation.Kind] {
    var kinds: [Relation.Kind] = []
    for time in times {
      kinds.append(.zeroTimeWhileUnfinished(field: time, state: state, final: [word]))
      kinds.append(.zeroTimeUntilFinished(field: time, state: state, unfinished: [word]))
    }
    for leaf in leaves where leaf.field.presence != .required && leaf.path != state {
      kinds.append(.told(field: leaf.path, state: state, words: [word]))
    }
    for path in amounts {
      for code in 0...9 { kinds.append(.code(field: path, follows: state, codes: [word: code])) }
    }
    return kinds
  }

  /// What a row counts stands in the list whose path names the row.
  private var counts: [Relation.Kind] {
    others.flatMap { other -> [Relation.Kind] in
      let outer = Hypotheses(of: other, among: [], profile)
      guard let name = other.path.parameterNames.last, operation.isNamed(by: name),
        let state = outer.states.first
      else { return [] }
      let families = Dictionary(grouping: state.words) { word in
        switch profile.states.state(of: word) {
        case .succeeded: 0
        case .failed: 1
        case .stopped: 2
        case .initial, .pending, .running, nil: 3
        }
      }
      return amounts.flatMap { path in
        ([[]] + families.sorted { $0.key < $1.key }.map(\.value)).map {
          .counts(field: path, in: other.id, parameter: name, state: state.path, words: $0)
        }
      }
    }
  }

  private var rows: [Relation.Kind] {
    let identity = operation.paging.identity
    return others.filter { !$0.paging.isObject && $0.paging.identity == identity }
      .map { .row(in: $0.id, by: identity) }
  }
}

extension Contract.Operation {
  /// Whether the last part of another path may name a row of this list: `execution_id` a row of
  /// `executions`.
  fileprivate func isNamed(by parameter: String) -> Bool {
    guard !paging.isObject, let list = paging.rows.names.last else { return false }
    return list.hasPrefix(parameter.prefix { $0 != "_" })
  }
}
