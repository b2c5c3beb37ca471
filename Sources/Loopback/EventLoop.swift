// SPDX-License-Identifier: Apache-2.0
// The one thread of the server: sleeps in poll until a socket is ready or a deadline has come.

import Wire

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// All connections of one server, served in turn until the bell rings.
struct EventLoop {
  private let listener: Socket
  /// Becomes readable when there are letters, and when the other end of its pair is closed.
  private let bell: Socket
  private let mailbox: Mailbox
  private let limits: LoopbackServer.Limits
  private let service: LoopbackServer.Service
  private var connections: [Connection] = []
  private var clientCount = 0
  private var scratch = [UInt8](repeating: 0, count: 16 * 1024)
  /// Set while the process has no descriptor left for another connection.
  private var acceptsAgain: Conversation.Instant?

  init(
    listener: Socket, bell: Socket, mailbox: Mailbox, limits: LoopbackServer.Limits,
    service: LoopbackServer.Service
  ) {
    self.listener = listener
    self.bell = bell
    self.limits = limits
    self.mailbox = mailbox
    self.service = service
  }

  /// Returns when the bell has rung and the listener and all connections are closed.
  mutating func run() {
    while let events = wait(), events[0] == 0 || isRungForLetters() {
      let now = ContinuousClock.now
      if events[0] != 0 { deliver(at: now) }
      for index in connections.indices {
        connections[index].serve(events[index + 2], at: now, scratch: &scratch)
      }
      connections.removeAll(where: \.isOver)
      if let moment = acceptsAgain, moment <= now { acceptsAgain = nil }
      if events[1] != 0 {
        makeRoom(at: now)
        accept(at: now)
      }
    }
    listener.close()
    connections.removeAll()
  }

  /// Whether the bell rang for letters and not for the end.
  private mutating func isRungForLetters() -> Bool {
    switch bell.receive(into: &scratch) {
    case .moved(let count): count > 0
    case .notNow: true
    case .broken: false
    }
  }

  private mutating func deliver(at now: Conversation.Instant) {
    for letter in mailbox.take() {
      guard let place = connections.firstIndex(where: { $0.number == letter.connection }) else {
        continue
      }
      connections[place].take(letter.reply, at: now)
    }
  }

  /// Sleeps; the events of the bell, the listener and each connection, or nil if poll is broken.
  private func wait() -> [Int32]? {
    var polled = [
      pollfd(fd: bell.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: listener.descriptor, events: Int16(takesClients ? POLLIN : 0), revents: 0),
    ]
    polled += connections.map(\.interest)
    let count = poll(&polled, nfds_t(polled.count), milliseconds)
    guard count >= 0 || errno == EINTR else { return nil }
    return polled.map { count > 0 ? Int32($0.revents) : 0 }
  }

  private var isFull: Bool { connections.count >= limits.connections || acceptsAgain != nil }

  /// Whether there is room for another client, or can be made.
  private var takesClients: Bool {
    guard isFull else { return true }
    return acceptsAgain == nil && (nextToYield?.moment ?? .now + .seconds(1)) <= .now
  }

  /// The connection that has waited longest for its client, and from when on it gives way.
  private var nextToYield: (place: Int, moment: Conversation.Instant)? {
    connections.indices.compactMap { place in connections[place].yields.map { (place, $0) } }
      .min { $0.1 < $1.1 }
  }

  private mutating func makeRoom(at now: Conversation.Instant) {
    guard isFull, acceptsAgain == nil, let next = nextToYield, next.moment <= now else { return }
    connections.remove(at: next.place)
  }

  /// The time to the next deadline, rounded up so that it has really passed; -1 is for ever.
  private var milliseconds: Int32 {
    let yields = isFull && !takesClients ? nextToYield?.moment : nil
    let moments = connections.map(\.deadline) + [acceptsAgain, yields].compactMap(\.self)
    guard let next = moments.min() else { return -1 }
    let left = max(next - ContinuousClock.now, .zero)
    return Int32(clamping: Int64(min(left, .seconds(3600)) / .milliseconds(1)) + 1)
  }

  private mutating func accept(at now: Conversation.Instant) {
    while !isFull {
      switch listener.accept() {
      case .socket(let socket):
        clientCount += 1
        let (number, service, mailbox) = (clientCount, service, mailbox)
        let conversation = Conversation(limits: limits, at: now) { received in
          service.answer(received, of: number, through: mailbox)
        }
        connections.append(Connection(number, socket, conversation))
      case .none:
        return
      case .exhausted:
        acceptsAgain = now + .milliseconds(100)
      }
    }
  }
}
