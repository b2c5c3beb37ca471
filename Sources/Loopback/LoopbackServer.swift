// SPDX-License-Identifier: Apache-2.0
// The door of the mock registry: a real HTTP/1.1 server that only this machine can reach.

import Dispatch
public import Wire

/// An HTTP/1.1 server on 127.0.0.1 that lives until it is stopped or nobody holds it any more.
///
/// One thread of its own waits for all connections at once, so who answers is never called twice at
/// the same time and must not block: a slow answer is one with a delay, and what takes its own time
/// comes through an ``Asker``.
public final class LoopbackServer: Sendable {
  /// The port that is listened on, also where port 0 was asked for.
  public let port: UInt16

  private let mailbox: Mailbox
  private let thread = DispatchQueue(label: "loopback")
  private let running = DispatchGroup()

  /// Listens on 127.0.0.1, where port 0 takes a free one; throws if the port cannot be had.
  public convenience init(
    port: UInt16 = 0, limits: Limits = Limits(),
    answer: @escaping @Sendable (HTTPRequest) -> LoopbackAnswer
  ) throws(Failure) {
    try self.init(port, limits, .atOnce(answer))
  }

  /// The same for answers that are made elsewhere, one for each ``Asker``.
  public convenience init(
    port: UInt16 = 0, limits: Limits = Limits(), relay: @escaping @Sendable (Asker) -> Void
  ) throws(Failure) {
    try self.init(port, limits, .elsewhere(relay))
  }

  private init(_ port: UInt16, _ limits: Limits, _ service: Service) throws(Failure) {
    let listener = try Socket.listening(on: port)
    let (bell, rope) = try Socket.pair()
    self.port = listener.port
    let mailbox = Mailbox(rope: rope)
    self.mailbox = mailbox
    thread.async(group: running) {
      var loop = EventLoop(
        listener: listener, bell: bell, mailbox: mailbox, limits: limits, service: service)
      loop.run()
    }
  }

  /// The start of every URL of this server, without a slash at the end.
  public var endpoint: String { "http://127.0.0.1:\(port)" }

  /// Closes the listener and all connections, and returns when the port is free again.
  ///
  /// Calling it twice is harmless; calling it from within `answer` is a programming error.
  public func stop() {
    dispatchPrecondition(condition: .notOnQueue(thread))
    mailbox.close()
    running.wait()
  }

  deinit { mailbox.close() }
}
