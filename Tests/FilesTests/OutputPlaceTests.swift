// SPDX-License-Identifier: Apache-2.0
// Where files go: plain ones are replaced whole, everything else is written through.

import Files
import Foundation
import Testing

@Suite struct OutputPlaceTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test func `a file that is there is replaced whole, with its permissions`() throws {
    try folder.write("before", to: "a")
    chmod(folder("a"), 0o640)
    let file = try OutputPlace(folder("a")).open()
    try file.append(Array("after".utf8))
    #expect(try folder.text(of: "a") == "before")
    try file.putInPlace()
    #expect(try folder.text(of: "a") == "after")
    var status = stat()
    #expect(stat(folder("a"), &status) == 0 && status.st_mode & 0o777 == 0o640)
    #expect(try folder.names == ["a"])
  }

  @Test func `what is not put into its place leaves nothing`() throws {
    try folder.write("before", to: "a")
    do { try OutputPlace(folder("a")).open().append([1]) }
    #expect(try folder.text(of: "a") == "before")
    #expect(try folder.names == ["a"])
  }

  @Test func `trying a path leaves nothing`() throws {
    _ = try OutputPlace(folder("a"))
    #expect(try folder.names == [])
  }

  @Test func `a link stays, and its target is written, there or not`() throws {
    try folder.write("before", to: "target")
    symlink("target", folder("link"))
    symlink("new", folder("dangling"))
    for (link, target) in [("link", "target"), ("dangling", "new")] {
      try OutputPlace(folder(link)).write(Array("after".utf8))
      #expect(try folder.text(of: target) == "after")
      #expect(
        try FileManager.default.destinationOfSymbolicLink(atPath: folder(link)) == target)
    }
  }

  @Test func `a pipe is written through and stays a pipe`() throws {
    mkfifo(folder("pipe"), 0o600)
    let path = folder("pipe")
    let reader = open(path, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    do { try OutputPlace(path).write(Array("through".utf8)) }
    #expect(try InputFile.bytes("/dev/fd/\(reader)") == Array("through".utf8))
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
  }

  @Test func `a number of an open file is written through, by any of its names`() throws {
    let file = try #require(fopen(folder("a"), "w"))
    symlink("/dev/fd/\(fileno(file))", folder("link"))
    for name in ["/dev/fd/\(fileno(file))", "/proc/self/fd/\(fileno(file))", folder("link")] {
      try OutputPlace(name).write(Array("x".utf8))
    }
    fclose(file)
    #expect(try folder.text(of: "a") == "xxx")
  }

  @Test func `a full device says so and stays a device`() throws {
    let place = try OutputPlace("/dev/full")
    let problem = #expect(throws: FileProblem.self) { try place.write([1]) }
    #expect(problem?.description == "no space is left")
    var status = stat()
    #expect(stat("/dev/full", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test func `a path that cannot be written is refused with a reason of ours`() throws {
    try folder.write("", to: "file")
    symlink("circle", folder("circle"))
    mkfifo(folder("pipe"), 0o600)
    let table: [(String, String)] = [
      (folder("no/such"), "there is no such folder"), (folder.path, "it is a folder"),
      (folder("new/"), "it is a folder"), (folder("file/below"), "a part of the path is no folder"),
      (folder("circle"), "its links lead in a circle"),
      (folder(String(repeating: "x", count: 256)), "the name is too long"),
      ("/dev/fd/987654", "it is closed"),
      (folder("pipe"), "nobody reads it; start its reader first"),
    ]
    for (path, reason) in table {
      let problem = #expect(throws: FileProblem.self) { try OutputPlace(path, patience: 0) }
      #expect(problem?.description == reason, "\(path)")
    }
  }

  @Test func `a name that is as long as names may be is written`() throws {
    let name = String(repeating: "x", count: 255)
    try OutputPlace(folder(name)).write([1])
    #expect(try folder.names == [name])
  }

  @Test func `a new file takes the place of none, whenever that came`() throws {
    let place = try OutputPlace(folder("a"), isNew: true)
    try folder.write("meanwhile", to: "a")
    #expect(throws: FileProblem.self) { try place.write([1]) }
    #expect(try folder.text(of: "a") == "meanwhile")
    let problem = #expect(throws: FileProblem.self) { try OutputPlace(folder("a"), isNew: true) }
    #expect(problem?.isPresence == true)
  }

  @Test func `two names of one file are the same place`() throws {
    try folder.write("", to: "a")
    symlink("a", folder("link"))
    let place = try OutputPlace(folder("a"))
    #expect(place.isSame(as: try OutputPlace(folder("link"))))
    #expect(OutputPlace.isOne(folder("a"), folder("link")))
    #expect(!OutputPlace.isOne(folder("a"), folder("b")))
    #expect(!place.isSame(as: try OutputPlace(folder("b"))))
    #expect(!(try OutputPlace("/dev/full")).isSame(as: try OutputPlace("/dev/full")))
  }
}
