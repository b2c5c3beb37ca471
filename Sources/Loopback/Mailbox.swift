// SPDX-License-Identifier: Apache-2.0
// Answers that were made on other threads, on their way to the one that has the sockets.

import Synchronization

/// What is to be sent, and the bell that wakes whoever sends it.
final class Mailbox: Sendable {
  /// An answer and the number of the connection that waits for it.
  struct Letter {
    var connection: Int
    var reply: Reply
  }

  /// The far end of the bell; guarded, so that nobody writes to a number that another file has got.
  private let rope: Socket
  private let letters = Mutex<[Letter]>([])

  init(rope: Socket) { self.rope = rope }

  func put(_ letter: Letter) {
    letters.withLock { letters in
      letters.append(letter)
      if letters.count == 1 { _ = rope.send([0]) }
    }
  }

  func take() -> [Letter] {
    letters.withLock { letters in
      defer { letters.removeAll() }
      return letters
    }
  }

  /// Rings for the end.
  func close() { letters.withLock { _ in rope.close() } }
}
