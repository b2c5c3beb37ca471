// SPDX-License-Identifier: Apache-2.0
// `request`: sends what a line of a report names, in the target's name, and shows the answer.

import CommandLineArguments
import Conformance
import Contract
import LiveTransport
import Reporting
import Wire

extension Program {
  /// Sends each request once, one behind the other; exit code 3 if one is not answered whole.
  func request(_ options: Invocation.Request) async throws -> ExitCode {
    let credential = options.credential.flatMap(Credential.init) ?? .own
    let method = HTTPRequest.Method(options.method ?? "GET")
    let asked = try AskedTarget(
      options.run, of: suite, environment: terminal.environment, repeats: 0)
    if let complaint = complaint(about: method, credential, asked, options) {
      throw UsageError(complaint)
    }
    let targets = try targets(options.words, of: asked)
    asked.notices.forEach(terminal.complain)
    do throws(TransportFailure) {
      for target in targets {
        let request = HTTPRequest(method: method, target: target)
        terminal.write(try await asked.transport.send(request, as: credential).transcript)
      }
      return .passed
    } catch {
      terminal.complain("\(error)")
      return .unreachable
    }
  }

  private func complaint(
    about method: HTTPRequest.Method, _ credential: Credential, _ asked: AskedTarget,
    _ options: Invocation.Request
  ) -> String? {
    let letters = method.description.utf8
    guard letters.allSatisfy({ (0x41...0x5A).contains($0) }) else {
      return "\(JSONText.quote(method.description)) is no method; write it in capitals, as GET"
    }
    if method != .get, asked.mode == .live, !options.run.allowUnsafeMethods {
      return "\(method) may change what is there; add --allow-unsafe-methods if it may be sent"
    }
    if credential.isSignature, !asked.facts.canSign {
      return "--as \(credential.rawValue) takes keys to sign with, and the target has none"
    }
    return nil
  }

  /// The targets of requests that the words name, percent-encoded.
  private func targets(_ words: [String], of asked: AskedTarget) throws(UsageError) -> [String] {
    var targets: [String] = []
    var isOpen = false
    for word in words {
      guard word.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
        throw UsageError("\(JSONText.quote(word)) has a blank or a letter to be percent-encoded")
      }
      switch word.first {
      case "/": targets.append(word)
      case "?" where isOpen:
        let isFirst = !targets[targets.count - 1].contains("?")
        targets[targets.count - 1] += isFirst ? word : "&" + word.dropFirst()
      case "?": throw UsageError("\(word) belongs behind an operation, such as \(operations[0].id)")
      default: targets.append(try path(of: word, at: asked))
      }
      isOpen = operations.contains { $0.id == word }
    }
    return targets
  }

  private func path(of word: String, at asked: AskedTarget) throws(UsageError) -> String {
    let plan = suite.plan(against: asked.facts, selection: Selection(only: [word]))
    guard let operation = operations.first(where: { $0.id == word }),
      let request = plan.baselineRequest(of: word)
    else {
      let hint = Spelling.nearest(to: word, among: operations.map(\.id))
        .map { "did you mean \($0)?" }
      throw UsageError(
        "\(JSONText.quote(word)) is no operation and no path; "
          + (hint ?? "a path begins with /, as it stands behind the endpoint"))
    }
    let missing = operation.parameters.compactMap(\.fact).filter { asked.facts[$0] == nil }
    guard missing.isEmpty else {
      throw UsageError(
        "the target does not say \(missing.map(\.name).joined(separator: ", ")); set "
          + missing.map(profile.variable(of:)).joined(separator: ", "))
    }
    return request.target
  }
}

extension HTTPResponse {
  /// The most bytes of a body that are shown.
  private static var mostBytes: Int { 256 << 10 }

  /// Status, header fields and body, as curl shows them; what acts on a terminal is spelled out.
  fileprivate var transcript: String {
    let head = ["HTTP \(status)"] + headers.fields.map { "\($0.name): \($0.value)".visible }
    let shown = String(decoding: body.prefix(Self.mostBytes), as: UTF8.self).visibleLines
    let rest = body.count - Self.mostBytes
    let end = shown.hasSuffix("\n") || shown.isEmpty ? "" : "\n"
    let more = rest > 0 ? "… and \(rest.counted("more byte"))\n" : ""
    return head.joined(separator: "\n") + "\n\n" + shown + end + more
  }
}
