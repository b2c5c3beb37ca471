// SPDX-License-Identifier: Apache-2.0
// The fields of an operation's answer with their paths, outermost first.

import Contract

/// A field of the 200 answer together with the way to it.
struct DeclaredField: Sendable {
  let field: Field
  /// Its place among all fields of the operation, counted from 0.
  let number: Int
  let path: FieldPath
  /// The path for readers, with `[]` behind each list: `tasks[].job_kind`.
  let title: String
  /// The fields on the way to this one, outermost first.
  let ancestors: [DeclaredField]

  /// All fields of an operation, each before the ones inside it.
  static func all(in operation: Contract.Operation) -> [DeclaredField] {
    var fields: [DeclaredField] = []
    collect(operation.answer(200)?.body ?? [], of: nil, into: &fields)
    return fields
  }

  private static func collect(
    _ fields: [Field], of parent: DeclaredField?, into all: inout [DeclaredField]
  ) {
    for field in fields {
      let own = DeclaredField(field, inside: parent, number: all.count)
      all.append(own)
      collect(field.type.fields, of: own, into: &all)
    }
  }

  private init(_ field: Field, inside parent: DeclaredField?, number: Int) {
    self.field = field
    self.number = number
    path = (parent?.path ?? FieldPath([])).appending(field.name)
    let isList = if case .array = parent?.field.type { true } else { false }
    title = (parent.map { $0.title + (isList ? "[]." : ".") } ?? "") + field.name
    ancestors = parent.map { $0.ancestors + [$0] } ?? []
  }

  /// What the documentation promises of the field, as a sentence.
  func clause(in operation: Contract.Operation) -> Clause {
    operation.clause("\(field.name) \(field.description)", from: field.source, at: field.location)
  }
}
