// SPDX-License-Identifier: Apache-2.0
// How endpoints are reached: whose certificates count, and through which proxy.

import Foundation

/// What a person said about the way to an endpoint, with everything that is wrong with it.
public struct NetworkRoute: Sendable, Hashable {
  /// Whose certificates count.
  enum Trust: Sendable, Hashable {
    case system
    /// Those that an authority in this file has signed, and no other.
    case only(file: String)
    case anyone
  }

  let trust: Trust
  /// What keeps the way from being taken, with remedies.
  let problems: [Target.Problem]

  /// The system's trust, and whatever proxy libcurl finds in the environment.
  public init() {
    self.init(caFile: nil, isInsecure: false, environment: [:])
  }

  /// - Parameter caFile: A PEM file that takes the place of the system's authorities.
  public init(caFile: String?, isInsecure: Bool, environment: [String: String]) {
    trust = isInsecure ? .anyone : caFile.map(Trust.only) ?? .system
    var problems = caFile.flatMap { CertificateFile(path: $0).problem }.map { [$0] } ?? []
    if trust != .system, !Curl.isWithinReach { problems.append(Self.unchangeable) }
    self.problems = problems + Proxy.problems(in: environment)
  }

  /// Makes every connection that this process opens from now on go this way.
  ///
  /// Not less than the process, for libcurl's handles do not know which session they belong to.
  public func take() {
    Curl.trust = trust
  }

  /// What every report has to tell.
  public var notices: [String] {
    guard trust == .anyone else { return [] }
    return [
      "certificates were not verified (--insecure): whoever stands between us and the endpoint "
        + "could have read the token and changed the answers"
    ]
  }

  private static let unchangeable = Target.Problem(
    "--ca-file and --insecure need a libcurl below Foundation that lets itself be told",
    remedy: "add the authority's certificate to those that the system trusts")
}
