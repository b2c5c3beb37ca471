// SPDX-License-Identifier: Apache-2.0
// The bounds of a token command: time, output, and children that stay behind.

import Testing

@testable import LiveTransport

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite(.timeLimit(.minutes(30))) struct ShellCommandTests {
  @Test func `a command that does not end is ended, with all that it has started`() {
    let problem = whatEnds("sleep 600; echo t", within: .milliseconds(100))
    #expect(
      problem == "SWR_TOKEN_COMMAND did not end within 0.1 seconds; "
        + "run it by hand; it gets no input")
  }

  @Test(arguments: ["yes", "yes; sleep 600", "yes & sleep 600"])
  func `a command that prints without end is ended, with all that it has started`(line: String) {
    #expect(
      whatEnds(line, within: .seconds(600)) == "SWR_TOKEN_COMMAND printed more than 1 MiB; "
        + "let it print the token alone")
  }

  /// Why a command was ended; expects that none of its processes is left.
  private func whatEnds(_ line: String, within patience: Duration) -> String? {
    var ends: [CInt] = [-1, -1]
    pipe(&ends)
    defer { close(ends[0]) }
    let problem = #expect(throws: Target.Problem.self) {
      try ShellCommand(line, named: "SWR_TOKEN_COMMAND").output(within: patience)
    }
    // The other copies of this end are those that the processes hold.
    close(ends[1])
    var polled = [pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)]
    #expect(poll(&polled, 1, 60_000) == 1, "a process of the command is left")
    return problem?.description
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
