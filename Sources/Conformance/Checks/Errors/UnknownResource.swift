// SPDX-License-Identifier: Apache-2.0
// A resource that is not there is answered with 404, an id of the wrong type with 400 or 404.

import Contract
import Wire

extension Check {
  static let unknownResource = Check(
    "unknown-resource-is-not-found", .errors,
    "An instance, namespace, policy or execution that is not there is answered with status 404."
  ) { planning, check in
    planning.operation.parameters.filter { $0.placement == .path && $0.fact?.role != .tenant }
      .flatMap { parameter in
        [check.unknown(parameter, planning)]
          + (parameter.kind == .integer ? [check.notAnInteger(parameter, planning)] : [])
      }
  }

  private func unknown(_ parameter: Parameter, _ planning: PlanningContext) -> Case {
    refusal(
      planning, "unknown-\(parameter.name)", "an unknown \(parameter.name) is answered with 404",
      "an unknown \(parameter.name)", of: planning.requestOfNothing(parameter), answer: 404,
      description: "a resource that is not there is not found"
    ) { $0.weightAsUnknown }
  }

  private func notAnInteger(_ parameter: Parameter, _ planning: PlanningContext) -> Case {
    refusal(
      planning, "non-integer-\(parameter.name)",
      "\(parameter.name.withArticle) that is no integer is answered with 400 or 404",
      "\(parameter.name) abc", of: planning.request(with: [parameter.name: "abc"]), answer: 400,
      description: "\(parameter.name) is an integer"
    ) { response in
      switch response.status.code {
      case 400, 404: nil
      case 401...499: .warning
      default: .error
      }
    }
  }
}

extension ReadResponse {
  /// What the answer weighs where 404 is promised; nil for 404.
  var weightAsUnknown: Severity? {
    switch status.code {
    case 404: nil
    case 403: .warning
    // A code of the service says more than the status.
    case 400: error.isOfService ? .warning : .error
    default: .error
    }
  }
}
