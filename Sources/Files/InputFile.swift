// SPDX-License-Identifier: Apache-2.0
// Reads a file, a pipe or a device as a whole, with a bound in bytes and in time.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file that is read once from front to back.
public enum InputFile {
  /// What is longer is no file of ours: 64 MiB.
  public static let limit = 64 << 20
  /// So long is waited for each part of a pipe, in seconds.
  public static let patience = 10

  /// All bytes of a regular file, or what comes out of a pipe or a device.
  ///
  /// - Parameters:
  ///   - most: How many bytes there may be.
  ///   - patience: For how many seconds a pipe is waited for that nobody writes.
  public static func bytes(
    _ path: String, atMost most: Int = limit, patience: Int = patience
  ) throws(FileProblem) -> [UInt8] {
    let descriptor = try Descriptor.reading(path)
    var status = stat()
    guard fstat(descriptor.number, &status) == 0 else { throw FileProblem(code: errno) }
    let length = try status.regularLength() ?? 0
    guard length <= most else { throw .tooLong(most) }
    return try descriptor.bytes(expecting: length, atMost: most, patience: patience)
  }

  /// The first bytes of a regular file, which stay there for whoever reads it; nil for a pipe or a
  /// device, which says everything once.
  ///
  /// - Parameter most: How many bytes are read.
  public static func head(_ path: String, atMost most: Int) throws(FileProblem) -> [UInt8]? {
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileProblem(code: errno) }
    // To open a pipe and close it again would end whoever writes into it.
    guard try status.regularLength() != nil else { return nil }
    return try Descriptor.reading(path).head(atMost: most)
  }
}

extension stat {
  /// How many bytes a regular file has; nil for a pipe or a device.
  fileprivate func regularLength() throws(FileProblem) -> Int? {
    let kind = st_mode & S_IFMT
    guard kind != S_IFDIR else { throw FileProblem(code: EISDIR) }
    return kind == S_IFREG ? Int(st_size) : nil
  }
}

extension Descriptor {
  /// Reads on from where it stands, and leaves it there.
  fileprivate func head(atMost most: Int) throws(FileProblem) -> [UInt8] {
    let start = max(0, lseek(number, 0, SEEK_CUR))
    var bytes = [UInt8](repeating: 0, count: most)
    var length = 0
    while length < most {
      let count = bytes.withUnsafeMutableBytes {
        pread(number, $0.baseAddress! + length, most - length, start + off_t(length))
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileProblem(code: errno) }
      if count == 0 { break }
      length += count
    }
    return Array(bytes[..<length])
  }

  /// Without O_NONBLOCK a pipe that nobody writes would be waited for until somebody does.
  fileprivate static func reading(_ path: String) throws(FileProblem) -> Descriptor {
    if let number = number(behind: path) { return try Descriptor(copying: number) }
    return try Descriptor(opening: path, O_RDONLY | O_NONBLOCK | O_NOCTTY)
  }

  fileprivate func bytes(
    expecting length: Int, atMost most: Int, patience: Int
  ) throws(FileProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(length)
    var part = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      try wait(patience)
      let count = read(number, &part, part.count)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count >= 0 else { throw FileProblem(code: errno) }
      guard count > 0 else { return bytes }
      guard bytes.count + count <= most else { throw .tooLong(most) }
      bytes += part[..<count]
    }
  }

  /// Returns when there is something to read, or the end.
  private func wait(_ patience: Int) throws(FileProblem) {
    var polled = [pollfd(fd: number, events: Int16(POLLIN), revents: 0)]
    while true {
      let count = poll(&polled, 1, CInt(clamping: patience * 1000))
      if count > 0 { return }
      guard count < 0 else { throw FileProblem("nobody wrote into it for \(patience) s") }
      guard errno == EINTR else { throw FileProblem(code: errno) }
    }
  }
}
