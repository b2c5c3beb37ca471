// SPDX-License-Identifier: Apache-2.0
// A request as a person repeats it: one line of curl, secrets left to the environment.

import Wire

extension Probe.Request {
  /// Method and target, such as `GET /v2/…/jobs?limit=10`.
  public var line: String { "\(method) \(target)" }

  /// A `curl` line for a POSIX shell that sends the same request and shows the whole answer.
  public func curl(to endpoint: String) -> String {
    let verb = method == .get ? "" : "-X \(method) "
    let line = "curl -sSi \(verb)\(authentication)'\(shellQuoted(endpoint + target))'"
    guard target.utf8.count > Self.longRun.utf8.count else { return line }
    let command = "'\"$(printf %0\(Self.longRun.utf8.count)d | tr 0 a)\"'"
    return line.replacing(Self.longRun, with: command)
  }

  /// The letters of a very long value, which a curl line writes as a command instead.
  static let longRun = String(repeating: "a", count: 8192)

  private var authentication: String {
    switch credential {
    case .own: "-H \"X-Auth-Token: $SWR_TOKEN\" "
    case .absent: ""
    case .wrong: "-H 'X-Auth-Token: \(Credential.wrongToken)' "
    case .empty: "-H 'X-Auth-Token;' "
    case .blank: #"-H "X-Auth-Token: $(printf '\302\240\302\240\302\240')" "#
    case .altered, .misplaced, .outdated:
      #"-H "X-Sdk-Date: $SWR_SIGNING_DATE" -H "Authorization: $SWR_SIGNATURE" "#
    }
  }

  private func shellQuoted(_ text: String) -> String {
    text.replacing("'", with: "'\\''")
  }
}
