// SPDX-License-Identifier: Apache-2.0
// Finds what holds in all answers and stands in no literal, with the engine's own rules.

public import Conformance
public import Contract

/// Operations whose literals state everything that could hold; judging them says what does.
///
/// A hypothesis is never held against a server: it weighs no more than a note, so nothing is asked twice.
public struct Inference: Sendable {
  /// What is judged: the cases of every hypothesis, and no others.
  public let suite: ConformanceSuite
  private let stated: [Contract.Operation]

  public init(of operations: [Contract.Operation], _ profile: Profile) {
    stated = operations
    let hypothetical = operations.map { operation in
      var operation = operation
      operation.relations = Hypotheses(of: operation, among: operations, profile).relations
        .enumerated().map { place, kind in
          Relation.relation(kind, .note, "may hold", line: UInt(place))
        }
      operation.answers = operation.answers.map { answer in
        var answer = answer
        answer.body = answer.body.map(\.hypothetical)
        return answer
      }
      return operation
    }
    let rules = ["relation-holds", "counter-agrees", "object-is-its-row", "value-is-string"]
    suite = ConformanceSuite(
      hypothetical, profile, checks: Check.all.filter { rules.contains($0.rule) })
  }

  /// What holds, from the results of judging ``suite``, operation by operation.
  ///
  /// - Parameter support: How many values have to show it at least.
  public func invariants(in results: [CaseResult], support: Int = 5) -> [Invariant] {
    zip(stated, suite.operations).flatMap { stated, hypothetical in
      let own = results.filter { $0.operation == stated.id }
      let tried = own.filter { $0.level == .relations }.map {
        Trial(kind: hypothetical.relations[$0.clause.location.line].kind, result: $0)
      }
      return Survivors(of: stated, tried, support).invariants
        + own.filter { $0.level == .shape }.compactMap { Invariant(ofText: $0, support) }
    }
  }
}

/// A hypothesis and what became of it.
struct Trial {
  var kind: Relation.Kind
  var result: CaseResult

  /// How many values it was held against.
  var support: Int { result.verdict.asserted }
  /// How many of them say otherwise.
  var exceptions: Int { result.findings.reduce(0) { $0 + $1.count } }
  var holds: Bool { support > 0 && exceptions == 0 }
  var fails: Bool { exceptions > 0 }
}

extension Field {
  /// The same with every form that a text can have, as a note.
  fileprivate var hypothetical: Field {
    var field = self
    field.obligation = .note
    field.type = type.hypothetical
    return field
  }
}

extension ValueType {
  fileprivate var hypothetical: ValueType {
    switch self {
    case .string(let rules) where rules.allSatisfy(\.isForm):
      .string(StringRule.Form.allCases.map { .form($0, .note) } + [.usually([], known: [])])
    case .object(let fields): .object(fields.map(\.hypothetical))
    case .array(let element): .array(of: element.hypothetical)
    case .document(let document):
      .document(Document(document.fields.map(\.hypothetical), as: document.forms))
    case .string, .integer, .boolean, .timestamp: self
    }
  }
}

extension StringRule {
  fileprivate var isForm: Bool { if case .form = self { true } else { false } }
}
