// SPDX-License-Identifier: Apache-2.0
// What is read is bounded, in bytes and in time, whatever has the name.

import Files
import Foundation
import Testing

@Suite struct InputFileTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test func `a file is read whole, through links too`() throws {
    let text = String(repeating: "text ", count: 40_000)
    try folder.write(text, to: "a")
    symlink("a", folder("link"))
    #expect(try InputFile.bytes(folder("link")) == Array(text.utf8))
    try folder.write("", to: "empty")
    #expect(try InputFile.bytes(folder("empty")).isEmpty)
  }

  @Test func `what cannot be read is refused with a reason of ours`() throws {
    mkfifo(folder("pipe"), 0o600)
    symlink("circle", folder("circle"))
    try folder.write("", to: "sparse")
    truncate(folder("sparse"), 6 << 30)
    let table: [(String, String)] = [
      (folder("none"), "there is no such file"), (folder.path, "it is a folder"),
      ("/dev/zero", "it has more than 1 MiB, and no more is read"),
      (folder("sparse"), "it has more than 1 MiB, and no more is read"),
      (folder("pipe"), "nobody wrote into it for 0 s"),
      (folder("circle"), "its links lead in a circle"), ("/dev/fd/987654", "it is closed"),
    ]
    for (path, reason) in table {
      let problem = #expect(throws: FileProblem.self) {
        try InputFile.bytes(path, atMost: 1 << 20, patience: 0)
      }
      #expect(problem?.description == reason, "\(path)")
    }
  }

  @Test func `a look at the head takes nothing away, and none is taken at a pipe`() throws {
    try folder.write("", to: "sparse")
    truncate(folder("sparse"), 6 << 30)
    #expect(try InputFile.head(folder("sparse"), atMost: 7) == Array(repeating: 0, count: 7))
    try folder.write("some text", to: "a")
    #expect(try InputFile.head(folder("a"), atMost: 100) == Array("some text".utf8))
    let open = try #require(FileHandle(forReadingAtPath: folder("a")))
    try open.seek(toOffset: 5)
    let path = "/dev/fd/\(open.fileDescriptor)"
    #expect(try InputFile.head(path, atMost: 2) == Array("te".utf8))
    #expect(try InputFile.bytes(path) == Array("text".utf8))
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data("through".utf8))
    try pipe.fileHandleForWriting.close()
    let number = pipe.fileHandleForReading.fileDescriptor
    #expect(try InputFile.head("/dev/fd/\(number)", atMost: 7) == nil)
    #expect(try InputFile.bytes("/dev/fd/\(number)") == Array("through".utf8))
    let table = [(folder.path, "it is a folder"), (folder("none"), "there is no such file")]
    for (path, reason) in table {
      let problem = #expect(throws: FileProblem.self) { try InputFile.head(path, atMost: 7) }
      #expect(problem?.description == reason)
    }
  }

  @Test func `a pipe is read to its end, by its number too`() throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data("through".utf8))
    try pipe.fileHandleForWriting.close()
    let number = pipe.fileHandleForReading.fileDescriptor
    #expect(try InputFile.bytes("/dev/fd/\(number)") == Array("through".utf8))
  }
}
