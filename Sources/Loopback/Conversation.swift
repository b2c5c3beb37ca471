// SPDX-License-Identifier: Apache-2.0
// What one connection is doing, told without a socket: bytes and moments in, bytes out.

import Wire

/// The exchange of requests and answers with one client, in the order of the requests.
struct Conversation {
  typealias Instant = ContinuousClock.Instant

  private enum Phase {
    case listening
    /// The answer to the last request is held back; later requests wait behind it.
    case pausing(until: Instant, Reply)
    /// The answer to the last request is being made elsewhere; later requests wait behind it.
    case awaiting
    /// The last answer is being written.
    case finishing
    /// All is said; the client's bytes are dropped until it closes too (RFC 9112, 9.6).
    case leaving
    case over
  }

  /// With that many bytes to write, further requests wait.
  private static let enough = 64 * 1024

  private let patience: Duration
  private let grace: Duration
  private let answer: @Sendable (ReceivedRequest) -> LoopbackAnswer?
  private var parser: RequestParser
  private var phase = Phase.listening
  private var inputEnded = false
  private var patienceEnds: Instant
  private var pending: [UInt8] = []
  private var written = 0

  /// - Parameter answer: Nil says that the answer comes through ``take(_:at:)``.
  init(
    limits: LoopbackServer.Limits, at now: Instant,
    answer: @escaping @Sendable (ReceivedRequest) -> LoopbackAnswer?
  ) {
    self.answer = answer
    patience = limits.patience
    grace = limits.grace
    parser = RequestParser(limits: limits)
    patienceEnds = now + limits.patience
  }
}

// MARK: - What its driver asks

extension Conversation {
  /// The bytes that are ready to be written.
  var output: ArraySlice<UInt8> { pending[written...] }

  /// Whether bytes of the client are of any use now; nothing is read while it has answers to take.
  var wantsInput: Bool {
    switch phase {
    case .listening: pending.isEmpty && !inputEnded
    case .leaving: true
    case .pausing, .awaiting, .finishing, .over: false
    }
  }

  /// When `elapse` has to be called if nothing else happens before.
  var deadline: Instant {
    switch phase {
    case .pausing(let end, _): end
    case .awaiting: patienceEnds + .seconds(86_400)
    case .listening, .finishing, .leaving, .over: patienceEnds
    }
  }

  /// From when on the connection is given to another client; nil while it is we who are waited for.
  var yields: Instant? {
    switch phase {
    case .pausing, .awaiting: nil
    case .listening, .finishing, .leaving, .over: patienceEnds - patience + grace
    }
  }

  /// Whether nothing more will be written, though the client may not know yet.
  var isLeaving: Bool { if case .leaving = phase { true } else { false } }

  var isOver: Bool { if case .over = phase { true } else { false } }
}

// MARK: - What its driver tells

extension Conversation {
  /// Bytes have arrived.
  mutating func receive(_ bytes: some Sequence<UInt8>, at now: Instant) {
    guard case .listening = phase else { return }
    if parser.isIdle { patienceEnds = now + patience }
    parser.append(bytes)
    advance(at: now)
  }

  /// The client will send no more, but may still read.
  mutating func receiveEnd(at now: Instant) {
    inputEnded = true
    if case .leaving = phase { phase = .over }
    advance(at: now)
  }

  /// So many bytes of the output have been written.
  mutating func sent(_ count: Int, at now: Instant) {
    written += count
    patienceEnds = now + patience
    guard written == pending.count else { return }
    pending.removeAll(keepingCapacity: true)
    written = 0
    advance(at: now)
  }

  /// The deadline has passed.
  mutating func elapse(at now: Instant) {
    switch phase {
    case .pausing(_, let reply):
      phase = .listening
      say(reply, at: now)
      advance(at: now)
    case .listening where pending.isEmpty && !parser.isIdle:
      say(Reply(.tooSlow, date: WallClock.httpDate), at: now)
    case .listening, .awaiting, .finishing, .leaving, .over:
      phase = .over
    }
  }

  /// The answer that was made elsewhere has come; nobody may want it any more.
  mutating func take(_ reply: Reply, at now: Instant) {
    guard case .awaiting = phase else { return }
    phase = .listening
    say(reply, at: now)
    advance(at: now)
  }

  /// The connection is broken.
  mutating func breakOff() { phase = .over }
}

// MARK: - Going on

extension Conversation {
  private mutating func advance(at now: Instant) {
    while case .listening = phase, pending.count < Self.enough {
      switch parser.next() {
      case .needsMore where inputEnded: phase = .finishing
      case .needsMore: return
      case .wantsContinue: pending += Reply.goOn
      case .request(let received): respond(to: received, at: now)
      case .refused(let refusal): say(Reply(refusal, date: WallClock.httpDate), at: now)
      }
    }
    if case .finishing = phase, pending.isEmpty { leave(at: now) }
  }

  private mutating func respond(to received: ReceivedRequest, at now: Instant) {
    guard let answer = answer(received) else {
      phase = .awaiting
      return
    }
    let reply = Reply(answer, to: received, date: WallClock.httpDate)
    if answer.delay > .zero {
      phase = .pausing(until: now + answer.delay, reply)
    } else {
      say(reply, at: now)
    }
  }

  private mutating func say(_ reply: Reply, at now: Instant) {
    pending += reply.bytes
    patienceEnds = now + patience
    if reply.closes { phase = .finishing }
  }

  /// Closing with unread bytes would reset the connection and could destroy the last answer.
  private mutating func leave(at now: Instant) {
    phase = inputEnded ? .over : .leaving
    patienceEnds = now + min(patience, .seconds(1))
  }
}
