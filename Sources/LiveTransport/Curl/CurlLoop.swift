// SPDX-License-Identifier: Apache-2.0
// The thread on which libcurl lives: all transfers of a transport, and the connections they leave.

import CurlInterface
import Dispatch
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Runs transfers side by side on one thread, each on a connection of its own.
///
/// Nothing is multiplexed: what a server does to one connection befalls one request.
final class CurlLoop: Sendable {
  private let curl: CurlLibrary
  private let multi: SendableHandle
  private let inbox = Mutex(Inbox())

  /// What the thread has to do next.
  struct Inbox {
    var started: [Transfer] = []
    var givenUp: [Transfer] = []
    var isClosing = false

    var isEmpty: Bool { started.isEmpty && givenUp.isEmpty && !isClosing }
  }

  /// - Parameter connections: How many may be open to one host at a time.
  init(_ curl: CurlLibrary, _ route: NetworkRoute, connections: Int) {
    self.curl = curl
    multi = SendableHandle(curl.makeMulti())
    _ = curl_set_number(curl.setMultiOption, multi.pointer, CurlOption.multiplexing, 0)
    _ = curl_set_number(
      curl.setMultiOption, multi.pointer, CurlOption.connectionsOfHost, connections)
    DispatchQueue(label: "libcurl").async { [self] in
      Self.blockBrokenPipes()
      var worker = CurlWorker(curl, multi.pointer, route)
      worker.run { takeInbox() }
    }
  }

  /// Sends a request and waits for its end, or for whoever cancels us.
  func end(of order: Transfer.Order) async -> TransferEnd {
    let transfer = Transfer(order)
    return await withTaskCancellationHandler {
      await withCheckedContinuation { waiting in
        transfer.wait(waiting)
        put { $0.started.append(transfer) }
      }
    } onCancel: {
      put { $0.givenUp.append(transfer) }
      transfer.end(.givenUp)
    }
  }

  /// Lets the thread end once nothing is under way; no request may follow.
  func close() {
    put { $0.isClosing = true }
  }

  /// Wakes the thread before it can see the change, for behind it there may be nobody to wake.
  private func put(_ change: (inout Inbox) -> Void) {
    inbox.withLock {
      change(&$0)
      _ = curl.wake(multi.pointer)
    }
  }

  private func takeInbox() -> Inbox {
    inbox.withLock { inbox in
      let taken = inbox
      (inbox.started, inbox.givenUp) = ([], [])
      return taken
    }
  }

  /// A peer that went away is told by an error and not by a signal, whatever wrote to it.
  private static func blockBrokenPipes() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }
}

/// A pointer that one thread uses, but for the one call that any thread may make.
private struct SendableHandle: @unchecked Sendable {
  let pointer: CurlLibrary.Handle?

  init(_ pointer: CurlLibrary.Handle?) {
    self.pointer = pointer
  }
}
