// SPDX-License-Identifier: Apache-2.0
// Words as three shells complete them, each asked in its own way.

import Foundation
import Testing

@Suite(.timeLimit(.minutes(10))) struct CompletionTests {
  /// What is typed, some of what is offered for its last word, and something that is not.
  private typealias Line = (typed: [String], offered: [String], kept: [String])

  private static let lines: [Line] = [
    (["ru"], ["run"], []),
    (["--re"], ["--report", "--record", "--resolve"], ["run"]),
    (["run", "--fault", "gc-id-st"], ["gc-id-string"], ["gc-id-null", "--fault"]),
    (["run", "--fault=gc-id-st"], ["--fault=gc-id-string"], ["gc-id-null"]),
    (["run", "--report", "js"], ["json="], ["junit="]),
    (["run", "--report=js"], ["--report=json="], []),
    (["matrix", "--report", ""], ["html=", "earl="], ["sarif="]),
    (["run", "--claim", "shape,pa"], ["shape,paging"], ["paging"]),
    (["run", "--only", "ListG"], ["ListGcTasks"], []),
    (["run", "--only", "co"], ["core"], []),
    (["run", "--budget", "ListGc"], ["ListGcTasks="], []),
    (["run", "--quirk", "gc-job-kind-enum=t"], ["gc-job-kind-enum=two-kinds"], []),
    (["explain", "value-is-in"], ["value-is-integer"], []),
    (["quirks", "gc-job-k"], ["gc-job-kind-enum"], []),
    (["request", "ListG"], ["ListGcTasks"], []),
    (["compare", "mo"], ["mock"], []),
    (["mock", "--disturb", "tok"], ["token-expires"], []),
    (["export", ""], ["contract", "openapi", "tests", "set"], ["--output"]),
    (["complete", "z"], ["zsh"], []),
  ]

  /// The shell parts words at `=`, and takes what stands before the last one for written.
  @Test func `bash offers what fits`() async throws {
    let asks = Self.lines.map { line in
      let words = line.typed.map { $0.isEmpty ? "''" : $0.replacing("=", with: " = ") }
      return "ask \(words.joined(separator: " "))"
    }
    let script = """
      source <(swr-conformance complete bash)
      compopt() { :; }
      ask() {
        COMP_WORDS=(swr-conformance "$@") COMP_CWORD=$#
        _swr_conformance
        printf '%s\\n' "${COMPREPLY[@]}" end
      }
      \(asks.joined(separator: "\n"))
      """
    try await expect(script, by: "bash --norc") { line, word in
      guard line.typed[line.typed.count - 1].contains("="),
        let part = word.split(separator: "=").last
      else { return word }
      return part + (word.hasSuffix("=") ? "=" : "")
    }
  }

  @Test(.enabled(if: has("fish"))) func `fish offers what fits`() async throws {
    let asks = Self.lines.map { line in
      "complete -C 'swr-conformance \(line.typed.joined(separator: " "))'; echo end"
    }
    let script = "swr-conformance complete fish | source\n" + asks.joined(separator: "\n")
    try await expect(script, by: "fish --no-config") { $1 }
  }

  @Test(.enabled(if: has("zsh"))) func `zsh can read its file`() async throws {
    let script = """
      autoload -Uz compinit && compinit -D -u
      swr-conformance complete zsh > completion
      source ./completion
      _swr_conformance_words report
      print -l $offered $_comps[swr-conformance]
      """
    let run = try await shell("zsh -f", script)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(run.output.hasPrefix("text=\njson=\n") && run.output.hasSuffix("\n_swr_conformance\n"))
  }

  /// - Parameter told: What of a word the shell is told where a line is typed.
  private func expect(
    _ script: String, by program: String, _ told: (Line, String) -> String
  ) async throws {
    let run = try await shell(program, script)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let answers = run.output.components(separatedBy: "end\n").dropLast().map { answer in
      Set(answer.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) })
    }
    try #require(answers.count == Self.lines.count)
    for (line, words) in zip(Self.lines, answers) {
      #expect(words.isSuperset(of: line.offered.map { told(line, $0) }), "\(line.typed) \(words)")
      #expect(words.isDisjoint(with: line.kept), "\(line.typed)")
    }
  }

  /// What a shell without any settings makes of a script, which may hold quotes of both kinds.
  private func shell(_ program: String, _ script: String) async throws -> ShellRun {
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try script.write(to: folder.appending(path: "script"), atomically: true, encoding: .utf8)
    return try await ShellRun(
      "exec \(program) script", environment: ["HOME": folder.path], in: folder)
  }

  private static func has(_ shell: String) -> Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(shell)")
    }
  }
}
