// SPDX-License-Identifier: Apache-2.0
// Methods that the page does not document are refused; asked on a live target only if allowed.

import Contract
import Wire

extension Check {
  static let otherMethods = Check(
    "other-methods-are-refused", .errors, "A method that is not documented is refused."
  ) { planning, check in
    let methods: [HTTPRequest.Method] = [.post, .put, .patch, .delete]
    return methods.filter { $0 != planning.operation.method }.map { method in
      var request = planning.request()
      request.method = method
      return check.refusal(
        planning, "method-\(method.description.lowercased())", "\(method) is refused", "\(method)",
        of: request, answer: 405, description: "the operation is a \(planning.operation.method)"
      ) { (400...499).contains($0.status.code) || $0.status == 501 ? nil : .error }
    }
  }
}
