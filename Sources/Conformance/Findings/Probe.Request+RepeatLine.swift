// SPDX-License-Identifier: Apache-2.0
// A request as a person repeats it: one line for a shell, secrets left to the environment.

import Contract
import Wire

extension TargetFacts {
  /// How a person asks the target once more, in the same way and with the same rights.
  public struct Reproduction: Sendable, Hashable {
    /// What the suite's own program has to be told, word by word; it names files, and no secret.
    public var options: [String]
    /// Whether curl can ask too: the token stands in the variable that its line names, and nothing
    /// else is needed to get there.
    public var suitsCurl: Bool
    /// The trace that requests belong to; nil where they say nothing of one.
    public var trace: TraceContext?

    public init(options: [String] = [], suitsCurl: Bool = true, trace: TraceContext? = nil) {
      self.trace = trace
      self.options = options
      self.suitsCurl = suitsCurl
    }
  }
}

extension Probe.Request {
  /// Method and target, such as `GET /v2/…/jobs?limit=10`.
  public var line: String { "\(method) \(target)" }

  /// Lines for a POSIX shell that send the same request and show the whole answer; with another
  /// request, both, one behind the other.
  ///
  /// They are of curl where that can ask, and of the suite's own program where requests are signed, a
  /// file holds the token, or the mock has to be started.
  public func repeatLines(to facts: TargetFacts, and other: Probe.Request? = nil) -> [String] {
    let requests = [self] + (other.map { [$0] } ?? [])
    guard requests.allSatisfy({ $0.suitsCurl(to: facts) }) else {
      let isAlike = requests.allSatisfy { $0.credential == credential && $0.method == method }
      return isAlike
        ? [ownLine(to: facts, requests)] : requests.map { $0.ownLine(to: facts, [$0]) }
    }
    return requests.map { $0.curl(to: facts) }
  }

  private func suitsCurl(to facts: TargetFacts) -> Bool {
    facts.reproduction.suitsCurl && !credential.isSignature
  }

  private func curl(to facts: TargetFacts) -> String {
    let verb = method == .get ? "" : "-X \(method) "
    let trace = facts.reproduction.trace.map {
      "-H '\(TraceContext.field): \($0.value(for: target, method: "\(method)", as: credential))' "
    }
    return "curl -sSi \(verb)\(authentication(facts.profile))\(trace ?? "")"
      + quoted(facts.endpoint + target)
  }

  /// The line of the suite's own program, which sends all of them through one connection to one mock.
  private func ownLine(to facts: TargetFacts, _ requests: [Probe.Request]) -> String {
    let pose = credential == .own ? [] : ["--as", credential.rawValue]
    let verb = method == .get ? [] : ["--method", "\(method)"]
    let words =
      [facts.profile.suite.name, "request"] + facts.reproduction.options + pose + verb
    return (words.map(\.asShellWord) + requests.map { quoted($0.target) }).joined(separator: " ")
  }

  /// The letters of a very long value, which a line writes as a command instead.
  static let longRun = String(repeating: "a", count: 8192)

  /// The header fields that show who asks; what only the environment knows is a variable.
  private func authentication(_ profile: Profile) -> String {
    let (header, scheme) = (profile.credentials.header, profile.credentials.scheme)
    return switch credential {
    case .own: "-H \"\(header): \(scheme)$\(profile.variable(of: "token"))\" "
    case .other: "-H \"\(header): \(scheme)$\(profile.variable(of: "other_token"))\" "
    case .wrong: "-H '\(header): \(scheme)\(profile.wrongToken)' "
    case .empty: "-H '\(header);' "
    case .blank: "-H \"\(header): \(scheme)$(printf '\\302\\240\\302\\240\\302\\240')\" "
    case .absent, .altered, .misplaced, .outdated: ""
    }
  }

  private func quoted(_ text: String) -> String {
    let word = "'" + text.replacing("'", with: "'\\''") + "'"
    guard target.utf8.count > Self.longRun.utf8.count else { return word }
    let command = "'\"$(printf %0\(Self.longRun.utf8.count)d | tr 0 a)\"'"
    return word.replacing(Self.longRun, with: command)
  }
}

extension String {
  /// The text as a word of a POSIX shell, in quotes where it needs them.
  public var asShellWord: String {
    let isPlain =
      !isEmpty
      && utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "-._/:=@,+%".utf8.contains(byte)
        }
      }
    return isPlain ? self : "'" + replacing("'", with: "'\\''") + "'"
  }
}
