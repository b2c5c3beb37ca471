// SPDX-License-Identifier: Apache-2.0
// Fields that have to be there are there, under the documented name.

import Contract
import Wire

extension Check {
  /// One case for each field that is required or expected.
  static let requiredField = Check(
    "required-field", .shape, "A field that has to be there is in every object it belongs to."
  ) { planning, check in
    planning.fields.filter { $0.field.presence != .optional }.map { declared in
      let obligation: ObligationLevel = declared.field.presence == .required ? .must : .should
      return check.makeCase(
        planning, "\(declared.path).present", "\(declared.title) is present", obligation,
        clause: declared.clause(in: planning.operation), asks: .readings
      ) { context, transcripts in
        _ = context.assert(count: transcripts.sites(of: declared))
        context.take(.presence(declared.number), of: transcripts)
        guard context.asserted == 0 else { return }
        if declared.hasEmptyHolder(in: transcripts) {
          context.skip("nothing holds an object in which the field could stand")
        } else {
          context.inconclusive(.nothingToAssert("no object came that should have the field"))
        }
      }
    }
  }
}

extension Fault {
  /// A declared field that an object lacks; the names of its members show what is there instead.
  init(missing field: Field, beside names: [String], at location: AnswerLocation) {
    let lookalike = names.first { $0.isLookalike(of: field.name) }
    let instead = lookalike.map { ", but \($0) is there" } ?? ""
    self.init(
      severity: Severity(breaking: field.presence == .required ? .must : .should),
      summary: "\(location.pointer?.description ?? "") is missing\(instead)",
      expected: "\(field.name) (\(field.type.name))",
      received: Finding.Received(lookalike.map { "\($0) instead" } ?? "no such member"),
      kind: "", location: location)
  }
}

extension String {
  /// Whether two names differ in nothing but case and underscores.
  func isLookalike(of other: String) -> Bool {
    self != other && bare == other.bare
  }

  private var bare: String { lowercased().filter { $0 != "_" } }
}
