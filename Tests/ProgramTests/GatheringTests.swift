// SPDX-License-Identifier: Apache-2.0
// Runs what puts reports together, and what asks for what no spec says, on good and on bad input.

import Testing
import Wire

@Suite(.timeLimit(.minutes(30))) struct GatheringTests {
  private func report(_ words: String...) async throws -> ScratchFile {
    let file = ScratchFile()
    _ = try await ProgramRun(
      ["--only", "ListGcTasks.shape", "--quiet", "--report", "json=\(file.path)"] + words)
    return file
  }

  /// The same file under another name.
  private func alias(_ path: String) -> String {
    path.replacing("/tmp/", with: "/tmp/../tmp/").replacing(#/([^\/]+)$/#) { "./\($0.output.1)" }
  }

  @Test func `a shard becomes a whole report, and reports become a page`() async throws {
    let shard = try await report("--shard", "1/1")
    let whole = try await ProgramRun("merge", shard.path)
    #expect(whole.status == 0)
    #expect(try ReportDocument(whole.output).root["shard"] == nil)
    let other = try await report("--fault", "gc-id-string")
    let part = try await report("--shard", "3/8")
    let refused = try await ProgramRun("matrix", other.path, part.path)
    #expect(refused.status == 2)
    #expect(refused.errors.contains("is shard 3/8 of a run and tells of a part of it; merge"))
    let page = try await ProgramRun("matrix", shard.path, other.path)
    #expect(page.status == 0)
    #expect(page.output.hasPrefix("2 implementations of one contract\n"))
    #expect(
      page.output.contains("\n  ListGcTasks shape\n") && page.lines.allSatisfy { $0.count <= 80 })
  }

  @Test func `a shard that no operation falls to says so`() async throws {
    var sentences: [String] = []
    for number in 1...8 {
      let run = try await ProgramRun(
        "run", "--only", "ListGcTasks.shape", "--shard", "\(number)/8", "--allow-empty")
      if run.output.contains("this shard has no operation to judge") {
        #expect(run.status == 0)
        sentences.append(run.output)
      }
    }
    #expect(sentences.count == 7)
  }

  @Test func `no output replaces what is read, by whichever name`() async throws {
    let shard = try await report("--shard", "1/1")
    let before = try shard.text
    for command in ["merge", "matrix"] {
      for name in [shard.path, alias(shard.path)] {
        let run = try await ProgramRun(command, shard.path, "--report", "json=\(name)")
        #expect(run.status == 2)
        #expect(run.errors.contains("is read by this command"), "\(run.errors)")
      }
    }
    #expect(try shard.text == before)
    let target = try ScratchFile(#"{"endpoint": "http://127.0.0.1:9", "token": "t"}"#)
    for words in [
      ["bundle", "\(target.path).bundle", "--statement", alias(target.path)],
      ["proxy", "--ready-file", alias(target.path)],
    ] {
      let run = try await ProgramRun(words + ["--target", target.path])
      #expect(run.status == 2)
      #expect(run.errors.contains("is read by this command"), "\(run.errors)")
    }
  }

  @Test func `no report replaces the token, and none is the baseline as well`() async throws {
    let token = try ScratchFile("a token")
    let named = try await ProgramRun(
      "run", "--report", "json=\(token.path)",
      environment: ["SWR_ENDPOINT": "http://127.0.0.1:9", "SWR_TOKEN_FILE": token.path])
    #expect(named.status == 2)
    #expect(named.errors.contains("is read by this command"), "\(named.errors)")
    #expect(try token.text == "a token")
    let fresh = token.path + ".baseline"
    let both = try await ProgramRun(
      "run", "--write-baseline", fresh, "--report", "json=\(fresh)")
    #expect(both.status == 2)
    #expect(both.errors.contains("two outputs go to \(fresh)"), "\(both.errors)")
  }

  @Test func `what is no shard, no case or no recording ends in exit code 2`() async throws {
    let whole = try await report()
    let target = try ScratchFile(#"{"endpoint": "http://127.0.0.1:9", "token": "t"}"#)
    let cases = [
      (["merge", whole.path], "is a whole report and no shard"),
      (["merge", whole.path + ".none"], "cannot be read"),
      (["matrix", whole.path + ".none"], "cannot be read"),
      (["matrix", whole.path, alias(whole.path)], "are the same file; name each once"),
      (["infer", "--mock", "--only", "ListNothing"], "no case has an id that begins with"),
      (["infer", "--mock", whole.path], "leave out --mock or \"\(whole.path)\""),
      (["proxy", "--target", target.path, "--only", "ListNothing"], "no case has an id"),
      (["proxy", "--target", target.path, "--port", "9"], "is this proxy itself"),
      (["infer", "--mock", "--contract", whole.path], "\(whole.path)"),
      (["infer", whole.path], "\(whole.path)"),
    ]
    for (words, complaint) in cases {
      let run = try await ProgramRun(words)
      #expect(run.status == 2, "\(words)")
      #expect(run.output == "")
      #expect(run.errors.contains(complaint), "\(run.errors)")
    }
  }

  @Test func `what holds in all rows and stands in no spec is printed as a literal`() async throws {
    let run = try await ProgramRun("infer", "--mock", "--only", "ListGcTasks", "--json")
    #expect(run.status == 0)
    let told = try ReportDocument(run.output).root["invariants"]?.elements.map {
      $0["literal"]?.string ?? ""
    }
    #expect(
      try #require(told).contains { $0.hasPrefix(#".told(field: "job_parameters.freed_space""#) })
  }
}
