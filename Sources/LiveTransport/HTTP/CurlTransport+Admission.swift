// SPDX-License-Identifier: Apache-2.0
// Being let in, and staying so: which refusal is about us, and what is done then.

import Conformance
import Contract
import Wire

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension CurlTransport {
  /// Sends a request in the target's own name.
  ///
  /// A 401 may be about the request or about us. If a request that was let in before is refused now
  /// as well, it is about us: the pass is renewed and the request repeated once.
  func sendAsOwn(
    _ request: HTTPRequest, showing pass: Pass
  ) async throws(TransportFailure) -> HTTPResponse {
    let answer = try await exchange(request, showing: pass)
    guard let opener = await admission.opener else {
      if let skew = skew(refusing: pass, answer) { throw skew }
      if answer.status == 200, request.method == .get { await admission.letIn(request) }
      return answer
    }
    guard answer.status == 401, try await refuses(opener, pass) else { return answer }
    guard let fresh = try await admission.renewed(insteadOf: pass) else {
      throw await admission.lose(loss(answer))
    }
    let second = try await exchange(request, showing: fresh)
    guard second.status == 401, try await refuses(opener, fresh) else { return second }
    throw await admission.lose(loss(second))
  }

  private func refuses(
    _ opener: HTTPRequest, _ pass: Pass
  ) async throws(TransportFailure) -> Bool {
    try await exchange(opener, showing: pass).status == 401
  }

  private func loss(_ answer: HTTPResponse) -> TransportFailure {
    TransportFailure(
      .unauthorized,
      "\(authority) let us in before and now answers status \(answer.status)"
        + "\(answer.errorSummary(by: target.facts.profile.errors)); \(target.access.lossAdvice(target.facts.profile))"
    )
  }

  /// What is told of a refused signature that was made by a clock far from the server's.
  private func skew(refusing pass: Pass, _ answer: HTTPResponse) -> TransportFailure? {
    guard case .keys = pass, [401, 403].contains(answer.status),
      let skew = ClockSkew(of: answer, at: Date()), skew.mayBeFatal
    else { return nil }
    return TransportFailure(
      .unauthorized,
      "status \(answer.status)\(answer.errorSummary(by: target.facts.profile.errors)); the clock of this machine is \(skew), and "
        + "a signature is only good for some minutes; set the clock")
  }
}

extension CurlTransport.Line {
  /// Logs in; the answer to a login is not one to judge.
  func token(for login: Access.Login) async -> Result<String, TransportFailure> {
    do throws(TransportFailure) {
      let answer = try await deliver(login.request, to: login.endpoint)
      return login.token(of: answer, from: Self.authority(of: login.endpoint), profile)
    } catch {
      return .failure(error)
    }
  }
}
