// SPDX-License-Identifier: Apache-2.0
// What all checks of field values share: which fields, which values, and what null means.

import Contract
import Wire

/// A rule about the value of a field: to which fields it applies, and what it holds them to.
struct FieldRule: Sendable {
  let rule: String
  let summary: String
  let applies: @Sendable (Field) -> Bool
  let title: @Sendable (Field) -> String
  /// Looks at a value that is not null; the reader asks for every one that is not plainly right.
  let judge: @Sendable (inout FieldCheckContext, JSONValue) -> Void

  /// Every rule; at most one applies to a field.
  static let all: [FieldRule] = [
    .integer, .boolean, .string, .word, .timestamp, .object, .array, .document,
  ]

  /// The rule of a field.
  static func of(_ field: Field) -> FieldRule? { all.first { $0.applies(field) } }
}

extension Check {
  /// A check that makes one case for each field that the rule applies to.
  static func field(_ rule: FieldRule) -> Check {
    Check(rule.rule, .shape, rule.summary) { planning, check in
      planning.fields.filter { rule.applies($0.field) }.map { declared in
        check.makeCase(
          planning, declared.path.description, "\(declared.title) \(rule.title(declared.field))",
          declared.field.obligation, clause: declared.clause(in: planning.operation),
          asks: .readings
        ) { context, transcripts in
          context.look(at: declared, in: transcripts)
        }
      }
    }
  }
}

/// What a rule of a field writes into while it looks at one value.
struct FieldCheckContext {
  let field: Field
  let pointer: JSONPointer
  let bytes: Range<Int>?
  var faults: [Fault] = []

  init(field: Field, pointer: JSONPointer, bytes: Range<Int>?) {
    self.field = field
    self.pointer = pointer
    self.bytes = bytes
  }

  /// Notes that a value is not as declared.
  ///
  /// - Parameters:
  ///   - obligation: How binding the rule is; never more than the field itself.
  ///   - what: The end of the sentence that begins with the pointer.
  mutating func fault(
    weighing obligation: ObligationLevel = .must, _ what: String, expected: String,
    value: JSONValue, kind: String
  ) {
    faults.append(
      Fault(
        severity: Severity(breaking: min(obligation, field.obligation)),
        summary: "\(pointer) \(what)", expected: expected, received: Finding.Received(value),
        kind: kind, location: AnswerLocation(pointer: pointer, bytes: bytes)))
  }

  /// Whether the value is of a kind; notes the fault if it is not.
  mutating func isOfKind(_ kind: JSONValue.Kind, _ value: JSONValue) -> Bool {
    if value.kind == kind { return true }
    let wanted = kind == .number ? "integer" : "\(kind)"
    fault(
      "is \(value.kind.withArticle); the contract says \(wanted)", expected: wanted,
      value: value, kind: "kind \(value.kind)")
    return false
  }

  /// Notes null where it is not as good as being absent.
  mutating func lookAtNull(_ value: JSONValue) {
    let isBinding = field.null == .never && field.presence == .required
    fault(
      weighing: isBinding ? .must : .should, "is null; the contract says \(field.type.name)",
      expected: field.type.name, value: value, kind: "null")
  }
}

extension CheckContext {
  /// Counts the values of a field, and takes over what answers have against them.
  fileprivate mutating func look(at declared: DeclaredField, in transcripts: Transcripts) {
    _ = assert(count: transcripts.values(of: declared))
    take(.value(declared.number), of: transcripts)
    if asserted == 0 { explainNothing(declared, in: transcripts) }
  }

  /// Takes over what answers have against a rule.
  mutating func take(_ site: RuleSite, of transcripts: Transcripts) {
    for (reading, page, response) in transcripts.faulty {
      guard let faults = response.body?.faults[site], !faults.isEmpty else { continue }
      take(faults, in: reading, page: page)
    }
  }

  private mutating func explainNothing(_ declared: DeclaredField, in transcripts: Transcripts) {
    let sites = transcripts.sites(of: declared)
    if sites > 0, declared.field.presence == .required {
      let missing = transcripts.missing(declared)
      let words = missing == 0 ? "null" : missing == sites ? "missing" : "missing or null"
      inconclusive(.nothingToAssert("the field is \(words) wherever it should be"))
    } else if sites > 0 {
      skip("the field may be absent or null, and always is")
    } else if declared.hasEmptyHolder(in: transcripts) {
      skip("nothing holds an object in which the field could stand")
    } else if transcripts.responses.allSatisfy({ !$0.response.isJSON }) {
      inconclusive(.unreadable("no answer was JSON"))
    } else {
      inconclusive(.nothingToAssert("the field is in no answer"))
    }
  }
}

extension Transcripts {
  /// How many objects have, or should have, a field.
  func sites(of declared: DeclaredField) -> Int {
    program.map { counts[$0.holders[declared.number]] } ?? 0
  }

  /// In how many of them it is missing.
  func missing(_ declared: DeclaredField) -> Int {
    program.map { counts[$0.layout.missing(declared.number)] } ?? 0
  }

  /// How many values of the field say something, null included where it is not as good as missing.
  fileprivate func values(of declared: DeclaredField) -> Int {
    guard let program else { return 0 }
    return sites(of: declared) - missing(declared) - counts[program.layout.null(declared.number)]
  }
}

extension DeclaredField {
  /// Whether an optional or textual field around this one was there and held no object to look into.
  func hasEmptyHolder(in transcripts: Transcripts) -> Bool {
    ancestors.contains { holder in
      let mayBeEmpty =
        if case .document = holder.field.type { true } else { holder.field.presence == .optional }
      return mayBeEmpty && transcripts.sites(of: holder) > 0
    }
  }
}

extension Finding.Received {
  /// The raw token of a value and its kind.
  init(_ value: JSONValue) { self.init(value.raw, type: value.kind.description) }
}

extension JSONValue.Kind {
  /// The kind as a noun phrase: `a string`, `an object`, `null`.
  var withArticle: String {
    switch self {
    case .null: "null"
    case .object, .array, .string, .number, .boolean: description.withArticle
    }
  }
}
