// SPDX-License-Identifier: Apache-2.0
// A caller that is not known, or has no right to the project, is shown nothing.

import Contract
import Wire

extension Check {
  static let unknownCaller = Check(
    "unknown-caller-is-refused", .errors,
    "A request without a token or with a wrong one is refused with status 401 and shows no rows."
  ) { planning, check in
    let callers: [(Credential, String)] = [
      (.absent, "without a token"), (.wrong, "with a wrong token"),
    ]
    return callers.map { credential, words in
      check.refusal(
        planning, credential == .absent ? "no-token" : "wrong-token",
        "a request \(words) is answered with 401", "a request \(words)",
        of: planning.request(as: credential),
        answer: 401,
        description: "a caller who is not known is refused"
      ) { $0.status == 401 ? nil : .error }
    }
  }

  static let foreignProject = Check(
    "foreign-project-is-refused", .errors,
    "A project that the caller has no right to is refused with status 403 and shows no rows."
  ) { planning, check in
    guard let parameter = planning.operation.parameters.first(where: { $0.fact == .projectID })
    else {
      return []
    }
    let foreign = planning.facts[.foreignProjectID] ?? "{foreign_project_id}"
    var request = planning.request(with: [parameter.name: foreign])
    request.expectsForbidden = true
    return [
      check.refusal(
        planning, "foreign-project", "another tenant's project is answered with 403",
        "another tenant's project",
        of: request, answer: 403,
        description: "a caller without the right to the project is refused",
        needs: [.foreignProjectID]
      ) { response in
        switch response.status.code {
        case 403: nil
        case 401, 404: .warning
        default: .error
        }
      }
    ]
  }
}
