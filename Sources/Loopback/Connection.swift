// SPDX-License-Identifier: Apache-2.0
// A conversation on its socket: moves bytes when the socket is ready, and decides nothing.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// One client of the server; its socket is closed when the value is dropped.
struct Connection {
  /// By which answers that were made elsewhere find it.
  let number: Int
  private let socket: Socket
  private var conversation: Conversation

  init(_ number: Int, _ socket: Socket, _ conversation: Conversation) {
    self.number = number
    self.socket = socket
    self.conversation = conversation
  }

  var deadline: Conversation.Instant { conversation.deadline }
  var isOver: Bool { conversation.isOver }
  var yields: Conversation.Instant? { conversation.yields }

  /// What `poll` is to wait for; errors are reported in any case.
  var interest: pollfd {
    var events: Int32 = 0
    if conversation.wantsInput { events |= Int32(POLLIN) }
    if !conversation.output.isEmpty { events |= Int32(POLLOUT) }
    return pollfd(fd: socket.descriptor, events: Int16(events), revents: 0)
  }

  /// Does what `poll` found to be possible and what the time demands.
  mutating func serve(_ events: Int32, at now: Conversation.Instant, scratch: inout [UInt8]) {
    guard events != 0 || deadline <= now else { return }
    if events != 0, conversation.wantsInput {
      receive(at: now, scratch: &scratch)
    } else if events & Int32(POLLERR | POLLHUP | POLLNVAL) != 0 {
      conversation.breakOff()
    }
    if deadline <= now { conversation.elapse(at: now) }
    send(at: now)
    if conversation.isLeaving { socket.endOutput() }
  }

  /// Sends an answer that was made elsewhere.
  mutating func take(_ reply: Reply, at now: Conversation.Instant) {
    conversation.take(reply, at: now)
    send(at: now)
    if conversation.isLeaving { socket.endOutput() }
  }

  private mutating func receive(at now: Conversation.Instant, scratch: inout [UInt8]) {
    switch socket.receive(into: &scratch) {
    case .moved(0): conversation.receiveEnd(at: now)
    case .moved(let count): conversation.receive(scratch[..<count], at: now)
    case .notNow: break
    case .broken: conversation.breakOff()
    }
  }

  private mutating func send(at now: Conversation.Instant) {
    while !conversation.isOver, !conversation.output.isEmpty {
      switch socket.send(conversation.output) {
      case .moved(let count): conversation.sent(count, at: now)
      case .notNow: return
      case .broken: conversation.breakOff()
      }
    }
  }
}
