// SPDX-License-Identifier: Apache-2.0
// Signatures: the published vectors, and every way in which one is refused.

import Digests
import Testing
import Wire

@testable import MockRegistry

struct SignatureTests {
  private static let project = "05041fffa40025702f6dc009cc6f8f33"
  private static let instance =
    "/v2/\(project)/instances/36ce7f50-b2d5-11eb-b044-0255ac101219"
  /// The pair printed in the vendor's signing guide.
  private static let key = AccessKey(
    id: "QTWAOYTTINDUT2QVKYUC", secret: "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc")
  /// 2025-08-05T00:00:00Z
  private static let now = 1_754_352_000

  struct Vector: Sendable {
    var target: String
    var digest: String
    var signature: String
  }

  private static let vectors = [
    Vector(
      target: "/v2/\(project)/jobs",
      digest: "9a2b93a5436a9b166815daae422488fbf02eeb1c5b0fe9491e6d1adc606b6f20",
      signature: "79d22f5a9dd678527806a88dbaaa82608b9e0bf2861bc3fe2f4f9c794b070d06"),
    Vector(
      target: "/v2/\(project)/jobs?limit=100&offset=0&status=Failed",
      digest: "a70f8bd5ddc91cd6973dc80ada2c961674b57941e449a186dfe89105258df75b",
      signature: "4d66d76b0b95a0689eca26acd75a4c80532c51fb8f7a34181df9d74d913afdd5"),
    Vector(
      target: instance
        + "/namespaces/library/webhook/policies/16/jobs?limit=10&offset=0&status=Succeed",
      digest: "2a74f133549baaa0758a8ca6007f9cf1028049ac93b6c2295d3f4f7bf88fd756",
      signature: "756a4d3b81c4da7be4ca6f5fce26d60e44a8c2d74b76a576e3661cc13f593daa"),
    Vector(
      target: instance + "/system/gc?limit=10&marker=eyJpZCI6MTIzNH0%3D&status=Success",
      digest: "bdf630f8da7ceadf437f8d7c98f6ecf8397717c405cdd7bcc5300b8ea76e1fa8",
      signature: "e66aad99ed9401b8f8e8c25a0cb98198e744b1361f96381241dc5451929847b1"),
    Vector(
      target: instance
        + "/namespaces/a%20b~c/retention/policies/1/executions/113/tasks?limit=10&offset=0",
      digest: "267eed073defbc2d14698884254411599e654fd975101c0acf7ddac16575d231",
      signature: "679e116601055bdca2bf59cdc6da545169c6382aa14fe2b9660dc73f6a0d98fe"),
  ]

  @Test(arguments: vectors)
  func `a vector of the vendor's signer is let in`(vector: Vector) throws {
    let request = Self.signed(vector)
    let signature = try #require(request.headers["Authorization"].flatMap(Signature.init))
    let canonical = try #require(signature.canonicalForm(of: request))
    #expect(SHA256.hexadecimal(canonical.utf8) == vector.digest)
    #expect(signature.digits(of: request, secret: Self.key.secret) == vector.signature)
    #expect(throws: Never.self) { try Self.validator.admit(request) }
  }

  @Test func `the vector of the vendor's guide is let in`() throws {
    let request = HTTPRequest(
      target: "/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs?limit=2"
        + "&marker=13551d6b-755d-4757-b956-536f674975c0",
      headers: [
        "Content-Type": "application/json", "Host": "service.region.example.com",
        "X-Sdk-Date": "20191115T033655Z",
        "Authorization": "SDK-HMAC-SHA256 Access=\(Self.key.id), "
          + "SignedHeaders=content-type;host;x-sdk-date, Signature="
          + "7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe",
      ])
    let then = 1_573_789_015
    #expect(throws: Never.self) {
      try CredentialValidator(tokens: [], now: then, keys: [Self.key]).admit(request)
    }
  }

  @Test(arguments: [-901, -900, 900, 901])
  func `a clock may be a quarter of an hour off`(seconds: Int) {
    var validator = Self.validator
    validator.now += seconds
    #expect(Self.refusal(of: Self.signed(Self.vectors[0]), by: validator) == (abs(seconds) > 900))
  }

  @Test(arguments: [
    "target", "host", "date", "unsigned date", "key", "digit", "nothing", "half", "body", "field",
  ])
  func `what was changed after signing is refused`(what: String) {
    var request = Self.signed(Self.vectors[1])
    let authorization = request.headers["Authorization"] ?? ""
    switch what {
    case "target": request.target += "&status=Success"
    case "host": request.headers["Host"] = "elsewhere.example.com"
    case "date": request.headers["X-Sdk-Date"] = "20250805T000001Z"
    case "unsigned date":
      request.headers["Authorization"] = authorization.replacing(";x-sdk-date", with: "")
    case "key":
      request.headers["Authorization"] = authorization.replacing(Self.key.id, with: "NOBODY")
    case "digit": request.headers["Authorization"] = authorization.dropLast() + "0"
    case "nothing": request.headers["Authorization"] = "SDK-HMAC-SHA256"
    case "half": request.headers["Authorization"] = String(authorization.prefix(60))
    case "body": request.body = [0x20]
    default: request.headers["X-Project-Id"] = nil
    }
    #expect(Self.refusal(of: request, by: Self.validator))
  }

  @Test(arguments: [nil, "", "another", "sts"])
  func `temporary keys need their security token`(token: String?) {
    var validator = Self.validator
    validator.keys[0].securityToken = "sts"
    var request = Self.signed(Self.vectors[0])
    request.headers["X-Security-Token"] = token
    #expect(Self.refusal(of: request, by: validator) == (token != "sts"))
  }

  @Test func `the registry lists rows for a good signature`() throws {
    var configuration = MockRegistry.Configuration()
    configuration.clock = { Self.now }
    let registry = MockRegistry(configuration)
    for (secret, status) in [(AccessKey.permanent.secret, 200), ("another", 401)] {
      var request = ask(.instanceJobs, token: nil)
      request.headers["X-Sdk-Date"] = "20250805T000000Z"
      let unsigned =
        "SDK-HMAC-SHA256 Access=\(AccessKey.permanent.id), SignedHeaders=x-sdk-date, Signature="
      let digits = try #require(Signature(unsigned + "0")?.digits(of: request, secret: secret))
      request.headers["Authorization"] = unsigned + digits
      let response = registry.respond(request)
      #expect(response.status.code == status)
      #expect(!String(decoding: response.body, as: UTF8.self).contains(digits))
      #expect(status == 200 || response.object.word("error_code") == "APIGW.0301")
    }
  }

  private static let validator = CredentialValidator(tokens: [], now: now, keys: [key])

  private static func refusal(of request: HTTPRequest, by validator: CredentialValidator) -> Bool {
    do throws(ErrorResponse) {
      try validator.admit(request)
      return false
    } catch {
      return error.status == 401 && error.code == "APIGW.0301"
    }
  }

  private static func signed(_ vector: Vector) -> HTTPRequest {
    HTTPRequest(
      target: vector.target,
      headers: [
        "Host": "swr-api.cn-north-4.myhuaweicloud.com", "Content-Type": "application/json",
        "X-Project-Id": project, "X-Sdk-Date": "20250805T000000Z",
        "Authorization": "SDK-HMAC-SHA256 Access=\(key.id), "
          + "SignedHeaders=content-type;host;x-project-id;x-sdk-date, "
          + "Signature=\(vector.signature)",
      ])
  }
}
