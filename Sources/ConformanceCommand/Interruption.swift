// SPDX-License-Identifier: Apache-2.0
// Ctrl-C, SIGTERM and SIGHUP while something is under way that should end, or report, in order.

import Conformance
@preconcurrency import Dispatch
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Hears SIGINT, SIGTERM and, where nobody has it ignored as `nohup` does, SIGHUP in the program's place
/// for as long as it lives.
final class Interruption: Sendable {
  private let heard = Mutex(false)

  private let signals = [SIGINT, SIGTERM] + (Signals.isIgnored(SIGHUP) ? [] : [SIGHUP])

  /// Acts on the first signal; the second one ends the program at once.
  init(first act: @escaping @Sendable () async -> Void) {
    for number in signals {
      Signals.shared.hear(number) { [weak self] in
        let isFirst = self?.heard.withLock { heard in
          defer { heard = true }
          return !heard
        }
        guard isFirst == true else { _exit(ExitCode.interrupted.rawValue) }
        Task { await act() }
      }
    }
  }

  deinit { for number in signals { Signals.shared.leave(number) } }

  var wasHeard: Bool { heard.withLock { $0 } }
}

/// The signals that the program hears itself: none that arrives after `hear` has returned is lost.
///
/// A signal source of Dispatch takes the signal over at a later time, on a thread of its own; what
/// arrives before is lost, or ends the program.
final class Signals: Sendable {
  static let shared = Signals()

  private let acts = Mutex<[CInt: @Sendable () -> Void]>([:])
  private let source: any DispatchSourceRead
  /// Where a signal leaves its number, as one byte.
  private let input: CInt

  private init() {
    var ends: [CInt] = [-1, -1]
    pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let output = ends[0]
    input = ends[1]
    source = DispatchSource.makeReadSource(
      fileDescriptor: output, queue: DispatchQueue(label: "signals"))
    source.setEventHandler { [self] in
      var byte: UInt8 = 0
      guard read(output, &byte, 1) == 1 else { return }
      acts.withLock { $0[CInt(byte)] }?()
    }
    source.activate()
  }

  func hear(_ number: CInt, _ act: @escaping @Sendable () -> Void) {
    acts.withLock { $0[number] = act }
    signal(number) { number in
      let before = errno
      var byte = UInt8(truncatingIfNeeded: number)
      _ = write(Signals.shared.input, &byte, 1)
      errno = before
    }
  }

  /// Whether whoever started the program lets the signal come to nothing.
  static func isIgnored(_ number: CInt) -> Bool {
    let act = signal(number, SIG_DFL)
    signal(number, act)
    return unsafeBitCast(act, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Gives the signal back to the system, which ends the program with it.
  func leave(_ number: CInt) {
    signal(number, SIG_DFL)
    acts.withLock { $0[number] = nil }
  }
}
