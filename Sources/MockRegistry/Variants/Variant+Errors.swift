// SPDX-License-Identifier: Apache-2.0
// Data only: registries that are odd and not broken, in their errors.

import Loopback
import Wire

extension Variant {
  static let errors: [Variant] = [
    Variant(
      "errors-of-gateway", "every error has the gateway's shape",
      .shape { refusal in
        let code = "APIGW.0\(refusal.status)".quoted
        return #"{"error_msg":\#(refusal.message),"error_code":\#(code),"request_id":""}"#
      }),
    Variant(
      "errors-of-registry", "every error has the registry's shape",
      .shape { refusal in
        let code = "SWR.\(refusal.status)001".quoted
        return #"{"error_code":\#(code),"error_msg":\#(refusal.message)}"#
      }),
    Variant(
      "errors-with-details", "every error comes in the registry's longer shape",
      .shape { refusal in
        let code = "SVCSTG.SWR.\(refusal.status)0170".quoted
        let text = refusal.message
        return #"{"errors":[{"errorCode":\#(code),"errorMessage":\#(text),"detail":null}],"#
          + #""error_code":\#(code),"error_msg":\#(text),"#
          + #""details":[{"error_code":\#(code),"error_msg":\#(text)}]}"#
      }),
    Variant(
      "errors-of-upstream", warns: ["error-shape"], "every error has the upstream registry's shape",
      .shape { refusal in
        #"{"errors":[{"code":"\#(refusal.upstreamCode)","message":\#(refusal.message)}]}"#
      }),
    Variant(
      "errors-of-iam", warns: ["error-shape"], "every error has the identity service's shape",
      .shape { refusal in
        let title = refusal.upstreamCode.capitalizedWord
        return #"{"error":{"code":\#(refusal.status),"message":\#(refusal.message),"#
          + #""title":"\#(title)"}}"#
      }),
    Variant(
      "errors-of-upstream-router", warns: ["error-shape"],
      "every error has the shape of the upstream's router",
      .shape { refusal in
        #"{"code":\#(refusal.status),"message":\#(refusal.message),"details":""}"#
      }),
    Variant(
      "errors-in-array", warns: ["error-shape"],
      "every error stands in an array, as the older edition documents",
      .answers(.refusals) { response in
        let body = RawObject(json: String(decoding: response.body, as: UTF8.self))
        guard let code = body["error_code"], let message = body["error_msg"] else { return }
        let error = #"[{"errorCode":\#(code),"errorMessage":\#(message),"detail":""}]"#
        response.body = Array(error.utf8)
      }),
    Variant(
      "firewall-in-front",
      warns: ["hostile-value-is-refused", "error-shape", "error-content-type-json"],
      "a firewall answers hostile filter text with 418, 403 or 406 and a page for people",
      .answers(.asking { $0[query: "status"]?.contains("%") ?? false }) { response in
        response.status = .init([418, 403, 406][response.body.count % 3])
        response.headers["Content-Type"] = "text/html"
        response.headers["X-Request-Id"] = nil
        response.body = Array("<html><body>Blocked by the firewall</body></html>".utf8)
      }),
    Variant(
      "other-methods-501", "a method that nobody implemented is answered with 501",
      .status(501, on: .status(405))),
    Variant(
      "gateway-older-spelling", "codes of the gateway begin with APIG",
      .refusal { refusal, _ in
        refusal.body["error_code"] = refusal.body["error_code"]?.replacing("APIGW.", with: "APIG.")
      }),
    Variant(
      "not-found-as-400",
      warns: ["unknown-resource-is-not-found", "misplaced-resource-is-not-found"],
      "what does not exist is answered with 400 and SWR.400003",
      .refusals(404) { refusal in
        refusal.status = 400
        refusal.body["error_code"] = #""SWR.400003""#
      }),
    Variant(
      "bad-number-as-404", "a resource id that is no number does not exist",
      .answer { answer, context in
        let facts = [
          "webhook_policy_id", "retention_policy_id", "retention_execution_id",
          "replication_execution_id",
        ]
        let words = facts.compactMap { context.argument($0)?.value }
        guard answer.response.status == 400, words.contains(where: { Int($0) == nil }) else {
          return
        }
        answer.response.status = 404
        answer.response.body = Array(ErrorResponse.unknown("resource").body.json.utf8)
      }),
    Variant(
      "foreign-project-as-401", warns: ["foreign-project-is-refused"],
      "a token that has no right to a project is not taken there at all",
      .refusals(403) { $0 = .wrongToken }),
    Variant(
      "foreign-project-as-404", warns: ["foreign-project-is-refused"],
      "another project does not exist",
      .refusals(403) { $0 = .unknown("project") }),
    Variant(
      "gc-not-enabled", "GC is not enabled for the tenant",
      .withoutGC(403, code: "SWR.403002", "Artifact garbage collection is not enabled.")),
    Variant(
      "gc-not-published", "the gateway does not know the path of GC",
      .withoutGC(404, code: "APIGW.0101", "The API does not exist.")),
  ]
}

extension String {
  /// `BAD_REQUEST` as `Bad Request`.
  fileprivate var capitalizedWord: String {
    split(separator: "_").map { $0.prefix(1) + $0.dropFirst().lowercased() }
      .joined(separator: " ")
  }
}
