// SPDX-License-Identifier: Apache-2.0
// Operators on parameters that stand alone, and on pages that nobody may ask for.

import Loopback
import Wire

extension ListFaults {
  /// Parameters that are right alone, and pages that are not.
  var badPages: [Fault] {
    guard list.paging.style != .none else { return [] }
    let partner = turnsByOffset ? "offset" : "marker"
    let limits = [
      [
        alone(
          "limit", without: partner, turnsByOffset ? "limit-alone" : "status-200",
          "a limit without its partner is refused")
      ],
      bad("limit", "0", "a limit of zero") { $0 == "0" },
      bad("limit", "negative", "a negative limit") { (Int($0) ?? 0) < 0 },
      bad("limit", "101", "a limit above the maximum") { (Int($0) ?? 0) > 100 },
      bad("limit", "word", "a limit that is no number") { Int($0) == nil && $0.count < 18 },
      bad("limit", "beyond-int64", "a limit that fits no integer") { $0.count > 18 },
      refusedAnyhow,
    ]
    return (turnsByOffset ? limits + badOffsets : limits).flatMap(\.self)
  }

  private var badOffsets: [[Fault]] {
    [
      bad("offset", "negative", "a negative offset") { (Int($0) ?? 0) < 0 },
      bad("offset", "word", "an offset that is no number") { Int($0) == nil },
      [
        alone(
          "offset", without: "limit", "offset-alone", "an offset without a limit is refused")
      ],
    ]
  }

  private func alone(
    _ parameter: String, without other: String, _ rule: Fault.Rule, _ says: String
  ) -> Fault {
    misread("\(parameter)-alone-refused", .should(rule), says) { request in
      if request[query: parameter] != nil, request[query: other] == nil {
        request[query: "limit"] = "0"
      }
    }
  }

  /// A value that is not allowed crashes, is told in another way, or is taken for none.
  private func bad(
    _ parameter: String, _ value: String, _ says: String,
    if isMeant: @escaping @Sendable (String) -> Bool
  ) -> [Fault] {
    let refused: Fault.Rule = .should("bad-page-is-refused")
    let word = "\(parameter)-\(value)"
    let asked = Mutation.Answers.asking { $0[query: parameter].map(isMeant) ?? false }
    return [
      fault("\(word)-500", "no-server-error", "\(says) crashes", .crash(asked)),
      fault("\(word)-422", refused, "\(says) is answered 422", .status(422, on: asked)),
      misread("\(word)-accepted", refused, "\(says) is taken for none", of: parameter) {
        isMeant($0) ? nil : $0
      },
    ]
  }

  private var refusedAnyhow: [Fault] {
    let refused: Fault.Rule = "bad-page-is-refused"
    let bringsAll = misread(
      "limit-zero-brings-all", refused, "a limit of zero brings every row", of: "limit"
    ) { $0 == "0" ? "100" : $0 }
    return [
      misread(
        "limit-101-clamped", .should(refused),
        "a limit above the maximum is taken for the maximum", of: "limit"
      ) { (Int($0) ?? 0) > 100 ? "100" : $0 },
      fault(
        "400-as-200", refused, "the error of a bad page comes with 200",
        .status(200, on: .status(400))),
      fault(
        "no-answer-to-bad-limit", "whole-answer", "a bad limit closes the connection",
        .deliver(.asking({ $0[query: "limit"] != nil }, status: 400)) { _ in .closed }),
    ] + (list.paging.defaultLimit >= 100 ? [] : [bringsAll])
  }
}
