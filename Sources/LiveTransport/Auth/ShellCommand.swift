// SPDX-License-Identifier: Apache-2.0
// The command that prints a token, while it runs: how long it may, and what is told of its failure.

import Dispatch
import Synchronization
import Wire

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A line for `/bin/sh` that prints one thing and ends.
struct ShellCommand {
  private let line: String
  /// The variable that holds the line.
  private let name: String

  init(_ line: String, named name: String) {
    self.name = name
    self.line = line
  }

  /// What it printed, without blanks around it; waits in the calling thread.
  ///
  /// - Throws: Why there is no output; what takes too long or prints too much was ended, with all
  ///   that it had started.
  func output(within patience: Duration) throws(Target.Problem) -> String {
    let printed = Printed(atMost: TokenSource.longest)
    let group = ProcessGroup(leader: try start(writingTo: printed.input))
    defer { group.leave() }
    printed.read(orEnd: group)
    let ending = Ending(of: group.leader).status(within: patience)
    if ending == nil { group.end() }
    guard let text = printed.text else {
      throw fault(
        "printed more than \(TokenSource.longest >> 20) MiB",
        remedy: "let it print the token alone")
    }
    guard let status = ending else {
      throw fault("did not end within \(patience)", remedy: "run it by hand; it gets no input")
    }
    guard status == 0 else { throw failure(status) }
    guard !text.isEmpty else { throw fault("printed nothing", remedy: "let it print the token") }
    return text
  }

  private func start(writingTo output: CInt) throws(Target.Problem) -> pid_t {
    defer { close(output) }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    // What the program hears itself, the command would inherit as a signal to ignore.
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, CShort(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments = ["/bin/sh", "-c", line].map { (word: String) in strdup(word) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, "/bin/sh", &actions, &attributes, arguments, environ)
    guard code == 0 else {
      throw fault(
        "cannot be run: \(String(cString: strerror(code)))", remedy: "see whether sh is there")
    }
    return process
  }

  /// What it says of itself is not shown, since the token may stand there.
  private func failure(_ status: CInt) -> Target.Problem {
    let signal = status & 0x7F
    return fault(
      signal == 0
        ? "ended with exit code \(status >> 8 & 0xFF)" : "ended with signal \(signal)",
      remedy: "run it by hand to see why; what it says may hold the token and is not shown")
  }

  private func fault(_ what: String, remedy: String) -> Target.Problem {
    Target.Problem("\(name) \(what)", remedy: remedy)
  }
}

/// A process with all that it starts, which one signal reaches.
private struct ProcessGroup: Sendable {
  let leader: pid_t
  /// Those that end with the program, for no Ctrl-C at a terminal reaches them.
  private static let running = Mutex<Set<pid_t>>([])
  private static let endsWithProgram = atexit {
    ProcessGroup.running.withLock { leaders in
      for leader in leaders { kill(-leader, SIGTERM) }
    }
  }

  init(leader: pid_t) {
    self.leader = leader
    _ = Self.endsWithProgram
    Self.running.withLock { _ = $0.insert(leader) }
  }

  func end() { kill(-leader, SIGTERM) }

  /// Lets live what is still there.
  func leave() { Self.running.withLock { _ = $0.remove(leader) } }
}

/// The end of a process, for which a thread of its own waits.
private final class Ending: Sendable {
  private let status = Mutex<CInt>(0)
  private let end = DispatchSemaphore(value: 0)

  init(of process: pid_t) {
    DispatchQueue(label: "end of a command").async { [self] in
      var status: CInt = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
      self.status.withLock { [status] in $0 = status }
      end.signal()
    }
  }

  /// What `waitpid` says; nil where the process does not end in time.
  func status(within patience: Duration) -> CInt? {
    guard end.wait(timeout: .now() + patience / .seconds(1)) == .success else { return nil }
    return status.withLock { $0 }
  }
}

/// The output of a process, read by a thread of its own so that a full pipe never blocks anybody.
private final class Printed: Sendable {
  /// Where the process writes; whoever starts it closes this end.
  let input: CInt
  private let output: CInt
  private let most: Int
  private let bytes = Mutex<[UInt8]>([])
  private let end = DispatchSemaphore(value: 0)

  /// - Parameter most: How many bytes there may be.
  init(atMost most: Int) {
    self.most = most
    var ends: [CInt] = [-1, -1]
    pipe(&ends)
    (output, input) = (ends[0], ends[1])
    // A command that is started meanwhile must not hold our end open.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  /// Reads to the end, or to the first byte too many, with which the processes are ended.
  func read(orEnd group: ProcessGroup) {
    DispatchQueue(label: "output of a command").async { [self] in
      var part = [UInt8](repeating: 0, count: 4096)
      while !isTooMuch {
        let count = Self.read(output, into: &part)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { break }
        bytes.withLock { [part] in $0 += part[..<count] }
      }
      close(output)
      if isTooMuch { group.end() }
      end.signal()
    }
  }

  private var isTooMuch: Bool { bytes.withLock { $0.count > most } }

  private static func read(_ stream: CInt, into part: inout [UInt8]) -> Int {
    #if canImport(Darwin)
      Darwin.read(stream, &part, part.count)
    #else
      Glibc.read(stream, &part, part.count)
    #endif
  }

  /// What came until the end, nil if it is too much; a child that keeps the stream open is waited for
  /// one second.
  var text: String? {
    if end.wait(timeout: .now() + 1) == .success { end.signal() }
    return isTooMuch
      ? nil : bytes.withLock { String(decoding: $0, as: UTF8.self) }.trimmed
  }
}
