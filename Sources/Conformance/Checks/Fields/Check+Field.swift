// SPDX-License-Identifier: Apache-2.0
// What all checks of field values share: which fields, which values, and what null means.

import Contract
import Wire

extension Check {
  /// A check that makes one case for each field it applies to and looks at each value of it.
  static func field(
    _ rule: String,
    _ summary: String,
    applies: @escaping @Sendable (Field) -> Bool,
    title: @escaping @Sendable (Field) -> String,
    judge: @escaping @Sendable (inout FieldJudgement, JSONValue) -> Void
  ) -> Check {
    Check(rule, .shape, summary) { planning, check in
      DeclaredField.all(in: planning.operation).filter { applies($0.field) }.map { declared in
        check.makeCase(
          planning, declared.path.description, "\(declared.title) \(title(declared.field))",
          declared.field.requirement, promise: declared.promise(in: planning.operation),
          asks: .probes(planning.readings)
        ) { judgement, transcripts in
          judgement.look(at: declared, in: transcripts, judge: judge)
        }
      }
    }
  }
}

/// The notes of a field check, with the value that is looked at.
struct FieldJudgement {
  var judgement: Judgement
  let field: Field
  var spot: Spot

  /// Notes that a value is not as declared.
  ///
  /// - Parameters:
  ///   - requirement: How binding the rule is; never more than the field itself.
  ///   - what: The end of the sentence that begins with the pointer.
  mutating func fault(
    weighing requirement: Requirement = .must, _ what: String, expected: String, value: JSONValue,
    kind: String
  ) {
    judgement.fault(
      Severity(breaking: min(requirement, field.requirement)),
      "\(spot.pointer?.description ?? "") \(what)", expected: expected,
      received: Finding.Received(value), at: spot, kind: kind)
  }

  /// Asserts that the value is of a kind, and notes the fault if it is not.
  mutating func isOfKind(_ kind: JSONValue.Kind, _ value: JSONValue) -> Bool {
    if value.kind == kind { return true }
    let wanted = kind == .number ? "integer" : "\(kind)"
    fault(
      "is \(value.kind.withArticle); the contract says \(wanted)", expected: wanted,
      value: value, kind: "kind \(value.kind)")
    return false
  }
}

extension Judgement {
  /// Looks at every value of a field and keeps count; null and absence are told apart here.
  mutating func look(
    at declared: DeclaredField, in transcripts: [Transcript],
    judge: (inout FieldJudgement, JSONValue) -> Void
  ) {
    let sites = FieldSite.all(of: declared, in: transcripts)
    for site in sites {
      guard let value = site.value else { continue }
      var notes = FieldJudgement(judgement: self, field: declared.field, spot: site.spot)
      if value.isNull {
        notes.lookAtNull(value)
      } else if notes.judgement.assert() {
        judge(&notes, value)
      }
      self = notes.judgement
    }
    if asserted == 0 { explainNothing(declared, sites: sites.count, in: transcripts) }
  }

  private mutating func explainNothing(
    _ declared: DeclaredField, sites: Int, in transcripts: [Transcript]
  ) {
    if sites > 0, declared.field.presence != .required {
      skip("\(declared.title) may be absent, and is from all \(sites) places")
    } else if transcripts.flatMap(\.exchanges).allSatisfy({ $0.root == nil }) {
      doubt(.unreadable("no answer was JSON"))
    } else {
      doubt(.nothingToAssert("no \(declared.title) in any answer"))
    }
  }
}

extension FieldJudgement {
  fileprivate mutating func lookAtNull(_ value: JSONValue) {
    switch (field.null, field.presence) {
    case (.allowed, _), (.never, .optional): return
    case (.tolerated, _), (.never, .expected): nullFault(.should, value)
    case (.never, .required): nullFault(.must, value)
    }
  }

  private mutating func nullFault(_ requirement: Requirement, _ value: JSONValue) {
    guard judgement.assert() else { return }
    fault(
      weighing: requirement, "is null; the contract says \(field.type.name)",
      expected: field.type.name,
      value: value, kind: "null")
  }
}

extension Finding.Received {
  /// The raw token of a value and its kind.
  init(_ value: JSONValue) {
    self.init(value.raw, type: value.kind.description)
  }
}

extension JSONValue.Kind {
  /// The kind as a noun phrase: `a string`, `an object`, `null`.
  var withArticle: String {
    switch self {
    case .null: "null"
    case .object, .array: "an \(self)"
    case .string, .number, .boolean: "a \(self)"
    }
  }
}
