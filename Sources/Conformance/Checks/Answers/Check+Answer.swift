// SPDX-License-Identifier: Apache-2.0
// What all checks of whole answers share: one case for an operation, one look at each response.

import Contract
import Wire

extension Check {
  /// A check that makes one case for each operation and looks at each response it is about.
  ///
  /// - Parameters:
  ///   - heads: Whether the body does not matter, so that an answer will do without it.
  ///   - obstacle: What it tells of where that stands in the way of all other cases.
  static func answer(
    _ rule: String, _ level: Level, _ summary: String, title: ProfileValue<String>,
    _ obligation: ObligationLevel = .must, description: String,
    from source: ProfileValue<Source?> = .always(nil), of status: Int = 200,
    where applies: @escaping @Sendable (Profile) -> Bool = { _ in true },
    asks: @escaping @Sendable (PlanningContext) -> Case.Asks = { _ in .readings },
    heads: Bool = false, tells obstacle: BaselineDecision.Obstacle? = nil,
    about isSubject: @escaping @Sendable (ReadResponse) -> Bool,
    otherwise: Inconclusive = .nothingToAssert("no such answer came"),
    judge: @escaping @Sendable (inout CheckContext, Reading, ReadResponse, BodyLocation) -> Void
  ) -> Check {
    Check(rule, level, summary) { planning, check in
      guard applies(planning.profile) else { return [] }
      let operation = planning.operation
      var planned =
        check.makeCase(
          planning, nil, title.value(planning.profile), obligation,
          clause: operation.clause(
            description, answer: status, from: source.value(planning.profile),
            at: operation.answer(status)?.location ?? operation.location),
          asks: asks(planning)
        ) { context, transcripts in
          let seen = heads ? transcripts.heads : transcripts.responses
          for (reading, page, response) in seen where isSubject(response) {
            judge(&context, reading, response, BodyLocation(reading, page: page))
          }
          if context.asserted == 0 { context.inconclusive(otherwise) }
        }
      planned.tells = obstacle
      return [planned]
    }
  }
}

/// Something that is the same for every API, or that a profile knows.
struct ProfileValue<Value>: Sendable {
  let value: @Sendable (Profile) -> Value

  static func by(_ value: @escaping @Sendable (Profile) -> Value) -> Self { Self(value: value) }
}

extension ProfileValue where Value: Sendable {
  static func always(_ value: Value) -> Self { Self { _ in value } }
}

extension ProfileValue: ExpressibleByStringLiteral, ExpressibleByUnicodeScalarLiteral,
  ExpressibleByExtendedGraphemeClusterLiteral
where Value == String {
  init(stringLiteral value: String) { self.init { _ in value } }
}

extension ProfileValue where Value == Source? {
  static func suite(_ section: String) -> Self { .always(.suite(section)) }
  static func openAPI(_ section: String) -> Self { .always(.openAPI(section)) }
  static func standard(_ document: String, _ section: String) -> Self {
    .always(.standard(document, section))
  }
}
