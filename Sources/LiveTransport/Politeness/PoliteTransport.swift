// SPDX-License-Identifier: Apache-2.0
// Between the run and the endpoint: no faster and no more than allowed, and again where told so.

public import Conformance
import Synchronization
public import Wire

/// Hands requests on at a pace and within a number, and repeats those that came at a bad moment.
///
/// A GET that is answered with 408, 429, 502, 503 or 504 is sent again when `Retry-After` says so, or
/// after 1 s and 2 s, in whatever name it was sent: such an answer has not judged the credential.
/// Who waits for a `Retry-After` keeps all others waiting too. The last answer is handed on.
public final class PoliteTransport: Transport {
  private let inner: any Transport
  private let manners: Manners
  private let time: Timepiece
  private let pace: Pace
  private let counts = Mutex(Tally())

  public convenience init(_ inner: any Transport, manners: Manners = Manners()) {
    self.init(inner, manners: manners, time: .system)
  }

  init(_ inner: any Transport, manners: Manners, time: Timepiece) {
    self.inner = inner
    self.manners = manners
    self.time = time
    pace = Pace(rate: manners.rate, time: time)
  }

  public var executor: (any TaskExecutor)? { inner.executor }

  /// How often it sends one request again at most.
  public var mostRepeats: Int { manners.repeats }

  public var tally: Tally { counts.withLock { $0 } }

  /// - Throws: ``Conformance/TransportFailure`` of the kind `givenUp` when the number is used up.
  public func send(
    _ request: HTTPRequest, as credential: Credential
  ) async throws(TransportFailure) -> HTTPResponse {
    guard var response = try await answer(to: request, as: credential) else {
      throw TransportFailure(
        .givenUp,
        "--max-requests allows \((manners.most ?? 0).counted("request")), and they were sent")
    }
    guard request.method == .get else { return response }
    for attempt in 0..<manners.repeats {
      guard hasRoom, let wait = wait(after: response, attempt: attempt) else { break }
      try await endure(wait)
      guard let next = try await answer(to: request, as: credential, again: true) else { break }
      response = next
    }
    return response
  }

  /// Sends once, in turn; nil if no more may be sent.
  private func answer(
    to request: HTTPRequest, as credential: Credential, again: Bool = false
  ) async throws(TransportFailure) -> HTTPResponse? {
    guard hasRoom else { return nil }
    do { try await pace.turn() } catch { throw .givenUpWaiting }
    guard takeRoom(again: again) else { return nil }
    return try await inner.send(request, as: credential)
  }

  private var hasRoom: Bool { isRoom(behind: tally) }

  private func isRoom(behind counts: Tally) -> Bool {
    manners.most.map { manners.spent + counts.sent < $0 } ?? true
  }

  private func takeRoom(again: Bool) -> Bool {
    counts.withLock { counts in
      guard isRoom(behind: counts) else { return false }
      counts.sent += 1
      counts.repeated += again ? 1 : 0
      return true
    }
  }
}

extension PoliteTransport {
  /// How long to stay away, and whether the server asked everybody to.
  private struct Wait {
    var duration: Duration
    var isForAll: Bool
  }

  /// Nil where it is no use to ask again, or would take too long.
  private func wait(after response: HTTPResponse, attempt: Int) -> Wait? {
    guard [408, 429, 502, 503, 504].contains(response.status) else { return nil }
    guard let asked = RetryAfter(response, now: time.date()) else {
      return Wait(duration: manners.shortestWait * (1 << attempt), isForAll: false)
    }
    return asked.duration > manners.longestWait
      ? nil : Wait(duration: asked.duration, isForAll: true)
  }

  /// Everybody's wait lasts until the next turn, which ``answer(to:as:again:)`` takes.
  private func endure(_ wait: Wait) async throws(TransportFailure) {
    guard !wait.isForAll else { return pace.hold(for: wait.duration) }
    do { try await time.sleep(wait.duration) } catch { throw .givenUpWaiting }
  }
}

extension TransportFailure {
  fileprivate static let givenUpWaiting = Self(
    .givenUp, "the request was given up while it waited for its turn")
}
