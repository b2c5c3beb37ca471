// SPDX-License-Identifier: Apache-2.0
// A request as a person repeats it: one line of curl, secrets left to the environment.

public import Contract
import Wire

extension Probe.Request {
  /// Method and target, such as `GET /v2/…/jobs?limit=10`.
  public var line: String { "\(method) \(target)" }

  /// A `curl` line for a POSIX shell that sends the same request and shows the whole answer.
  public func curl(to endpoint: String, of profile: Profile) -> String {
    let verb = method == .get ? "" : "-X \(method) "
    let line = "curl -sSi \(verb)\(authentication(profile))'\(shellQuoted(endpoint + target))'"
    guard target.utf8.count > Self.longRun.utf8.count else { return line }
    let command = "'\"$(printf %0\(Self.longRun.utf8.count)d | tr 0 a)\"'"
    return line.replacing(Self.longRun, with: command)
  }

  /// The letters of a very long value, which a curl line writes as a command instead.
  static let longRun = String(repeating: "a", count: 8192)

  /// The header fields that show who asks; what only the environment knows is a variable.
  private func authentication(_ profile: Profile) -> String {
    let (header, scheme) = (profile.credentials.header, profile.credentials.scheme)
    return switch credential {
    case .own: "-H \"\(header): \(scheme)$\(profile.variable(of: "token"))\" "
    case .other: "-H \"\(header): \(scheme)$\(profile.variable(of: "other_token"))\" "
    case .absent: ""
    case .wrong: "-H '\(header): \(scheme)\(profile.wrongToken)' "
    case .empty: "-H '\(header);' "
    case .blank: "-H \"\(header): \(scheme)$(printf '\\302\\240\\302\\240\\302\\240')\" "
    case .altered, .misplaced, .outdated:
      "-H \"\(profile.credentials.signature?.dateHeader ?? "Date"): "
        + "$\(profile.variable(of: "signing_date"))\" "
        + "-H \"Authorization: $\(profile.variable(of: "signature"))\" "
    }
  }

  private func shellQuoted(_ text: String) -> String {
    text.replacing("'", with: "'\\''")
  }
}
