// SPDX-License-Identifier: Apache-2.0
// A request without a parameter that the documentation demands.

import Contract
import Wire

extension Check {
  static let missingParameter = Check(
    "missing-parameter-is-refused", .errors,
    "A request without a required parameter is refused with status 400."
  ) { planning, check in
    planning.operation.requiredQuery.map { parameter in
      var request = planning.request()
      request.query.removeAll { $0.name == parameter.name }
      return check.refusal(
        planning, "missing-\(parameter.name)", "a request without \(parameter.name) is refused",
        "a request without \(parameter.name)", of: request, answer: 400,
        description: "\(parameter.name) is required", obligation: .should
      ) { response in
        switch response.status.code {
        case 400: nil
        case 200, 401...499: .warning
        default: .error
        }
      }
    }
  }
}
