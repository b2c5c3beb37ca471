// SPDX-License-Identifier: Apache-2.0
// The standard streams of a process, which may be closed, full, or read by nobody.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Standard output and standard error, written without a trap whatever they are.
public enum StandardStream: CInt, Sendable {
  case output = 1
  case error = 2

  /// Writes all of it, or says why not.
  public func write(_ text: String) throws(FileProblem) {
    try Descriptor.write(text.utf8, to: rawValue)
  }

  public var isTerminal: Bool { isatty(rawValue) == 1 }

  /// Makes writing into a pipe that nobody reads, or beyond the largest file, an error and no signal,
  /// and keeps the numbers of closed streams from being given to files that are opened later.
  ///
  /// Called once, before anything is opened.
  public static func settle() {
    // Handlers that do nothing, since programs that we start would inherit that a signal is ignored.
    for number in [SIGPIPE, SIGXFSZ] { signal(number) { _ in } }
    for number in 0...2 as ClosedRange<CInt> where fcntl(number, F_GETFD) < 0 {
      // Open the wrong way round, so that using it fails as a closed one does.
      _ = open("/dev/null", number == 0 ? O_WRONLY : O_RDONLY)
    }
  }
}
