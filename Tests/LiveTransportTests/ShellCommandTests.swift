// SPDX-License-Identifier: Apache-2.0
// The bounds of a token command: time, output, and children that stay behind.

import Testing

@testable import LiveTransport

@Suite(.timeLimit(.minutes(30))) struct ShellCommandTests {
  @Test func `a command that does not end is ended`() {
    let problem = #expect(throws: Target.Problem.self) {
      try ShellCommand("exec sleep 50", named: "SWR_TOKEN_COMMAND").output(
        within: .milliseconds(100))
    }
    #expect(
      problem?.description == "SWR_TOKEN_COMMAND did not end within 0.1 seconds; "
        + "run it by hand; it gets no input")
  }

  @Test func `much output on both streams blocks nobody`() throws {
    let line = "head -c 300000 /dev/zero | tr '\\0' e >&2; head -c 300000 /dev/zero | tr '\\0' o"
    let text = try ShellCommand(line, named: "SWR_TOKEN_COMMAND").output(within: .seconds(30))
    #expect(text == String(repeating: "o", count: 300_000))
  }

  @Test func `a child that keeps the stream open is not waited for`() throws {
    #expect(
      try ShellCommand("sleep 3 & echo t", named: "SWR_TOKEN_COMMAND").output(within: .seconds(30))
        == "t")
  }
}
