// SPDX-License-Identifier: Apache-2.0
// An open file of the system, closed once, and the names under which a process finds its own.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A number that the system knows an open file by; closed with the last reference.
final class Descriptor: Sendable {
  let number: CInt

  init(opening path: String, _ flags: CInt, _ mode: mode_t = 0o666) throws(FileProblem) {
    var opened: CInt
    repeat { opened = open(path, flags | O_CLOEXEC, mode) } while opened < 0 && errno == EINTR
    guard opened >= 0 else { throw FileProblem(code: errno) }
    number = opened
  }

  /// Another number of the same open file, so that whoever has the first one keeps it.
  init(copying other: CInt) throws(FileProblem) {
    number = fcntl(other, F_DUPFD_CLOEXEC, 3)
    guard number >= 0 else { throw FileProblem(code: errno) }
  }

  deinit { close(number) }

  /// Writes all of it, however many pieces the system takes it in.
  func append(_ bytes: some Collection<UInt8>) throws(FileProblem) {
    try Self.write(bytes, to: number)
  }

  static func write(_ bytes: some Collection<UInt8>, to number: CInt) throws(FileProblem) {
    let written = bytes.withContiguousStorageIfAvailable {
      outcome(of: UnsafeRawBufferPointer($0), to: number)
    }
    guard let written else { return try write(Array(bytes), to: number) }
    try written.get()
  }

  private static func outcome(
    of bytes: UnsafeRawBufferPointer, to number: CInt
  ) -> Result<Void, FileProblem> {
    var rest = bytes[...]
    while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
      let count = systemWrite(number, start, rest.count)
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN || errno == EWOULDBLOCK {
        // Whoever gave us the file may have made it one that does not wait.
        var polled = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
        _ = poll(&polled, 1, -1)
        continue
      }
      guard count > 0 else { return .failure(FileProblem(code: count < 0 ? errno : EIO)) }
      rest = rest.dropFirst(count)
    }
    return .success(())
  }

  /// The number that a path such as `/dev/fd/3` or `/dev/stdout` stands for, links followed; nil for
  /// any other path.
  static func number(behind path: String) -> CInt? {
    var path = path
    for _ in 0..<16 {
      if let number = named[path] { return number }
      for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
        return CInt(path.dropFirst(folder.count))
      }
      guard let next = destination(of: path) else { return nil }
      path = next
    }
    return nil
  }

  private static let named: [String: CInt] = [
    "/dev/stdin": 0, "/dev/stdout": 1, "/dev/stderr": 2,
  ]

  /// Where a link leads; nil where there is none.
  static func destination(of path: String) -> String? {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = buffer.withUnsafeMutableBytes { memory in
      readlink(path, memory.baseAddress!.assumingMemoryBound(to: CChar.self), memory.count)
    }
    guard count > 0 else { return nil }
    let target = String(decoding: buffer[..<count], as: UTF8.self)
    if target.hasPrefix("/") { return target }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    return folder + target
  }
}

// Inside the class this name means its own method.
private let systemWrite = write
