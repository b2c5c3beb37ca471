// SPDX-License-Identifier: Apache-2.0
// Why a reading says nothing of the server: nobody answered, or we were not let in.

import Wire

extension Reading {
  /// Why nothing can be said about the server from this reading.
  var accessFailure: Inconclusive? {
    switch result {
    case .failure(let failure) where failure.kind == .notRecorded:
      return .notRecorded
    case .failure(let failure) where failure.kind == .notKept:
      return .notKept(failure.description)
    case .failure(let failure) where failure.kind == .unauthorized:
      return .unauthenticated(failure.description)
    case .failure(let failure):
      return failure.kind == .givenUp
        ? .givenUp(failure.description) : .unreachable(failure.description)
    case .success(let response) where isOutage && response.status == 404:
      return .notFound(
        "status 404, and in the end to the plain request too\(response.error.summary); it was there "
          + "before, and somebody may have removed it meanwhile")
    case .success(let response) where isOutage && (400...499).contains(response.status.code):
      return .unreachable(
        "status \(response.status), and in the end to the plain request too\(response.error.summary); a "
          + "firewall or a quota may have shut us out, ask later and more slowly with --rate")
    case .success(let response) where isOutage:
      let proof = request.method == .get ? "to the plain request too" : "to a request sent once"
      return .unreachable(
        "status \(response.status), \(proof)\(response.error.summary); "
          + "the service behind the endpoint is away, try again later")
    case .success(let response) where request.credential == .own && !request.expectsForbidden:
      return Inconclusive(refusal: response)
    case .success:
      return nil
    }
  }

  /// Why nothing can be said about the body; nil where it is known.
  var bodyGap: Inconclusive? { response?.gaps.body.map { .notKept("\(request.line): \($0)") } }

  /// Why this reading says nothing because of ourselves; nil if it is the server that speaks.
  var cancellationReason: Inconclusive? {
    if case .givenUp? = accessFailure { accessFailure } else { nil }
  }
}

extension Inconclusive {
  /// Why cases are inconclusive if the target's own credentials are refused; nil otherwise.
  init?(refusal response: ReadResponse) {
    switch response.status {
    case 401: self = .unauthenticated("status 401\(response.error.summary)", status: 401)
    case 407:
      self = .unauthenticated(
        "status 407 from a proxy\(response.error.summary)", status: 407)
    case 429: self = .throttled(response)
    default: return nil
    }
  }

  /// Why cases are inconclusive behind an answer of status 429, whoever asked.
  static func throttled(_ response: ReadResponse) -> Inconclusive {
    let wish = response.headers["Retry-After"].map { " with Retry-After \($0.prefix(40))" } ?? ""
    return .unreachable(
      "status 429\(wish), too many requests\(response.error.summary); "
        + "ask more slowly with --rate")
  }
}
