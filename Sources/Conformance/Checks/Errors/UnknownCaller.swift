// SPDX-License-Identifier: Apache-2.0
// A caller that is not known, or has no right to the project, is shown nothing.

import Contract
import Wire

extension Check {
  static let unknownCaller = Check(
    "unknown-caller-is-refused", .errors,
    "A request without credentials or with bad ones is refused with status 401 and shows no rows."
  ) { planning, check in
    let everything = planning.strangerWithQuery.map { request in
      check.refusal(
        planning, "no-token-with-query",
        "a request without a token is answered with 401 to any query",
        request.queryText + " without a token", of: request, answer: 401,
        description: "a caller who is not known is refused"
      ) { $0.status == 401 ? nil : .error }
    }
    return ForeignCaller.all.map { caller in
      var planned = check.refusal(
        planning, caller.name, "a request \(caller.words) is answered with 401",
        "a request \(caller.words)", of: planning.stranger(caller.credential), answer: 401,
        description: "a caller who is not known is refused"
      ) { $0.status == 401 || caller.credential == .blank && $0.status == 400 ? nil : .error }
      if caller.credential.isSignature, !planning.facts.canSign {
        planned.skipReason = .notApplicable("the target is given no keys to sign with")
      } else if caller.isUnusual, planning.recorded != nil {
        planned.skipReason = .notApplicable("no other program sends such a request")
      } else if caller.isRare, !planning.hasRoom {
        planned.skipReason = .tooManyRequests
      }
      return planned
    } + [everything].compactMap(\.self)
  }

  static let foreignProject = Check(
    "foreign-project-is-refused", .errors,
    "A project that the caller has no right to is refused with status 403 and shows no rows."
  ) { planning, check in
    guard let parameter = planning.operation.parameters.first(where: { $0.fact?.role == .tenant }),
      let fact = planning.profile.fact(.foreignTenant)
    else { return [] }
    let foreign = planning.facts[fact] ?? "{\(fact.name)}"
    var request = planning.request(with: [parameter.name: foreign])
    request.expectsForbidden = true
    var planned = check.refusal(
      planning, "foreign-project", "another tenant's project is answered with 403",
      "another tenant's project", of: request, answer: 403,
      description: "a caller without the right to the project is refused", needs: [fact]
    ) { response in
      switch response.status.code {
      case 403: nil
      case 401, 404: .warning
      default: .error
      }
    }
    if foreign == planning.pathValue(of: parameter.name) {
      planned.skipReason = .notApplicable("\(fact.name) is \(parameter.name) itself")
    }
    return [planned]
  }
}

/// Somebody whom nobody may take for the target's own.
private struct ForeignCaller {
  let credential: Credential
  let name: String
  /// What a request of theirs is like, behind its noun.
  let words: String
  /// Whether a list that takes many requests anyway is spared it.
  var isRare: Bool { ![.absent, .wrong, .mistyped].contains(credential) }

  /// Whether no other program sends such a request.
  var isUnusual: Bool { isRare || credential == .mistyped }

  init(_ credential: Credential, _ name: String, _ words: String) {
    self.credential = credential
    self.name = name
    self.words = words
  }

  static let all = [
    ForeignCaller(.absent, "no-token", "without a token"),
    ForeignCaller(.wrong, "wrong-token", "with a wrong token"),
    ForeignCaller(.empty, "empty-token", "with an empty token"),
    ForeignCaller(.blank, "blank-token", "with a token of blanks"),
    ForeignCaller(
      .mistyped, "mistyped-credentials", "with credentials that have one character changed"),
    ForeignCaller(.altered, "altered-signature", "with a signature that has one digit changed"),
    ForeignCaller(.misplaced, "misplaced-signature", "with a signature over another path"),
    ForeignCaller(.outdated, "outdated-signature", "with a signature that is 20 minutes old"),
  ]
}
