// SPDX-License-Identifier: Apache-2.0
// Operators on parameters that stand alone, and on pages that nobody may ask for.

import Loopback
import Wire

extension ListFaults {
  /// Parameters that are right alone, and pages that are not.
  var badPages: [Fault] {
    guard list.paging.style != .none else { return [] }
    let first = turnsByOffset ? "offset" : "marker"
    let alone = misread(
      "limit-alone-refused", turnsByOffset ? "limit-alone" : "status-200", level: .should,
      "a limit without its partner is refused"
    ) { request in
      if request[query: first] == nil, request[query: "limit"] != nil {
        request[query: "limit"] = "0"
      }
    }
    return [alone] + bad("limit", in: Self.badLimits) + refusedAnyhow
      + (turnsByOffset ? bad("offset", in: Self.badOffsets) + [offsetAlone] : [])
  }

  private var offsetAlone: Fault {
    misread(
      "offset-alone-refused", "offset-alone", level: .should, "an offset without a limit is refused"
    ) { request in
      if request[query: "limit"] == nil, request[query: "offset"] != nil {
        request[query: "limit"] = "0"
      }
    }
  }

  private typealias BadValue = (word: String, says: String, isMeant: @Sendable (String) -> Bool)

  private static let badLimits: [BadValue] = [
    ("0", "a limit of zero", { $0 == "0" }),
    ("negative", "a negative limit", { (Int($0) ?? 0) < 0 }),
    ("101", "a limit above the maximum", { (Int($0) ?? 0) > 100 }),
    ("word", "a limit that is no number", { Int($0) == nil && $0.count < 18 }),
    ("beyond-int64", "a limit that fits no integer", { $0.count > 18 }),
  ]

  private static let badOffsets: [BadValue] = [
    ("negative", "a negative offset", { (Int($0) ?? 0) < 0 }),
    ("word", "an offset that is no number", { Int($0) == nil }),
  ]

  /// A value that is not allowed crashes, is told in another way, or is taken for none.
  private func bad(_ parameter: String, in values: [BadValue]) -> [Fault] {
    values.flatMap { value -> [Fault] in
      let asked = Mutation.Answers.asking { request in
        request[query: parameter].map(value.isMeant) ?? false
      }
      return [
        fault(
          "\(parameter)-\(value.word)-500", "no-server-error", "\(value.says) crashes",
          .crash(asked)),
        fault(
          "\(parameter)-\(value.word)-422", "bad-page-is-refused", level: .should,
          "\(value.says) is answered 422", .status(422, on: asked)),
        fault(
          "\(parameter)-\(value.word)-accepted", "bad-page-is-refused", level: .should,
          "\(value.says) is taken for none", .misread(parameter) { value.isMeant($0) ? nil : $0 }),
      ]
    }
  }

  private var refusedAnyhow: [Fault] {
    [
      misread(
        "limit-101-clamped", "bad-page-is-refused", level: .should,
        "a limit above the maximum is taken for the maximum", of: "limit"
      ) { (Int($0) ?? 0) > 100 ? "100" : $0 },
      fault(
        "400-as-200", "bad-page-is-refused", "the error of a bad page comes with 200",
        .status(200, on: .status(400))),
      answer("no-answer-to-bad-limit", "whole-answer", "a bad limit closes the connection") {
        answer, context in
        if answer.response.status == 400, context.request[query: "limit"] != nil {
          answer.delivery = .closed
        }
      },
    ]
      + (list.paging.defaultLimit >= 100
        ? []
        : [
          misread(
            "limit-zero-brings-all", "bad-page-is-refused", "a limit of zero brings every row",
            of: "limit"
          ) { $0 == "0" ? "100" : $0 }
        ])
  }
}
