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
    judge: @escaping @Sendable (inout FieldCheckContext, JSONValue) -> Void
  ) -> Check {
    Check(rule, .shape, summary) { planning, check in
      DeclaredField.all(in: planning.operation).filter { applies($0.field) }.map { declared in
        check.makeCase(
          planning, declared.path.description, "\(declared.title) \(title(declared.field))",
          declared.field.obligation, clause: declared.clause(in: planning.operation),
          asks: .probes(planning.readings)
        ) { context, transcripts in
          context.look(at: declared, in: transcripts, judge: judge)
        }
      }
    }
  }
}

/// The notes of a field check, with the value that is looked at.
struct FieldCheckContext {
  var context: CheckContext
  let field: Field
  var location: BodyLocation

  /// Notes that a value is not as declared.
  ///
  /// - Parameters:
  ///   - requirement: How binding the rule is; never more than the field itself.
  ///   - what: The end of the sentence that begins with the pointer.
  mutating func fault(
    weighing obligation: ObligationLevel = .must, _ what: String, expected: String,
    value: JSONValue,
    kind: String
  ) {
    context.fault(
      Severity(breaking: min(obligation, field.obligation)),
      "\(location.pointer?.description ?? "") \(what)", expected: expected,
      received: Finding.Received(value), at: location, kind: kind)
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

extension CheckContext {
  /// Looks at every value of a field and keeps count; null and absence are told apart here.
  mutating func look(
    at declared: DeclaredField, in transcripts: [Transcript],
    judge: (inout FieldCheckContext, JSONValue) -> Void
  ) {
    let sites = FieldSite.all(of: declared, in: transcripts)
    for site in sites {
      guard let value = site.value else { continue }
      var notes = FieldCheckContext(context: self, field: declared.field, location: site.location)
      if value.isNull {
        notes.lookAtNull(value)
      } else if notes.context.assert() {
        judge(&notes, value)
      }
      self = notes.context
    }
    if asserted == 0 { explainNothing(declared, sites: sites.count, in: transcripts) }
  }

  private mutating func explainNothing(
    _ declared: DeclaredField, sites: Int, in transcripts: [Transcript]
  ) {
    if sites > 0, declared.field.presence != .required {
      skip("\(declared.title) may be absent or null, and is in all \(sites) places")
    } else if let holder = declared.emptyHolder(in: transcripts) {
      skip("no \(holder.title) holds an object in which \(declared.field.name) could stand")
    } else if transcripts.flatMap(\.exchanges).allSatisfy({ $0.root == nil }) {
      inconclusive(.unreadable("no answer was JSON"))
    } else {
      inconclusive(.nothingToAssert("no \(declared.title) in any answer"))
    }
  }
}

extension DeclaredField {
  /// The optional or textual field around this one that was there and held no object to look into.
  func emptyHolder(in transcripts: [Transcript]) -> DeclaredField? {
    ancestors.last { holder in
      let sites = FieldSite.all(of: holder, in: transcripts)
      let mayBeEmpty =
        if case .document = holder.field.type { true } else { holder.field.presence == .optional }
      return mayBeEmpty && !sites.isEmpty
    }
  }
}

extension FieldCheckContext {
  fileprivate mutating func lookAtNull(_ value: JSONValue) {
    switch (field.null, field.presence) {
    case (.allowed, _), (.never, .optional): return
    case (.tolerated, _), (.never, .expected): nullFault(.should, value)
    case (.never, .required): nullFault(.must, value)
    }
  }

  private mutating func nullFault(_ obligation: ObligationLevel, _ value: JSONValue) {
    guard context.assert() else { return }
    fault(
      weighing: obligation, "is null; the contract says \(field.type.name)",
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
