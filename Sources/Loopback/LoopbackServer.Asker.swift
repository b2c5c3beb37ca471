// SPDX-License-Identifier: Apache-2.0
// A client that waits for an answer which is made elsewhere, and in its own time.

public import Wire

extension LoopbackServer {
  /// Who answers, and when.
  enum Service: Sendable {
    case atOnce(@Sendable (HTTPRequest) -> LoopbackAnswer)
    case elsewhere(@Sendable (Asker) -> Void)

    /// Nil where the answer comes through the mailbox.
    func answer(
      _ received: ReceivedRequest, of connection: Int, through mailbox: Mailbox
    ) -> LoopbackAnswer? {
      switch self {
      case .atOnce(let answer): return answer(received.request)
      case .elsewhere(let relay):
        relay(Asker(received: received, connection: connection, mailbox: mailbox))
        return nil
      }
    }
  }

  /// A request, and the way back to whoever sent it; answered once, from any thread.
  public struct Asker: Sendable {
    fileprivate let received: ReceivedRequest
    fileprivate let connection: Int
    fileprivate let mailbox: Mailbox

    public var request: HTTPRequest { received.request }
    /// Host and port of a target that was a whole URL, as clients of a proxy send it; nil for a path.
    public var authority: String? { received.authority }

    /// Sends the answer of another server as it came.
    public func relay(_ answer: RelayedAnswer) {
      mailbox.put(.init(connection: connection, reply: Reply(answer, to: received)))
    }

    /// Sends an answer of our own.
    public func answer(_ response: HTTPResponse) {
      let reply = Reply(LoopbackAnswer(response), to: received, date: WallClock.httpDate)
      mailbox.put(.init(connection: connection, reply: reply))
    }
  }
}
