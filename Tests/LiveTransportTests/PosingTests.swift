// SPDX-License-Identifier: Apache-2.0
// Callers whom nobody may take for the target's own, held against a registry that checks.

import Conformance
import Contract
import Foundation
import Loopback
import MockRegistry
import Redaction
import SWRSpecs
import Testing
import Wire

@testable import LiveTransport

@Suite struct PosingTests {
  private static let registry = MockRegistry()
  private static let endpoint = "http://127.0.0.1:8080"

  private static let keys: Access.AccessKeys = {
    let facts = registry.facts(for: .aksk, endpoint: endpoint)
    return .init(id: facts["ak"] ?? "", secret: facts["sk"] ?? "")
  }()

  private static let request = HTTPRequest(
    target: "/v2/\(registry.facts["project_id"] ?? "")/jobs?limit=10")

  /// The status of the answer to somebody who shows that.
  private static func status(_ pass: Pass) -> HTTPResponse.Status {
    let now = Int64(Date().timeIntervalSince1970)
    var shown = pass.shown(by: request, to: endpoint, at: now, Profile.swr.credentials)
    shown.headers["Host"] = "127.0.0.1:8080"
    shown.headers["Content-Type"] = "application/json"
    return registry.answer(shown).response.status
  }

  @Test(arguments: Credential.allCases)
  func `only the target's own keys open`(credential: Credential) throws {
    let pass = try #require(Pass.keys(Self.keys, project: nil).posing(as: credential, .swr))
    #expect(Self.status(pass) == (credential == .own ? 200 : 401))
  }

  @Test(arguments: Credential.allCases)
  func `only the target's own token opens`(credential: Credential) {
    let pass = Pass.token(Self.registry.facts["token"] ?? "").posing(as: credential, .swr)
    #expect((pass == nil) == credential.isSignature)
    if let pass { #expect(Self.status(pass) == (credential == .own ? 200 : 401)) }
  }

  @Test func `a signature that is altered differs in its last digit alone`() throws {
    let pass = Pass.keys(Self.keys, project: nil)
    let altered = try #require(pass.posing(as: .altered, .swr))
    let texts = [pass, altered].map {
      $0.shown(by: Self.request, to: Self.endpoint, at: 0, Profile.swr.credentials).headers[
        "Authorization"] ?? ""
    }
    #expect(texts[0] != texts[1] && texts[0].dropLast() == texts[1].dropLast())
  }

  @Test(arguments: ["ab-cdefgh", "0123456789", "AAAAAAAA==", "header.payload.sig-na_ture", "short"])
  func `a token that is mistyped differs in one letter before its end`(token: String) {
    let mistyped = Credential.mistyped(token)
    #expect(mistyped.count == token.count && mistyped.suffix(4) == token.suffix(4))
    #expect(zip(token, mistyped).count { $0 != $1 } == 1)
  }

  @Test func `an answer repeats no token that was mistyped`() async throws {
    let token = "a-token-of-somebody"
    let admission = Admission(
      .token(token), of: TargetFacts(of: .swr, endpoint: Self.endpoint, values: [:])
    ) { _ in .success("") }
    let shown = admission.redaction.redacted("unknown: \(Credential.mistyped(token))")
    #expect(!shown.contains("somebody") && !shown.contains("a-token"))
  }

  @Test func `nobody shows the secret key`() throws {
    for credential in Credential.allCases {
      let pass = try #require(Pass.keys(Self.keys, project: nil).posing(as: credential, .swr))
      let shown = pass.shown(by: Self.request, to: Self.endpoint, at: 0, Profile.swr.credentials)
      #expect(!shown.headers.fields.contains { $0.value.contains(Self.keys.secret) })
    }
  }
}
