// SPDX-License-Identifier: Apache-2.0
// Ctrl-C and SIGTERM while something is under way that should end in order.

import Conformance
@preconcurrency import Dispatch
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Hears SIGINT and SIGTERM in the program's place for as long as it lives.
final class Interruption: Sendable {
  private let sources: [any DispatchSourceSignal]
  private let heard: Mutex<Bool>

  private static let signals = [SIGINT, SIGTERM]

  /// Acts on the first signal; the second one ends the program at once.
  init(first act: @escaping @Sendable () async -> Void) {
    sources = Self.signals.map { DispatchSource.makeSignalSource(signal: $0, queue: .global()) }
    heard = Mutex(false)
    for (number, source) in zip(Self.signals, sources) {
      source.setEventHandler { [weak self] in
        self?.heard.withLock { $0 = true }
        for number in Self.signals { signal(number) { _ in _exit(ExitCode.interrupted.rawValue) } }
        Task { await act() }
      }
      signal(number, SIG_IGN)
      source.resume()
    }
  }

  deinit {
    for number in Self.signals { signal(number, SIG_DFL) }
  }

  var wasHeard: Bool { heard.withLock { $0 } }
}
