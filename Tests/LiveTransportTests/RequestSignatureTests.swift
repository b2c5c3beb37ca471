// SPDX-License-Identifier: Apache-2.0
// Holds the signature to what the vendor's guide and SDK compute for the same requests.

import Contract
import Digests
import SWRSpecs
import Testing
import Wire

@testable import LiveTransport

@Suite struct RequestSignatureTests {
  private static let scheme = Profile.swr.credentials.signature!
  private static let project = "05041fffa40025702f6dc009cc6f8f33"
  private static let instance = "36ce7f50-b2d5-11eb-b044-0255ac101219"
  /// The pair that the vendor's signing guide prints; it opens nothing.
  private static let keys = Access.AccessKeys(
    id: "QTWAOYTTINDUT2QVKYUC", secret: "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc")

  @Test func `the example of the guide has the signature of the guide`() {
    let signature = RequestSignature(
      of: HTTPRequest(
        target: "/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs"
          + "?limit=2&marker=13551d6b-755d-4757-b956-536f674975c0",
        headers: [
          "Content-Type": "application/json", "Host": "service.region.example.com",
          "X-Sdk-Date": "20191115T033655Z",
        ]), by: Self.scheme)
    #expect(
      SHA256.hexadecimal(signature.canonicalRequest.utf8)
        == "b25362e603ee30f4f25e7858e8a7160fd36e803bb2dfe206278659d71a9bcd7a")
    #expect(
      signature.authorization(Self.keys)
        == "SDK-HMAC-SHA256 Access=QTWAOYTTINDUT2QVKYUC, "
        + "SignedHeaders=content-type;host;x-sdk-date, "
        + "Signature=7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe")
  }

  @Test(arguments: [
    (
      "/v2/\(project)/jobs", "9a2b93a5436a9b166815daae422488fbf02eeb1c5b0fe9491e6d1adc606b6f20",
      "79d22f5a9dd678527806a88dbaaa82608b9e0bf2861bc3fe2f4f9c794b070d06"
    ),
    (
      "/v2/\(project)/jobs?status=Failed&offset=0&limit=100",
      "a70f8bd5ddc91cd6973dc80ada2c961674b57941e449a186dfe89105258df75b",
      "4d66d76b0b95a0689eca26acd75a4c80532c51fb8f7a34181df9d74d913afdd5"
    ),
    (
      "/v2/\(project)/instances/\(instance)/namespaces/library/webhook/policies/16/jobs"
        + "?limit=10&offset=0&status=Succeed",
      "2a74f133549baaa0758a8ca6007f9cf1028049ac93b6c2295d3f4f7bf88fd756",
      "756a4d3b81c4da7be4ca6f5fce26d60e44a8c2d74b76a576e3661cc13f593daa"
    ),
    (
      "/v2/\(project)/instances/\(instance)/system/gc"
        + "?limit=10&marker=eyJpZCI6MTIzNH0%3D&status=Success",
      "bdf630f8da7ceadf437f8d7c98f6ecf8397717c405cdd7bcc5300b8ea76e1fa8",
      "e66aad99ed9401b8f8e8c25a0cb98198e744b1361f96381241dc5451929847b1"
    ),
    (
      "/v2/\(project)/instances/\(instance)/namespaces/a%20b~c/retention/policies/1"
        + "/executions/113/tasks?limit=10&offset=0",
      "267eed073defbc2d14698884254411599e654fd975101c0acf7ddac16575d231",
      "679e116601055bdca2bf59cdc6da545169c6382aa14fe2b9660dc73f6a0d98fe"
    ),
  ])
  func `a request of a list has the signature of the SDK`(
    target: String, digest: String, expected: String
  ) {
    let request = HTTPRequest(
      target: target,
      headers: [
        "X-Sdk-Date": "20250805T000000Z", "X-Project-Id": Self.project,
        "host": " swr-api.cn-north-4.myhuaweicloud.com\t", "Content-Type": "application/json",
      ])
    let signature = RequestSignature(of: request, by: Self.scheme)
    #expect(SHA256.hexadecimal(signature.canonicalRequest.utf8) == digest)
    #expect(signature.signedHeaders == "content-type;host;x-project-id;x-sdk-date")
    #expect(signature.hexadecimal(secret: Self.keys.secret) == expected)
  }

  @Test func `a target is decoded and encoded again, whatever it holds`() {
    let target = "/a%2Fb/%E4%BD%A0/%ff%zz?b=2&a=%7e&a=+&bare&a=%20&=&x=1=2"
    let lines = RequestSignature(of: HTTPRequest(target: target), by: Self.scheme).canonicalRequest
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[1] == "/a/b/%E4%BD%A0/%FF%25zz/")
    #expect(lines[2] == "=&a=%20&a=%2B&a=~&b=2&bare=&x=1%3D2")
  }
}
