// SPDX-License-Identifier: Apache-2.0
// A file that grows beside its place and takes it once it is whole.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file under a name of its own, which is gone with its owner unless it was put into its place.
struct StagedFile: ~Copyable {
  /// Why a file cannot be written.
  struct Failure: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) {
      self.description = description
    }

    /// - Parameter code: What the system calls `errno`.
    init(code: CInt) {
      description = String(cString: strerror(code))
    }
  }

  private let place: String
  private let name: String
  private let descriptor: CInt

  /// - Parameter path: The place; a link is followed, and what is there stays until the end.
  init(for path: String) throws(Failure) {
    var status = stat()
    let isThere = stat(path, &status) == 0
    guard !isThere || status.st_mode & S_IFMT == S_IFREG else {
      throw Failure("it is there already, and no regular file")
    }
    let place = Self.target(of: path) ?? path
    let name = "\(place).\(getpid()).part"
    let descriptor = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Failure(code: errno) }
    if isThere { _ = fchmod(descriptor, status.st_mode & 0o777) }
    (self.place, self.name, self.descriptor) = (place, name, descriptor)
  }

  deinit {
    close(descriptor)
    unlink(name)
  }

  private static func target(of path: String) -> String? {
    guard let whole = realpath(path, nil) else { return nil }
    defer { free(whole) }
    return String(cString: whole)
  }

  func append(_ bytes: [UInt8]) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Failure(code: errno) }
      rest = rest.dropFirst(count)
    }
  }

  func putInPlace() throws(Failure) {
    guard rename(name, place) == 0 else { throw Failure(code: errno) }
  }
}
