// SPDX-License-Identifier: Apache-2.0
// Why a file cannot be read or written, in words of ours that go behind its path.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What keeps a file from being read or written; the description goes behind a colon.
public struct FileProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// Such as `there is no such file`.
  public var description: String
  /// Whether nobody reads what is written any more, which a reader such as `head` decides.
  public var isReaderGone = false
  /// Whether a file is there already where a new one was wanted.
  public var isPresence = false

  init(_ description: String) { self.description = description }

  /// - Parameter code: What the system calls `errno`.
  package init(code: CInt) {
    description = Self.sentences[code] ?? "the system says: " + String(cString: strerror(code))
    isReaderGone = code == EPIPE
    isPresence = code == EEXIST
  }

  static func tooLong(_ most: Int) -> FileProblem {
    let words = most % (1 << 20) == 0 ? "\(most >> 20) MiB" : "\(most) bytes"
    return FileProblem("it has more than \(words), and no more is read")
  }

  private static let sentences: [CInt: String] = [
    ENOENT: "there is no such file", ENOTDIR: "a part of the path is no folder",
    EACCES: "its permissions forbid it", EPERM: "its permissions forbid it",
    EISDIR: "it is a folder", ENOSPC: "no space is left", EDQUOT: "the quota is used up",
    EFBIG: "the file would be larger than is allowed", EROFS: "the file system is read-only",
    ENAMETOOLONG: "the name is too long", ELOOP: "its links lead in a circle",
    EPIPE: "nobody reads it", ENXIO: "nobody is at its other end", EBADF: "it is closed",
    EMFILE: "too many files are open", ENFILE: "too many files are open",
    EEXIST: "it is there already", EIO: "the device has failed", ETXTBSY: "it is being run",
    EBUSY: "it is in use",
  ]
}
