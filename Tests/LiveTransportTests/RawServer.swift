// SPDX-License-Identifier: Apache-2.0
// A peer that sends any bytes at all, for the faults that no HTTP server would make.

import Dispatch
import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Accepts connections on 127.0.0.1, answers as many requests on each as it has answers, and closes.
final class RawServer: Sendable {
  enum Closing: Sendable {
    /// After the bytes, in an orderly way.
    case orderly
    /// After the bytes, with a reset.
    case reset
    /// Only when the client closes.
    case never
  }

  let port: UInt16
  private let listener: Int32

  var endpoint: String { "http://127.0.0.1:\(port)" }

  init(_ answers: [[UInt8]], closing: Closing = .orderly) throws {
    let (listener, port) = try listenOnLoopback()
    (self.listener, self.port) = (listener, port)
    Thread.detachNewThread {
      while case let peer = accept(listener, nil, nil), peer >= 0 {
        Thread.detachNewThread { Self.serve(peer, answers, closing) }
      }
      close(listener)
    }
  }

  convenience init(_ answer: [UInt8], closing: Closing = .orderly) throws {
    try self.init([answer], closing: closing)
  }

  convenience init(_ answers: String..., closing: Closing = .orderly) throws {
    try self.init(answers.map { Array($0.utf8) }, closing: closing)
  }

  /// Wakes the thread, which closes the listener itself: its number may be given away at once.
  deinit { shutdown(listener, Int32(SHUT_RDWR)) }

  private static func serve(_ peer: Int32, _ answers: [[UInt8]], _ closing: Closing) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    for answer in answers {
      _ = recv(peer, &buffer, buffer.count, 0)
      _ = send(peer, answer, answer.count, Int32(MSG_NOSIGNAL))
    }
    if closing == .never { _ = recv(peer, &buffer, buffer.count, 0) }
    if closing == .reset {
      usleep(50_000)
      var linger = linger(l_onoff: 1, l_linger: 0)
      setsockopt(peer, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<linger>.size))
    }
    close(peer)
  }
}
