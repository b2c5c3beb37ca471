// SPDX-License-Identifier: Apache-2.0
// A field that the documentation does not list is told, and never held against a server.

import Contract
import Wire

extension Check {
  static let undocumentedField = Check(
    "undocumented-field", .shape, "A field that the documentation does not list is noted."
  ) { planning, check in
    [
      check.makeCase(
        planning, nil, "every field is one that the documentation lists", .note,
        clause: planning.operation.clause(
          "the answer has the listed fields", at: planning.operation.location),
        asks: .readings
      ) { context, transcripts in
        for (_, _, response) in transcripts.responses {
          _ = context.assert(count: response.page?.facts.memberCount ?? 0)
        }
        context.take(.undocumented, of: transcripts)
      }
    ]
  }
}

extension Fault {
  /// A member that no table lists, by the way to it in the form of tables.
  init(
    undocumented path: String, name: String, beside names: [String],
    received: Finding.Received, at location: AnswerLocation
  ) {
    let twin = names.first { name.isLookalike(of: $0) }
    let hint = twin.map { "; it differs from \($0) in nothing but case and underscores" } ?? ""
    self.init(
      severity: .note, summary: "\(path) is not in the documentation\(hint)",
      expected: twin ?? "a listed field", received: received, kind: path, location: location)
  }
}
