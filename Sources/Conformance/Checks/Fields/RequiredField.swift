// SPDX-License-Identifier: Apache-2.0
// Fields that have to be there are there, under the documented name.

import Contract
import Wire

extension Check {
  /// One case for each field that is required or expected.
  static let requiredField = Check(
    "required-field", .shape, "A field that has to be there is in every object it belongs to."
  ) { planning, check in
    DeclaredField.all(in: planning.operation).filter { $0.field.presence != .optional }.map {
      declared in
      let obligation: ObligationLevel = declared.field.presence == .required ? .must : .should
      return check.makeCase(
        planning, "\(declared.path).present", "\(declared.title) is present", obligation,
        clause: declared.clause(in: planning.operation), asks: .probes(planning.readings)
      ) { context, transcripts in
        context.lookForPresence(of: declared, obligation, in: transcripts)
      }
    }
  }
}

extension CheckContext {
  fileprivate mutating func lookForPresence(
    of declared: DeclaredField, _ obligation: ObligationLevel, in transcripts: [Transcript]
  ) {
    for site in FieldSite.all(of: declared, in: transcripts) {
      guard !assert(site.value != nil) else { continue }
      let lookalike = site.object.members.first { $0.name.isLookalike(of: declared.field.name) }
      let instead = lookalike.map { ", but \($0.name) is there" } ?? ""
      fault(
        Severity(breaking: obligation),
        "\(site.location.pointer?.description ?? "") is missing\(instead)",
        expected: "\(declared.field.name) (\(declared.field.type.name))",
        received: lookalike.map { Finding.Received("\($0.name) instead") }
          ?? Finding.Received("no such member"),
        at: site.location)
    }
    guard asserted == 0 else { return }
    if let holder = declared.emptyHolder(in: transcripts) {
      skip("no \(holder.title) holds an object in which \(declared.field.name) could stand")
    } else {
      inconclusive(.nothingToAssert("no object that should have \(declared.title)"))
    }
  }
}

extension String {
  /// Whether two names differ in nothing but case and underscores.
  func isLookalike(of other: String) -> Bool {
    self != other && bare == other.bare
  }

  private var bare: String { lowercased().filter { $0 != "_" } }
}
