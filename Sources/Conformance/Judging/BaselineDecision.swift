// SPDX-License-Identifier: Apache-2.0
// What the answer to an operation's baseline request decides for all of its cases.

import Contract
import Wire

/// Whether an operation is judged at all.
enum BaselineDecision: Sendable, Hashable {
  /// We were let in: every case is judged by its own answers.
  case open
  /// Nobody else is asked, and every case has this verdict.
  case closed(Verdict)
  /// One case tells what stands in the way, and the others are inconclusive.
  case obstructed(Obstacle, Inconclusive)

  /// What stands in the way of every case, so that one of them is enough to tell it.
  enum Obstacle: Sendable, Hashable {
    /// The list was not shown where it was looked for.
    ///
    /// Of 404 only the facts that we were given can tell a missing list from one that was looked for
    /// in the wrong place; any other status would come back for every request, one finding for each.
    case absence
    /// A page for people stands where the list should be.
    case foreignPage
    /// The document stands inside another one; what is missing at its top tells it.
    case envelope
    /// The server breaks the answer off each time.
    case breakage
  }

  /// - Parameters:
  ///   - isClaimed: Whether the target claims to have an operation that few tenants have; a refusal is
  ///     then judged like any other answer.
  ///   - isShutOut: Whether nothing else was shown to us either, which tells nothing of one operation.
  ///   - isOurs: Whether the suite sent the request; what others have sent may be wrong itself.
  init(
    _ operation: Contract.Operation, _ baseline: Reading, isClaimed: Bool, isShutOut: Bool = false,
    isOurs: Bool = true
  ) {
    self =
      Self.breakage(baseline).map { .obstructed(.breakage, $0) }
      ?? Self.refusal(operation, baseline, isClaimed, isShutOut).map(Self.closed)
      ?? Self.absence(operation, baseline, isOurs: isOurs).map { .obstructed(.absence, $0) }
      ?? (isOurs && baseline.isForeignPage ? .obstructed(.foreignPage, Self.foreignPage) : nil)
      ?? (isOurs ? baseline.envelope.map { .obstructed(.envelope, .notServed($0)) } : nil) ?? .open
  }

  /// The verdict of a case that is not judged by its own answers; nil for one that is.
  func verdict(of planned: Case) -> Verdict? {
    switch self {
    case .open: nil
    case .closed(let verdict): verdict
    case .obstructed(let obstacle, let reason):
      planned.tells == obstacle ? nil : .inconclusive(reason)
    }
  }

  private static func breakage(_ baseline: Reading) -> Inconclusive? {
    baseline.isBroken ? baseline.accessFailure : nil
  }

  /// What is said of every case when the baseline request is not let in.
  private static func refusal(
    _ operation: Contract.Operation, _ baseline: Reading, _ isClaimed: Bool, _ isShutOut: Bool
  ) -> Verdict? {
    if operation.access == .allowListed, !isShutOut || isClaimed, let response = baseline.response,
      baseline.refusesTenant
    {
      guard !isClaimed else { return nil }
      let status = "status \(response.status)\(response.error.summary)"
      return .skipped(.notApplicable("not enabled for this tenant: \(status)"))
    }
    if let response = baseline.response, baseline.isUnpublished, !isClaimed {
      return .inconclusive(
        .notFound(
          "the gateway knows no such operation\(response.error.summary); it may not be published "
            + "in this region, or the path of the endpoint is wrong"))
    }
    if baseline.isNotRecorded { return nil }
    if let reason = baseline.accessFailure { return .inconclusive(reason) }
    if let response = baseline.response, response.status == 403 {
      return .inconclusive(.unauthenticated("status 403\(response.error.summary)", status: 403))
    }
    return nil
  }

  private static let foreignPage = Inconclusive.notServed(
    "the plain request was answered with a page of HTML")

  /// Why nothing else can be asked where the plain request did not bring the list.
  private static func absence(
    _ operation: Contract.Operation, _ baseline: Reading, isOurs: Bool
  ) -> Inconclusive? {
    guard let response = baseline.response, response.status != 200 else { return nil }
    guard response.status == 404 else {
      let answer = "the plain request was answered with \(Finding.Received(response))"
      return isOurs ? .notServed(answer) : nil
    }
    let facts = operation.parameters.compactMap(\.fact).map(\.name)
    let places = (facts + ["the path of the endpoint"]).joined(separator: ", ")
    let words = response.error.summary
    let told = words.hasSuffix(".") ? String(words.dropLast()) : words
    return .notFound("the plain request was answered with status 404\(told); check \(places)")
  }
}

extension Reading {
  /// Whether the answer is a page for people, whatever its status says: a login, a sign of
  /// maintenance, a front end that knows no such path.
  fileprivate var isForeignPage: Bool {
    response.map { $0.status == 200 && $0.isPageOfHTML } ?? false
  }

  /// What is around the document where that does not stand at the top of the body.
  fileprivate var envelope: String? {
    guard let response, response.status == 200 else { return nil }
    return response.body?.faults.all.first { $0.fault.kind == Fault.envelope }?.fault.summary
  }

  /// Whether an allow-listed operation is closed to us: 403, or a gateway that does not know it.
  fileprivate var refusesTenant: Bool { response?.status == 403 || isUnpublished }

  /// Whether the gateway found nobody to hand the request on to.
  fileprivate var isUnpublished: Bool {
    guard let response, response.status == 404, let code = response.error.code else { return false }
    return profile.errors.unpublished.contains(code)
  }
}
