// SPDX-License-Identifier: Apache-2.0
// What holds between the values of a row, between rows, and between a row and its request.

import Contract
import Wire

extension Check {
  static let relation = Check(
    "relation-holds", .relations, "A declared relation holds in every row of every answer."
  ) { planning, check in
    planning.operation.relations.enumerated().compactMap { number, relation in
      switch relation.kind {
      case .counts, .row: return nil
      default: break
      }
      return check.makeCase(
        planning, relation.name, relation.title, relation.obligation,
        clause: planning.operation.clause(
          relation.description, from: relation.source, at: relation.location),
        asks: .readings
      ) { context, transcripts in
        if let program = transcripts.program {
          _ = context.assert(count: transcripts.counts[program.layout.relation(number)])
        }
        context.take(.relation(number), of: transcripts)
        guard context.asserted == 0 else { return }
        let rows = transcripts.responses.reduce(0) {
          $0 + ($1.response.page?.facts.identities.count ?? 0)
        }
        if rows > 0 {
          context.skip("no row of \(rows) has values that the relation speaks of")
        } else {
          context.inconclusive(.nothingToAssert("no rows"))
        }
      }
    }
  }
}

extension Relation {
  /// The relation as a statement about a row.
  var title: String {
    switch kind {
    case .echo(let field, let parameter): "\(field) repeats \(parameter) of the path"
    case .unique(let field): "\(field) is different in every row of a page"
    case .notNegative(let field): "\(field) is not negative"
    case .sum(let field, let parts): "\(field) is the sum of \(parts.joined(separator: ", "))"
    case .counts(let field, let operation, _, _, _): "\(field) counts the rows of \(operation)"
    case .row(let operation, _): "the object is what its row in \(operation) says"
    case .atMost(let field, let other): "\(field) is at most \(other)"
    case .notBefore(let field, let earlier): "\(field) is not before \(earlier)"
    case .zeroTimeWhileUnfinished(let field, let state, _):
      "\(field) is the zero time only while \(state) is not final"
    case .zeroTimeUntilFinished(let field, let state, _):
      "\(field) is the zero time until \(state) is final"
    case .code(let field, let word, _): "\(field) agrees with \(word)"
    case .told(let field, let state, let words):
      "\(field) is told if \(state) is \(words.joined(separator: " or "))"
    }
  }
}
